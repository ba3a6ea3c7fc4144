"""The formulas from one event of the world to the next: what each second between them is like.

They follow from what acts and from the load alone, whichever exercise that is in and however late: so they
are counted in seconds from where they begin, and worked out once for all exercises that come to the same.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from simulator.domain.health import Health, Pressure, Suffered, pressure, state_of
from simulator.domain.motion import Motion
from simulator.domain.strain import Backlog, Strain, Warmth, seen_from
from simulator.domain.toll import Toll, tolls_of
from simulator.domain.wiring import CacheLine, Wiring
from simulator.world.marks import Marks, holds
from simulator.world.overload import over

WEIGHING = frozenset({"load", "shed", "cost", "capacity"})
"""Kinds of strain that change what services have to carry."""
LOSING = frozenset({"loses", "strands"})
"""Kinds of strain under which work is lost."""
CURVE = 15
"""The degree of a function that is no polynomial but a smooth quotient, as in an overload."""
KEPT = 512
"""So many stretches are kept, for whoever comes to the same: some six megabytes, and four times as many are
hardly met more often (measured in sweeps of write-stall and no-search)."""
_NOTHING: frozenset[int] = frozenset()


class Acting(NamedTuple):
    """What acts on the services: strains, caches and queues in order, and those that are overloaded."""

    strains: tuple[Strain, ...]
    warmths: tuple[Warmth, ...]
    backlogs: tuple[Backlog, ...]
    overloaded: frozenset[int]

    def seen_from(self, second: int) -> "Acting":
        """What acts at a second, counted from there: what comes to the same is equal."""
        strains, warmths, backlogs, overloaded = self
        return Acting(
            tuple([seen_from(strain, second) for strain in strains]),
            tuple([warmth.seen_from(second) for warmth in warmths]),
            tuple([backlog.seen_from(second) for backlog in backlogs]),
            overloaded,
        )


class Stretch:
    """A stretch of time in which every strain and queue is a straight line, from its second 0 on.

    `first` is the state at its first second, `excess` by how much each of the marks is exceeded then, and
    `holds` which of them hold. `moved` are the services whose state changes in it; none when it stands still.
    `degree` is how many lines are multiplied in the failing share. `alone` are the services that move if they
    do so by themselves only, not in what others have to carry: all else is as at first. It goes on while no
    line bends, `until` a second. Nobody changes one: it is shared.
    """

    __slots__ = (
        "_flowing", "_motion", "_moves", "_still", "acting", "alone", "degree", "demand", "excess", "first",
        "holds", "marks", "moved", "until", "wiring",
    )  # fmt: skip

    def __init__(self, wiring: Wiring, marks: Marks, acting: Acting, demand: float, first: Health) -> None:
        self.wiring, self.marks, self.acting, self.demand, self.first = wiring, marks, acting, demand, first
        self.excess = marks.excess(first, demand)
        self.holds = holds(self.excess)
        self._motion: Motion | None = None
        self._still: dict[int, Toll] | None = None
        turning = [each for each in acting.strains if each.full > 0 or each.gone is not None]
        bends = [bend for strain in turning for bend in strain.turns(0)]
        self.until: float = min(bends) if bends else inf
        self.moved, self.degree, self._flowing = _NOTHING, 0, False
        self.alone: tuple[int, ...] = ()
        self._moves: Sequence[Strain] | None = ()
        self._set_moving([strain for strain in turning if strain.moving(0)])

    def _set_moving(self, moves: Sequence[Strain]) -> None:
        """Find out what moves, and what that leaves as it is."""
        wiring, acting = self.wiring, self.acting
        lines = zip(wiring.queues, acting.backlogs, strict=True) if acting.backlogs else ()
        queues = [line.service for line, backlog in lines if backlog.slope]
        warming = any(warmth.slope for warmth in acting.warmths)
        if not (moves or queues or warming):
            return
        kinds = {strain.kind for strain in moves}
        weighing = warming or not kinds.isdisjoint(WEIGHING)
        moved = self.moved = wiring.all if weighing else frozenset([*[s.service for s in moves], *queues])
        self.degree = CURVE if warming or (weighing and acting.overloaded) else len(moves) + len(queues)
        flows = bool(queues) or not moved.isdisjoint([line.service for line in wiring.queues])
        unweighed = not weighing and kinds.isdisjoint(LOSING)
        self.alone = tuple(sorted(moved)) if unweighed and not flows else ()
        self._flowing = unweighed and flows and not (self.first.losing or self.first.stranding)
        self._moves = None if weighing else [each for each in acting.strains if each.service in moved]

    @property
    def overloaded(self) -> frozenset[int]:
        """The services that are overloaded all the while."""
        return self.acting.overloaded

    @property
    def still(self) -> bool:
        """Whether all stays as it is for good, so that it is the same seen from any second of it."""
        return not self.moved and self.until == inf

    @property
    def steady(self) -> bool:
        """Whether no load, cache or queue moves: then nobody can become overloaded."""
        return bool(self.alone) or not self.moved

    def at(self, second: float) -> Health:
        """The state at a second, the first or a later one."""
        if not (second and self.moved):
            return self.first
        if self.alone:
            return self._by_themselves().health(second)
        return self.under(self.pressure(second), second)

    def suffered(self, second: float) -> Suffered:
        """What customers suffer at a second, without all else of the state."""
        if second and (self.alone or self._flowing):
            return self._by_themselves().suffered(second)
        return self.at(second).suffered

    def under(self, weighs: Pressure, second: float) -> Health:
        """The state at a later second, when its pressure is known."""
        return state_of(self.wiring, weighs, self.overloaded, self.waits(second))

    def _by_themselves(self) -> Motion:
        """What moves by itself, laid out when first asked for."""
        if self._motion is None:
            first, moves, overloaded = self.first, self._moves or (), self.overloaded
            services = self.alone or tuple(sorted(self.moved))
            self._motion = Motion(self.wiring, first, 0, moves, overloaded, services, self._flows())
        return self._motion

    def _flows(self) -> dict[int, tuple[Backlog, int]]:
        """The queues at services that move, each with the seconds that customers bear."""
        if not self._flowing:
            return {}
        lines = zip(self.wiring.queues, self.acting.backlogs, strict=False)
        return {line.service: (backlog, line.bearable) for line, backlog in lines}

    def pressure(self, second: float) -> Pressure:
        """What weighs on the services at a second."""
        if self._moves is None:
            return pressure(self.wiring, self.acting.strains, self.acting.warmths, self.demand, second)
        tolls = {**self._standing(), **tolls_of(self.wiring, self._moves, second)}
        return Pressure(tolls, self.first.hits, self.first.load)

    def _standing(self) -> dict[int, Toll]:
        """The tolls of what stands still, worked out once, when first asked for."""
        if self._still is None:
            still = [strain for strain in self.acting.strains if strain.service not in self.moved]
            self._still = tolls_of(self.wiring, still, 0)
        return self._still

    def waits(self, second: float) -> tuple[float, ...]:
        """The seconds of work in each queue at a second."""
        return waits_of(self.acting.backlogs, second)


def waits_of(backlogs: Sequence[Backlog], second: float) -> tuple[float, ...]:
    """The seconds of work in each queue at a second."""
    return tuple([backlog.at(second) for backlog in backlogs]) if backlogs else ()


@lru_cache(maxsize=KEPT)
def stretch_of(wiring: Wiring, marks: Marks, acting: Acting, demand: float) -> Stretch:
    """What comes of all that acts from its second 0 on, where `overloaded` are those that were until then.

    Who is over capacity is found anew; caches and queues turn accordingly.
    """
    weighs = pressure(wiring, acting.strains, acting.warmths, demand, 0)
    too_much = over(wiring, weighs.load, acting.overloaded)
    lines = zip(wiring.caches, acting.warmths, strict=True)
    warmths = tuple([_turned(warmth, line, too_much) for line, warmth in lines])
    queues = zip(wiring.queues, acting.backlogs, strict=True)
    backlogs = tuple([_flowing(backlog, line.service, weighs) for line, backlog in queues])
    state = state_of(wiring, weighs, too_much, tuple([backlog.wait for backlog in backlogs]))
    return Stretch(wiring, marks, Acting(acting.strains, warmths, backlogs, too_much), demand, state)


def _turned(warmth: Warmth, line: CacheLine, overloaded: frozenset[int]) -> Warmth:
    """A cache's warmth from now on: it cools while what it shields is overloaded, else it warms."""
    at = warmth.at(0)
    slope = (-1 if line.shielded in overloaded else 1) / line.refill
    still = (slope > 0 and at >= 1) or (slope < 0 and at <= 0)
    return Warmth(0, at, 0.0 if still else slope)


def _flowing(backlog: Backlog, service: int, weighs: Pressure) -> Backlog:
    """A queue from now on: what comes in, against the pace at which it is worked off."""
    toll = weighs.tolls.get(service)
    slope = weighs.load[service] - (toll.working if toll else 1.0)
    wait = backlog.at(0)
    return Backlog(0, wait, 0.0 if wait <= 0 and slope < 0 else slope)
