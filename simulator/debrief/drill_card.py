"""The debrief of a drill on one screen of a terminal."""

from collections.abc import Iterator

from simulator.debrief.drill import Answer, DrillStory, Judgement
from simulator.debrief.pen import SIGNS, Pen
from simulator.debrief.verdict import Verdict

_SIGN = {"earned": "+", "partly": "~", "lost": "-"}


def drill_lines(story: DrillStory, verdict: Verdict, pen: Pen) -> Iterator[str]:
    """The lines: the task, what was said and what it earned, what would have been good, the numbers."""
    grade = verdict.grade
    tone = "good" if grade in ("pass", "distinction") else "bad"
    yield from (pen(line, "bold") for line in pen.wrapped(story.task, ""))
    yield f"  {pen(SIGNS.get(grade, grade.upper()), tone)}"
    yield from pen.wrapped(verdict.reason)
    yield ""
    yield pen("You", "bold")
    for spoken in story.spoken:
        yield from _hung(
            pen, f"  {spoken.clock}  ", spoken.words + (f"  ({spoken.refused})" if spoken.refused else "")
        )
    if not story.spoken:
        yield "  said nothing."
    for judged in story.judged:
        yield from _judgement(judged, pen)
    yield from _answer("A good commander", story.model, pen)
    yield from _answer("Tempting", story.tempting, pen)
    yield ""
    told = (f"{f.what} {f.value}" + (f" ({f.note})" if f.note else "") for f in story.figures)
    yield from pen.wrapped("; ".join(told).capitalize() + ".", "")
    yield from pen.wrapped(verdict.happened, "")


def _hung(pen: Pen, head: str, text: str) -> list[str]:
    """A text behind a head, its further lines below the first."""
    first, *rest = pen.wrapped(text, " " * len(head))
    return [head + first[len(head) :], *rest]


def _judgement(judged: Judgement, pen: Pen) -> Iterator[str]:
    points = "nothing to judge" if judged.points is None else str(judged.points)
    yield f"  {judged.title}: {points}"
    for mark in judged.marks:
        lines = _hung(pen, f"    {_SIGN[mark.verdict]} ", mark.summary)
        yield from (pen(line, "good" if mark.verdict == "earned" else "bad") for line in lines)


def _answer(whose: str, answer: Answer, pen: Pen) -> Iterator[str]:
    yield ""
    yield pen(whose, "bold")
    for words in answer.say:
        yield from _hung(pen, "  > ", words)
    yield from pen.wrapped(answer.because)
