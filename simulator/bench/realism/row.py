"""One row of the table: a quantity, where its target comes from, and what was simulated."""

import math
from collections.abc import Sequence

from simulator.bench.figure import Figure
from simulator.bench.realism.fit import Estimate
from simulator.domain.value import Value


class Target(Value):
    """Between which numbers a quantity lies in reality, in a unit, and who says so."""

    low: float
    high: float
    unit: str
    source: str

    @property
    def words(self) -> str:
        """The numbers as they stand in the table."""
        return f"{self.low:.3g}-{self.high:.3g}" + (f" {self.unit}" if self.unit else "")


class Row(Value):
    """What one row of the table says."""

    quantity: str
    target: Target
    found: Estimate

    def figure(self) -> Figure:
        """The row as a figure of the bench; one that rests on too little is neither held nor missed."""
        found, target = self.found, self.target
        value = None if math.isnan(found.value) else float(f"{found.value:.3g}")
        how = f"{found.count} observations" + ("" if value is None else f", standard error {found.error:.2g}")
        held = found.within(target.low, target.high)
        return Figure(self.quantity, value or 0.0, target.unit, how, target.words, held, target.source)


HEADINGS = ("quantity", "source", "target", "simulated", "within")


def table(figures: Sequence[Figure]) -> str:
    """The rows as a table in plain text, which is one in Markdown as well."""
    cells = [HEADINGS, *map(_cells, figures)]
    wide = [max(len(row[column]) for row in cells) for column in range(len(HEADINGS))]
    lines = ["| " + " | ".join(map(str.ljust, row, wide)) + " |" for row in cells]
    rule = "|" + "|".join("-" * (width + 2) for width in wide) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _cells(figure: Figure) -> tuple[str, ...]:
    unit = f" {figure.unit}" if figure.unit else ""
    count = figure.how.partition(" ")[0]
    value = "-" if count == "0" else f"{figure.value:.3g}{unit} (n={count})"
    within = {True: "yes", False: "NO", None: "too few"}[figure.held]
    return figure.name, figure.source, figure.bar, value, within
