"""What is observed in plays: numbers by the name of what they measure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from simulator.domain.duration import MINUTE

Sample: TypeAlias = Mapping[str, Sequence[float]]
"""Every observation by name. Times are in minutes unless the name says otherwise."""


class Notes:
    """Observations as they are taken."""

    def __init__(self) -> None:
        self.taken: dict[str, list[float]] = defaultdict(list)

    def take(self, name: str, value: float) -> None:
        """Note a number."""
        self.taken[name].append(value)

    def took(self, name: str, begin: int, end: int) -> None:
        """Note how long something took, from one second to another; at least one second."""
        self.take(name, max(1, end - begin) / MINUTE)


def pooled(samples: Iterable[Sample]) -> dict[str, list[float]]:
    """Several samples as one."""
    every: dict[str, list[float]] = defaultdict(list)
    for sample in samples:
        for name, values in sample.items():
            every[name].extend(values)
    return dict(every)
