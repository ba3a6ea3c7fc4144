"""The first course and the one that decided again, from that moment on and for as long as both ran."""

from collections.abc import Mapping

from simulator.domain.course import failing_at, lost_by
from simulator.domain.duration import show_clock
from simulator.domain.value import Value
from simulator.library.points import show_points
from simulator.room.room import Room
from simulator.scoring.case import Case
from simulator.scoring.score import all_marks
from simulator.scoring.scorecard import scorecard
from simulator.scoring.window import up_to


class Course(Value):
    """One course: what customers lost in the stretch, how many failed at its end, and what was earned in it.

    The points of an axis are for what was done from the moment on; None where nothing of that is scored.
    """

    lost: float
    failing: int
    axes: Mapping[str, float | None]
    ended: int


class Courses(Value):
    """Both courses over one stretch of time."""

    since: int
    until: int
    then: Course
    now: Course

    @property
    def saved(self) -> int:
        """Customer-minutes that were lost less this time; below zero where it was more."""
        return round(self.then.lost) - round(self.now.lost)

    @property
    def cut_short(self) -> bool:
        """Whether this time was ended while customers still failed: what they lost after it is not known."""
        return self.now.ended <= self.until and self.now.failing > 0


def courses(parent: Room, child: Room, since: int) -> Courses:
    """How two rooms went that were one until a second."""
    until = min(parent.now, child.now)
    return Courses(since, until, _course(parent, since, until), _course(child, since, until))


def _course(room: Room, since: int, until: int) -> Course:
    entries = tuple(room.exercise.entries)
    case = Case(room.outage.scenario, room.outage.doctrine, entries)
    lost = lost_by(case.impact, until) - lost_by(case.impact, since)
    return Course(lost, round(failing_at(case.impact, until)), _points(case, since), room.now)


def _points(case: Case, since: int) -> Mapping[str, float | None]:
    """The axes by the marks on what was done from a second on: what stood before was everybody's."""
    before = sum(entry.at < since for entry in case.entries)
    stood = set(all_marks(up_to(case, before)))
    own = (mark for mark in all_marks(case) if mark.at >= since and mark not in stood)
    return {str(each.axis): each.points for each in scorecard(case.doctrine, own).axes}


def rows(found: Courses) -> list[tuple[str, str, str, str]]:
    """The two courses as rows: what it is, then, now, and by how much now is more or less."""
    then, now = found.then, found.now
    axes = (
        (axis, _shown(points), _shown(now.axes[axis]), _apart(points, now.axes[axis]))
        for axis, points in then.axes.items()
    )
    return [
        ("customer-minutes lost", *_counted(then.lost, now.lost)),
        (f"customers failing at {show_clock(found.until)}", *_counted(then.failing, now.failing)),
        *axes,
        ("ended at", show_clock(then.ended), show_clock(now.ended), ""),
    ]


def _counted(then: float, now: float) -> tuple[str, str, str]:
    return (
        f"{then:,.0f}",
        f"{now:,.0f}",
        f"{round(now) - round(then):+,}" if round(now) != round(then) else "0",
    )


def _shown(points: float | None) -> str:
    return show_points(points, "not scored")


def _apart(then: float | None, now: float | None) -> str:
    if then is None or now is None:
        return ""
    return f"{round(now) - round(then):+}" if round(now) != round(then) else "0"
