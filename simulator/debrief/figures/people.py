"""The lanes of the people: called, on the call, at work."""

from collections.abc import Sequence

from simulator.debrief.figures.axis import TimeAxis
from simulator.debrief.figures.canvas import About, Canvas, Fill
from simulator.debrief.figures.palette import GOOD, INK, PAPER, QUIET, RULE, WORK
from simulator.debrief.figures.words import fitting, short
from simulator.debrief.people import PersonLane, Task, Utterance
from simulator.domain.duration import show_clock
from simulator.domain.prose.names import YOU
from simulator.domain.seats import COMMANDER

PERSON = 0.3
"""Height of a row."""
_FILLS = {
    "change": Fill(WORK), "revert": Fill(WORK), "prepare": Fill(WORK, 0.4), "verify": Fill(GOOD, 0.4),
}  # fmt: skip
_OTHER = Fill(QUIET, 0.28)
_DOES = {
    "investigate": "looks: ", "check": "checks: ", "prepare": "prepares: ", "verify": "watches: ",
    "revert": "undoes: ", "write": "writes: ", "answer": "answers: ", "lead": "leads: ",
    "assist": "helps: ",
}  # fmt: skip


def draw_people(
    canvas: Canvas, axis: TimeAxis, lanes: Sequence[PersonLane], said: Sequence[Utterance], top: float
) -> None:
    """First what each said who played, then a row for everyone who was called."""
    y, spoke = top + PERSON / 2, speakers(said)
    for row, who in enumerate(spoke):
        _draw_words(canvas, axis, who, [word for word in said if word.by == who], y + row * PERSON)
    for number, lane in enumerate(lanes, len(spoke)):
        _draw_person(canvas, axis, lane, y + number * PERSON)


def speakers(said: Sequence[Utterance]) -> tuple[str, ...]:
    """Who spoke, in order of their first words; `you` where nobody did."""
    return tuple(dict.fromkeys(word.by for word in said)) or (YOU,)


def _draw_words(canvas: Canvas, axis: TimeAxis, who: str, said: Sequence[Utterance], y: float) -> None:
    canvas.text(0.1, y, short(f"{who}, speaking", 25))
    for word in said:
        about = About(word.entry, f"{show_clock(word.at)}: {word.text}")
        canvas.box(axis.span(word.at, word.until), y - 0.06, 0.12, Fill(QUIET), about)


def _draw_person(canvas: Canvas, axis: TimeAxis, lane: PersonLane, y: float) -> None:
    canvas.text(
        0.1,
        y,
        short(
            f"{lane.name.lower() if lane.name == 'You' else lane.name}, by hand"
            if lane.id == COMMANDER
            else lane.name,
            25,
        ),
    )
    if lane.paged is not None:
        until = axis.end if lane.joined is None else lane.joined
        paged = About(title=f"{lane.name} paged at {show_clock(lane.paged)}")
        canvas.line([(axis.x(lane.paged), y), (axis.x(until), y)], QUIET, 0.8, dash=(1, 1.5), about=paged)
    if lane.joined is not None:
        here = About(title=f"{lane.name} on the call from {show_clock(lane.joined)}")
        canvas.line([(axis.x(lane.joined), y), (axis.x(lane.left), y)], RULE, 2.0, about=here)
    elif lane.unanswered and lane.paged is not None:
        canvas.quiet(axis.x(lane.paged) + 0.08, y - 0.1, "page unanswered", size=6.3)
    for task in lane.tasks:
        _draw_task(canvas, axis, task, y)


def _draw_task(canvas: Canvas, axis: TimeAxis, task: Task, y: float) -> None:
    fill = _FILLS.get(task.what, _OTHER)
    left, right = axis.span(task.since, task.until)
    title = f"{task.says}, {show_clock(task.since)} to {show_clock(task.until)}"
    canvas.box((left, right), y - 0.09, 0.18, fill, About(task.entry, title))
    words = fitting(f"{_DOES.get(task.what, '')}{task.subject}", task.subject, right - left - 0.06)
    if words:
        canvas.text(left + 0.03, y, words, size=6, colour=PAPER if fill.alpha == 1 else INK)
