"""Changes that end what is wrong only together: a first part is no change that did not help."""

from simulator.debrief.beliefs import really
from simulator.scoring.case import Case


def completed_by(case: Case, change: str) -> tuple[str, ...]:
    """The changes that end what is really wrong once this one is in place, in the order of the scenario."""
    cause, scenario = really(case), case.scenario
    if cause not in scenario.causes:
        return ()
    fixes = ((last, scenario.outcome(last, cause)) for last in scenario.outcomes)
    return tuple(last for last, what in fixes if change in what.after and (what.cures or what.stops))


def is_part(case: Case, change: str) -> bool:
    """Whether a change is a part of what ends it: the first one, or one that needs others before it."""
    own = case.scenario.outcome(change, really(case))
    return bool(completed_by(case, change) or ((own.cures or own.stops) and own.after))
