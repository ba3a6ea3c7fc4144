"""When a stretch of formulas ends: a line bends, an hour is over, or something begins or ends to hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from simulator.domain.health import Health
from simulator.domain.strain import GONE_AT, PATIENT_UP_TO, Backlog, Warmth
from simulator.world.overload import over
from simulator.world.stretch import Stretch

SAMPLE = 300
"""Where the impact runs in a curve, the log says so at least this often (seconds), for the charts."""
FLOW = 60
"""Where what comes into a queue is on the move, its pace is looked at anew this often (seconds)."""


class Mark(NamedTuple):
    """Something that holds of a state when `excess` of it is above zero; `seen` is what that depends on."""

    seen: frozenset[int]
    excess: Callable[[Health], float]


Marked = tuple[Callable[[Health], float], float]
"""The excess of a mark, as a function and as it is at the beginning of the stretch."""


def next_bend(stretch: Stretch, marked: Sequence[Marked], hour: int) -> int:
    """The second at which a stretch ends; `hour` is the second at which the hour does.

    `marked` are the marks that depend on what moves.
    """
    now = stretch.since
    turning = [each for each in stretch.acting.strains if now < each.full or each.gone is not None]
    bends = [bend for strain in turning for bend in strain.turns(now)]
    bends.append(hour)
    if not stretch.moved:
        return min(bends)
    bends += [now + _until_still(warmth) for warmth in stretch.acting.warmths if warmth.slope]
    for line, backlog in zip(stretch.wiring.queues, stretch.acting.backlogs, strict=True):
        bends += [now + wait for wait in _until_felt(backlog, line.bearable)]
    bends.append(now + (FLOW if stretch.acting.backlogs and stretch.moved is stretch.wiring.all else SAMPLE))
    end = max(now + 1, min(bends))
    return _crossing(stretch, marked, end)


def _until_still(warmth: Warmth) -> int:
    left = (1 - warmth.warmth) if warmth.slope > 0 else warmth.warmth
    return max(1, -int(-left // abs(warmth.slope)))


def _until_felt(backlog: Backlog, bearable: int) -> Iterator[int]:
    """The seconds until a queue is empty, or begins or ends to be felt, or is as bad as it can be."""
    if backlog.slope:
        for wait in (0.0, float(bearable), bearable * GONE_AT / PATIENT_UP_TO):
            left = (wait - backlog.wait) / backlog.slope
            if left > 1e-9:
                yield max(1, -int(-left // 1))


def _crossing(stretch: Stretch, marked: Sequence[Marked], end: int) -> int:
    """The first second by `end` at which an overload or a mark begins or ends, or the end.

    Looked for where it would be if what crosses ran in a straight line, which it mostly does; every third
    time halfway, in case it does not.
    """
    low, high, crossed, turn = stretch.since, end, _crossed(stretch, marked, end), 1
    while crossed is not None and high - low > 1:
        middle = (low + high) // 2
        guess = _straight(stretch.since, high, marked, crossed) if crossed and turn % 3 else middle
        guess = min(high - 1, max(low + 1, guess))
        sooner = _crossed(stretch, marked, guess)
        low, high, crossed = (guess, high, crossed) if sooner is None else (low, guess, sooner)
        turn += 1
    return high


def _straight(begin: int, end: int, marked: Sequence[Marked], crossed: Mapping[int, float]) -> int:
    """The first second at which a mark would cross zero, if its excess ran in a straight line."""
    shares = [marked[number][1] / (marked[number][1] - then) for number, then in crossed.items()]
    return begin - int(-(end - begin) * min(shares) // 1)


def _crossed(stretch: Stretch, marked: Sequence[Marked], at: int) -> Mapping[int, float] | None:
    """The excess, at a second, of each mark that is otherwise then; None of none, empty for an overload."""
    if stretch.alone:
        then = stretch.alone_at(at)
    else:
        weighs = stretch.pressure(at)
        if over(stretch.wiring, weighs.load, stretch.overloaded) != stretch.overloaded:
            return {}
        then = stretch.under(weighs, at)
    crossed = {}
    for number, (excess, before) in enumerate(marked):
        now = excess(then)
        if (now > 0) != (before > 0):
            crossed[number] = now
    return crossed or None
