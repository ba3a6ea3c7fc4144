"""The formulas from one event of the world to the next: what each second between them is like."""

from collections.abc import Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from simulator.domain.health import Health, Pressure, Suffered, pressure, state_of
from simulator.domain.load import usual_load
from simulator.domain.motion import Motion
from simulator.domain.strain import Backlog, Strain, Warmth
from simulator.domain.toll import Toll, tolls_of
from simulator.domain.wiring import Wiring
from simulator.world.overload import over

WEIGHING = frozenset({"load", "shed", "cost", "capacity"})
"""Kinds of strain that change what services have to carry."""
LOSING = frozenset({"loses", "strands"})
"""Kinds of strain under which work is lost."""
CURVE = 15
"""The degree of a function that is no polynomial but a smooth quotient, as in an overload."""


_NOTHING: frozenset[int] = frozenset()


class Acting(NamedTuple):
    """What acts during a stretch: strains, caches and queues in order, and the overloaded services."""

    strains: tuple[Strain, ...]
    warmths: tuple[Warmth, ...]
    backlogs: tuple[Backlog, ...]
    overloaded: frozenset[int]


class Stretch:
    """A stretch of time, from second `since` on, in which every strain and queue is a straight line.

    `moved` are the services whose state changes in it; none when it stands still. `degree` is how many lines
    are multiplied in the failing share. `first` is the state at its first second. `alone` are the services
    that move if they do so by themselves only, not in what others have to carry: all else is as at first.
    It goes on while no line bends, `until` a second; `state` is that of the last second `reached` in it.
    `ahead` keeps what later seconds will be like, and by how much each mark is exceeded then.
    """

    __slots__ = (
        "_flowing", "_last", "_motion", "_moves", "_past", "_still", "acting", "ahead", "alone", "degree",
        "demand", "first", "moved", "reached", "since", "state", "until", "wiring",
    )  # fmt: skip

    def __init__(self, wiring: Wiring, since: int, acting: Acting, demand: float, state: Health) -> None:
        self.wiring, self.since, self.demand, self.first, self.acting = wiring, since, demand, state, acting
        self.reached, self.state = since, state
        self._motion: Motion | None = None
        self._still: dict[int, Toll] | None = None
        self._past: dict[int, Health] | None = None
        self._last: tuple[float, Health] = (since, state)
        self.ahead: dict[int, tuple[Health, Sequence[float]]] = {}
        turning = [each for each in acting.strains if since < each.full or each.gone is not None]
        bends = [bend for strain in turning for bend in strain.turns(since)]
        self.until: float = min(bends) if bends else inf
        self.moved, self.degree, self._flowing = _NOTHING, 0, False
        self.alone: tuple[int, ...] = ()
        self._moves: Sequence[Strain] | None = ()
        self._set_moving([strain for strain in turning if strain.moving(since)])

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

    def at(self, second: float) -> Health:
        """The state at a second, the first or a later one."""
        if second == self.reached or not self.moved:
            return self.state
        if second == self.since:
            return self.first
        last, state = self._last
        if second == last:
            return state
        return self.alone_at(second) if self.alone else self.under(self.pressure(second), second)

    def suffered(self, second: float) -> Suffered:
        """What customers suffer at a second, without all else of the state."""
        if (self.alone or self._flowing) and second != self.reached:
            return self._by_themselves().suffered(second)
        return self.at(second).suffered

    def under(self, weighs: Pressure, second: float) -> Health:
        """The state at a later second, when its pressure is known."""
        return state_of(self.wiring, weighs, self.overloaded, self.waits(second))

    def alone_at(self, second: float) -> Health:
        """The state at a later second, when nothing moves but services by themselves; the last is kept."""
        state = self._by_themselves().health(second)
        self._last = second, state
        return state

    def _by_themselves(self) -> Motion:
        """What moves by itself, laid out when first asked for."""
        if self._motion is None:
            first, moves, overloaded = self.first, self._moves or (), self.overloaded
            services = self.alone or tuple(sorted(self.moved))
            self._motion = Motion(self.wiring, first, self.since, moves, overloaded, services, self._flows())
        return self._motion

    def _flows(self) -> dict[int, tuple[Backlog, int]]:
        """The queues at services that move, each with the seconds that customers bear."""
        if not self._flowing:
            return {}
        lines = zip(self.wiring.queues, self.acting.backlogs, strict=False)
        return {line.service: (backlog, line.bearable) for line, backlog in lines}

    def lasts_to(self, second: int, acting: Acting, demand: float, foreseen: Health | None) -> Health | None:
        """The state at a second if all goes on as it did, and need not be worked out anew; else None.

        So it does where nothing has come or gone, and where no load, cache or queue moves but with the
        demand: then nobody can have become overloaded. `foreseen` is that state at the demand until then, if
        it was worked out before.
        """
        if acting != self.acting or not (self.alone or not self.moved):
            return None
        load = self.first.load if demand == self.demand else self._load_at(demand)
        state = foreseen or self.at(second)
        if load is None or state.sick != self.first.sick:
            return None
        return state if load is self.first.load else state._replace(load=load)

    def _load_at(self, demand: float) -> tuple[float, ...] | None:
        """The loads at another demand if that is all that they depend on, and none is more than is borne."""
        wiring, acting = self.wiring, self.acting
        if acting.overloaded or self.first.load is not usual_load(wiring, self.demand):
            return None
        load = usual_load(wiring, demand)
        for line, backlog in zip(wiring.queues, acting.backlogs, strict=True) if acting.backlogs else ():
            if backlog.wait or load[line.service] >= 1 or line.service in self.first.sick:
                return None
        return None if over(wiring, load, ()) else load

    def onward(self, second: int, state: Health, demand: float) -> "Stretch":
        """The formulas from a later second on; others only where a line bends, or the demand turns."""
        if second >= self.until or demand != self.demand:
            return Stretch(self.wiring, second, self.acting, demand, state)
        self.reached, self.state = second, state
        return self

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
            self._still = tolls_of(self.wiring, still, self.since)
        return self._still

    def before(self, second: int) -> Health:
        """The state at a second before the first, as these formulas have it."""
        if self._past is None:
            self._past = _past(self.wiring, self.acting, self.demand)
        found = self._past.get(second)
        if found is None:
            wiring, acting = self.wiring, self.acting
            weighs = pressure(wiring, acting.strains, acting.warmths, self.demand, second)
            found = state_of(wiring, weighs, acting.overloaded, waits_of(acting.backlogs, second))
            self._past[second] = found
        return found

    def long_before(self, second: int, demand: float, upset: bool) -> Health:
        """The state at a second long before the first, at the load of then.

        Strains had set in when they did. Caches were warm until something was `upset`, and came from there
        by the straight line that they are on at first; whoever is overloaded then was, at too much load.
        """
        acting = self.acting
        warmths = acting.warmths if upset else tuple(Warmth(second, 1.0, 0.0) for _ in acting.warmths)
        weighs = pressure(self.wiring, acting.strains, warmths, demand, second)
        overloaded = over(self.wiring, weighs.load, frozenset()) & acting.overloaded
        return state_of(self.wiring, weighs, overloaded, waits_of(acting.backlogs, second))

    def waits(self, second: float) -> tuple[float, ...]:
        """The seconds of work in each queue at a second."""
        return waits_of(self.acting.backlogs, second)


def waits_of(backlogs: Sequence[Backlog], second: float) -> tuple[float, ...]:
    """The seconds of work in each queue at a second."""
    return tuple([backlog.at(second) for backlog in backlogs]) if backlogs else ()


@lru_cache(maxsize=64)
def _past(_wiring: Wiring, _acting: Acting, _demand: float) -> dict[int, Health]:
    """The states before the first second that were asked for.

    They are the same in each exercise of an outage with the same cause, and as many as signals are late.
    """
    return {}
