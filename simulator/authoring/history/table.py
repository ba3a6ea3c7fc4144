"""Tables: a timeline as CSV, with commas, semicolons or tabs between the columns that its first row names."""

import csv
import re
from collections.abc import Iterator, Sequence

from simulator.authoring.history.making import make_history
from simulator.authoring.history.raw import Label, Place, Raw, problem
from simulator.authoring.history.words import plain
from simulator.authoring.near import did_you_mean
from simulator.authoring.problem import Problem
from simulator.authoring.reading import MOST, Reading
from simulator.domain.history import History
from simulator.domain.origin import Origin
from simulator.domain.value import Value

COLUMNS = ("time", "who", "kind", "text", "id", "state", "scope", "next")
"""The columns there are; the first row says which of them a table has. Only the time must be there."""
ABOUT = ("title", "id", "source", "records")
"""What a row such as `# title: Orders fail` may say of the whole."""
_BETWEEN = (",", ";", "\t")


class Row(Value):
    """The cells of a row, and the number of its first line."""

    line: int
    cells: tuple[str, ...]


class Table(Value):
    """A table's text; a place in it is a line, then the text that a cell there holds."""

    file: str
    lines: tuple[str, ...]

    def path(self, place: Place) -> str:
        """Nothing: the line of a place says it all."""
        return ""

    def origin(self, place: Place) -> Origin:
        """The line of a place, and the column where its text begins."""
        line = next((step for step in place if isinstance(step, int)), 1)
        text = next((step for step in place if isinstance(step, str)), "")
        written = self.lines[line - 1] if line <= len(self.lines) else ""
        return Origin(self.file, line, max(0, written.find(text)) + 1)


def read_table(text: str, file: str) -> Reading[History]:
    """The history in a table."""
    table = Table(file, tuple(text.splitlines()))
    rows, broken = _rows(text, table)
    if broken or not rows:
        return Reading(
            None, (broken or problem(table, (1,), "the timeline is empty", "a first row: time,text"),)
        )
    names = [cell.strip().lower() for cell in rows[0].cells]
    if "time" not in names:
        return Reading(None, (_no_time(rows[0], names, table),))
    long = tuple(_too_long(rows[1:], names, table))
    if long:
        return Reading(None, long)
    return make_history([_raw(row, names) for row in rows[1:]], _label(table), table)


def _label(table: Table) -> Label:
    """What comments say of the incident as a whole."""
    told: dict[str, str] = {}
    records: list[tuple[Place, str]] = []
    for number, line in enumerate(table.lines, 1):
        name, colon, value = line.lstrip("#").partition(":")
        if line.startswith("#") and colon and (name := name.strip().lower()) in ABOUT:
            told[name] = value.strip()
            if name == "records":
                words = (word.strip() for word in re.split(r"[,;]", value))
                records += [((number, word), word) for word in words if word]
    get = told.get
    return Label((1,), get("title", ""), get("id", ""), source=get("source", ""), records=tuple(records))


def _rows(text: str, table: Table) -> tuple[list[Row], Problem | None]:
    first = next((line for line in table.lines if line.strip() and not line.startswith("#")), "")
    reader = csv.reader(text.splitlines(keepends=True), delimiter=max(_BETWEEN, key=first.count), strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                rows.append(Row(line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "a quote within a quoted text is written twice"
        return [], problem(table, (line,), f"the row cannot be read: {error}", "", hint)
    return rows, None


def _no_time(head: Row, names: Sequence[str], table: Table) -> Problem:
    near = next((f"{name!r}: {told}" for name in names if (told := did_you_mean(name, COLUMNS))), "")
    expected = f"a first row that names the columns, of {', '.join(COLUMNS)}"
    return problem(table, (head.line,), "no column is called 'time'", expected, near)


def _too_long(rows: Sequence[Row], names: Sequence[str], table: Table) -> Iterator[Problem]:
    for row in rows[:MOST]:
        if len(row.cells) > len(names):
            told = f"the row has {len(row.cells)} values, and the first row names {len(names)} columns"
            yield problem(table, (row.line,), told, "", "a text with commas in it wants quotes around it")


def _raw(row: Row, names: Sequence[str]) -> Raw:
    held = dict(zip(names, (cell.strip() for cell in row.cells), strict=False))
    get = held.get
    named = tuple((field, get(field, "")) for field in ("time", "kind", "state", "next"))
    return Raw(
        (row.line,), get("time", ""), get("kind", ""), get("text", ""), get("who", ""), get("id", ""),
        get("state", ""), _scope(held), get("next", ""), named=named,
    )  # fmt: skip


def _scope(held: dict[str, str]) -> tuple[str, ...] | None:
    """What a post named as affected; None in a table that does not tell."""
    if "scope" not in held:
        return None
    return tuple(plain(part) for part in re.split(r"[;|]", held["scope"]) if part.strip())
