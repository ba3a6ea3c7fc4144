"""What acts on services, as straight lines of time: strains, and the warmth of caches."""

from typing import NamedTuple

from simulator.domain.scenario import EffectKind

PATIENT_UP_TO = 2.0
"""Slower than this factor and some customers give up (assumption)."""
GONE_AT = 20.0
"""At this factor as many give up as ever will (assumption)."""
GIVE_UP_AT_MOST = 0.9


def give_up(slow: float) -> float:
    """The share of customers who give up at a factor on latency: a straight line between the two bounds."""
    if slow <= PATIENT_UP_TO:
        return 0.0
    if slow >= GONE_AT:
        return GIVE_UP_AT_MOST
    return (slow - PATIENT_UP_TO) / (GONE_AT - PATIENT_UP_TO) * GIVE_UP_AT_MOST


class Strain(NamedTuple):
    """Something acting on a service: from nothing at `begins` in a straight line to `amount` at `full`.

    It fades from there to nothing between `fades` and `gone`, when these are set. `scale` is what is
    left of it while it is relieved.
    """

    service: int
    part: int | None
    kind: EffectKind
    amount: float
    begins: int
    full: int
    why: str
    fades: int | None = None
    gone: int | None = None
    scale: float = 1.0

    def level(self, at: float) -> float:
        """How much of it there is at a second."""
        level, gone = self.amount * self.scale, self.gone
        if at < self.full:
            if at < self.begins:
                return 0.0
            level *= (at - self.begins) / (self.full - self.begins)
        if gone is not None:
            if at >= gone:
                return 0.0
            fades = self.fades
            if fades is not None and at > fades:
                level *= (gone - at) / (gone - fades)
        return level

    def moving(self, at: int) -> bool:
        """Whether its level changes just after a second."""
        if at < self.full:
            return self.begins <= at
        return self.fades is not None and self.gone is not None and self.fades <= at < self.gone

    def turns(self, after: int) -> list[int]:
        """The seconds after this one at which its line bends, or what customers bear of it begins or ends."""
        if after >= self.full and (self.gone is None or after >= self.gone):
            return []
        bends = [self.begins, self.full, self.fades, self.gone]
        if self.kind == "slow":
            bends += [self._reaches(level - 1) for level in (PATIENT_UP_TO, GONE_AT) if self.full > after]
            bends += [self._falls(level - 1) for level in (PATIENT_UP_TO, GONE_AT)]
        return [bend for bend in bends if bend is not None and bend > after]

    def _reaches(self, level: float) -> int | None:
        """The second of its growth at which it reaches a level, if it does."""
        share = self._share(level)
        return self.begins + round(share * (self.full - self.begins)) if 0 < share < 1 else None

    def _falls(self, level: float) -> int | None:
        """The second of its fading at which it comes down to a level, if it does."""
        if self.fades is None or self.gone is None:
            return None
        share = self._share(level)
        return self.gone - round(share * (self.gone - self.fades)) if 0 < share < 1 else None

    def _share(self, level: float) -> float:
        """The share of all of it at which it is at a level; 0 where there is nothing of it."""
        most = self.amount * self.scale
        return level / most if most else 0.0


def scaled(strain: Strain, scale: float) -> Strain:
    """A strain of which a share is left."""
    return Strain(*strain[:9], scale)


def seen_from(strain: Strain, second: int) -> Strain:
    """How a strain goes on from a second, counted from there; its name and what is past of it are left out.

    So strains that go on alike are equal, whenever they began.
    """
    service, part, kind, amount, begins, full, _why, fades, gone, scale = strain
    begins, full = (0, 0) if full <= second else (begins - second, full - second)
    fades = None if fades is None else fades - second
    gone = None if gone is None else gone - second
    return Strain(service, part, kind, amount, begins, full, "", fades, gone, scale)


def fading(strain: Strain, now: int, gone: int) -> Strain:
    """What is left of a strain as it fades from now on, without a name: it is not lifted or eased again."""
    kept = strain.service, strain.part, strain.kind
    return Strain(*kept, strain.level(now), now - 1, now - 1, why="", fades=now, gone=gone)


class Warmth(NamedTuple):
    """A cache's warmth, from 0 (cold) to 1 (as usual), running in a straight line from a second on."""

    since: int
    warmth: float
    slope: float

    def at(self, second: float) -> float:
        """The warmth at a second, within 0 and 1."""
        if not self.slope:
            return self.warmth
        return min(1.0, max(0.0, self.warmth + self.slope * (second - self.since)))

    def seen_from(self, second: int) -> "Warmth":
        """How it goes on from a second, counted from there."""
        return Warmth(0, self.at(second), self.slope) if self.slope or self.since else self


class Backlog(NamedTuple):
    """What waits in a queue, in seconds of work, in a straight line from a second on; never below 0."""

    since: int
    wait: float
    slope: float

    def at(self, second: float) -> float:
        """The seconds of work that wait at a second."""
        return max(0.0, self.wait + self.slope * (second - self.since)) if self.slope else self.wait

    def seen_from(self, second: int) -> "Backlog":
        """How it goes on from a second, counted from there."""
        return Backlog(0, self.at(second), self.slope) if self.slope or self.since else self


def late(wait: float, bearable: int) -> float:
    """The share of customers for whom a queue with so many seconds of work is too slow.

    Nobody up to the wait that customers bear; from there as with slow answers (see `give_up`).
    """
    return give_up(PATIENT_UP_TO * wait / bearable)
