"""What a room can be opened with: read once, since a server's library does not change."""

from collections.abc import Callable
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
