"""A heat map: rows and columns with a number in each cell, the darker the more it lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.debrief.figures.canvas import About, Canvas, Fill
from simulator.debrief.figures.palette import INK, LOSS, PAPER, RULE
from simulator.debrief.figures.words import short

GUTTER, CELL, ROW, HEAD, GAP, FOOT = 1.9, 1.0, 0.24, 0.62, 0.3, 0.34
LONGEST = 26
MARGIN = 0.15


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row: its name, what each column loses (None where there is nothing), and its own column."""

    name: str
    cells: tuple[float | None, ...]
    own: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A table with a title. The darkest cell is one that loses `most`."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    most: float = 100.0


def draw_heat(maps: Sequence[HeatMap]) -> Canvas:
    """The maps, one above the other."""
    widest = max((len(each.columns) for each in maps), default=1)
    height = sum(HEAD + ROW * len(each.rows) + GAP for each in maps) + FOOT
    canvas = Canvas(MARGIN + GUTTER + CELL * widest + MARGIN, height)
    top = 0.0
    for each in maps:
        _map(canvas, each, top)
        top += HEAD + ROW * len(each.rows) + GAP
    legend = "Points lost against by-the-book on the same seeds, median. Framed: the axis of the flaw itself."
    canvas.quiet(MARGIN, top + FOOT / 3, legend)
    return canvas


def _map(canvas: Canvas, drawn: HeatMap, top: float) -> None:
    canvas.heading(MARGIN, top + 0.2, drawn.title, size=8.5)
    for number, name in enumerate(drawn.columns):
        canvas.quiet(_left(number) + CELL / 2, top + HEAD - 0.12, name, align="center")
    for number, row in enumerate(drawn.rows):
        _row(canvas, row, drawn, top + HEAD + ROW * number)


def _left(column: int) -> float:
    return MARGIN + GUTTER + CELL * column


def _row(canvas: Canvas, row: HeatRow, drawn: HeatMap, top: float) -> None:
    canvas.text(MARGIN + GUTTER - 0.1, top + ROW / 2, short(row.name, LONGEST), size=7, align="right")
    for number, lost in enumerate(row.cells):
        span = (_left(number), _left(number) + CELL)
        share = min(1.0, max(0.0, -(lost or 0.0)) / drawn.most)
        words = "nothing to compare" if lost is None else f"{lost:+.1f}"
        about = About(title=f"{row.name}, {drawn.columns[number]}: {words}")
        canvas.box(span, top, ROW, Fill(PAPER, edge=RULE))
        canvas.box(span, top, ROW, Fill(LOSS, alpha=share, edge="none"), about)
        _number(canvas, lost, share, (sum(span) / 2, top + ROW / 2))
    own = (_left(row.own) + 0.02, _left(row.own) + CELL - 0.02)
    corners = [
        (own[0], top + 0.02),
        (own[1], top + 0.02),
        (own[1], top + ROW - 0.02),
        (own[0], top + ROW - 0.02),
    ]
    canvas.line([*corners, corners[0]], INK, 1.0)


def _number(canvas: Canvas, lost: float | None, share: float, at: tuple[float, float]) -> None:
    if lost is None:
        canvas.quiet(*at, "-", align="center")
        return
    colour = PAPER if share > 0.55 else INK
    canvas.text(*at, "0" if round(lost) == 0 else f"{lost:+.0f}", size=6.8, colour=colour, align="center")
