"""The lanes of the audiences: silence allowed, silence overdue, every update, every question."""

from collections.abc import Sequence

from simulator.debrief.audiences import Asking, AudienceLane, Silence
from simulator.debrief.figures.axis import WIDTH, TimeAxis
from simulator.debrief.figures.canvas import About, Canvas, Fill
from simulator.debrief.figures.palette import INK, LOSS, QUIET, WORK
from simulator.debrief.figures.words import LETTER, short
from simulator.domain.duration import show_clock, show_minutes

NEWS = 0.4
"""Height of a row."""


def draw_news(canvas: Canvas, axis: TimeAxis, lanes: Sequence[AudienceLane], top: float) -> None:
    """A row for each audience."""
    for number, lane in enumerate(lanes):
        _draw_audience(canvas, axis, lane, top + number * NEWS + NEWS / 2 + 0.04)


def _draw_audience(canvas: Canvas, axis: TimeAxis, lane: AudienceLane, y: float) -> None:
    canvas.text(0.1, y - 0.07, short(lane.audience, 25))
    late = (
        f"overdue for {show_minutes(lane.overdue)}"
        if lane.overdue
        else "in time"
        if lane.owed
        else "owed nothing"
    )
    canvas.text(0.1, y + 0.09, late, size=6.5, colour=LOSS if lane.overdue else QUIET)
    for silence in lane.silences:
        _draw_silence(canvas, axis, silence, y)
    _draw_posts(canvas, axis, lane, y)
    for asking in lane.askings:
        _draw_asking(canvas, axis, asking, y)


def _draw_silence(canvas: Canvas, axis: TimeAxis, silence: Silence, y: float) -> None:
    due = About(title=f"news due by {show_clock(silence.by)}")
    allowed = axis.span(silence.since, min(silence.by, silence.until))
    canvas.box(allowed, y - 0.07, 0.14, Fill(WORK, 0.2), due)
    if silence.overdue:
        title = f"overdue for {show_minutes(silence.overdue)}, from {show_clock(silence.by)}"
        late = Fill(LOSS, hatch="//////")
        canvas.box(axis.span(silence.by, silence.until), y - 0.07, 0.14, late, About(title=title))


def _draw_posts(canvas: Canvas, axis: TimeAxis, lane: AudienceLane, y: float) -> None:
    written = -1.0
    for post in lane.posts:
        x = axis.x(post.at)
        title = f"{show_clock(post.at)}: {post.says}" + ("" if post.useful else " (nothing new)")
        canvas.mark(x, y, "o", INK, size=6, hollow=not post.useful, about=About(post.entry, title))
        width = len(post.state) * LETTER
        left = min(x, WIDTH - width - 0.1)
        if left > written:
            canvas.quiet(left, y - 0.145, post.state, size=6.3)
            written = left + width + 0.05


def _draw_asking(canvas: Canvas, axis: TimeAxis, asking: Asking, y: float) -> None:
    what = "stepped in" if asking.swooped else "asked for news"
    about = About(asking.entry, f"{asking.who} {what} at {show_clock(asking.at)}")
    shape, size = ("*", 8.0) if asking.swooped else ("v", 4.5)
    canvas.mark(axis.x(asking.at), y + 0.1, shape, LOSS, size=size, about=about)
