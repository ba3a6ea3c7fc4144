"""Keyed dice: every draw has a name, so changing one decision leaves the rest of the world's luck alone."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

from simulator.domain.duration import Spread

_SCALE = 2.0**-64

T = TypeVar("T")


class Dice:
    """Draws keyed by who, what and how often; the same seed and key give the same number anywhere.

    A cryptographic hash stands in for a generator: it has no state that one draw could disturb for another,
    and it is the same in every version of Python.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._rolls: dict[tuple[str, str], int] = {}

    def fixed(self, who: str, what: str, nth: int = 0) -> float:
        """A number in [0, 1) that is always the same for this key."""
        key = f"{self._seed}|{who}|{what}|{nth}".encode()
        return int.from_bytes(blake2b(key, digest_size=8).digest(), "big") * _SCALE

    def __call__(self, who: str, what: str) -> float:
        """The next number in [0, 1) of this key's own row."""
        nth = self._rolls.get((who, what), 0) + 1
        self._rolls[who, what] = nth
        return self.fixed(who, what, nth)

    def lasts(self, who: str, what: str, spread: Spread) -> int:
        """The next duration of this key's own row, in seconds."""
        return spread.at(self(who, what))

    def choose(self, who: str, what: str, among: Sequence[T]) -> T:
        """The next pick of this key's own row."""
        return among[int(self(who, what) * len(among))]


def noise(seed: int, signal: str, at: int) -> float:
    """A signal's noise at a second, from -1 to 1: a pure function, so that charts and looks agree."""
    key = f"{seed}|{signal}|{at}".encode()
    one, other = divmod(int.from_bytes(blake2b(key, digest_size=8).digest(), "big"), 2**32)
    return (one + other) / 2**32 - 1
