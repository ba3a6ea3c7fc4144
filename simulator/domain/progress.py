"""What some plays tell of a person: how high, and how surely; and whether confidence was earned."""

from collections.abc import Iterable, Sequence
from math import sqrt

from simulator.domain.value import Value

WINDOW = 5
"""So many plays are taken together (assumption: fewer say little, more hide what has been learned)."""
FEWEST = 3
"""From fewer plays no interval is worked out: it would be as wide as the scale."""
SPREAD = 5.0
"""Points that a play differs from the next at least, however alike a few came out (assumption)."""
TRUST = 0.9
"""How surely an interval holds the mean of many such plays."""
_QUANTILES = {2: 2.920, 3: 2.353, 4: 2.132}
"""Student's t for TRUST, both sides, by degrees of freedom: any table of the distribution has them."""
TOP = 100.0
TENTH = 10
CLAIMS = 10
"""From fewer claims no interval is worked out: one miss more or less would move it anywhere (assumption)."""
_CLAIMS_QUANTILE = 1.833
"""Student's t for TRUST, both sides, with CLAIMS - 1 degrees of freedom; a little too wide for more."""


class Estimate(Value):
    """The mean of some plays, and the bounds within which the mean of many such plays lies (0 to 100)."""

    plays: int
    mean: float
    low: float
    high: float


class Progress(Value):
    """The points of the last plays, the oldest first; what they come to, and what those before came to.

    An estimate is None where there are too few plays for one.
    """

    points: tuple[float, ...]
    now: Estimate | None
    before: Estimate | None

    @property
    def change(self) -> str:
        """`higher` or `lower` when the intervals are apart, else that nobody can tell; empty without both."""
        if self.now is None or self.before is None:
            return ""
        if self.now.low > self.before.high:
            return "higher"
        return "lower" if self.now.high < self.before.low else "cannot tell"


class Claimed(Value):
    """Claims that were made about as surely: how surely on average, how many there were and held."""

    sure: float
    claims: int
    held: int


class Mean(Value):
    """A mean over some claims, with its bounds; both None where there are too few claims for them."""

    mean: float
    low: float | None = None
    high: float | None = None


class Confidence(Value):
    """How well confidence was earned over some claims.

    `brier` is the mean squared miss (Brier, Monthly Weather Review 78, 1950): 0 is perfect, and who always
    says 50 % earns 0.25. `excess` is by how much one was surer, on average, than things held.
    """

    claims: int
    brier: Mean
    excess: Mean

    @property
    def verdict(self) -> str:
        """`too sure` or `too unsure` where the excess is none by chance; empty where nobody can tell."""
        if self.excess.low is None or self.excess.high is None:
            return ""
        return "too sure" if self.excess.low > 0 else "too unsure" if self.excess.high < 0 else ""


def progress(points: Sequence[float]) -> Progress:
    """The progress that points show which were earned one after the other."""
    last, before = tuple(points[-WINDOW:]), points[-2 * WINDOW : -WINDOW]
    return Progress(last, estimate(last), estimate(before))


def estimate(points: Sequence[float]) -> Estimate | None:
    """Mean and t-interval, within the scale; None for fewer than FEWEST plays.

    The interval is the mean give or take t * s / sqrt(n), with s at least SPREAD.
    """
    count = len(points)
    if not FEWEST <= count <= WINDOW:
        return None
    mean = sum(points) / count
    spread = max(SPREAD, sqrt(sum((each - mean) ** 2 for each in points) / (count - 1)))
    half = _QUANTILES[count - 1] * spread / sqrt(count)
    return Estimate(count, mean, max(0.0, mean - half), min(TOP, mean + half))


def confidence(stated: Iterable[tuple[float, bool]]) -> Confidence | None:
    """What claims come to, made with some sureness (0 to 1); None without a claim."""
    claims = list(stated)
    if not claims:
        return None
    brier = _mean([(sure - held) ** 2 for sure, held in claims], 0.0)
    return Confidence(len(claims), brier, _mean([sure - held for sure, held in claims], -1.0))


def _mean(values: Sequence[float], least: float) -> Mean:
    """The mean give or take t * s / sqrt(n), within the scale that ends at 1."""
    count = len(values)
    mean = sum(values) / count
    if count < CLAIMS:
        return Mean(mean)
    half = _CLAIMS_QUANTILE * sqrt(sum((each - mean) ** 2 for each in values) / (count - 1) / count)
    return Mean(mean, max(least, mean - half), min(1.0, mean + half))


def calibration(stated: Iterable[tuple[float, bool]]) -> tuple[Claimed, ...]:
    """Claims with how surely they were made (0 to 1) and whether they held, gathered by tenths."""
    by_tenth: dict[int, list[tuple[float, bool]]] = {}
    for sure, held in stated:
        by_tenth.setdefault(round(sure * TENTH), []).append((sure, held))
    return tuple(_claimed(by_tenth[tenth]) for tenth in sorted(by_tenth))


def _claimed(some: Sequence[tuple[float, bool]]) -> Claimed:
    return Claimed(sum(sure for sure, _ in some) / len(some), len(some), sum(held for _, held in some))
