"""What can be watched: readings that lag and shiver, and the alerts that go by them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from simulator.domain.fact import AlertCleared, AlertFired
from simulator.domain.health import Health, health
from simulator.domain.organisation import Alert, Organisation, Signal
from simulator.domain.reading import readers
from simulator.domain.strain import Warmth
from simulator.domain.wiring import wiring_of
from simulator.world.dice import noise
from simulator.world.plant import Plant
from simulator.world.responders import Responders
from simulator.world.scene import Scene

FELT = ("success", "errors", "latency", "waiting")
"""What signals show by which one can tell that customers fail."""
FLOOR = 0.002
"""A signal that shows nothing still shivers by this much."""


class _Gauge(NamedTuple):
    """How a signal is read: how late, how noisy and from what, and the most it shows."""

    lag: int
    noise: float
    read: Callable[[Health], float]
    ceiling: float


class _View(NamedTuple):
    """By what dashboard a journey is watched: its `own`, or how late those are of what it needs."""

    number: int
    journey: str
    own: str
    succeeds: bool
    lag: int


class Signals:
    """All signals of the organisation, read with their lag and noise, and its alerts."""

    def __init__(self, scene: Scene, plant: Plant, responders: Responders) -> None:
        self._scene = scene
        self._plant = plant
        self._responders = responders
        self._gauges = _gauges(scene.organisation)
        self._noises = {name: noise(scene.seed, name) for name in self._gauges}
        self._beyond: dict[str, int] = {}
        self._brief: set[tuple[str, int]] = set()
        self._firing: set[str] = set()
        plant.watch(self._watch)

    def usual(self, name: str, at: int | None = None) -> float:
        """What a signal shows at a second (now by default) when nothing is wrong, with its lag."""
        second = (self._scene.now if at is None else at) - self._scene.organisation.signals[name].lag
        return usual_readings(self._scene.organisation, self._plant.demand_at(max(0, second)))[name]

    def read(self, name: str, at: int | None = None) -> float:
        """What a signal shows at a second (now by default): the past by its lag, with its noise."""
        gauge, second = self._gauges[name], self._scene.now if at is None else at
        return _shown(gauge, self._plant.at(second - gauge.lag), self._noises[name](second))

    @property
    def dark(self) -> bool:
        """Whether the dashboards do not load."""
        return not self._plant.works("dashboards")

    def read_all(self) -> tuple[tuple[str, float], ...]:
        """Every signal's name with what it shows now; nothing while the dashboards do not load."""
        if self.dark:
            return ()
        now, noises = self._scene.now, self._noises
        states = {lag: self._plant.at(now - lag) for lag in _lags(self._scene.organisation)}
        gauges = self._gauges.items()
        return tuple([(name, _shown(each, states[each.lag], noises[name](now))) for name, each in gauges])

    def failing(self) -> Iterator[tuple[str, float]]:
        """Each journey that dashboards tell of, with the share of it that fails, as late as they are.

        Where a journey has no dashboard of its own, those of what it needs tell, with the slowest of them.
        """
        for view in _views(self._scene.organisation):
            if view.own:
                shown = self.read(view.own)
                yield view.journey, 1 - shown if view.succeeds else shown
            else:
                yield view.journey, self._plant.at(self._scene.now - view.lag).journeys[view.number]

    @property
    def ringing(self) -> tuple[str, ...]:
        """The signals whose alerts ring now, in the order of the company's alerts."""
        return tuple(a.signal for a in self._scene.organisation.alerts if a.name in self._firing)

    def alarm_of(self, place: str) -> str:
        """The signal of a part of the system whose alert is ringing; empty when none is."""
        signals = self._scene.organisation.signals
        return next((name for name in self.ringing if signals[name].of == place), "")

    def shown(self, second: int) -> tuple[tuple[str, float], ...]:
        """What every signal showed at a second that is past, also before the first; nothing while dark."""
        if second >= 0 and not self._plant.worked("dashboards", second):
            return ()
        states = {lag: self._state(second - lag, second) for lag in {g.lag for g in self._gauges.values()}}
        noises, gauges = self._noises, self._gauges.items()
        return tuple((name, _shown(each, states[each.lag], noises[name](second))) for name, each in gauges)

    def _state(self, of: int, second: int) -> Health:
        """The state of a second as it is shown at another: before the first, whatever was then."""
        return self._plant.before(of) if second < 0 else self._plant.at(of)

    def _watch(self, rings: Sequence[bool]) -> None:
        for alert, beyond in zip(self._scene.organisation.alerts, rings, strict=True):
            if beyond != (alert.name in self._beyond):
                self._look(alert, self._scene.organisation.signals[alert.signal], beyond)

    def _look(self, alert: Alert, signal: Signal, beyond: bool) -> None:
        since, now = self._beyond.get(alert.name), self._scene.now
        if beyond and since is None:
            began = now if now else self._plant.onset
            self._beyond[alert.name] = began
            wait = began + signal.lag + alert.hold - now
            self._scene.later(wait, lambda: self._fire(alert, began))
        elif not beyond and since is not None:
            del self._beyond[alert.name]
            if now - since < alert.hold:
                self._brief.add((alert.name, since))
            self._scene.later(signal.lag, lambda: self._clear(alert))

    def _fire(self, alert: Alert, began: int) -> None:
        """The signal, by now, has read beyond the threshold for long enough, unless that was brief."""
        if (alert.name, began) in self._brief or alert.name in self._firing:
            return
        self._firing.add(alert.name)
        fact = AlertFired(alert.name, alert.signal, self._reading_of(alert, began), alert.pages)
        self._responders.page(alert.pages, self._scene.log.write(fact))

    def _reading_of(self, alert: Alert, began: int) -> float:
        """What an alert says that its signal reads: now or in the midst of its hold, but never well."""
        gauge = self._gauges[alert.signal]
        midst = max(0, began + alert.hold // 2)
        readings = (self.read(alert.signal), self.read(alert.signal, midst + gauge.lag))
        still = round(gauge.read(self._plant.at(midst)), 4)
        return next((one for one in readings if _is_beyond(alert, one)), still)

    def _clear(self, alert: Alert) -> None:
        if alert.name in self._firing and alert.name not in self._beyond:
            self._firing.discard(alert.name)
            self._scene.log.write(AlertCleared(alert.name, alert.signal))


def _is_beyond(alert: Alert, reading: float) -> bool:
    return reading > alert.threshold if alert.beyond == "above" else reading < alert.threshold


@lru_cache(maxsize=512)
def usual_readings(organisation: Organisation, demand: float) -> Mapping[str, float]:
    """What each signal shows at a demand when nothing is wrong."""
    wiring = wiring_of(organisation)
    warm = [Warmth(0, 1.0, 0.0) for _ in wiring.caches]
    well = health(wiring, (), warm, (), demand, 0)
    return {name: reader.read(well) for name, reader in readers(organisation).items()}


def _shown(gauge: _Gauge, state: Health, shiver: float) -> float:
    """What a gauge shows of a state that is as old as the gauge is late, with so much of its noise."""
    _lag, shivers, read, ceiling = gauge
    shown = read(state) * (1 + shivers * shiver) + FLOOR * abs(shiver)
    return ceiling if shown >= ceiling else round(shown, 4) if shown > 0 else 0.0


@lru_cache(maxsize=64)
def _gauges(organisation: Organisation) -> Mapping[str, _Gauge]:
    """The gauge of each signal."""
    shares = ("errors", "success", "hit rate")
    return {
        name: _Gauge(signal.lag, signal.noise, reader.read, 1.0 if signal.shows in shares else inf)
        for (name, signal), reader in zip(
            organisation.signals.items(), readers(organisation).values(), strict=True
        )
    }


@lru_cache(maxsize=64)
def _views(organisation: Organisation) -> tuple[_View, ...]:
    """The journeys that some dashboard tells of."""
    telling = [signal for signal in organisation.signals.values() if signal.shows in FELT]
    views = []
    for number, (name, journey) in enumerate(organisation.journeys.items()):
        own = next((s for s in telling if s.of == name), None)
        lags = [s.lag for s in telling if s.of in journey.needs]
        if own is not None:
            views.append(_View(number, name, own.name, own.shows == "success", own.lag))
        elif lags:
            views.append(_View(number, name, "", False, max(lags)))
    return tuple(views)


@lru_cache(maxsize=64)
def _lags(organisation: Organisation) -> frozenset[int]:
    """The seconds that signals are late, each once."""
    return frozenset([signal.lag for signal in organisation.signals.values()])
