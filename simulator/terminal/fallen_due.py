"""What fell due while time passed, told at the end of a wait: one for so long runs on over promises."""

from collections.abc import Iterator

from simulator.domain.duration import show_clock
from simulator.exercise.dues import dues
from simulator.exercise.players.sight import Sight


def fallen_due(sight: Sight, since: int) -> Iterator[str]:
    """The updates whose time came at or after a second, and that nobody has had yet."""
    for due in dues(sight):
        if since <= due.at and due.late:
            promised = ", as you promised" if due.promised else ""
            yield f"{show_clock(sight.now):>8} ! {due.audience} fell due at {show_clock(due.at)}{promised}."
