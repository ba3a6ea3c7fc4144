"""What the seat had been told by a second, as values: clues, checked hazards, effects of changes.

Only what bears on the belief over causes is kept. The same place looked at twice says the same thing, and a
change made twice meets the same luck, so each counts once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from simulator.domain.attempt import Attempt, attempts, premature
from simulator.domain.entry import TRUTH, Entry, each
from simulator.domain.fact import AlertFired, ChangeWoreOff, ClueFound, HazardChecked, Verified
from simulator.domain.fact.changes import Result

Seen: TypeAlias = Literal["helped", "nothing", "worse", "relapsed"]

_SEEN: dict[Result, Seen] = {"recovered": "helped", "better": "helped", "same": "nothing", "worse": "worse"}


@dataclass(frozen=True, slots=True)
class ClueHeard:
    """What an investigation of a place said: its clues count from 1, 0 is inconclusive.

    Some clues only certain people can tell, so nothing heard depends on who looked: `by` is set then. Empty
    is somebody who can tell everything.
    """

    place: str
    clue: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class HazardSeen:
    """What a pre-check said of a hazard of a change."""

    change: str
    hazard: str
    holds: bool


@dataclass(frozen=True, slots=True)
class EffectSeen:
    """What was seen of a change, which was made while the changes of `in_place` were in place.

    `relapsed` is a help that did not last. `delay` is the seconds from its making until this was seen: a
    relief may be over by then.
    """

    change: str
    seen: Seen
    in_place: frozenset[str] = frozenset()
    delay: int = 0


Evidence: TypeAlias = ClueHeard | HazardSeen | EffectSeen


def evidence(entries: Iterable[Entry], until: int) -> tuple[Evidence, ...]:
    """What the entries told before the second `until`, in the order it was told.

    A command stamped with a second comes before what the world does at that second, so entries at `until`
    are not yet known. Give the entries that the seat may have seen; truth is left out in any case. What was
    said last about a place, a hazard or one attempt at a change replaces what was said before.
    """
    known = _known(entries, until)
    told: list[tuple[int, object, Evidence]] = []
    for entry, clue in each(known, ClueFound):
        by = "" if clue.clue else clue.person
        told.append((entry.number, ("look", clue.place, by), ClueHeard(clue.place, clue.clue, by)))
    for entry, check in each(known, HazardChecked):
        piece = HazardSeen(check.change, check.hazard, check.holds)
        told.append((entry.number, ("check", check.change, check.hazard), piece))
    told += _effects(known)
    return _outweighed(_latest(told))


def in_place(entries: Iterable[Entry], until: int) -> frozenset[str]:
    """The changes made in full and not undone, as reported before the second `until`."""
    return _in_place(_in_full(_known(entries, until)), until - 1)


def made(entries: Iterable[Entry], until: int) -> frozenset[str]:
    """The changes reported as made in full before the second `until`, whether or not undone since."""
    return frozenset(each.change for each in _in_full(_known(entries, until)) if each.done is not None)


def under_way(entries: Iterable[Entry], until: int) -> frozenset[str]:
    """The changes that someone had in hand before the second `until`, in full: ordered and yet to act."""
    tried = _in_full(_known(entries, until))
    held = (each for each in tried if each.owner and each.done is None and each.failed is None)
    return frozenset(each.change for each in held if each.reverting is None)


def _known(entries: Iterable[Entry], until: int) -> list[Entry]:
    return [entry for entry in entries if entry.at < until and entry.seen != TRUTH]


def _in_full(known: Iterable[Entry]) -> list[Attempt]:
    """The attempts that were not small first forms: those show what a change does, on a part only."""
    return [attempt for attempt in attempts(known) if not attempt.staged]


def _in_place(tried: Iterable[Attempt], at: int) -> frozenset[str]:
    return frozenset(attempt.change for attempt in tried if attempt.in_place(at))


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


def _effects(known: Sequence[Entry]) -> list[tuple[int, object, Evidence]]:
    """What each attempt at a change showed, with the number of the entry that said so."""
    tried = attempts(known)
    telling = [entry for entry in known if isinstance(entry.fact, Verified | ChangeWoreOff | AlertFired)]
    found: list[tuple[int, object, Evidence]] = []
    for attempt in tried:
        if attempt.done is None:
            continue
        others = (other for other in tried if other.change != attempt.change and not other.staged)
        place = _in_place(others, attempt.done)
        for entry, seen in _told_of(attempt, tried, telling):
            piece = EffectSeen(attempt.change, seen, place, _delay(entry.at - attempt.done, seen))
            found.append((entry.number, ("change", attempt.id), piece))
    return found


def _delay(seconds: int, seen: Seen) -> int:
    """How late it was seen; that matters only where no help was seen."""
    return seconds if seen in ("nothing", "worse") else 0


def _told_of(attempt: Attempt, tried: Sequence[Attempt], known: Sequence[Entry]) -> list[tuple[Entry, Seen]]:
    """The conclusive verifications of an attempt as they ended, and the relapse after a help."""
    told: list[tuple[Entry, Seen]] = []
    for entry, fact in each(known, Verified):
        if fact.id != attempt.id or fact.result == "unclear" or premature(fact):
            continue
        seen = _SEEN[fact.result]
        fell_back = seen in ("nothing", "worse") and any(before == "helped" for _, before in told)
        told.append((entry, "relapsed" if fell_back else seen))
        if seen == "helped":
            told += _relapse(entry, fact.signal, _next_act(attempt, entry.at, tried), known)
    worn_off = (entry for entry, fact in each(known, ChangeWoreOff) if fact.id == attempt.id)
    return [*told, *((entry, "relapsed") for entry in worn_off)]


def _relapse(
    helped: Entry, signal: str, before: int | None, known: Sequence[Entry]
) -> list[tuple[Entry, Seen]]:
    """The signal that showed the help set off its alert again, before anything else acted."""
    for entry, alert in each(known, AlertFired):
        later = entry.number > helped.number and (before is None or entry.at < before)
        if later and alert.signal == signal:
            return [(entry, "relapsed")]
    return []


def _next_act(attempt: Attempt, since: int, tried: Sequence[Attempt]) -> int | None:
    """When production was next changed after a second; undoing this very change counts."""
    undone = attempt.reverted if attempt.reverting is None else attempt.reverting
    others = [second for other in tried if other.id != attempt.id for second in (other.done, other.reverted)]
    return min(
        (second for second in (undone, *others) if second is not None and second >= since), default=None
    )
