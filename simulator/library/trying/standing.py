"""How each player came out, so that one sees how far they are apart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import mean, median

from simulator.domain.duration import MINUTE
from simulator.domain.value import Value
from simulator.library.trying.attempt import Tried
from simulator.library.trying.sweep import Sweep


class Standing(Value):
    """One player over all seeds.

    `lost` are customer-minutes: the lowest, the median and the highest, then the mean; `others` is the mean
    without seed 1, the one that can be learnt by heart. `minutes` is the median until the impact ended,
    None when it mostly did not. `axes` are medians over the plays that were scored.
    """

    player: str
    plays: int
    solved: int
    low: float
    lost: float
    high: float
    mean: float
    others: float
    minutes: float | None
    axes: Mapping[str, float | None]
    grades: Mapping[str, int]


def standings(swept: Sweep) -> tuple[Standing, ...]:
    """The players in the order in which they were named."""
    return tuple(
        _standing(name, [tried for tried in swept.plays if tried.player == name]) for name in swept.players
    )


def _standing(name: str, plays: Sequence[Tried]) -> Standing:
    lost = [tried.lost for tried in plays]
    over = [tried.over for tried in plays if tried.over is not None]
    scored = [tried for tried in plays if tried.axes]
    return Standing(
        name, len(plays), len(over), min(lost), median(lost), max(lost), mean(lost),
        mean([tried.lost for tried in plays if tried.seed > 1] or lost),
        median(over) / MINUTE if len(over) * 2 > len(plays) else None,
        {axis: _middle(scored, axis) for axis, _ in (scored[0].axes if scored else ())},
        dict(sorted(Counter(tried.grade for tried in scored).items())),
    )  # fmt: skip


def _middle(scored: Sequence[Tried], axis: str) -> float | None:
    points = [value for tried in scored for name, value in tried.axes if name == axis and value is not None]
    return median(points) if points else None
