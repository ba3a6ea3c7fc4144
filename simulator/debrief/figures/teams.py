"""Teams below each other on one time axis: customers failing, what was done when, what was lost by then."""

from collections.abc import Iterator, Sequence

from simulator.debrief.figures.axis import GUTTER, MARGIN, WIDTH, TimeAxis
from simulator.debrief.figures.canvas import About, Canvas, Fill
from simulator.debrief.figures.palette import CAUSES, GOOD, INK, LOSS, RULE, WORK
from simulator.debrief.figures.words import short
from simulator.debrief.teams import Course
from simulator.domain.duration import show_clock
from simulator.scoring.words import summed

LANE, LANE_GAP, SUM, HEAD = 0.62, 0.3, 1.7, 0.34
SIGNS = {
    "declared": ("D", INK),
    "first word out": ("o", INK),
    "first change": ("s", WORK),
    "first verified": ("P", WORK),
    "mitigated": ("^", GOOD),
}
"""What is marked in each lane: the marker and its colour."""


def draw_teams(courses: Sequence[Course]) -> Canvas:
    """The figure as a canvas."""
    axis = TimeAxis(max((one.end for one in courses), default=1))
    lanes = HEAD + len(courses) * (LANE + LANE_GAP)
    bottom = lanes + HEAD + SUM
    canvas = Canvas(WIDTH, bottom + 0.3)
    axis.draw(canvas, HEAD, bottom)
    _legend(canvas)
    most = max((failing for one in courses for _, failing in one.failing), default=1) or 1
    for number, one in enumerate(courses):
        _lane(canvas, axis, one, HEAD + number * (LANE + LANE_GAP) + LANE_GAP / 2, LANE / most)
    _sums(canvas, axis, courses, lanes + HEAD)
    return canvas


def _legend(canvas: Canvas) -> None:
    x = GUTTER
    for name, (sign, colour) in SIGNS.items():
        canvas.mark(x, 0.12, sign, colour, size=5)
        canvas.quiet(x + 0.1, 0.12, name)
        x += 0.34 + 0.075 * len(name)
    canvas.quiet(x + 0.1, 0.12, "shaded: customers failing")


def _lane(canvas: Canvas, axis: TimeAxis, one: Course, top: float, scale: float) -> None:
    """One team: the curve of failing customers, and signs along its floor."""
    floor = top + LANE
    canvas.heading(0.1, top + LANE / 2 - 0.08, short(one.team, 20))
    canvas.quiet(0.1, top + LANE / 2 + 0.1, f"ended {show_clock(one.end)}")
    points = [(axis.x(at), floor - failing * scale) for at, failing in one.failing]
    if points:
        canvas.area([(points[0][0], floor), *points, (points[-1][0], floor)], Fill(LOSS, 0.16))
        canvas.line(points, LOSS, 1.3)
    canvas.line([(GUTTER, floor), (axis.x(one.end), floor)], RULE, 0.8)
    for name, at in _marked(one):
        sign, colour = SIGNS[name]
        said = About(title=f"{one.team}: {name} at {show_clock(at)}")
        canvas.mark(axis.x(at), floor, sign, colour, size=6, about=said)


def _marked(one: Course) -> Iterator[tuple[str, int]]:
    told = min(one.told.values(), default=None)
    ats = (one.declared, told, one.first_change, one.first_verified, one.mitigated)
    yield from ((name, at) for name, at in zip(SIGNS, ats, strict=True) if at is not None)


def _sums(canvas: Canvas, axis: TimeAxis, courses: Sequence[Course], top: float) -> None:
    """Customer-minutes lost by each second, a line a team: as high as the one that lost most.

    The numbers stand on their lines, right of the gutter: beside them the names of the teams have no room.
    """
    floor, most = top + SUM, max((one.lost for one in courses), default=1.0) or 1.0
    canvas.heading(0.1, top + 0.1, "Customer-minutes")
    canvas.heading(0.1, top + 0.28, "lost by then")
    for share in (0.5, 1.0):
        y = floor - share * SUM
        canvas.line([(GUTTER, y), (WIDTH - MARGIN, y)], RULE, 0.6)
        canvas.quiet(GUTTER + 0.06, y - 0.09, summed(most * share).split()[0])
    canvas.line([(GUTTER, floor), (WIDTH - MARGIN, floor)], RULE, 0.8)
    step = min(0.2, (SUM - 0.5) / max(1, len(courses)))
    for number, one in enumerate(courses):
        points = [(axis.x(at), floor - lost / most * SUM) for at, lost in one.curve]
        if points:
            _sum(canvas, one, points, number)
        y = top + 0.55 + step * number
        colour, dash = _pen(number)
        canvas.line([(0.1, y), (0.38, y)], colour, 1.6, dash=dash)
        canvas.text(0.45, y, short(one.team, 16), size=7)


def _sum(canvas: Canvas, one: Course, points: list[tuple[float, float]], number: int) -> None:
    colour, dash = _pen(number)
    said = About(title=f"{one.team}: {summed(one.lost)} in all")
    canvas.line(points, colour, 1.6, dash=dash, about=said)


def _pen(number: int) -> tuple[str, tuple[float, float] | None]:
    """The colour and the dash of a team's line: told apart without colour too."""
    dashes: tuple[tuple[float, float] | None, ...] = (None, (5, 2), (2, 1.5), (8, 2), (1, 1.5), (4, 4))
    return CAUSES[number % len(CAUSES)], dashes[number % len(dashes)]


def about_teams(courses: Sequence[Course]) -> str:
    """The figure in words."""
    told = (
        f"{one.team}: {', '.join(f'{name} at {show_clock(at)}' for name, at in _marked(one))}"
        for one in courses
    )
    return f"{'; '.join(told)}. The table below holds all of it."
