"""Whose browser listens. A seat stays with somebody who is away: others see it, and they may come back."""

import asyncio
from collections import Counter
from collections.abc import Callable
from time import monotonic, time

AWAY = 10.0
"""Real seconds without a browser after which somebody is away: longer than a reload takes (assumption)."""

OFTEN = 3
"""Real seconds between two signs of life of somebody that are told (assumption)."""


class Presence:
    """The sockets of each person, and since when those have none who have none."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self.sockets: Counter[str] = Counter()
        self._tell = tell
        self._seen: dict[str, float] = {}
        self._acted: dict[str, int] = {}
        self._gone: dict[str, int] = {}

    def comes(self, who: str) -> None:
        """A browser of somebody listens."""
        self.sockets[who] += 1
        self._gone.pop(who, None)
        self._tell()

    def goes(self, who: str) -> None:
        """It does no longer; after a while the others are told."""
        self.sockets[who] -= 1
        self._seen[who] = monotonic()
        if not self.sockets[who]:
            self._gone[who] = int(time())
        asyncio.get_running_loop().call_later(AWAY + 0.1, self._tell)

    def acts(self, who: str) -> None:
        """Somebody types, says or pins something; told of no oftener than `OFTEN`."""
        now = int(time())
        if now - self._acted.get(who, 0) >= OFTEN:
            self._acted[who] = now
            self._tell()

    def active(self, who: str) -> tuple[int | None, int | None]:
        """The wall clock's second at which somebody last did something, and since when no browser listens."""
        return self._acted.get(who), self._gone.get(who)

    def away(self, who: str) -> bool:
        """Whether no browser of somebody has listened for a while; the first look at somebody begins it."""
        return not self.sockets[who] and monotonic() - self._seen.setdefault(who, monotonic()) >= AWAY
