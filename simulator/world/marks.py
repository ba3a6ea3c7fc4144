"""What is looked for in the state of the services: that customers feel it, and that alerts have to ring."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from simulator.domain.health import Health
from simulator.domain.organisation import Alert, Organisation
from simulator.domain.reading import Reader, readers

FELT = 0.002
"""With less than this share of all customers failing, nobody outside notices."""
ROUNDING = 1e-9
"""What is no further beyond a threshold than this is on it."""


class Mark(NamedTuple):
    """Something that holds of a state when `excess` of it is above zero; `seen` is what that depends on."""

    seen: frozenset[int]
    excess: Callable[[Health], float]


class Marks:
    """The marks of an organisation: first that customers feel it, then those of its alerts, in order.

    The same ones for every exercise, and compared by which they are.
    """

    def __init__(self, alerts: Iterable[Mark]) -> None:
        self._alerts = tuple(alerts)
        self._seeing: dict[frozenset[int], tuple[int, ...]] = {}

    def excess(self, state: Health, demand: float) -> list[float]:
        """By how much each is exceeded in a state at a demand."""
        return [felt(state, demand), *[mark.excess(state) for mark in self._alerts]]

    def excess_on(self, moved: frozenset[int], state: Health, demand: float) -> list[float]:
        """By how much those are exceeded that depend on any of the services that move."""
        alerts = self._alerts
        return [felt(state, demand), *[alerts[place - 1].excess(state) for place in self.on(moved)[1:]]]

    def on(self, moved: frozenset[int]) -> tuple[int, ...]:
        """The places of the marks that depend on any of the services that move; all others are as they were.

        What customers feel always may.
        """
        found = self._seeing.get(moved)
        if found is None:
            places = enumerate(self._alerts, 1)
            found = (0, *[place for place, mark in places if not mark.seen.isdisjoint(moved)])
            self._seeing[moved] = found
        return found


def felt(state: Health, demand: float) -> float:
    """By how much the share of customers who fail is more than nobody notices."""
    return state.failing * demand - FELT


def holds(excess: Sequence[float]) -> tuple[bool, ...]:
    """Which of some marks hold."""
    return tuple([beyond > 0 for beyond in excess])


@lru_cache(maxsize=64)
def marks_of(organisation: Organisation) -> Marks:
    """The marks of an organisation."""
    return Marks(_ring(alert, readers(organisation)[alert.signal]) for alert in organisation.alerts)


def _ring(alert: Alert, reader: Reader) -> Mark:
    """By how much a state is beyond an alert's threshold."""
    seen, read = reader
    threshold = alert.threshold
    if alert.beyond == "above":
        return Mark(seen, lambda state: read(state) - threshold - ROUNDING)
    return Mark(seen, lambda state: threshold - read(state) - ROUNDING)
