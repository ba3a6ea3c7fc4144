"""What the dashboards showed so far, so that a chart is whole for whoever opens it late."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from simulator.domain.duration import HOUR

EVERY = 15
"""Simulated seconds between two samples at first."""
MOST = 720
"""Samples that are kept; when there are more, those of the older half become half as many."""
BEFORE = HOUR
"""Simulated seconds before the exercise for which dashboards are kept at hand."""
APART = 30
"""Simulated seconds between two samples of what was before a room began."""

DARK: Mapping[str, Any] = {}


class Trace:
    """Samples of all signals. A moment at which the dashboards did not load is a sample without readings."""

    def __init__(self) -> None:
        self.at: list[int] = []
        self.readings: list[Mapping[str, float]] = []

    def steps(self, now: int, to: int) -> Iterator[int]:
        """The seconds to stop at on the way to a later one, to take a sample at each."""
        yield from range(now + EVERY, to, EVERY)
        yield to

    def keep(self, at: int, gauges: Mapping[str, float]) -> None:
        """Take a sample."""
        self.at.append(at)
        self.readings.append(gauges)
        if len(self.at) > MOST:
            self._thin()

    def due(self, at: int) -> bool:
        """Whether it is time for another sample."""
        return not self.at or at - self.at[-1] >= EVERY

    def told(self) -> Mapping[str, Any]:
        """The samples by signal, as the charts want them; None where nothing could be read."""
        names = dict.fromkeys(name for sample in self.readings for name in sample)
        return {
            "at": list(self.at),
            "signals": {name: [_short(sample.get(name)) for sample in self.readings] for name in names},
        }

    def _thin(self) -> None:
        half = MOST // 2
        self.at = [*self.at[:half:2], *self.at[half:]]
        self.readings = [*self.readings[:half:2], *self.readings[half:]]


class Past:
    """What the dashboards showed from an hour before the exercise up to where a room of it `began`."""

    def __init__(self, shown: Callable[[int], Iterable[tuple[str, float]]], began: int) -> None:
        self._shown = shown
        self._began = began
        self._told: Mapping[str, Any] | None = None

    def told(self, gauges: Mapping[str, float]) -> Mapping[str, Any]:
        """The samples, as the charts want them; nothing while the dashboards do not load."""
        if not gauges:
            return DARK
        if self._told is None:
            trace = Trace()
            for second in range(-BEFORE, self._began, APART):
                trace.keep(second, dict(self._shown(second)))
            self._told = trace.told()
        return self._told


def _short(value: float | None) -> float | None:
    """Four digits are more than a chart shows."""
    return None if value is None else float(f"{value:.4g}")
