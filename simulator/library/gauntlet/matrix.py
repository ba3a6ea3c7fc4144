"""The matrix: what each flaw costs on each axis, against the book on the same seeds."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import TypeAlias

from simulator.domain.doctrine import AXES, Axis
from simulator.domain.value import Value
from simulator.library.gauntlet.bout import Bout
from simulator.library.gauntlet.cast import BOOK, Role, cast
from simulator.library.gauntlet.running import Gauntlet

Pair: TypeAlias = tuple[Bout, Bout]
"""A play with the book's play of the same seed."""
OFTEN = 1 / 3
"""A flaw that has an occasion in fewer of the plays is not judged on this outage (assumption)."""


class Row(Value):
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


def pooled(all_found: Sequence[Gauntlet]) -> tuple[Row, ...]:
    """A row for each flaw over several outages: all plays in which it showed, of those where it applies.

    A play that took another turn than the book's costs here and there by luck. Over many outages that evens
    out; what is left is what the flaw costs.
    """
    return tuple(_over_all(all_found, role) for role in cast() if role.part == "flaw")


def _over_all(all_found: Sequence[Gauntlet], role: Role) -> Row:
    pairs, of = list[Pair](), 0
    for found in all_found:
        shown, bouts = _shown(found, role), len(found.of(role.player))
        if not _why_not(found, role, len(shown), bouts):
            pairs, of = pairs + shown, of + bouts
    costs = {axis: _cost(pairs, axis) for axis in AXES}
    return Row(role, len(pairs), of, costs, "" if pairs else "it applies on none of them")


def _row(found: Gauntlet, role: Role) -> Row:
    pairs, bouts = _shown(found, role), len(found.of(role.player))
    costs = {axis: _cost(pairs, axis) for axis in AXES}
    return Row(role, len(pairs), bouts, costs, _why_not(found, role, len(pairs), bouts))


def _shown(found: Gauntlet, role: Role) -> list[Pair]:
    """The plays in which a flaw showed, each with the book's on the same seed."""
    book = {bout.seed: bout for bout in found.of(BOOK)}
    return [(bout, book[bout.seed]) for bout in found.of(role.player) if bout.shown]


def _why_not(found: Gauntlet, role: Role, shown: int, of: int) -> str:
    if role.player in found.unfit:
        return f"it needs {role.needs}"
    if shown < OFTEN * of:
        need = f"; it needs {role.needs}" if role.needs else ""
        return f"it had an occasion in {shown} of {of} plays{need}"
    return ""


def _cost(pairs: list[Pair], axis: Axis) -> float | None:
    points = [(flawed.own.axes[axis], book.own.axes[axis]) for flawed, book in pairs]
    lost = [here - there for here, there in points if here is not None and there is not None]
    return median(lost) if lost else None
