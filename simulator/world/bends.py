"""When a stretch of formulas ends: a line bends, the load turns, or something begins or ends to hold."""

from collections.abc import Callable, Iterator, Sequence
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


class Marked(NamedTuple):
    """Marks that depend on what moves in a stretch: how to tell their excess, and what it is at first."""

    excess: Sequence[Callable[[Health], float]] = ()
    first: Sequence[float] = ()


class Bend(NamedTuple):
    """The second at which a stretch ends; the state and the excess of each mark then, if they are known."""

    at: int
    state: Health | None = None
    excess: Sequence[float] = ()


class _There(NamedTuple):
    """What it will be like at a second; `crossed` are the places of the marks that are otherwise then.

    The state is None where an overload begins or ends: what comes of that is not worked out here.
    """

    state: Health | None
    excess: Sequence[float] = ()
    crossed: Sequence[int] = ()

    @property
    def otherwise(self) -> bool:
        """Whether the stretch ends by then."""
        return self.state is None or bool(self.crossed)


def next_bend(stretch: Stretch, marked: Marked, turn: int) -> Bend:
    """Where a stretch ends; `turn` is the second at which the load does."""
    now = stretch.reached
    bends = [min(turn, stretch.until)]
    if not stretch.moved:
        return Bend(max(now + 1, int(bends[0])))
    bends += [now + _until_still(warmth) for warmth in stretch.acting.warmths if warmth.slope]
    backlogs = stretch.acting.backlogs
    for line, backlog in zip(stretch.wiring.queues, backlogs, strict=True) if backlogs else ():
        bends += [now + wait for wait in _until_felt(backlog, line.bearable)]
    bends.append(now + (FLOW if backlogs and stretch.moved is stretch.wiring.all else SAMPLE))
    return _crossing(stretch, marked, max(now + 1, int(min(bends))))


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


def _crossing(stretch: Stretch, marked: Marked, end: int) -> Bend:
    """The first second by `end` at which an overload or a mark begins or ends, or the end.

    Looked for where it would be if what crosses ran in a straight line, which it mostly does; every third
    time halfway, in case it does not.
    """
    low, high, then, turn = stretch.reached, end, _there(stretch, marked, end), 1
    if then.otherwise:
        while high - low > 1:
            middle = (low + high) // 2
            guess = _straight(stretch.reached, high, marked, then) if then.crossed and turn % 3 else middle
            guess = min(high - 1, max(low + 1, guess))
            sooner = _there(stretch, marked, guess)
            if sooner.otherwise:
                high, then = guess, sooner
            else:
                low = guess
            turn += 1
    return Bend(high, then.state, then.excess)


def _straight(begin: int, end: int, marked: Marked, then: _There) -> int:
    """The first second at which a mark would cross zero, if its excess ran in a straight line."""
    first = marked.first
    shares = [first[place] / (first[place] - then.excess[place]) for place in then.crossed]
    return begin - int(-(end - begin) * min(shares) // 1)


def _there(stretch: Stretch, marked: Marked, at: int) -> _There:
    """What it will be like at a second of the stretch; looked at once, however often its bends are sought."""
    known = stretch.ahead.get(at)
    if known is None:
        state = _state_at(stretch, at)
        if state is None:
            return _There(None)
        known = stretch.ahead[at] = state, [excess(state) for excess in marked.excess]
    state, excess = known
    before = marked.first
    crossed = [place for place, now in enumerate(excess) if (now > 0) != (before[place] > 0)]
    return _There(state, excess, crossed)


def _state_at(stretch: Stretch, at: int) -> Health | None:
    """The state at a second of the stretch, if nobody is overloaded otherwise by then."""
    if stretch.alone:
        return stretch.alone_at(at)
    weighs = stretch.pressure(at)
    same = over(stretch.wiring, weighs.load, stretch.overloaded) == stretch.overloaded
    return stretch.under(weighs, at) if same else None
