"""What could be thought of the cause: the belief over causes, and the place where the trouble sits."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from simulator.domain.entry import Entry, each, first
from simulator.domain.fact import CauseDrawn, ChangeReverted, ClueFound, RevertStarted, Verified
from simulator.domain.value import Value
from simulator.reasoning import BEARING as TELLING
from simulator.scoring.case import Case
from simulator.scoring.ledger import effect
from simulator.scoring.outlook import outlasted, ranked, told_until
from simulator.scoring.sighted import once

BEARING = (*TELLING, ChangeReverted, RevertStarted)
"""Lines that may bear on what is thought."""


class Suspicion(Value):
    """What could be thought before a line: the causes with their shares, the likeliest first.

    `place` is where it sits, as far as a look there found something, with the share of all causes that do;
    `entries` are the lines that it rests on, empty while nothing was told. `needs` is the share from which a
    cause was known then.
    """

    ranked: tuple[tuple[str, float], ...]
    place: str
    placed: float
    entries: tuple[int, ...]
    needs: float

    @property
    def best(self) -> float:
        """How likely the likeliest cause is."""
        return self.ranked[0][1] if self.ranked else 0.0

    @property
    def known(self) -> bool:
        """Whether what it is was known, and not only thought."""
        return bool(self.entries) and self.best >= self.needs

    def share(self, causes: frozenset[str]) -> float:
        """How likely it is one of these causes."""
        return sum(share for cause, share in self.ranked if cause in causes)


def suspected(case: Case, before: int) -> Suspicion | None:
    """What could be thought before a line; None where the scenario knows no causes."""
    if not case.scenario.causes:
        return None
    lines = _numbers(case)
    index = bisect_left(lines, before) - 1
    return _suspected(case, lines[index] + 1 if index >= 0 else 0)


def lately(case: Case, since: int, before: int) -> Iterator[Suspicion]:
    """What could be thought before a line, and from there at any moment until before another."""
    lines = _numbers(case)
    turns = lines[bisect_left(lines, since) : bisect_left(lines, before)]
    found = (suspected(case, line) for line in (since, *turns))
    return (thought for thought in found if thought is not None)


def drawn(case: Case) -> str:
    """The real cause (truth), empty where the timeline does not tell."""
    entry = first(case.entries, CauseDrawn)
    return entry.fact.cause if entry and isinstance(entry.fact, CauseDrawn) else ""


@once
def _suspected(case: Case, before: int) -> Suspicion:
    told, believed = told_until(case, before), ranked(case, before)
    clues = ((entry.number, fact) for entry, fact in each(case.seen, ClueFound) if entry.number < before)
    looks = [(number, fact.place) for number, fact in clues if fact.clue]
    seen = [entry.number for entry, _ in each(case.seen, Verified) if entry.number < before]
    shares = {place: sits(case, dict(believed), place) for _, place in looks}
    place = max(shares, key=lambda name: shares[name], default="")
    lines = sorted((*(number for number, _ in looks), *seen))[-2:] if told else []
    return Suspicion(believed, place, shares.get(place, 0.0), tuple(lines), _needs(case, before))


def _needs(case: Case, before: int) -> float:
    """From what share on a cause is known: less is enough once a change was seen to help, and still does."""
    seen = effect.seen(case, before)
    return case.doctrine.threshold("identified needs" if seen else "cause known at")


def sits(case: Case, shares: Mapping[str, float], place: str) -> float:
    """How likely it is that the cause acts on a place."""
    causes = case.scenario.causes.values()
    return sum(shares[cause.name] for cause in causes if any(does.to == place for does in cause.effects))


@once
def bearing(case: Case) -> tuple[Entry, ...]:
    """The lines after which something else may be thought: those that tell of it, and those by whose second
    a cause would have been over.
    """
    late = {line.number for line, _ in outlasted(case)}
    return tuple(entry for entry in case.seen if isinstance(entry.fact, BEARING) or entry.number in late)


@once
def _numbers(case: Case) -> tuple[int, ...]:
    return tuple(entry.number for entry in bearing(case))
