"""Keyed dice: every draw has a name, so changing one decision leaves the rest of the world's luck alone."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from itertools import count
from struct import Struct
from typing import TypeVar

from simulator.domain.duration import Spread
from simulator.domain.value import Value, field

_SCALE, _HALF_SCALE = 2.0**-64, 2.0**-32
_WHOLE: Callable[[bytes], tuple[int]] = Struct(">Q").unpack
_HALVES: Callable[[bytes], tuple[int, int]] = Struct(">II").unpack

_begin = blake2b(digest_size=8).copy
"""Begins a draw: a copy takes half the time of making one anew."""

T = TypeVar("T")


class Redrawn(Value):
    """Another world with the same past: from second `since` on the luck is that of another `seed`.

    `given` are draws that are settled whenever they are asked for, by who and what: those that decide what
    had been told by then, and those that were made early and still lie ahead.
    """

    seed: int
    since: int
    given: Mapping[tuple[str, str], float] = field(default_factory=dict)


class Dice:
    """Draws keyed by who, what and how often; the same seed and key give the same number anywhere.

    A cryptographic hash stands in for a generator: it has no state that one draw could disturb for another,
    and it is the same in every version of Python. In a world drawn anew, what was asked once stays as it was.
    """

    def __init__(self, seed: int, redrawn: Redrawn | None = None, now: Callable[[], float] = int) -> None:
        self._seed = seed
        self._redrawn = redrawn
        self._now = now
        self._rolls: dict[tuple[str, str], int] = {}
        self._settled: dict[tuple[str, str, int], float] = {}

    def fixed(self, who: str, what: str, nth: int = 0) -> float:
        """A number in [0, 1) that is always the same for this key."""
        if self._redrawn is None:
            return drawn(self._seed, who, what, nth)
        return self._anew(who, what, nth)

    def _anew(self, who: str, what: str, nth: int) -> float:
        """The number in a world drawn anew: given, or settled before, or by the seed of the second it is."""
        redrawn, key = self._redrawn, (who, what, nth)
        if redrawn and key not in self._settled:
            seed = redrawn.seed if self._now() >= redrawn.since else self._seed
            given = redrawn.given.get((who, what))
            self._settled[key] = drawn(seed, who, what, nth) if given is None else given
        return self._settled[key]

    def roll(self, who: str, what: str) -> float:
        """The next number in [0, 1) of this key's own row."""
        key = (who, what)
        nth = self._rolls[key] = self._rolls.get(key, 0) + 1
        return drawn(self._seed, who, what, nth) if self._redrawn is None else self._anew(who, what, nth)

    __call__ = roll

    def row(self, who: str, what: str) -> Callable[[], float]:
        """What rolls a key each time it is called, for whoever alone rolls it again and again."""
        if self._redrawn is not None:
            return partial(self.roll, who, what)
        begun, nth = _begin(), count(self._rolls.pop((who, what), 0) + 1).__next__
        begun.update(f"{self._seed}|{who}|{what}|".encode())

        def roll() -> float:
            rolled = begun.copy()
            rolled.update(b"%d" % nth())
            return _WHOLE(rolled.digest())[0] * _SCALE

        return roll

    def lasts(self, who: str, what: str, spread: Spread) -> int:
        """The next duration of this key's own row, in seconds."""
        return spread.at(self.roll(who, what))

    def choose(self, who: str, what: str, among: Sequence[T]) -> T:
        """The next pick of this key's own row."""
        return among[int(self.roll(who, what) * len(among))]


def drawn(seed: int, who: str, what: str, nth: int = 0) -> float:
    """The number in [0, 1) of a key under a seed."""
    begun = _begin()
    begun.update(f"{seed}|{who}|{what}|{nth}".encode())
    return _WHOLE(begun.digest())[0] * _SCALE


def noise(seed: int, signal: str) -> Callable[[int], float]:
    """A signal's noise at each second, from -1 to 1: a pure function, so that charts and looks agree."""
    begun = _begin()
    begun.update(f"{seed}|{signal}|".encode())

    def at(second: int) -> float:
        here = begun.copy()
        here.update(b"%d" % second)
        one, other = _HALVES(here.digest())
        return (one + other) * _HALF_SCALE - 1

    return at
