"""What the seat had been told by a second: clues, checked hazards, changes made and their effects.

Only what bears on the belief over causes is kept. The same place looked at twice says the same thing, and a
change made twice meets the same luck, so each counts once.
"""

from collections.abc import Iterable, Iterator, Sequence

from simulator.domain.attempt import ABOUT, Attempt, Attempts
from simulator.domain.entry import TRUTH, Entry, each, read_by
from simulator.domain.fact import (
    AlertCleared,
    AlertFired,
    ChangeDone,
    ChangeFailed,
    ChangeWoreOff,
    ClueFound,
    HazardChecked,
    Verified,
)
from simulator.domain.scenario import Scenario
from simulator.reasoning.effects import effects, placed
from simulator.reasoning.outlasted import RINGING, outlasting
from simulator.reasoning.standing import standing
from simulator.reasoning.told import ClueHeard, Evidence, HazardSeen, ToolSeen, WordsHeard
from simulator.reasoning.tools import tools

BEARING = (ClueFound, HazardChecked, Verified, ChangeDone, ChangeFailed, ChangeWoreOff, AlertFired)
"""The kinds of line that evidence is gathered from, besides those about changes."""
TELLING: frozenset[type] = frozenset({*BEARING, *ABOUT, *RINGING})
"""All kinds of line that evidence is gathered from."""


def evidence(entries: Iterable[Entry], until: int, scenario: Scenario | None = None) -> tuple[Evidence, ...]:
    """What the entries told before the second `until`, in the order it was told.

    With the scenario, also which causes are over by themselves while something still fails (at the end).

    A command stamped with a second comes before what the world does at that second, so entries at `until`
    are not yet known. Give the entries that the seat may have seen; truth is left out in any case. What was
    said last about a place, a hazard or one attempt at a change replaces what was said before.
    """
    read = read_by(entries, TELLING, _Told, until)
    if scenario is None:
        return read.evidence
    outlasted = outlasting(scenario, read.rang, read.tried)
    return (*read.evidence, *(piece for since, piece in outlasted if since < until))


class _Told:
    """Reads the lines that tell of causes and changes; what they come to is worked out when it is asked."""

    def __init__(self) -> None:
        self._known: list[Entry] = []
        self._attempts = Attempts()
        self.rang: list[Entry] = []
        self._evidence: tuple[Evidence, ...] | None = None

    def take(self, entry: Entry) -> None:
        """One more line."""
        if entry.seen == TRUTH:
            return
        if type(entry.fact) in RINGING:
            self.rang.append(entry)
        if isinstance(entry.fact, AlertCleared):
            return
        self._evidence = None
        self._known.append(entry)
        if type(entry.fact) in ABOUT:
            self._attempts.take(entry)

    @property
    def tried(self) -> tuple[Attempt, ...]:
        """The attempts at changes so far."""
        return self._attempts.so_far

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence so far."""
        if self._evidence is None:
            self._evidence = evidence_of(self._known, self.tried)
        return self._evidence


def evidence_of(known: Sequence[Entry], tried: Sequence[Attempt]) -> tuple[Evidence, ...]:
    """The evidence in the lines that were known, with the attempts at changes they tell of.

    Lines of other kinds than `BEARING` may be left out.
    """
    told: list[tuple[int, object, Evidence]] = []
    for entry, clue in each(known, ClueFound):
        by = "" if clue.clue else clue.person
        told.append((entry.number, ("look", clue.place, by), ClueHeard(clue.place, clue.clue, by)))
    for entry, check in each(known, HazardChecked):
        piece = HazardSeen(check.change, check.hazard, check.holds)
        told.append((entry.number, ("check", check.change, check.hazard), piece))
    told += [*_words(known, ChangeDone), *_words(known, ChangeFailed), *effects(known, tried)]
    told += _tools(known, tried)
    return _outweighed(_latest(told))


def _words(
    known: Sequence[Entry], kind: type[ChangeDone] | type[ChangeFailed]
) -> Iterator[tuple[int, object, Evidence]]:
    """What was said of changes that were made, or failed."""
    for entry, fact in each(known, kind):
        if fact.says:
            yield entry.number, ("words", fact.change), WordsHeard(fact.change, fact.says)


def _tools(known: Sequence[Entry], tried: Sequence[Attempt]) -> Iterator[tuple[int, object, Evidence]]:
    """Whether the tools that changes are made with worked, the last time in the same circumstances."""
    found = [*tools(known)]
    places = placed(tried, {entry.at for entry, _ in found})
    for entry, fact in found:
        works, others = isinstance(fact, ChangeDone), places[entry.at] - {fact.change}
        yield entry.number, ("tool", fact.tool, works, others), ToolSeen(fact.tool, works, others, entry.at)


def in_place(entries: Iterable[Entry], until: int) -> frozenset[str]:
    """The changes made in full and not undone, as reported before the second `until`."""
    return standing(_tried(entries, until), until - 1).in_place


def made(entries: Iterable[Entry], until: int) -> frozenset[str]:
    """The changes reported as made in full before the second `until`, whether or not undone since."""
    return standing(_tried(entries, until), until - 1).made


def under_way(entries: Iterable[Entry], until: int) -> frozenset[str]:
    """The changes that someone had in hand before the second `until`, in full: ordered and yet to act."""
    return standing(_tried(entries, until), until - 1).under_way


def hanging(entries: Iterable[Entry], until: int) -> frozenset[str]:
    """The changes that were stuck half-way before the second `until`, in full."""
    return standing(_tried(entries, until), until - 1).hanging


def _tried(entries: Iterable[Entry], until: int) -> tuple[Attempt, ...]:
    """The attempts at changes that were known before a second."""
    return read_by(entries, TELLING, _Told, until).tried


def _latest(told: list[tuple[int, object, Evidence]]) -> tuple[Evidence, ...]:
    """The last piece under each key, oldest first; a piece that repeats another keeps the earlier place."""
    kept: dict[object, Evidence] = {}
    for _, key, piece in sorted(told, key=lambda each_told: each_told[0]):
        if kept.get(key) != piece:
            kept.pop(key, None)
            kept[key] = piece
    return tuple(dict.fromkeys(kept.values()))


def _outweighed(told: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Without the looks that found nothing where another look found something."""
    found = {piece.place for piece in told if isinstance(piece, ClueHeard) and piece.clue}
    return tuple(
        piece for piece in told
        if not isinstance(piece, ClueHeard) or piece.clue or piece.place not in found
    )  # fmt: skip
