"""What a room can be opened with: read once, since a server's library does not change."""

from collections.abc import Callable
from re import split
from threading import Lock

from simulator.library import Outage


class Offered:
    """The outages of a library, easiest first. Whoever asks first waits until all are read, in a thread."""

    def __init__(self, read: Callable[[], tuple[Outage, ...]]) -> None:
        self._read = read
        self._lock = Lock()
        self._found: tuple[Outage, ...] | None = None

    def outages(self) -> tuple[Outage, ...]:
        """All of them."""
        with self._lock:
            if self._found is None:
                self._found = self._read()
            return self._found


def teaser(outage: Outage) -> str:
    """What one hears first of an outage, in a sentence: of its briefing, and nothing that gives it away."""
    told = split(r"(?<=[.?!])\s+", outage.scenario.briefing.strip())
    return next((one for one in told if "UTC" not in one and "commander" not in one), told[0])


def with_talk(minutes: int) -> int:
    """How many minutes to plan for an outage of so many: with the way in, a pause, and the talk afterwards.

    45 minutes more than its own, to the next half hour (assumption: briefing 10, talk 30, a pause 5).
    """
    return -(-(minutes + 45) // 30) * 30
