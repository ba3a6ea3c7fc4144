"""The lanes of the changes: made, in place but not told, watched, undone, and what each really did."""

from collections.abc import Mapping, Sequence

from simulator.debrief.changes import Balance, ChangeLane, Clash, Confusion, confusions_of
from simulator.debrief.figures.axis import TimeAxis
from simulator.debrief.figures.canvas import About, Canvas, Fill
from simulator.debrief.figures.palette import GOOD, INK, LOSS, QUIET, WORK
from simulator.debrief.figures.words import short
from simulator.domain.duration import show_clock

CHANGE = 0.44
"""Height of a row."""
OUTCOMES = {
    "recovered": "back to normal", "better": "better", "same": "no difference", "worse": "worse",
    "failed": "could not be made", "undone": "undone unseen", "never verified": "never verified",
    "unclear": "could not be told", "worn off": "told to have worn off",
    "not begun": "never begun", "not finished": "not finished",
}  # fmt: skip


def draw_changes(
    canvas: Canvas, axis: TimeAxis, lanes: Sequence[ChangeLane], clashes: Sequence[Clash], top: float
) -> None:
    """A row for each change; where it could not be told apart from another, the row is hatched."""
    for number, lane in enumerate(lanes):
        y = top + number * CHANGE
        for confusion in confusions_of(lane, clashes):
            _draw_confusion(canvas, axis, lane, confusion, y)
        _draw_change(canvas, axis, lane, y + CHANGE / 2)


def _draw_confusion(
    canvas: Canvas, axis: TimeAxis, lane: ChangeLane, confusion: Confusion, top: float
) -> None:
    others = " and ".join(confusion.others)
    title = f"{lane.id} cannot be told apart from {others}{', excused' if confusion.excused else ''}"
    fill = Fill(QUIET, 0.4, "\\\\") if confusion.excused else Fill(LOSS, 0.6, "////")
    canvas.box(
        axis.span(confusion.since, confusion.until), top + 0.05, CHANGE - 0.1, fill, About(title=title)
    )


def _draw_change(canvas: Canvas, axis: TimeAxis, lane: ChangeLane, y: float) -> None:
    canvas.text(0.1, y - 0.07, f"{lane.id}  {short(lane.change, 22)}", link=lane.entry)
    canvas.quiet(0.32, y + 0.09, OUTCOMES.get(lane.result, lane.result), size=6.5)
    begun = lane.until if lane.started is None else lane.started
    canvas.line([(axis.x(lane.ordered), y), (axis.x(begun), y)], QUIET, 0.8, dash=(1, 1.5))
    ordered = About(lane.entry, f"{lane.id} ordered {show_clock(lane.ordered)}")
    canvas.mark(axis.x(lane.ordered), y, "|", INK, size=8, about=ordered)
    if lane.started is not None:
        _draw_making(canvas, axis, lane, lane.started, y)


def _draw_making(canvas: Canvas, axis: TimeAxis, lane: ChangeLane, started: int, y: float) -> None:
    made = next((at for at in (lane.done, lane.failed) if at is not None), lane.until)
    title = f"{lane.id} {lane.change}: being made {show_clock(started)} to {show_clock(made)}"
    canvas.box(axis.span(started, made), y - 0.09, 0.18, Fill(WORK), About(lane.entry, title))
    if lane.done is not None:
        _draw_waiting(canvas, axis, lane, lane.done, y)
        _draw_undoing(canvas, axis, lane, y)
        _draw_effect(canvas, axis, lane, lane.done, y)
    elif lane.failed is not None:
        canvas.mark(axis.x(made), y, "x", LOSS, size=7, about=About(title=f"failed {show_clock(made)}"))


def _draw_waiting(canvas: Canvas, axis: TimeAxis, lane: ChangeLane, done: int, y: float) -> None:
    """From when it was made until somebody could tell what it did, with the watches below."""
    title = f"{lane.id} in place, not yet verified, {show_clock(done)} to {show_clock(lane.until)}"
    canvas.box(axis.span(done, lane.until), y - 0.09, 0.18, Fill(WORK, 0.28, edge=WORK), About(title=title))
    for watch in lane.watches:
        said = "too early to tell" if watch.early else watch.result or "not ended"
        title = f"{watch.signal} watched {show_clock(watch.began)} to {show_clock(watch.at)}: {said}"
        ends = [(axis.x(watch.began), y + 0.13), (axis.x(watch.at), y + 0.13)]
        canvas.line(ends, INK, 2.2, about=About(watch.entry, title))


def _draw_undoing(canvas: Canvas, axis: TimeAxis, lane: ChangeLane, y: float) -> None:
    if lane.reverting is not None:
        until = lane.until if lane.reverted is None else lane.reverted
        title = f"{lane.id} being undone from {show_clock(lane.reverting)}"
        span = axis.span(lane.reverting, max(until, lane.reverting))
        canvas.box(span, y - 0.09, 0.18, Fill(QUIET, hatch="\\\\\\\\"), About(title=title))


_SHAPES: Mapping[Balance, tuple[str, str]] = {
    "helped": ("^", GOOD),
    "harmed": ("X", LOSS),
    "nothing": ("o", QUIET),
}
"""How each balance is drawn: its sign and colour."""


def _draw_effect(canvas: Canvas, axis: TimeAxis, lane: ChangeLane, done: int, y: float) -> None:
    """What it really did on the whole, at the second it took effect."""
    if lane.balance:
        shape, colour = _SHAPES[lane.balance]
        about = About(title=f"{lane.id} {_did(lane)}")
        canvas.mark(axis.x(done), y, shape, colour, size=7.5, hollow=shape == "o", about=about)


def _did(lane: ChangeLane) -> str:
    """What it really did in words, and what that cost."""
    did = lane.did
    match lane.balance:
        case "helped" if lane.harmed:
            return f"{did}, and did harm on the way"
        case "harmed":
            return f"{did}, and did harm"
        case _:
            return did
