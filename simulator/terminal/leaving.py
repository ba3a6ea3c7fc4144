"""Leaving a play: it takes two steps, and nothing is lost."""

from pathlib import Path

from simulator.domain.calling import as_called


class Leaving:
    """Remembers whether somebody has just asked to leave."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._asked = False

    def asks(self) -> bool:
        """Someone asks to leave: True the second time in a row."""
        again, self._asked = self._asked, True
        return again

    def stays(self) -> None:
        """Something else was typed."""
        self._asked = False

    @property
    def question(self) -> str:
        """What is said the first time."""
        return (
            f"To leave, press Ctrl-C again: your play is kept in {self._path}. "
            "To end it and read how it went, type end. To go on, just type."
        )

    @property
    def farewell(self) -> str:
        """What is said on leaving."""
        return as_called(
            f"Your play is kept in {self._path}.\n"
            f"To go on with it:   icsim play --resume {self._path}\n"
            f"To judge it so far: icsim review {self._path}"
        )
