"""The time axis that all figures share: a gutter for names on the left, seconds to inches, ticks, moments."""

from collections.abc import Iterator, Sequence

from simulator.debrief.figures.canvas import Canvas
from simulator.debrief.figures.palette import INK, RULE
from simulator.debrief.story import Moment
from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.value import Value

WIDTH = 9.0
GUTTER = 1.62
MARGIN = 0.25
MOST_TICKS = 9
STEPS = tuple(each * MINUTE for each in (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 960))
ROW = 0.16
BESIDE, LETTER = 0.05, 0.066
"""Inches between a moment's line and its words, and for each letter of them (7 points, generously)."""


class TimeAxis(Value):
    """Seconds from 0 to `end` along the width of a figure."""

    end: int

    def x(self, at: float) -> float:
        """Where a second is, in inches."""
        share = min(1.0, max(0.0, at / max(1, self.end)))
        return GUTTER + share * (WIDTH - MARGIN - GUTTER)

    def span(self, since: float, until: float) -> tuple[float, float]:
        """Where a stretch of time is."""
        return self.x(since), self.x(until)

    def ticks(self) -> Iterator[int]:
        """Round seconds, not too many."""
        step = next((each for each in STEPS if self.end / each <= MOST_TICKS), STEPS[-1])
        yield from range(0, self.end + 1, step)

    def draw(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Thin lines at round times, with the times below."""
        for at in self.ticks():
            canvas.line([(self.x(at), top), (self.x(at), bottom)], RULE, 0.6)
            canvas.quiet(self.x(at), bottom + 0.13, f"{at // HOUR}:{at % HOUR // MINUTE:02}", align="center")


def words_of(moment: Moment) -> str:
    """What is written beside a moment: its name and time."""
    return f"{moment.name} {moment.at // HOUR}:{moment.at % HOUR // MINUTE:02}"


def reach(axis: TimeAxis, moment: Moment) -> tuple[float, float]:
    """From where to where a moment's words run (inches): leftwards where there is no room to the right."""
    x, long = axis.x(moment.at), BESIDE + LETTER * len(words_of(moment))
    return (x - long, x) if x + long > WIDTH - MARGIN else (x, x + long)


def rows_of(axis: TimeAxis, moments: Sequence[Moment]) -> tuple[tuple[Moment, int], ...]:
    """Each moment with the height its name is written on, 0 the lowest, so that none run into each other."""
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for moment in sorted(moments, key=lambda each: each.at):
        begin, end = reach(axis, moment)
        free = (row for row, spans in enumerate(taken) if all(begin >= e or end <= b for b, e in spans))
        row = next(free, len(taken))
        taken[row : row + 1] = [[*(taken[row] if row < len(taken) else ()), (begin, end)]]
        placed.append((moment, row))
    return tuple(placed)


def draw_moments(
    canvas: Canvas, axis: TimeAxis, moments: Sequence[Moment], top: float, bottom: float
) -> None:
    """A line across everything for each moment, named above."""
    for moment, row in rows_of(axis, moments):
        x, y = axis.x(moment.at), top - 0.09 - ROW * row
        canvas.line([(x, y - 0.06), (x, bottom)], INK, 0.9, dash=(3, 2))
        beyond = reach(axis, moment)[0] < x
        align, beside = ("right", x - BESIDE) if beyond else ("left", x + BESIDE)
        canvas.text(beside, y, words_of(moment), size=7, align=align, link=moment.entry)
