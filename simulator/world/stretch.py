"""The formulas from one event of the world to the next: what each second between them is like."""

from typing import NamedTuple

from simulator.domain.health import Health, Pressure, pressure, state_of
from simulator.domain.strain import Backlog, Strain, Warmth
from simulator.domain.toll import tolls_of
from simulator.domain.wiring import Wiring

WEIGHING = frozenset({"load", "shed", "cost", "capacity"})
"""Kinds of strain that change what services have to carry."""
CURVE = 15
"""The degree of a function that is no polynomial but a smooth quotient, as in an overload."""


class Acting(NamedTuple):
    """What acts during a stretch: strains, caches and queues in order, and the overloaded services."""

    strains: tuple[Strain, ...]
    warmths: tuple[Warmth, ...]
    backlogs: tuple[Backlog, ...]
    overloaded: frozenset[int]


class Stretch:
    """A stretch of time, from second `since` on, in which every strain and queue is a straight line.

    `moved` are the services whose state changes in it; none when it stands still. `degree` is how many lines
    are multiplied in the failing share. What stands still is worked out once, when first asked for.
    """

    __slots__ = ("_moves", "_steady", "_still", "acting", "degree", "demand", "moved", "since", "wiring")

    def __init__(self, wiring: Wiring, since: int, acting: Acting, demand: float, state: Health) -> None:
        self.wiring, self.since, self.demand, self._still, self.acting = wiring, since, demand, state, acting
        strains = acting.strains
        moves = [strain for strain in strains if strain.moving(since)]
        lines = zip(wiring.queues, acting.backlogs, strict=True)
        queues = [line.service for line, backlog in lines if backlog.slope]
        warming = any(warmth.slope for warmth in acting.warmths)
        weighing = warming or any(strain.kind in WEIGHING for strain in moves)
        self.moved = wiring.all if weighing else frozenset([*[s.service for s in moves], *queues])
        self.degree = CURVE if warming or (weighing and acting.overloaded) else len(moves) + len(queues)
        self._moves = None if weighing else [s for s in strains if s.service in self.moved]
        self._steady: Pressure | None = None

    @property
    def overloaded(self) -> frozenset[int]:
        """The services that are overloaded all the while."""
        return self.acting.overloaded

    def at(self, second: float) -> Health:
        """The state at a second, the first or a later one."""
        if not self.moved or second == self.since:
            return self._still
        return state_of(self.wiring, self.pressure(second), self.overloaded, self.waits(second))

    def pressure(self, second: float) -> Pressure:
        """What weighs on the services at a second."""
        if self._moves is None:
            return self._weighed(second)
        if self._steady is None:
            still = [strain for strain in self.acting.strains if strain.service not in self.moved]
            tolls = tolls_of(self.wiring, still, self.since)
            self._steady = self._weighed(self.since)._replace(tolls=tolls)
        moved = tolls_of(self.wiring, self._moves, second)
        return Pressure({**self._steady.tolls, **moved}, self._steady.hits, self._steady.load)

    def before(self, second: int) -> Health:
        """The state at a second before the first, as these formulas have it."""
        return state_of(self.wiring, self._weighed(second), self.overloaded, self.waits(second))

    def _weighed(self, second: float) -> Pressure:
        return pressure(self.wiring, self.acting.strains, self.acting.warmths, self.demand, second)

    def waits(self, second: float) -> tuple[float, ...]:
        """The seconds of work in each queue at a second."""
        backlogs = self.acting.backlogs
        return tuple([backlog.at(second) for backlog in backlogs]) if backlogs else ()
