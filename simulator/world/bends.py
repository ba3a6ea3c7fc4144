"""When a stretch of formulas ends: a line bends, the load turns, or something begins or ends to hold."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from simulator.domain.health import Health
from simulator.domain.strain import GONE_AT, PATIENT_UP_TO, Backlog, Warmth
from simulator.world.marks import holds
from simulator.world.overload import over
from simulator.world.stretch import KEPT, Stretch

SAMPLE = 300
"""Where the impact runs in a curve, the log says so at least this often (seconds), for the charts."""
FLOW = 60
"""Where what comes into a queue is on the move, its pace is looked at anew this often (seconds)."""


class There(NamedTuple):
    """What it will be like at a second of a stretch.

    `excess` is by how much each of the marks is exceeded that depends on what moves; `holds` are all marks.
    The state is None where an overload begins or ends: what comes of that is not worked out here.
    """

    state: Health | None
    excess: Sequence[float] = ()
    holds: tuple[bool, ...] = ()


@lru_cache(maxsize=2 * KEPT)
def there(stretch: Stretch, at: int) -> There:
    """What it will be like at a second of a stretch on the move; looked at once, however often asked for."""
    state = _state_at(stretch, at)
    if state is None:
        return There(None)
    excess = stretch.marks.excess_on(stretch.moved, state, stretch.demand)
    hold = list(stretch.holds)
    for place, held in zip(stretch.marks.on(stretch.moved), holds(excess), strict=True):
        hold[place] = held
    return There(state, excess, tuple(hold))


def _state_at(stretch: Stretch, at: int) -> Health | None:
    """The state at a second of the stretch, if nobody is overloaded otherwise by then."""
    if stretch.steady:
        return stretch.at(at)
    weighs = stretch.pressure(at)
    same = over(stretch.wiring, weighs.load, stretch.overloaded) == stretch.overloaded
    return stretch.under(weighs, at) if same else None


def next_bend(stretch: Stretch, reached: int, turn: int) -> int:
    """The second at which a stretch ends that goes on from one it has `reached`; at `turn` the load does."""
    end = min(turn, stretch.until)
    if not stretch.moved:
        return max(reached + 1, int(end))
    bends = [end, *_ends(stretch, reached)]
    return _crossing(stretch, reached, max(reached + 1, int(min(bends))))


def _ends(stretch: Stretch, reached: int) -> Iterator[int]:
    """The seconds at which a cache or a queue turns, and when to look anew whatever comes."""
    yield from (reached + _until_still(warmth, reached) for warmth in stretch.acting.warmths if warmth.slope)
    backlogs = stretch.acting.backlogs
    for line, backlog in zip(stretch.wiring.queues, backlogs, strict=True) if backlogs else ():
        yield from (reached + wait for wait in _until_felt(backlog, reached, line.bearable))
    yield reached + (FLOW if backlogs and stretch.moved is stretch.wiring.all else SAMPLE)


def _until_still(warmth: Warmth, reached: int) -> int:
    at = warmth.at(reached)
    left = (1 - at) if warmth.slope > 0 else at
    return max(1, -int(-left // abs(warmth.slope)))


def _until_felt(backlog: Backlog, reached: int, bearable: int) -> Iterator[int]:
    """The seconds until a queue is empty, or begins or ends to be felt, or is as bad as it can be."""
    if backlog.slope:
        for wait in (0.0, float(bearable), bearable * GONE_AT / PATIENT_UP_TO):
            left = (wait - backlog.at(reached)) / backlog.slope
            if left > 1e-9:
                yield max(1, -int(-left // 1))


@lru_cache(maxsize=KEPT)
def _crossing(stretch: Stretch, reached: int, end: int) -> int:
    """The first second by `end` at which an overload or a mark begins or ends, or the end.

    Looked for where it would be if what crosses ran in a straight line, which it mostly does; every third
    time halfway, in case it does not.
    """
    first = _excess_at(stretch, reached)
    low, high, then, turn = reached, end, there(stretch, end), 1
    crossed = _crossed(first, then)
    if crossed is None:
        return end
    while high - low > 1:
        middle = (low + high) // 2
        guess = _straight(reached, high, first, then, crossed) if crossed and turn % 3 else middle
        guess = min(high - 1, max(low + 1, guess))
        sooner = there(stretch, guess)
        otherwise = _crossed(first, sooner)
        if otherwise is None:
            low = guess
        else:
            high, then, crossed = guess, sooner, otherwise
        turn += 1
    return high


def _excess_at(stretch: Stretch, reached: int) -> Sequence[float]:
    """By how much each mark that depends on what moves is exceeded where a stretch goes on."""
    if reached:
        return there(stretch, reached).excess
    return [stretch.excess[place] for place in stretch.marks.on(stretch.moved)]


def _crossed(first: Sequence[float], then: There) -> Sequence[int] | None:
    """The places of what begins or ends to hold by a second; none of them if an overload does, else None."""
    if then.state is None:
        return ()
    return [place for place, now in enumerate(then.excess) if (now > 0) != (first[place] > 0)] or None


def _straight(begin: int, end: int, first: Sequence[float], then: There, crossed: Sequence[int]) -> int:
    """The first second at which a mark would cross zero, if its excess ran in a straight line."""
    shares = [first[place] / (first[place] - then.excess[place]) for place in crossed]
    return begin - int(-(end - begin) * min(shares) // 1)
