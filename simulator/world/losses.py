"""What customers lose: who fails now, customer-minutes until now, and work that is lost or stranded."""

from functools import lru_cache

from simulator.domain.duration import MINUTE
from simulator.domain.fact import ImpactChanged
from simulator.domain.health import Health
from simulator.domain.impact import LOST_WORK
from simulator.world.lost import lost
from simulator.world.scene import Scene
from simulator.world.stretch import KEPT, Stretch


class Losses:
    """Customer-minutes lost until the last settled second; work that is lost weighs several times as much.

    `stranded` is the work that only one side of a split has: not lost yet.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._journeys = tuple(scene.organisation.journeys)
        self._since = 0
        self._said: tuple[object, ...] | None = None
        self._arriving = 0
        self.total = 0.0
        self.stranded = 0.0

    def count(self, stretch: Stretch, since: int) -> None:
        """Count what was lost until now by the formulas that held until now, which began at a second."""
        now, begin = self._scene.env.second, self._since
        if now == begin:
            return
        customers = self._scene.organisation.customers * stretch.demand
        cost, stranding, arriving = lost(stretch, begin - since, now - since)
        self.total += cost * customers / MINUTE
        self.stranded += stranding * customers / MINUTE
        self._arriving = round(arriving * customers)
        self._since = now

    def discard(self) -> float:
        """Lose what is stranded; the customer-minutes of work that were."""
        gone, self.stranded = self.stranded, 0.0
        self.total += LOST_WORK * gone
        return gone

    def merge(self) -> float:
        """Bring what is stranded together again; the customer-minutes of work that were."""
        saved, self.stranded = self.stranded, 0.0
        return saved

    def say(self, state: Health, demand: float, *, moving: bool) -> None:
        """Put on record who fails from now on, if that is new or on the move."""
        active = self._scene.organisation.customers * demand
        failing, losing = round(state.failing * active), round(state.losing * active)
        journeys = self._failing_journeys(state)
        said = (failing, losing, journeys)
        if said == (self._said or (0, 0, ())) and self._arriving == failing and not moving:
            return
        self._said = said
        self._write(failing, losing, journeys)
        self._arriving = failing

    def close(self, state: Health, demand: float) -> None:
        """Put on record what was lost in all."""
        active = self._scene.organisation.customers * demand
        failing, losing = round(state.failing * active), round(state.losing * active)
        self._write(failing, losing, self._failing_journeys(state))

    def _write(self, failing: int, losing: int, journeys: tuple[tuple[str, float], ...]) -> None:
        total, stranded = round(self.total, 1), round(self.stranded, 1)
        self._scene.log.truth(ImpactChanged(failing, self._arriving, total, journeys, losing, stranded))

    def _failing_journeys(self, state: Health) -> tuple[tuple[str, float], ...]:
        return _failing(self._journeys, state.journeys)


@lru_cache(maxsize=KEPT)
def _failing(journeys: tuple[str, ...], shares: tuple[float, ...]) -> tuple[tuple[str, float], ...]:
    named = zip(journeys, shares, strict=True)
    return tuple([(name, round(share, 3)) for name, share in named if share > 0.0005])
