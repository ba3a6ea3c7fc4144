"""One measured number, and how it was taken."""

from simulator.domain.value import Value, parts_of


class Figure(Value):
    """A measured number: its name, value and unit, how it was taken, and the bar it is held against.

    `bar` is in words, empty where there is none; `held` says whether it is met, None where there is none.
    `source` says where the bar comes from, where it does not come from icsim itself.
    """

    name: str
    value: float
    unit: str
    how: str
    bar: str = ""
    held: bool | None = None
    source: str = ""

    def line(self) -> str:
        """The figure on one line, as `icsim bench` prints it."""
        value = f"{self.value:.0f}" if self.value >= 100 else f"{self.value:.3g}"
        bar = f"  [{self.bar}: {'held' if self.held else 'MISSED'}]" if self.bar else ""
        return f"{self.name}: {value}{' ' + self.unit if self.unit else ''} ({self.how}){bar}"

    def record(self) -> dict[str, object]:
        """The figure for scripts."""
        return parts_of(self)
