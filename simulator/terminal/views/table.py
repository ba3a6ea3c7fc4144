"""Tidy tables: columns as wide as they need, the last one wrapped below itself."""

from collections.abc import Sequence

from simulator.terminal.wrap import WIDTH, hang

GAP = "  "


def table(rows: Sequence[Sequence[str]], width: int = WIDTH, indent: str = "  ") -> list[str]:
    """Rows in columns. All but the last column stay on one line."""
    if not rows:
        return []
    wide = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    lines: list[str] = []
    for row in rows:
        cells = (cell.ljust(size) for cell, size in zip(row[:-1], wide, strict=True))
        lines += hang(indent + "".join(cell + GAP for cell in cells), row[-1], width)
    return lines


def listed(label: str, items: Sequence[str], label_width: int, width: int = WIDTH) -> list[str]:
    """A label with its items below one another; a dash when there are none."""
    lines: list[str] = []
    for number, item in enumerate(items or ("-",)):
        head = f"  {(label if number == 0 else ''):<{label_width}}  "
        lines += hang(head, item, width)
    return lines
