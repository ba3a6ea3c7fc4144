"""A heat map: rows and columns with a number in each cell, the darker the more it lost.

A row's own column is framed. Rows that have the same own column stand together.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from simulator.debrief.figures.canvas import About, Canvas, Fill
from simulator.debrief.figures.palette import INK, LOSS, PAPER, QUIET, RULE
from simulator.debrief.figures.words import short
from simulator.domain.value import Value

GUTTER, CELL, ROW, TITLE, HEAD, BESIDE = 1.75, 0.98, 0.31, 0.62, 0.46, 0.85
MARGIN, LINE = 0.15, 0.16
LONGEST = 26
FROM = 0.5
"""What loses less than this, either way, is nothing."""
PALE = 0.04
"""The share of the darkest colour that a cell has which loses anything."""
DARK = 0.7
"""On a darker cell than this words are light."""
SCALE = (0, 25, 50, 75, 100)
MINUS = "\N{MINUS SIGN}"


class HeatCell(Value):
    """What a cell loses (below 0), None where nothing could be compared; `low` to `high` is its range.

    What belongs there although the cell is not the row's own is `excused`; what should not be is `wrong`.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    excused: bool = False
    wrong: bool = False


class HeatRow(Value):
    """A row: its name, its cells, its own column, and a word beside it."""

    name: str
    cells: tuple[HeatCell, ...]
    own: int
    beside: str = ""


class HeatMap(Value):
    """A table with a title, what it shows, and the head of what stands `beside` each row.

    The heads of columns may have two lines. The darkest cell is one that loses `most`; `legend` explains the
    signs, a line each.
    """

    title: str
    about: str
    columns: tuple[tuple[str, ...], ...]
    rows: tuple[HeatRow, ...]
    beside: str = ""
    legend: tuple[str, ...] = ()
    most: float = 100.0


def draw_heat(drawn: HeatMap) -> Canvas:
    """The map on a sheet of its own."""
    top, floor = TITLE + HEAD, TITLE + HEAD + ROW * len(drawn.rows)
    width = MARGIN + GUTTER + CELL * len(drawn.columns) + (BESIDE if drawn.beside else 0) + MARGIN
    canvas = Canvas(width, floor + 0.5 + LINE * len(drawn.legend) + MARGIN)
    canvas.heading(MARGIN, 0.22, drawn.title, size=10)
    canvas.quiet(MARGIN, 0.45, drawn.about, size=7.5)
    for number, words in enumerate(drawn.columns):
        _column(canvas, number, words, top)
    if drawn.beside:
        canvas.quiet(_left(len(drawn.columns)) + BESIDE / 2, top - 0.12, drawn.beside, size=7, align="center")
    for number, row in enumerate(drawn.rows):
        _row(canvas, row, drawn, top + ROW * number)
    for number in _between(drawn.rows):
        y = top + ROW * number
        canvas.line([(MARGIN, y), (_left(len(drawn.columns)), y)], QUIET, 0.9)
    _legend(canvas, drawn, floor + 0.22)
    return canvas


def _column(canvas: Canvas, number: int, words: Sequence[str], top: float) -> None:
    for line, text in enumerate(reversed(words)):
        y = top - 0.12 - LINE * line
        canvas.text(_left(number) + CELL / 2, y, text, size=7.5, align="center")


def _between(rows: Sequence[HeatRow]) -> Iterator[int]:
    """The rows before which the own column becomes another."""
    pairs = enumerate(pairwise(rows), 1)
    return (number for number, (before, after) in pairs if before.own != after.own)


def _left(column: int) -> float:
    return MARGIN + GUTTER + CELL * column


def _row(canvas: Canvas, row: HeatRow, drawn: HeatMap, top: float) -> None:
    middle = top + ROW / 2
    canvas.text(MARGIN + GUTTER - 0.1, middle, short(row.name, LONGEST), size=8, align="right")
    for number, cell in enumerate(row.cells):
        head = " ".join(drawn.columns[number])
        framed = number == row.own
        _cell(canvas, cell, (_left(number), top), _share(cell, drawn.most), framed, f"{row.name}, {head}")
    if row.beside:
        left = _left(len(drawn.columns))
        canvas.quiet(left + BESIDE / 2, middle, row.beside, size=7, align="center")
    _frame(canvas, _left(row.own), top)


def _share(cell: HeatCell, most: float) -> float:
    lost = -(cell.value or 0.0)
    return 0.0 if lost < FROM else min(1.0, max(PALE, lost / most))


def _cell(
    canvas: Canvas, cell: HeatCell, at: tuple[float, float], share: float, framed: bool, name: str
) -> None:
    left, top = at
    span, middle = (left, left + CELL), left + CELL / 2
    canvas.box(span, top, ROW, Fill(PAPER, edge=RULE))
    canvas.box(span, top, ROW, Fill(LOSS, alpha=share), About(title=f"{name}: {_in_words(cell)}"))
    told = _range(cell)
    y = top + ROW / 2 - (0.055 if told else 0.0)
    if cell.value is None:
        canvas.quiet(middle, y, "-", align="center")
    elif framed or abs(cell.value) >= FROM or cell.excused or cell.wrong:
        colour = PAPER if share > DARK else INK
        canvas.text(middle, y, _number(cell), size=8, colour=colour, align="center")
        if told:
            canvas.text(middle, top + ROW - 0.08, told, size=5.4, colour=colour, align="center")


def _number(cell: HeatCell) -> str:
    said = signed(cell.value or 0.0)
    return f"({said})" if cell.excused else f"{said} !" if cell.wrong else said


def signed(value: float) -> str:
    """A loss or a gain in whole points, with a real minus."""
    return "0" if round(value) == 0 else f"{value:+.0f}".replace("-", MINUS)


def _range(cell: HeatCell) -> str:
    """From the least to the most, where they differ in whole points."""
    if cell.low is None or cell.high is None or round(cell.low) == round(cell.high):
        return ""
    return f"{signed(cell.high)} to {signed(cell.low)}"


def _in_words(cell: HeatCell) -> str:
    if cell.value is None:
        return "nothing to compare"
    told = _range(cell)
    return f"{cell.value:+.1f}" + (f", {told}" if told else "")


def _frame(canvas: Canvas, left: float, top: float) -> None:
    begins, ends, upper, lower = left + 0.02, left + CELL - 0.02, top + 0.02, top + ROW - 0.02
    corners = [(begins, upper), (ends, upper), (ends, lower), (begins, lower)]
    canvas.line([*corners, corners[0]], INK, 1.2)


def _legend(canvas: Canvas, drawn: HeatMap, top: float) -> None:
    canvas.quiet(MARGIN, top, "points lost", size=7)
    for number, points in enumerate(SCALE):
        left = MARGIN + 0.8 + 0.62 * number
        canvas.box((left, left + 0.22), top - 0.07, 0.14, Fill(PAPER, edge=RULE))
        canvas.box((left, left + 0.22), top - 0.07, 0.14, Fill(LOSS, alpha=min(1.0, points / drawn.most)))
        canvas.quiet(left + 0.27, top, str(points), size=7)
    for number, line in enumerate(drawn.legend):
        canvas.quiet(MARGIN, top + 0.24 + LINE * number, line, size=7)
