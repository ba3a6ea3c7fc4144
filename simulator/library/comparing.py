"""Two courses of the same outage, side by side: what customers lost, and how each axis came out."""

from simulator.domain.course import customer_minutes
from simulator.domain.value import Value
from simulator.exercise import Exercise, replay
from simulator.library.recordings import Play
from simulator.scoring.case import Case
from simulator.scoring.score import score


class Course(Value):
    """One course: customer-minutes lost, when it ended, each axis's points (None: not scored), the grade."""

    lost: float
    ended: int
    over: bool
    axes: dict[str, float | None]
    grade: str | None


class Comparison(Value):
    """What was, and what would have been."""

    parent: Course
    child: Course

    @property
    def saved(self) -> float:
        """Customer-minutes that the other course saves; below zero when it costs more."""
        return self.parent.lost - self.child.lost


def compare_plays(play: Play, child: Exercise) -> Comparison:
    """A play and another course of it; one that was merely left earlier goes on until the other ends."""
    parent = replay(play.recording, play.outage.scenario, play.outage.doctrine).exercise
    latest = max(parent.now, child.now)
    for exercise in (parent, child):
        if not exercise.over:
            exercise.tick(latest)
    return Comparison(course_of(parent), course_of(child))


def course_of(exercise: Exercise) -> Course:
    """How an exercise went."""
    entries = tuple(exercise.entries)
    card = score(Case(exercise.scenario, exercise.doctrine, entries))
    axes = {str(each.axis): each.points for each in card.axes}
    return Course(customer_minutes(entries), exercise.now, exercise.over, axes, card.grade)
