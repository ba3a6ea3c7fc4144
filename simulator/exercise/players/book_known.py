"""By the book: what may honestly be claimed of state, cause and data, by what was told on the call."""

from simulator.domain.doctrine import UpdateState
from simulator.domain.entry import each
from simulator.domain.fact import AlertFired, ChangeWoreOff, ClueFound, NoticeDue, Verified
from simulator.domain.losing import at_risk, may_lose, only_split
from simulator.domain.stakes import DECLARING
from simulator.exercise.sight import Sight
from simulator.reasoning import belief, evidence

RULED_OUT = 0.05
"""A loss that is less likely than this is taken to be ruled out."""


def state_now(sight: Sight) -> UpdateState:
    """The state that may honestly be claimed."""
    if sight.board.resolved is not None:
        return "resolved"
    if sight.board.mitigated is not None:
        return "monitoring"
    return "identified" if _found(sight) else "investigating"


def _found(sight: Sight) -> bool:
    """Whether a change helped and still does, or one cause stands out."""
    if _eased(sight):
        return True
    return something_told(sight) and likeliest(sight)[1] >= sight.doctrine.threshold("identified needs")


def _eased(sight: Sight) -> bool:
    """Whether the last change that was verified helped and still does."""
    told = [attempt for attempt in sight.board.changes if attempt.result]
    worn = {fact.id for _, fact in each(sight.seen, ChangeWoreOff)}
    return bool(told) and told[-1].helped and told[-1].id not in worn


def cause_now(sight: Sight) -> str:
    """The cause, once it is known; empty before."""
    if not something_told(sight):
        return ""
    cause, share = likeliest(sight)
    needs = "identified needs" if _eased(sight) else "cause known at"
    return cause if share >= sight.doctrine.threshold(needs) else ""


def data_now(sight: Sight) -> str:
    """What may be said of customers' data."""
    signals, scenario = sight.organisation.signals, sight.scenario
    shown = any(signals[fact.signal].shows == "lost work" for _, fact in each(sight.seen, AlertFired))
    whole = (one for one in sight.board.changes if one.done is not None and not one.staged)
    gone = not only_split(scenario) or any(may_lose(scenario, one.change) for one in whole)
    if (shown and gone) or any(fact.why != DECLARING for _, fact in each(sight.seen, NoticeDue)):
        return "lost"
    return "unknown" if _at_risk(sight) else "safe"


def _at_risk(sight: Sight) -> bool:
    """Whether a cause that is still possible, or a change that was made, loses something."""
    made = [one.change for one in sight.board.changes if one.started is not None]
    helped = [one.change for one in sight.board.changes if one.helped]
    return at_risk(sight.scenario, dict(_ranked(sight)), made, helped) > RULED_OUT


def something_told(sight: Sight) -> bool:
    """Whether anything was told that bears on the cause."""
    return any(fact.clue for _, fact in each(sight.seen, ClueFound)) or any(
        True for _ in each(sight.seen, Verified)
    )


def likeliest(sight: Sight) -> tuple[str, float]:
    """The likeliest cause, and how likely it is."""
    return _ranked(sight)[0]


def _ranked(sight: Sight) -> tuple[tuple[str, float], ...]:
    return belief(sight.scenario, evidence(sight.seen, sight.now, sight.scenario)).ranked
