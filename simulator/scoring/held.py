"""Whether it was over as far as customers could tell, though nobody had verified what ended it.

Whoever never watches a change cannot know which of them helped, and could go on for ever. Once customers have
been well for as long as recovery has to hold, that is no reason to change more, unless what holds passes.
"""

from simulator.domain.attempt import Attempt
from simulator.domain.scenario import Outcome
from simulator.scoring.case import Case
from simulator.scoring.outlook import not_ruled_out
from simulator.scoring.recovery import patience, served_since


def held(case: Case, at: int) -> bool:
    """Whether customers had been well for long enough at a second, and no stopgap may have been behind it.

    Where a change was seen to help, what is believed goes by that.
    """
    since = served_since(case, at)
    if since is None or any(attempt.helped_by(at) for attempt in case.attempts):
        return False
    causes = not_ruled_out(case, case.sighted.by(at, case.beyond))
    lasts = max(patience(case, at), _turn(case, causes))
    made = [one for one in case.attempts if one.in_place(at) and one.done is not None and one.done <= since]
    return at >= since + lasts and not any(_may_pass(case, one, causes, at - lasts) for one in made)


def _turn(case: Case, causes: tuple[str, ...]) -> int:
    """After how long what comes and goes comes back, 0 where nothing does."""
    effects = (effect for cause in causes for effect in case.scenario.causes[cause].effects)
    return max((effect.every or 0 for effect in effects), default=0)


def _may_pass(case: Case, attempt: Attempt, causes: tuple[str, ...], at: int) -> bool:
    """Whether a change may have been what held it off at a second, and no more than that."""
    return any(_holds(case.scenario.outcome(attempt.change, cause), attempt, at) for cause in causes)


def _holds(outcome: Outcome, attempt: Attempt, at: int) -> bool:
    if outcome.cures or outcome.stops:
        return False
    relief = outcome.relieves
    return bool(outcome.does) or (relief is not None and at < (attempt.done or 0) + relief[1])
