"""When the signs of a severity show, read from the lines that a seat has seen."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from simulator.domain.attempt import attempts
from simulator.domain.entry import Entry, each, gathered, read_by
from simulator.domain.fact import (
    AlertFired,
    CalledMitigated,
    ChangeDone,
    ClueFound,
    CustomersReported,
    HazardChecked,
    NoticeDue,
    Said,
    Swooped,
)
from simulator.domain.scenario import Inject
from simulator.domain.severity import Sign

FOR_GOOD = 2**40
"""A second beyond every timeline."""


BEGINS: Mapping[str, frozenset[type]] = {
    "change": frozenset({ChangeDone}),
    "mitigated": frozenset({CalledMitigated}),
    "reports": frozenset({CustomersReported}),
    "clue": frozenset({ClueFound}),
    "hazard": frozenset({HazardChecked}),
    "alert": frozenset({AlertFired}),
    "known": frozenset({Said, Swooped, NoticeDue}),
}
"""The kinds of line that each sign can begin with."""


class Shown(NamedTuple):
    """A stretch of time in which something shows, and the line that began it."""

    since: int
    until: int
    entry: int


def shows(sign: Sign, seen: Sequence[Entry], injects: Sequence[Inject]) -> tuple[Shown, ...]:
    """When a sign shows that lines alone can tell; of failing customers they tell nothing."""
    stretches = _stretches(sign, seen, injects)
    return tuple(lasting(stretches, sign.seconds))


def lasting(stretches: Iterable[Shown], seconds: int) -> Iterator[Shown]:
    """What is left of stretches once each has lasted so long."""
    for one in stretches:
        if one.since + seconds < one.until:
            yield Shown(one.since + seconds, one.until, one.entry)


def together(one: Sequence[Shown], other: Sequence[Shown]) -> tuple[Shown, ...]:
    """The stretches in which both show; the line is that of the later one."""
    pairs = ((a, b) for a in one for b in other)
    both = (Shown(max(a.since, b.since), min(a.until, b.until), max(a, b).entry) for a, b in pairs)
    return tuple(sorted(shown for shown in both if shown.since < shown.until))


def _stretches(sign: Sign, seen: Sequence[Entry], injects: Sequence[Inject]) -> Iterator[Shown]:
    if sign.kind == "time":
        yield from (_for_good(entry, 0) for entry in seen[:1])
    elif sign.kind == "in place":
        yield from _in_place(sign.subject, seen)
    elif sign.kind in BEGINS:
        began = read_by(seen, BEGINS[sign.kind], _beginning(sign, tuple(injects))).began
        yield from (_for_good(began, began.at),) if began else ()


@lru_cache(maxsize=256)
def _beginning(sign: Sign, injects: tuple[Inject, ...]) -> "Callable[[], Beginning]":
    return partial(Beginning, sign, injects)


class Beginning:
    """Reads lines until one of them is that with which a sign begins."""

    def __init__(self, sign: Sign, injects: Sequence[Inject]) -> None:
        self._sign, self._injects = sign, injects
        self.began: Entry | None = None

    def take(self, entry: Entry) -> None:
        """One more line."""
        if self.began is None and _begins(self._sign, entry, self._injects):
            self.began = entry


def _for_good(entry: Entry, since: int) -> Shown:
    return Shown(since, FOR_GOOD, entry.number)


def _in_place(change: str, seen: Sequence[Entry]) -> Iterator[Shown]:
    done = gathered(seen, BEGINS["change"], _lines_of_done)
    for attempt in attempts(seen):
        if attempt.change == change and attempt.done is not None and not attempt.staged:
            gone = FOR_GOOD if attempt.reverted is None else attempt.reverted
            yield Shown(attempt.done, gone, done[attempt.id])


def _lines_of_done(lines: Sequence[Entry]) -> Mapping[str, int]:
    return {fact.id: entry.number for entry, fact in each(lines, ChangeDone)}


def _begins(sign: Sign, entry: Entry, injects: Sequence[Inject]) -> bool:
    match sign.kind, entry.fact:
        case "change", ChangeDone(change=change):
            return change == sign.subject
        case "mitigated", CalledMitigated():
            return True
        case "reports", CustomersReported(count=count):
            return count >= sign.amount
        case "clue", ClueFound(place=place, clue=number):
            return place == sign.subject and number == sign.amount
        case "hazard", HazardChecked(hazard=hazard, holds=True):
            return hazard == sign.subject
        case "alert", AlertFired(alert=alert):
            return alert == sign.subject
        case "known", fact:
            return _makes_known(sign.subject, entry, injects) or _binds(sign.subject, fact)
    return False


def _makes_known(what: str, entry: Entry, injects: Sequence[Inject]) -> bool:
    """Whether a line is the inject that makes something known."""
    if not isinstance(entry.fact, Said | Swooped):
        return False
    telling = (inject for inject in injects if inject.means == what and inject.says)
    return any(
        entry.source == str(inject.origin) if entry.source else entry.fact.says == inject.says
        for inject in telling
    )


def _binds(what: str, fact: object) -> bool:
    """Whether a legal clock has begun to run from it."""
    return isinstance(fact, NoticeDue) and fact.why == what
