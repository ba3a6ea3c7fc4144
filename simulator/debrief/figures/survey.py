"""The figure of many incidents: for each quarter how late the first post, how long between two, points."""

from collections.abc import Callable, Sequence

from simulator.debrief.figures.axis import GUTTER, MARGIN, WIDTH
from simulator.debrief.figures.canvas import About, Canvas, Fill
from simulator.debrief.figures.palette import GOOD, INK, QUIET, RULE, WORK
from simulator.debrief.real.survey import Period, Survey, Usual
from simulator.debrief.real.survey_text import TIMELINESS
from simulator.domain.duration import HOUR, MINUTE, show_minutes
from simulator.domain.value import Value

HEIGHT, GAP, TOP, FOOT = 0.95, 0.36, 0.25, 0.45
STEPS = tuple(each * MINUTE for each in (5, 10, 15, 30)) + tuple(each * HOUR for each in (1, 2, 4, 8, 24))
TICKS, MOST = 4, 10
"""So many lines in a panel, and so many quarters that are named."""


class Panel(Value):
    """One number by quarter: its name, how it is read and written, its colour, the end of its axis.

    With an end it is a share that is drawn as a bar; else the middle half is drawn, with its median.
    """

    name: str
    about: str
    of: Callable[[Period], Usual]
    says: Callable[[float], str]
    colour: str
    most: float | None = None


def _points(period: Period) -> Usual:
    return dict(period.points)[TIMELINESS]


def _kept(period: Period) -> Usual:
    share = period.kept / period.promised if period.promised else None
    return Usual(period.promised, share, share, share)


def _judged(period: Period) -> Usual:
    return Usual(period.incidents, period.judged, period.judged, period.judged)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


PANELS = (
    Panel("First post", "after the impact began", lambda period: period.lag, show_minutes, WORK),
    Panel("Between posts", "one to the next", lambda period: period.gap, show_minutes, WORK),
    Panel("Promises kept", "of those that fell due", _kept, _percent, GOOD, 1.0),
    Panel("Timeliness", "median points of 100", _points, lambda value: f"{value:.0f}", GOOD, 100.0),
    Panel("Judged", "share of all rules", _judged, _percent, QUIET, 1.0),
)


def draw_survey(told: Survey) -> Canvas:
    """The figure as a canvas: panels below each other, a column for each quarter."""
    canvas = Canvas(WIDTH, TOP + len(PANELS) * (HEIGHT + GAP) + FOOT)
    for number, panel in enumerate(PANELS):
        _panel(canvas, panel, told.quarters, TOP + number * (HEIGHT + GAP))
    bottom = TOP + len(PANELS) * (HEIGHT + GAP) - GAP / 2
    every = -(-len(told.quarters) // MOST)
    for index, period in enumerate(told.quarters):
        if index % every == 0:
            canvas.quiet(_x(index, told.quarters), bottom + 0.1, period.name, align="center")
            canvas.quiet(
                _x(index, told.quarters), bottom + 0.26, f"n={period.incidents}", align="center", size=6.2
            )
    return canvas


def _x(index: int, quarters: Sequence[Period]) -> float:
    return GUTTER + (index + 0.5) * _step(quarters)


def _step(quarters: Sequence[Period]) -> float:
    return (WIDTH - MARGIN - GUTTER) / len(quarters)


def _panel(canvas: Canvas, panel: Panel, quarters: Sequence[Period], top: float) -> None:
    told = [panel.of(period) for period in quarters]
    most = panel.most or _top(max((one.high or 0 for one in told), default=0))
    canvas.heading(0.1, top + 0.1, panel.name)
    canvas.quiet(0.1, top + 0.26, panel.about)
    if panel.most is None:
        canvas.quiet(0.1, top + 0.42, "median, middle half", size=6.2)

    def height(value: float) -> float:
        return top + HEIGHT * (1 - min(1.0, value / most))

    for tick in range(TICKS + 1):
        y = height(most * tick / TICKS)
        canvas.line([(GUTTER, y), (WIDTH - MARGIN, y)], RULE, 0.6)
        canvas.quiet(
            GUTTER - 0.06, y, panel.says(most * tick / TICKS) if tick else "0", align="right", size=6.2
        )
    for index, (period, one) in enumerate(zip(quarters, told, strict=True)):
        _column(canvas, panel, (period.name, one), _x(index, quarters), height)


def _top(value: float) -> float:
    """The end of an axis of times: four round steps that hold a value."""
    return next((TICKS * step for step in STEPS if TICKS * step >= value), -(-value // (4 * HOUR)) * 4 * HOUR)


def _column(
    canvas: Canvas, panel: Panel, told: tuple[str, Usual], x: float, height: Callable[[float], float]
) -> None:
    name, one = told
    if one.low is None or one.middle is None or one.high is None:
        canvas.text(x, height(0) - 0.08, "-", size=6.5, colour=QUIET, align="center")
        return
    half, y = 0.09, height(one.middle)
    if panel.most is not None:
        about = About(title=f"{name}: {panel.says(one.middle)} ({one.count})")
        canvas.box((x - half, x + half), y, max(0.02, height(0) - y), Fill(panel.colour, 0.55), about)
        return
    spread = f"half between {panel.says(one.low)} and {panel.says(one.high)}"
    about = About(title=f"{name}: median {panel.says(one.middle)} of {one.count}, {spread}")
    top, bottom = height(one.high), height(one.low)
    canvas.box((x - half, x + half), top, max(0.02, bottom - top), Fill(panel.colour, 0.3), about)
    canvas.line([(x - half - 0.04, y), (x + half + 0.04, y)], INK, 1.6, about=about)


def about_survey(told: Survey) -> str:
    """The figure in words, for those who do not see it."""
    whole, quarters = told.whole.incidents, len(told.quarters)
    return f"{whole} incidents in {quarters} quarters. The table above holds the medians."
