"""Whose browser listens. A seat stays with somebody who is away: others see it, and they may come back."""

import asyncio
from collections import Counter
from collections.abc import Callable
from time import monotonic

AWAY = 10.0
"""Real seconds without a browser after which somebody is away: longer than a reload takes (assumption)."""


class Presence:
    """The sockets of each person, and since when those have none who have none."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self.sockets: Counter[str] = Counter()
        self._tell = tell
        self._seen: dict[str, float] = {}

    def comes(self, who: str) -> None:
        """A browser of somebody listens."""
        self.sockets[who] += 1
        self._tell()

    def goes(self, who: str) -> None:
        """It does no longer; after a while the others are told."""
        self.sockets[who] -= 1
        self._seen[who] = monotonic()
        asyncio.get_running_loop().call_later(AWAY + 0.1, self._tell)

    def away(self, who: str) -> bool:
        """Whether no browser of somebody has listened for a while; the first look at somebody begins it."""
        return not self.sockets[who] and monotonic() - self._seen.setdefault(who, monotonic()) >= AWAY
