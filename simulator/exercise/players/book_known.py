"""By the book: what may honestly be claimed of state, cause and data, by what was told on the call."""

from simulator.domain.doctrine import UpdateState
from simulator.domain.entry import each
from simulator.domain.fact import AlertFired, ChangeWoreOff, ClueFound, NoticeDue, Verified
from simulator.domain.stakes import DECLARING
from simulator.exercise.players.sight import Sight
from simulator.reasoning import belief, evidence

LOSING = ("loses", "strands")
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
    signals = sight.organisation.signals
    seen = any(signals[fact.signal].shows == "lost work" for _, fact in each(sight.seen, AlertFired))
    if seen or any(fact.why != DECLARING for _, fact in each(sight.seen, NoticeDue)):
        return "lost"
    return "unknown" if _at_risk(sight) else "safe"


def _at_risk(sight: Sight) -> bool:
    """Whether a cause that is still possible, or a change that was made, loses something."""
    causes, outcomes = sight.scenario.causes, sight.scenario.outcomes
    losing = [share for name, share in _ranked(sight) if any(e.kind in LOSING for e in causes[name].effects)]
    made = (attempt.change for attempt in sight.board.changes if attempt.started is not None)
    may = (outcome for change in made for outcome in outcomes.get(change, {}).values())
    return sum(losing) > RULED_OUT or any(
        outcome.discards or any(e.kind in LOSING for e in (*outcome.harms, *outcome.does)) for outcome in may
    )


def something_told(sight: Sight) -> bool:
    """Whether anything was told that bears on the cause."""
    return any(fact.clue for _, fact in each(sight.seen, ClueFound)) or any(
        True for _ in each(sight.seen, Verified)
    )


def likeliest(sight: Sight) -> tuple[str, float]:
    """The likeliest cause, and how likely it is."""
    return _ranked(sight)[0]


def _ranked(sight: Sight) -> tuple[tuple[str, float], ...]:
    return belief(sight.scenario, evidence(sight.seen, sight.now)).ranked
