"""The account of a real incident for a terminal."""

from collections.abc import Iterator
from textwrap import wrap

from simulator.debrief.axes import AxisLine
from simulator.debrief.card import NARROWEST, WIDEST
from simulator.debrief.patterns_card import pattern_lines
from simulator.debrief.pen import NAME, Pen
from simulator.debrief.real.account import Account
from simulator.debrief.real.updates import UpdateLine

MOST = 12
"""So many updates are shown; the page has all."""


def account_text(told: Account, width: int = 80, colour: bool = False) -> str:
    """The account as lines of at most `width` letters."""
    pen = Pen(min(WIDEST, max(NARROWEST, width)), colour)
    return "\n".join(_lines(told, pen)) + "\n"


def _lines(told: Account, pen: Pen) -> Iterator[str]:
    yield from (pen(line, "bold") for line in wrap(told.heading.title, pen.width))
    if told.heading.began:
        yield f"  {told.heading.began}"
    yield ""
    yield from pen.wrapped(" ".join(told.happened))
    yield from _updates(told, pen)
    yield from _forecasts(told, pen)
    yield ""
    yield pen(f"What could be judged: {told.judged} of {told.rules} rules", "bold")
    for axis in told.axes:
        yield _axis(axis, pen)
    for sentence in told.not_shown:
        yield from pen.wrapped(sentence)
    if told.patterns.seen:
        yield from pattern_lines(told.patterns, pen)


def _updates(told: Account, pen: Pen) -> Iterator[str]:
    if not told.updates:
        return
    yield ""
    yield pen("Updates", "bold")
    for line in told.updates[:MOST]:
        text = f"{line.clock}  {said(line)}"
        yield from wrap(text, pen.width, initial_indent="  ", subsequent_indent=" " * 11)
    if len(told.updates) > MOST:
        yield f"  ... and {len(told.updates) - MOST} more"


def _forecasts(told: Account, pen: Pen) -> Iterator[str]:
    if not told.forecasts:
        return
    yield ""
    yield pen("Times to recovery that were told", "bold")
    for line in told.forecasts:
        by = f" (by {line.by})" if line.by else ""
        text = f"{line.clock}  '{line.words}'{by}: {line.came}"
        yield from wrap(text, pen.width, initial_indent="  ", subsequent_indent=" " * 11)
    yield from pen.wrapped(told.unasked)


def said(line: UpdateLine) -> str:
    """An update in a line: state, time since the one before against the clock, and its promise."""
    after = f", {line.after} after the one before" if line.after else ""
    clock = f" (due by {line.due})" if line.due else ""
    promise = f"; the next promised by {line.promised}: {line.kept}" if line.promised else ""
    audience = "" if line.audience == "status page" else f"to {line.audience}, "
    return f"{audience}{line.state}{after}{clock}{promise}"


def _axis(axis: AxisLine, pen: Pen) -> str:
    if axis.points is None:
        return f"  {axis.name:<{NAME}}{pen(axis.level, 'quiet')}"
    return f"  {axis.name:<{NAME}}{pen.bar(axis.points / 100, pen.cells)} {axis.points:>3}"
