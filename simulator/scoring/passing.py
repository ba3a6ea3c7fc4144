"""What only time ends: under some causes no change helps, and they pass. Waiting for that loses nothing."""

from simulator.domain.scenario import Outcome
from simulator.scoring.case import Case
from simulator.scoring.outlook import Outlook


def to_act_on(case: Case, seen: Outlook) -> float:
    """How likely it was, by what could be known, that something could be done about it at all."""
    ranked = seen.advice.belief.ranked
    return 1.0 - sum(share for cause, share in ranked if share and _only_time(case, seen, cause))


def _only_time(case: Case, seen: Outlook, cause: str) -> bool:
    """Whether a cause passes, and none of the changes that are left ends or eases it."""
    if not case.scenario.causes[cause].passes:
        return False
    left = [change for change in case.scenario.outcomes if change not in seen.in_place]
    return not any(_helps(case.scenario.outcome(change, cause)) for change in left)


def _helps(outcome: Outcome) -> bool:
    return outcome.cures or outcome.stops or outcome.relieves is not None
