"""Pace: time moves by what one says and waits for, or runs by itself at some speed, exactly."""

import re
from collections.abc import Callable
from fractions import Fraction

SECOND = 10**9
TURNS = "turns"
FASTEST = 600.0
_SPEED = re.compile(r"(\d+(?:\.\d+)?)x?")


def read_pace(text: str) -> float | None:
    """The speed of `10x`, 0 for `turns`; None when it is neither, or no sensible speed."""
    if text.strip().lower() == TURNS:
        return 0.0
    match = _SPEED.fullmatch(text.strip().lower())
    speed = float(match[1]) if match else 0.0
    return speed if 0 < speed <= FASTEST else None


def show_pace(speed: float) -> str:
    """`turns`, or the speed as `10x`."""
    return f"{speed:g}x" if speed else TURNS


class Clock:
    """Simulated seconds, from nanoseconds of a clock that never goes back.

    The doors bring that clock along (`time.monotonic_ns`). Nothing is rounded on the way, so that pauses and
    changes of speed neither win nor lose time, however many there are.
    """

    def __init__(self, speed: float, now: int, nanoseconds: Callable[[], int]) -> None:
        self._nanoseconds = nanoseconds
        self._from = Fraction(now)
        self._since = nanoseconds()
        self._speed = _exact(speed)
        self.stopped = False

    @property
    def speed(self) -> float:
        """Simulated seconds in a real one."""
        return float(self._speed)

    @property
    def now(self) -> int:
        """The simulated second it shows."""
        return int(self.exact)

    @property
    def exact(self) -> Fraction:
        """The simulated time it shows, in seconds."""
        if self.stopped:
            return self._from
        return self._from + (self._nanoseconds() - self._since) * self._speed / SECOND

    def until(self, second: int) -> float:
        """Real seconds until it shows a later second; never when it stands."""
        return float("inf") if self.stopped else float(max(Fraction(0), second - self.exact) / self._speed)

    def pause(self) -> None:
        """Stop it where it is."""
        self._from, self.stopped = self.exact, True

    def go(self) -> None:
        """Let it run on from where it is."""
        if self.stopped:
            self._since, self.stopped = self._nanoseconds(), False

    def run_at(self, speed: float) -> None:
        """Change its speed from now on, whether it runs or stands."""
        self._from, self._since = self.exact, self._nanoseconds()
        self._speed = _exact(speed)

    def jump(self, to: int | Fraction) -> None:
        """Move it to another time."""
        self._from, self._since = Fraction(to), self._nanoseconds()

    def reach(self, second: int) -> None:
        """Move it on to a second, unless it shows that or a later time."""
        self.jump(max(Fraction(second), self.exact))


def _exact(speed: float) -> Fraction:
    return Fraction(speed).limit_denominator(1000)
