"""Pace: time moves by what one says and waits for, or runs by itself at some speed."""

import re
import time
from collections.abc import Callable

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
    """A simulated clock that runs on the machine's own, at a speed, and can be stopped."""

    def __init__(self, speed: float, now: int = 0, seconds: Callable[[], float] = time.monotonic) -> None:
        self.speed = speed
        self._seconds = seconds
        self._from = float(now)
        self._since = seconds()
        self.stopped = False

    @property
    def now(self) -> int:
        """The simulated second it shows."""
        return int(self._exact)

    @property
    def _exact(self) -> float:
        run = 0.0 if self.stopped else (self._seconds() - self._since) * self.speed
        return self._from + run

    def pause(self) -> None:
        """Stop it where it is."""
        self._from, self.stopped = self._exact, True

    def go(self) -> None:
        """Let it run on from where it is."""
        if self.stopped:
            self._since, self.stopped = self._seconds(), False

    def jump(self, to: int) -> None:
        """Move it on to a later second."""
        self._from, self._since = float(to), self._seconds()
