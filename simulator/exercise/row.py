"""The row of words that wait until their seats are free, each with its seat, as they came."""

from collections.abc import Callable

Waiting = tuple[str, str]
"""A seat, and the words that wait for it."""


class Row:
    """The words that wait. A seat's own words stay in their order."""

    def __init__(self) -> None:
        self._waiting: list[Waiting] = []

    def __bool__(self) -> bool:
        return bool(self._waiting)

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """All of them, as they came."""
        return tuple(self._waiting)

    def add(self, seat: str, text: str) -> None:
        """Put words at the end."""
        self._waiting.append((seat, text))

    def take_back(self, seat: str, place: int) -> str:
        """Take back words by their place among those of their seat; the words.

        Raises IndexError when nothing waits there.
        """
        places = [number for number, (whose, _) in enumerate(self._waiting) if whose == seat]
        return self._waiting.pop(places[place])[1]

    def whose_turn(self, free_at: Callable[[str], int]) -> int:
        """The place in the row of the seat that is free first; of several, of the one that came first."""
        return min(range(len(self._waiting)), key=lambda place: (free_at(self._waiting[place][0]), place))

    def pop(self, place: int) -> Waiting:
        """Take the words at a place out of the row."""
        return self._waiting.pop(place)
