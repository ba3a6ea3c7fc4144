"""The lane of the real outage: a thin line with what was done then, under the impact of this play."""

from collections.abc import Sequence

from simulator.debrief.figures.axis import MARGIN, WIDTH, TimeAxis
from simulator.debrief.figures.canvas import About, Canvas
from simulator.debrief.figures.palette import GOOD, INK, QUIET, WORK
from simulator.debrief.figures.words import LETTER
from simulator.debrief.then import Happened, Then
from simulator.domain.duration import HOUR, MINUTE, show_clock
from simulator.domain.history import EventKind

THEN = 0.46
"""Height of the lane."""
_SIGNS: dict[EventKind, tuple[str, str]] = {
    "post": ("o", INK), "change": ("s", WORK), "revert": ("s", QUIET), "mitigated": ("D", GOOD),
    "resolved": ("D", GOOD), "declare": ("d", INK),
}  # fmt: skip


def draw_then(canvas: Canvas, axis: TimeAxis, then: Then, top: float) -> None:
    """The lane. What lies beyond the end of this play is told at the right."""
    y = top + 0.24
    canvas.heading(0.1, y - 0.07, "What happened then")
    canvas.quiet(0.1, y + 0.09, "in the real outage", size=6.5)
    shown = [event for event in then.events if event.at <= axis.end]
    if shown:
        until = axis.end if len(shown) < len(then.events) else shown[-1].at
        canvas.line([(axis.x(shown[0].at), y), (axis.x(until), y)], QUIET, 0.8, dash=(1, 1.5))
    _draw_events(canvas, axis, shown, y)
    later = [event for event in then.events if event.at > axis.end and event.milestone]
    if later:
        words = ", ".join(f"{event.name} {_clock(event.at)}" for event in later)
        canvas.quiet(WIDTH - MARGIN, y + 0.15, f"later: {words} →", size=6.3, align="right")


def _draw_events(canvas: Canvas, axis: TimeAxis, events: Sequence[Happened], y: float) -> None:
    free = {-0.145: -1.0, 0.15: -1.0}
    for event in events:
        x = axis.x(event.at)
        shape, colour = _SIGNS.get(event.kind, ("|", QUIET))
        said = f"{show_clock(event.at)} {event.kind}" + (f": {event.text}" if event.text else "")
        hollow = event.kind == "post" and not event.milestone
        canvas.mark(x, y, shape, colour, size=5.5, hollow=hollow, about=About(title=said))
        width = len(event.name) * LETTER
        left = min(x + 0.04, WIDTH - width - 0.1)
        row = next((row for row, written in free.items() if left > written), None)
        if event.milestone and row is not None:
            canvas.quiet(left, y + row, event.name, size=6.3)
            free[row] = left + width + 0.05


def _clock(at: int) -> str:
    return f"{at // HOUR}:{at % HOUR // MINUTE:02}"
