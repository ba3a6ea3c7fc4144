"""Leaving a play: it takes two steps, and nothing is lost."""

from pathlib import Path

from simulator.domain.calling import as_called
from simulator.exercise.pace import show_pace


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

    def farewell(self, speed: float = 0) -> str:
        """What is said on leaving, with the pace at which the play is gone on with as before."""
        pace = f" --pace {show_pace(speed)}" if speed else ""
        return as_called(
            f"Your play is kept in {self._path}.\n"
            f"To go on with it:   icsim play --resume {self._path}{pace}\n"
            f"To judge it so far: icsim review {self._path}"
        )
