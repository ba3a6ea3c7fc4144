"""What fell due while time passed, or is about to, told once each: waits and work run on over promises."""

from collections.abc import Iterator

from simulator.domain.duration import show_clock
from simulator.exercise.clocks import AHEAD, being_written
from simulator.exercise.dues import Due, owing
from simulator.exercise.sight import Sight


class FallenDue:
    """Remembers which updates were told to have fallen due; what was late when it began is not told."""

    def __init__(self, sight: Sight) -> None:
        self._told = {_key(due) for due in owing(sight) if due.late}
        self._warned: set[tuple[str, int]] = set()

    def news(self, sight: Sight) -> Iterator[str]:
        """A line for each update whose time has come since last asked, and that nobody has had yet."""
        for due in owing(sight):
            if due.late and _key(due) not in self._told:
                self._told.add(_key(due))
                yield _line(sight, due, "fell due")

    def warnings(self, sight: Sight) -> Iterator[str]:
        """A line for each update that nobody writes yet, and that is out in time if it is begun about now."""
        for due in owing(sight):
            soon = sight.now <= due.at <= sight.now + AHEAD and due.audience not in being_written(sight.board)
            if soon and _key(due) not in self._warned:
                self._warned.add(_key(due))
                yield _line(sight, due, "falls due")


def _line(sight: Sight, due: Due, falls: str) -> str:
    promised = ", as you promised" if due.promised else ""
    return f"{show_clock(sight.now):>8} ! {due.audience} {falls} at {show_clock(due.at)}{promised}."


def _key(due: Due) -> tuple[str, int]:
    return due.audience, due.at
