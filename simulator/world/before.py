"""What it was like before the first second of an exercise, as far back as signals and charts look."""

from functools import lru_cache

from simulator.domain.health import Health, pressure, state_of
from simulator.domain.strain import Warmth
from simulator.domain.wiring import Wiring
from simulator.world.overload import over
from simulator.world.stretch import Acting, waits_of


class Before:
    """The past of the first second, from what acts then: strains had set in when they did."""

    def __init__(self, wiring: Wiring, acting: Acting, demand: float) -> None:
        self._wiring, self._acting, self._demand = wiring, acting, demand
        self._known = _known(wiring, acting, demand)

    def at(self, second: int) -> Health:
        """The state at a second, as the formulas of the first one have it."""
        found = self._known.get(second)
        if found is None:
            wiring, acting = self._wiring, self._acting
            weighs = pressure(wiring, acting.strains, acting.warmths, self._demand, second)
            found = state_of(wiring, weighs, acting.overloaded, waits_of(acting.backlogs, second))
            self._known[second] = found
        return found

    def long_before(self, second: int, demand: float, upset: bool) -> Health:
        """The state at a second long before, at the load of then.

        Caches were warm until something was `upset`, and came from there by the straight line that they are
        on at first; whoever is overloaded then was, at too much load.
        """
        acting = self._acting
        warm = tuple(Warmth(second, 1.0, 0.0) for _ in acting.warmths)
        warmths = acting.warmths if upset else warm
        weighs = pressure(self._wiring, acting.strains, warmths, demand, second)
        overloaded = over(self._wiring, weighs.load, frozenset()) & acting.overloaded
        return state_of(self._wiring, weighs, overloaded, waits_of(acting.backlogs, second))


@lru_cache(maxsize=64)
def _known(_wiring: Wiring, _acting: Acting, _demand: float) -> dict[int, Health]:
    """The states before the first second that were asked for.

    They are the same in each exercise of an outage with the same cause, and as many as signals are late.
    """
    return {}
