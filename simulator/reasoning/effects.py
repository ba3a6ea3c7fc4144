"""What each attempt at a change showed: verifications that could tell, and reliefs that did not last.

Long plays make hundreds of attempts, so the lines are sorted by what they are about, once.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from simulator.domain.attempt import Attempt, premature
from simulator.domain.entry import Entry
from simulator.domain.fact import AlertFired, ChangeWoreOff, Verified
from simulator.domain.fact.changes import Result
from simulator.domain.value import Value
from simulator.reasoning.told import EffectSeen, Evidence, Seen

_SEEN: dict[Result, Seen] = {"recovered": "helped", "better": "helped", "same": "nothing", "worse": "worse"}


class Lines(Value):
    """The lines that tell of effects: watches and reliefs worn off by attempt, alerts by signal."""

    watched: Mapping[str, Sequence[tuple[Entry, Verified]]]
    worn_off: Mapping[str, Sequence[Entry]]
    alerts: Mapping[str, Sequence[Entry]]


def effects(known: Sequence[Entry], tried: Sequence[Attempt]) -> list[tuple[int, object, Evidence]]:
    """What each attempt showed, under a key of its own, with the number of the line that said so."""
    lines = _sorted(known)
    told = [(attempt, _told_of(attempt, tried, lines)) for attempt in tried if attempt.done is not None]
    telling = [(attempt, entry, seen) for attempt, shown in told for entry, seen in shown]
    seconds = {second for attempt, entry, seen in telling for second in (attempt.done, _could(entry, seen))}
    places = placed(tried, {second for second in seconds if second is not None})
    return [
        (entry.number, ("change", attempt.id), _piece(attempt, entry, seen, places))
        for attempt, entry, seen in telling
    ]


def _could(entry: Entry, seen: Seen) -> int:
    """By when what was to be seen must have come: help at the end of a watch, no help at its beginning."""
    if isinstance(entry.fact, Verified) and seen in ("nothing", "worse"):
        return entry.at - entry.fact.window
    return entry.at


def placed(tried: Sequence[Attempt], seconds: set[int]) -> dict[int, frozenset[str]]:
    """The changes in place in full at each of some seconds."""
    turns = sorted(_turns(tried))
    standing: Counter[str] = Counter()
    found, index = dict[int, frozenset[str]](), 0
    for second in sorted(seconds):
        while index < len(turns) and turns[index][0] <= second:
            standing[turns[index][1]] += turns[index][2]
            index += 1
        found[second] = frozenset(change for change, times in standing.items() if times)
    return found


def _turns(tried: Sequence[Attempt]) -> Iterator[tuple[int, str, int]]:
    """When each attempt in full came into place, and went."""
    for attempt in tried:
        if attempt.done is not None and not attempt.staged:
            yield attempt.done, attempt.change, 1
            if attempt.reverted is not None:
                yield max(attempt.done, attempt.reverted), attempt.change, -1


def _sorted(known: Sequence[Entry]) -> Lines:
    watched: dict[str, list[tuple[Entry, Verified]]] = {}
    worn_off: dict[str, list[Entry]] = {}
    alerts: dict[str, list[Entry]] = {}
    for entry in known:
        match entry.fact:
            case Verified() as fact:
                watched.setdefault(fact.id, []).append((entry, fact))
            case ChangeWoreOff(id=made):
                worn_off.setdefault(made, []).append(entry)
            case AlertFired(signal=signal):
                alerts.setdefault(signal, []).append(entry)
            case _:
                pass
    return Lines(watched, worn_off, alerts)


def _piece(attempt: Attempt, entry: Entry, seen: Seen, places: Mapping[int, frozenset[str]]) -> EffectSeen:
    done = attempt.done or 0
    before, since = places[done] - {attempt.change}, places[_could(entry, seen)]
    delay = _delay(entry.at - done, seen)
    return EffectSeen(attempt.change, seen, before, delay, since - before - {attempt.change})


def _delay(seconds: int, seen: Seen) -> int:
    """How late it was seen; that matters only where no help was seen."""
    return seconds if seen in ("nothing", "worse") else 0


def _told_of(attempt: Attempt, tried: Sequence[Attempt], lines: Lines) -> list[tuple[Entry, Seen]]:
    """The conclusive verifications of an attempt as they ended, and the relapse after a help.

    A watch that sees no difference after the owner said that it wore off shows the relapse, too. Where the
    signal was back to normal before the change acted, that tells nothing of it: it had nothing to mend.
    """
    told: list[tuple[Entry, Seen]] = []
    worn_off = lines.worn_off.get(attempt.id, ())
    for entry, fact in lines.watched.get(attempt.id, ()):
        if fact.result == "unclear" or premature(fact) or fact.mended:
            continue
        seen = _SEEN[fact.result]
        helped = any(before == "helped" for _, before in told) or any(
            e.number < entry.number for e in worn_off
        )
        told.append((entry, "relapsed" if helped and seen in ("nothing", "worse") else seen))
        if seen == "helped":
            told += _relapse(entry, _next_act(attempt, entry.at, tried), lines.alerts.get(fact.signal, ()))
    return [*told, *((entry, "relapsed") for entry in worn_off)]


def _relapse(helped: Entry, before: int | None, alerts: Sequence[Entry]) -> list[tuple[Entry, Seen]]:
    """The signal that showed the help set off its alert again, before anything else acted."""
    index = bisect_right(alerts, helped.number, key=lambda entry: entry.number)
    again = alerts[index] if index < len(alerts) else None
    if again is None or (before is not None and again.at >= before):
        return []
    return [(again, "relapsed")]


def _next_act(attempt: Attempt, since: int, tried: Sequence[Attempt]) -> int | None:
    """When production was next changed after a second; undoing this very change counts."""
    undone = attempt.reverted if attempt.reverting is None else attempt.reverting
    others = [second for other in tried if other.id != attempt.id for second in (other.done, other.reverted)]
    return min(
        (second for second in (undone, *others) if second is not None and second >= since), default=None
    )
