"""What went before a drill, played by itself; and when the drill is over."""

from typing import TYPE_CHECKING

from simulator.domain.drill import Drill, Point, taken_over
from simulator.domain.duration import HOUR
from simulator.domain.entry import Entry

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise

AT_MOST = 8 * HOUR
"""A prologue that waits for something that never happens ends here."""
TIME_IS_UP = "time is up"
DECIDED = "the drill is over"


def play_prologue(exercise: "Exercise", drill: Drill, seat: str) -> None:
    """Say what the commander before said, each at its time, up to the take-over."""
    for step in drill.so_far:
        _await(exercise, step.at)
        exercise.tick(exercise.free_at(seat))
        exercise.submit(seat, step.say)
    _await(exercise, drill.takes_over)
    exercise.tick(exercise.free_at(seat))


def _await(exercise: "Exercise", point: Point) -> None:
    """Let time run until a point of time is there; it is looked for each second."""
    while not exercise.over and exercise.now < AT_MOST:
        at = point.reached(exercise.entries)
        if at is not None:
            return exercise.tick(max(at, exercise.now))
        exercise.tick(exercise.now + 1)
    return None


def why_over(drill: Drill, entries: list[Entry], now: int) -> str:
    """Why a drill is over at a second, empty when it is not."""
    begun = taken_over(entries)
    if begun is None:
        return ""
    since = entries[begun.number :]
    if any(ending.holds(since) for ending in drill.ends):
        return DECIDED
    return TIME_IS_UP if now >= begun.at + drill.within else ""
