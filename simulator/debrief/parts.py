"""Changes that end what is wrong only together: a first part is no change that did not help."""

from simulator.debrief.beliefs import really
from simulator.domain.prose.saying import joined
from simulator.scoring.case import Case


def completed_by(case: Case, change: str) -> tuple[str, ...]:
    """The changes that end what is really wrong once this one is in place, in the order of the scenario."""
    cause, scenario = really(case), case.scenario
    if cause not in scenario.causes:
        return ()
    fixes = ((last, scenario.outcome(last, cause)) for last in scenario.outcomes)
    return tuple(last for last, what in fixes if change in what.after and (what.cures or what.stops))


def needed_before(case: Case, change: str) -> tuple[str, ...]:
    """The changes after which alone this one ends what is really wrong; none where it ends nothing."""
    own = case.scenario.outcome(change, really(case))
    return own.after if own.cures or own.stops else ()


def what_ends(case: Case) -> tuple[str, ...]:
    """Each change that ends what is really wrong, with what it needs before it, in the scenario's order."""
    cause, scenario = really(case), case.scenario
    if cause not in scenario.causes:
        return ()
    fixes = ((change, scenario.outcome(change, cause)) for change in scenario.outcomes)
    return tuple(_with_parts(change, own.after) for change, own in fixes if own.cures)


def _with_parts(change: str, after: tuple[str, ...]) -> str:
    first = joined(f"'{name}'" for name in after)
    return f"'{change}' after {first}" if after else f"'{change}'"


def is_part(case: Case, change: str) -> bool:
    """Whether a change is a part of what ends it: the first one, or one that needs others before it."""
    own = case.scenario.outcome(change, really(case))
    return bool(completed_by(case, change) or ((own.cures or own.stops) and own.after))
