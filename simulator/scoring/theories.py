"""Theories as deeds show them: which causes a change is made against, and when evidence spoke against one."""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.entry import Entry
from simulator.domain.fact import ChangeWoreOff, ClueFound, HazardChecked, Verified
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.outlook import believed

LEADING = 0.5
"""A cause at least this probable is what people think it is (assumption)."""
DEAD = 0.1
"""A cause no more probable than this has been spoken against (assumption)."""
TELLING = (ClueFound, Verified, HazardChecked, ChangeWoreOff)


class Fall(Value):
    """A theory that somebody had acted on, the line that spoke against it, and the orders after that."""

    cause: str
    acted: Attempt
    told: Entry
    after: tuple[Attempt, ...]


def serves(case: Case, change: str) -> frozenset[str]:
    """The causes under which a change does something, or is a part of what does."""
    outcomes = case.scenario.outcomes
    own = {cause for cause in case.scenario.causes if case.scenario.outcome(change, cause).works}
    parts = {
        cause
        for cause in case.scenario.causes
        for other in outcomes
        if change in case.scenario.outcome(other, cause).after
    }
    return frozenset(own | parts)


def falls(case: Case) -> Iterator[Fall]:
    """The theories that were acted on and then fell, each once, if anything was ordered after that."""
    fallen: set[str] = set()
    for index, acted in enumerate(case.started):
        cause = _acted_on(case, acted)
        if not cause or cause in fallen:
            continue
        later = case.started[index + 1 :]
        first = next((a for a in later if believed(case, a.order)[cause] <= DEAD), None)
        told = _line(case, cause, acted, first) if first else None
        if told is not None:
            fallen.add(cause)
            yield Fall(cause, acted, told, tuple(a for a in later if a.order > told.number))


def _acted_on(case: Case, attempt: Attempt) -> str:
    """The leading theory that a change was made on, empty when it was none."""
    shares = believed(case, attempt.order)
    cause = max(shares, key=lambda name: shares[name], default="")
    return cause if cause and shares[cause] >= LEADING and cause in serves(case, attempt.change) else ""


def _line(case: Case, cause: str, acted: Attempt, before: Attempt) -> Entry | None:
    """The first line after one order and before another at which a cause was no longer likely."""
    between = (e for e in case.seen if acted.order < e.number < before.order and isinstance(e.fact, TELLING))
    return next((entry for entry in between if believed(case, entry.number + 1)[cause] <= DEAD), None)


def clings(case: Case, attempt: Attempt, cause: str) -> bool:
    """Whether a change only makes sense under a fallen theory, or under others as unlikely."""
    causes, shares = serves(case, attempt.change), believed(case, attempt.order)
    return cause in causes and sum(shares[name] for name in causes) <= DEAD
