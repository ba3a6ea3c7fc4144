"""The matrix: what each flaw costs on each axis, against the book on the same seeds."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from simulator.domain.doctrine import AXES, Axis
from simulator.library.gauntlet.bout import Bout
from simulator.library.gauntlet.cast import BOOK, Role, cast
from simulator.library.gauntlet.running import Gauntlet

OFTEN = 1 / 3
"""A flaw that has an occasion in fewer of the plays is not judged on this outage (assumption)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One flaw. `costs` are median differences to the book, by axis, over the plays in which it showed.

    None where nothing could be compared. `why_not` says why it does not apply here; empty when it does.
    """

    role: Role
    showed: int
    of: int
    costs: Mapping[Axis, float | None]
    why_not: str = ""

    @property
    def own(self) -> float | None:
        """What it costs on its own axis."""
        return self.costs[self.role.axis] if self.role.axis else None


def matrix(found: Gauntlet) -> tuple[Row, ...]:
    """A row for each flaw."""
    return tuple(_row(found, role) for role in cast() if role.part == "flaw")


def _row(found: Gauntlet, role: Role) -> Row:
    book = {bout.seed: bout for bout in found.of(BOOK)}
    bouts = found.of(role.player)
    shown = [bout for bout in bouts if bout.shown]
    costs = {axis: _cost([(bout, book[bout.seed]) for bout in shown], axis) for axis in AXES}
    return Row(role, len(shown), len(bouts), costs, _why_not(found, role, len(shown), len(bouts)))


def _why_not(found: Gauntlet, role: Role, shown: int, of: int) -> str:
    if role.player in found.unfit:
        return f"it needs {role.needs}"
    if shown < OFTEN * of:
        need = f"; it needs {role.needs}" if role.needs else ""
        return f"it had an occasion in {shown} of {of} plays{need}"
    return ""


def _cost(pairs: list[tuple[Bout, Bout]], axis: Axis) -> float | None:
    points = [(flawed.own.axes[axis], book.own.axes[axis]) for flawed, book in pairs]
    lost = [here - there for here, there in points if here is not None and there is not None]
    return median(lost) if lost else None
