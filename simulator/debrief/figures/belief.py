"""What could be believed, over time: the shares of the causes, stacked, along the story's time axis."""

from collections.abc import Sequence

from simulator.debrief.beliefs import Belief
from simulator.debrief.figures.axis import WIDTH, TimeAxis
from simulator.debrief.figures.canvas import About, Canvas, Fill
from simulator.debrief.figures.palette import CAUSES, HATCHES, INK
from simulator.debrief.figures.words import short
from simulator.domain.duration import show_clock

HEIGHT = 1.1
TOP = 0.12
ROW = 0.3


def draw_belief(beliefs: Sequence[Belief], end: int) -> Canvas:
    """The figure as a canvas; the cause that was real is named in bold."""
    axis, floor = TimeAxis(end), TOP + HEIGHT
    causes = beliefs[0].shares
    height = max(floor, TOP + ROW * len(causes)) + 0.3
    canvas = Canvas(WIDTH, height)
    for number, cause in enumerate(causes):
        fill = Fill(CAUSES[number % len(CAUSES)], hatch=HATCHES[number % len(HATCHES)])
        canvas.area(_band(axis, beliefs, number, end, floor), fill)
        y = TOP + 0.12 + ROW * number
        canvas.area([(0.1, y - 0.07), (0.32, y - 0.07), (0.32, y + 0.07), (0.1, y + 0.07)], fill)
        (canvas.heading if cause.really else canvas.text)(0.4, y, short(cause.cause, 19), size=7)
        if cause.really:
            canvas.quiet(0.4, y + 0.13, "what it really was", size=6.2)
    for belief in beliefs[1:]:
        x = axis.x(belief.at)
        about = About(belief.entry, f"told at {show_clock(belief.at)}")
        canvas.line([(x, TOP), (x, floor)], INK, 0.5, about=about)
    for share in (0.0, 0.5, 1.0):
        canvas.quiet(WIDTH - 0.01, floor - share * HEIGHT, f"{share:.0%}", size=5.8, align="right")
    axis.draw(canvas, floor, floor + 0.04)
    return canvas


def _band(
    axis: TimeAxis, beliefs: Sequence[Belief], number: int, end: int, floor: float
) -> list[tuple[float, float]]:
    """The outline of one cause's band: along its upper edge in steps, back along the lower one."""
    upper, lower = [], []
    for belief, until in zip(beliefs, [*(each.at for each in beliefs[1:]), end], strict=True):
        below = sum(share.share for share in belief.shares[:number])
        for at in (belief.at, until):
            upper.append((axis.x(at), floor - (below + belief.shares[number].share) * HEIGHT))
            lower.append((axis.x(at), floor - below * HEIGHT))
    return [*upper, *reversed(lower)]


def about_belief(beliefs: Sequence[Belief]) -> str:
    """The figure in words."""
    told = (
        f"at {show_clock(belief.at)} "
        + ", ".join(f"{share.cause} {share.share:.0%}" for share in belief.shares)
        for belief in beliefs
    )
    return f"How likely each cause was, by what had been told: {'; '.join(told)}."
