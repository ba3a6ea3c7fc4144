"""The curve of failing customers: the upper panel of the story."""

from collections.abc import Sequence
from itertools import groupby

from simulator.debrief.figures.axis import GUTTER, MARGIN, WIDTH, TimeAxis
from simulator.debrief.figures.canvas import Canvas, Fill
from simulator.debrief.figures.palette import LOSS, RULE
from simulator.debrief.story import Story, Stretch
from simulator.scoring.words import summed

HEIGHT = 1.45
CHARACTER = 0.065
"""Inches that a letter of the label takes, with some room."""


def draw_impact(canvas: Canvas, axis: TimeAxis, story: Story, top: float) -> None:
    """Customers failing over time; the area under the curve is what was lost."""
    floor = top + HEIGHT
    canvas.heading(0.1, top + 0.1, "Customers failing")
    impact = story.impact
    if not impact:
        canvas.quiet(
            GUTTER + 0.1, top + HEIGHT / 2, "The timeline does not say how many customers were affected."
        )
        return
    most = _round_up(max(max(step.begins, step.ends) for step in impact))
    for share in (0.5, 1.0):
        y = floor - share * HEIGHT
        canvas.line([(GUTTER, y), (WIDTH - MARGIN, y)], RULE, 0.6)
        canvas.quiet(GUTTER - 0.08, y, f"{most * share:,.0f}", align="right")
    points = _points(axis, impact, floor, HEIGHT / most)
    canvas.area([(points[0][0], floor), *points, (points[-1][0], floor)], Fill(LOSS, 0.16))
    canvas.line(points, LOSS, 1.6)
    canvas.line([(GUTTER, floor), (WIDTH - MARGIN, floor)], RULE, 0.8)
    _name_the_area(canvas, axis, story, (floor, HEIGHT / most))


def _name_the_area(canvas: Canvas, axis: TimeAxis, story: Story, scaled: tuple[float, float]) -> None:
    """What the area under the curve amounts to, written where there is room."""
    floor, scale = scaled
    longest = longest_run(story.impact)
    if longest and story.lost:
        words, height = summed(story.lost), max(step.begins + step.ends for step in longest) / 4
        x = middle_of(axis, longest, len(words))
        canvas.text(x, floor - scale * height, words, size=7.5, colour=LOSS, align="center")


def longest_run(impact: Sequence[Stretch]) -> Sequence[Stretch]:
    """The longest time in which customers failed without a break; empty when they never did."""
    stretches = groupby(impact, lambda step: bool(step.begins or step.ends))
    runs = [list(run) for failing, run in stretches if failing]
    return max(runs, key=lambda run: run[-1].until - run[0].at, default=())


def middle_of(axis: TimeAxis, run: Sequence[Stretch], letters: int) -> float:
    """The x in its middle, as far from the edges as so many letters need."""
    left, right = axis.span(run[0].at, run[-1].until)
    half = CHARACTER * letters / 2
    return min(max((left + right) / 2, GUTTER + half), WIDTH - MARGIN - half)


def _points(
    axis: TimeAxis, impact: Sequence[Stretch], floor: float, scale: float
) -> list[tuple[float, float]]:
    points = [(axis.x(impact[0].at), floor)]
    for step in impact:
        points.append((axis.x(step.at), floor - step.begins * scale))
        points.append((axis.x(step.until), floor - step.ends * scale))
    return points


def _round_up(amount: int) -> int:
    """The next number that reads well on an axis."""
    size = int(10 ** max(1, len(str(amount)) - 1))
    steps = (each * size // 10 for each in (10, 15, 20, 30, 40, 50, 60, 80, 100))
    return next(each for each in steps if each >= amount)
