"""Time as incident people write it: durations (`90s`, `12m`, `1h30m`), clock readings, spreads.

All times in icsim are whole simulated seconds. Zero is the first second of the exercise.
"""

import math
import re
from statistics import NormalDist

from simulator.domain.value import Value

MINUTE = 60
HOUR = 3600
DAY = 86400

_DURATION = re.compile(
    r"(?:(\d{1,9}) *d)? *(?:(\d{1,9}) *h)? *(?:(\d{1,9}) *m)? *(?:(\d{1,9}) *s)?", re.IGNORECASE
)
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d))?")
_quantile = NormalDist().inv_cdf
_FURTHEST_TAIL = 1e-6


def read_duration(text: str) -> int | None:
    """Seconds in a duration such as `45s`, `12m` or `1h30m`; None when it is not one."""
    match = _DURATION.fullmatch(text.strip())
    if not match or not any(match.groups()):
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return days * DAY + hours * HOUR + minutes * MINUTE + seconds


def show_duration(seconds: int) -> str:
    """The shortest exact spelling: 5400 is `1h30m`, 0 is `0s`. `read_duration` reads it back."""
    days, rest = divmod(seconds, DAY)
    hours, rest = divmod(rest, HOUR)
    minutes, secs = divmod(rest, MINUTE)
    parts = zip((days, hours, minutes, secs), "dhms", strict=True)
    return "".join(f"{amount}{unit}" for amount, unit in parts if amount) or "0s"


def show_minutes(seconds: float) -> str:
    """A duration rounded to what a person would say: `40s`, `4 min`, `1 h 20 min`."""
    if seconds < 90:
        return f"{round(seconds)} s"
    minutes = round(seconds / MINUTE)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def read_clock(text: str) -> int | None:
    """Seconds since the start for `mm:ss` or `h:mm:ss`; None when it is neither."""
    match = _CLOCK.fullmatch(text.strip())
    if not match:
        return None
    first, second, third = match.groups()
    if third is None:
        return int(first) * MINUTE + int(second)
    return int(first) * HOUR + int(second) * MINUTE + int(third)


def show_clock(seconds: int) -> str:
    """Time since the start as `h:mm:ss`, the form used in every timeline."""
    return f"{seconds // HOUR}:{seconds % HOUR // MINUTE:02}:{seconds % MINUTE:02}"


class Spread(Value):
    """A log-normal duration: the median in seconds, and sigma, the spread of its logarithm.

    The shape fits measured incident and repair times well; a sigma of 0 is an exact duration.
    """

    median: int
    sigma: float = 0.0

    @property
    def mean(self) -> float:
        """Expected seconds: median * exp(sigma^2 / 2)."""
        return self.median * math.exp(self.sigma**2 / 2)

    def at(self, luck: float) -> int:
        """The quantile at `luck` in [0, 1), as whole seconds, never less than one."""
        if not self.sigma:
            return max(1, self.median)
        if not _FURTHEST_TAIL <= luck <= 1 - _FURTHEST_TAIL:
            luck = _FURTHEST_TAIL if luck < 0.5 else 1 - _FURTHEST_TAIL
        return round(self.median * math.exp(self.sigma * _quantile(luck))) or 1
