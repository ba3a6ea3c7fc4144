"""What all strains on a service come to at one second."""

from collections.abc import Sequence

from simulator.domain.scenario import EffectKind
from simulator.domain.strain import Strain, give_up
from simulator.domain.wiring import Wiring

LEAST = 0.05
"""No factor falls below this, however many strains there are."""


class Toll:
    """What all strains on one service come to at one second.

    `alive` is the share of its requests that no error takes; `parts` the same for each of its parts, where
    strains act on single ones. `drag` is the latency of slow parts spread over the whole: it shows in
    signals, while only the customers on those parts give up. `weighs` is whether it changes what the
    service or others have to carry. `loses` and `strands` are the shares of the work done through it that are
    lost, or kept where only one side has them, while the request itself succeeds.
    """

    alive = slow = load = work = capacity = 1.0
    drag = shed = loses = strands = 0.0
    parts: list[float] | None = None
    weighs = False

    def add(self, strain: Strain, level: float, parts: int) -> None:
        """Add a strain at its level, on a service of so many parts."""
        kind, part = strain.kind, strain.part
        if kind == "errors":
            if part is None:
                self.alive *= 1 - level
            else:
                (self.parts or self._split(parts))[part - 1] *= 1 - level
        elif kind == "slow":
            if part is None:
                self.slow *= max(LEAST, 1 + level)
            else:
                (self.parts or self._split(parts))[part - 1] *= 1 - give_up(1 + level)
                self.drag += level / parts
        else:
            self._add_other(kind, level)

    def _split(self, parts: int) -> list[float]:
        """Look at its parts one by one from now on."""
        self.parts = [1.0] * parts
        return self.parts

    def _add_other(self, kind: EffectKind, level: float) -> None:
        if kind == "loses":
            self.loses = 1 - (1 - self.loses) * (1 - level)
        elif kind == "strands":
            self.strands = 1 - (1 - self.strands) * (1 - level)
        else:
            self._add_weight(kind, level)

    def _add_weight(self, kind: EffectKind, level: float) -> None:
        self.weighs = True
        if kind == "shed":
            self.shed += level
        elif kind == "load":
            self.load *= max(LEAST, 1 + level)
        elif kind == "cost":
            self.work *= max(LEAST, 1 + level)
        elif kind == "capacity":
            self.capacity *= max(LEAST, 1 + level)

    def served(self) -> float:
        """The share of its requests that are neither lost nor given up nor turned away."""
        served = self.alive
        if self.slow != 1:
            served *= 1 - give_up(self.slow)
        if self.shed:
            served *= self.passed
        return served * sum(self.parts) / len(self.parts) if self.parts else served

    @property
    def working(self) -> float:
        """The share of its usual pace at which it works, where requests wait in a queue."""
        return self.alive * sum(self.parts) / len(self.parts) if self.parts else self.alive

    @property
    def passed(self) -> float:
        """The share of its requests that are not turned away."""
        return 1 - min(1.0, max(0.0, self.shed))


def tolls_of(wiring: Wiring, strains: Sequence[Strain], at: float) -> dict[int, Toll]:
    """The strains at one second, summed up by service; services without strain are left out."""
    tolls: dict[int, Toll] = {}
    for strain in strains:
        if strain.full <= at and strain.gone is None:
            level = strain.amount * strain.scale  # as most are: there is no need to ask
        else:
            level = strain.level(at)
        if level:
            service = strain.service
            toll = tolls.get(service)
            if toll is None:
                toll = tolls[service] = Toll()
            toll.add(strain, level, wiring.parts[service])
    return tolls
