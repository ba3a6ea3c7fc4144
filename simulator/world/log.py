"""The writer of the timeline: the only thing that leaves the world."""

from simulator.domain.entry import ROOM, TRUTH, Entry
from simulator.domain.fact import Fact
from simulator.domain.messages import MESSAGES
from simulator.world.clock import Clock

_READ = frozenset(MESSAGES)
"""What costs the commander attention."""


_new = tuple.__new__
"""Makes an entry of all its values, without the defaults that calling its class would fill in."""


class Log:
    """Appends entries, numbered and stamped with the simulated second."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.entries: list[Entry] = []
        self.messages = 0

    def write(self, fact: Fact, because: int = 0, seen: str = ROOM, source: str = "") -> int:
        """Put a fact on the timeline; its number, to be named as the reason of what follows."""
        number = len(self.entries) + 1
        self.entries.append(_new(Entry, (number, self._clock.second, fact, seen, because, source)))
        if seen == ROOM and type(fact) in _READ:
            self.messages += 1
        return number

    def truth(self, fact: Fact, because: int = 0, source: str = "") -> int:
        """Put down what is really so, unseen by every seat."""
        return self.write(fact, because, TRUTH, source)
