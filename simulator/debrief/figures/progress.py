"""Points by axis over a person's plays: a row an axis, a dot a play, a band for the mean of the last ones."""

from collections.abc import Sequence

from simulator.debrief.figures.canvas import About, Canvas, Fill
from simulator.debrief.figures.palette import INK, QUIET, RULE, WORK
from simulator.debrief.progress_page import Course, Played
from simulator.domain.progress import TOP

WIDTH, GUTTER, MARGIN = 9.0, 2.0, 0.35
HEIGHT, GAP, HEAD = 0.62, 0.3, 0.2
LABELS = 8
"""So many plays are named below the axis at most."""


def draw_progress(plays: Sequence[Played], courses: Sequence[Course]) -> Canvas:
    """The figure: plays from left to right in the order they were played, 0 to 100 in each row."""
    canvas = Canvas(WIDTH, HEAD + len(courses) * (HEIGHT + GAP) + 0.3)
    for number, course in enumerate(courses):
        _row(canvas, plays, course, HEAD + number * (HEIGHT + GAP))
    _days(canvas, plays, HEAD + len(courses) * (HEIGHT + GAP) - GAP + 0.2)
    return canvas


def _x(plays: Sequence[Played], place: int) -> float:
    room = WIDTH - MARGIN - GUTTER - 0.3
    return GUTTER + 0.15 + room * ((place - 0.5) / max(1, len(plays)))


def _y(top: float, points: float) -> float:
    return top + HEIGHT * (1 - points / TOP)


def _row(canvas: Canvas, plays: Sequence[Played], course: Course, top: float) -> None:
    right = WIDTH - MARGIN
    canvas.heading(0.1, top + HEIGHT / 2 - 0.08, course.axis)
    canvas.quiet(0.1, top + HEIGHT / 2 + 0.1, _told(course))
    for points in (0, 50, 100):
        canvas.line([(GUTTER, _y(top, points)), (right, _y(top, points))], RULE, 0.6)
        canvas.quiet(right + 0.05, _y(top, points), str(points), size=5.8)
    _band(canvas, plays, course, top)
    dots = [(_x(plays, mark.place), _y(top, mark.points)) for mark in course.marks]
    if len(dots) > 1:
        canvas.line(dots, QUIET, 0.8)
    for (x, y), mark in zip(dots, course.marks, strict=True):
        play = plays[mark.place - 1]
        said = f"{play.day} {play.what}: {course.axis} {mark.points:.0f}"
        canvas.mark(x, y, "o", INK, size=4.5, about=About(title=said))


def _band(canvas: Canvas, plays: Sequence[Played], course: Course, top: float) -> None:
    now, marks = course.progress.now, course.marks[-len(course.progress.points) :]
    if now is None:
        return
    span = _x(plays, marks[0].place) - 0.12, _x(plays, marks[-1].place) + 0.12
    high, low = _y(top, now.high), _y(top, now.low)
    canvas.box(span, high, max(0.02, low - high), Fill(WORK, alpha=0.22))
    canvas.line([(span[0], _y(top, now.mean)), (span[1], _y(top, now.mean))], WORK, 1.4)


def _told(course: Course) -> str:
    now = course.progress.now
    if now is None:
        return "too few plays for an estimate"
    return f"last {now.plays}: {now.mean:.0f} ({now.low:.0f} to {now.high:.0f})"


def _days(canvas: Canvas, plays: Sequence[Played], y: float) -> None:
    step = -(-len(plays) // LABELS)
    for play in plays[::step]:
        canvas.quiet(_x(plays, play.place), y, play.day, size=6.2, align="center")


def about_progress(courses: Sequence[Course]) -> str:
    """The figure in words."""
    told = (f"{each.axis}: " + ", ".join(f"{mark.points:.0f}" for mark in each.marks) for each in courses)
    return f"Points by axis, from the first play to the last. {'; '.join(told)}."
