"""The row of words that wait until their seats are free, each with its seat, as they came."""

from collections.abc import Callable

Waiting = tuple[str, str]
"""A seat, and the words that wait for it."""


class Row(list[Waiting]):
    """The words that wait, as they came: a seat's own words stay in their order."""

    def take_back(self, seat: str, place: int) -> str:
        """Take back words by their place among those of their seat; the words.

        Raises IndexError when nothing waits there.
        """
        places = [number for number, (whose, _) in enumerate(self) if whose == seat]
        return self.pop(places[place])[1]

    def whose_turn(self, free_at: Callable[[str], int]) -> int:
        """The place in the row of the seat that is free first; of several, of the one that came first."""
        return min(range(len(self)), key=lambda place: (free_at(self[place][0]), place))
