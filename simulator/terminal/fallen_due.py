"""What fell due while time passed, told once each: a wait runs on over promises, and so does work."""

from collections.abc import Iterator

from simulator.domain.duration import show_clock
from simulator.exercise.dues import Due, dues
from simulator.exercise.players.sight import Sight


class FallenDue:
    """Remembers which updates were told to have fallen due; what was late when it began is not told."""

    def __init__(self, sight: Sight) -> None:
        self._told = {_key(due) for due in dues(sight) if due.late}

    def news(self, sight: Sight) -> Iterator[str]:
        """A line for each update whose time has come since last asked, and that nobody has had yet."""
        for due in dues(sight):
            if due.late and _key(due) not in self._told:
                self._told.add(_key(due))
                fell = f"{due.audience} fell due at {show_clock(due.at)}"
                yield f"{show_clock(sight.now):>8} ! {fell}{', as you promised' if due.promised else ''}."


def _key(due: Due) -> tuple[str, int]:
    return due.audience, due.at
