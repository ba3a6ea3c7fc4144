"""The figure of a real incident: each audience's updates on one time axis, beside what its clock allowed."""

from collections.abc import Sequence

from simulator.debrief.audiences import AudienceLane
from simulator.debrief.figures.axis import ROW, WIDTH, TimeAxis, draw_moments, rows_of
from simulator.debrief.figures.canvas import Canvas
from simulator.debrief.figures.news import NEWS, draw_news
from simulator.debrief.story import Moment
from simulator.domain.duration import show_clock


def draw_updates(end: int, moments: Sequence[Moment], lanes: Sequence[AudienceLane]) -> Canvas:
    """The figure as a canvas."""
    axis = TimeAxis(end)
    top = ROW * (1 + max((row for _, row in rows_of(axis, moments)), default=0)) + 0.2
    bottom = top + NEWS * max(1, len(lanes)) + 0.1
    canvas = Canvas(WIDTH, bottom + 0.25)
    axis.draw(canvas, top, bottom)
    draw_news(canvas, axis, lanes, top)
    draw_moments(canvas, axis, moments, top, bottom)
    return canvas


def about_updates(end: int, lanes: Sequence[AudienceLane]) -> str:
    """The figure in words, for those who do not see it."""
    told = "; ".join(f"{lane.audience}: {len(lane.posts)} updates" for lane in lanes)
    return f"From 0 to {show_clock(end)}. {told}. The tables below hold all of it in words."
