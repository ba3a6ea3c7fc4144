"""The comparison for a terminal: both grades, the axes beside each other, and what makes the difference."""

from collections.abc import Iterator
from textwrap import wrap

from simulator.debrief.beside.account import AxisRow, Beside, Judged, Process, RuleRow
from simulator.debrief.card import NARROWEST, WIDEST
from simulator.debrief.pen import NAME, SIGNS, Pen
from simulator.scoring.beside import Setting

COLUMN = 13
PAIRS = 2
"""So many marks of a rule are read on a screen; the page has them all."""


def beside_text(told: Beside, width: int = 80, colour: bool = False) -> str:
    """The comparison as lines of at most `width` letters."""
    pen = Pen(min(WIDEST, max(NARROWEST, width)), colour)
    return "\n".join(_lines(told, pen)) + "\n"


def _lines(told: Beside, pen: Pen) -> Iterator[str]:
    yield from (pen(line, "bold") for line in wrap(f"{told.title}, judged twice", pen.width))
    for process in (told.here, told.there):
        yield ""
        yield from _process(process, pen)
    yield ""
    yield pen(f"  {'':<{NAME}}{told.here.id[:COLUMN]:>{COLUMN}}{told.there.id[:COLUMN]:>{COLUMN}}", "bold")
    for axis in told.axes:
        yield _axis(axis)
    for axis in told.axes:
        for rule in axis.rules:
            if rule.pairs:
                yield from _rule(rule, told, pen)


def _process(process: Process, pen: Pen) -> Iterator[str]:
    tone = "good" if process.grade in ("pass", "distinction") else "bad"
    yield pen(f"  {SIGNS.get(process.grade, process.grade.upper())} under {process.id}", tone)
    yield from pen.wrapped(process.reason)


def _axis(axis: AxisRow) -> str:
    here, there = _points(axis.here, axis.decides_here), _points(axis.there, axis.decides_there)
    return f"  {axis.name:<{NAME}}{here:>{COLUMN}}{there:>{COLUMN}}"


def _points(points: int | None, decides: bool) -> str:
    return "-" if points is None else f"{points} <" if decides else f"{points}  "


def _rule(rule: RuleRow, told: Beside, pen: Pen) -> Iterator[str]:
    yield ""
    here, there = (("-" if one is None else str(one)) for one in (rule.here, rule.there))
    yield pen(f"  {rule.title}: {here} under {told.here.id}, {there} under {told.there.id}", "bold")
    for pair in rule.pairs[:PAIRS]:
        yield from _mark(pair.here, told.here.id, pen)
        yield from _mark(pair.there, told.there.id, pen)
    if len(rule.pairs) > PAIRS:
        yield f"    and {len(rule.pairs) - PAIRS} more"
    if rule.unasked:
        yield from pen.wrapped(f"Why: {rule.unasked} gives this rule no points.", "    ")
    for reason in rule.reasons:
        yield from pen.wrapped(_reason(reason, told), "    ")


def _mark(mark: Judged | None, process: str, pen: Pen) -> Iterator[str]:
    if mark is not None:
        text = f"{process} {mark.earned} %: {mark.summary}"
        yield from wrap(text, pen.width, initial_indent="    ", subsequent_indent="      ")


def _reason(one: Setting, told: Beside) -> str:
    here = f"{one.here} at {told.here.id}{_sourced(one.source_here)}"
    there = f"{one.there} at {told.there.id}{_sourced(one.source_there)}"
    return f"Why: {one.kind} '{one.name}' is {here}, {there}."


def _sourced(source: str) -> str:
    return f" ({source})" if source else ""
