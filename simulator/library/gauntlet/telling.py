"""A gauntlet as a person reads it."""

from collections.abc import Iterator, Sequence

from simulator.domain.doctrine import AXES, Axis
from simulator.library.gauntlet.cast import BOOK, OPTIMUM, RANDOM, cast
from simulator.library.gauntlet.couplings import COUPLINGS
from simulator.library.gauntlet.gates import (
    Missed,
    mean_lost,
    medians,
    missed,
    missed_in_all,
    passes,
    weakest,
)
from simulator.library.gauntlet.matrix import Row, matrix, pooled
from simulator.library.gauntlet.running import Gauntlet
from simulator.library.points import show_points
from simulator.library.trouble import counted

NAME, CELL = 22, 12
SHORT: dict[Axis, str] = {
    "sequencing": "sequencing", "easy fix first": "easy first", "communication timeliness": "in time",
    "communication accuracy": "accuracy", "command": "command", "severity": "severity", "wrap-up": "wrap-up",
}  # fmt: skip
"""The axes as the head of a table has room for them."""


def tell(found: Gauntlet) -> str:
    """The whole gauntlet of one outage in plain lines."""
    blocks = (
        _head(found),
        _good(found),
        _flaws(found),
        _elsewhere(found),
        _cheats(found),
        _end(missed(found)),
    )
    return "\n\n".join("\n".join(lines) for lines in map(list, blocks) if lines)


def tell_pooled(all_found: Sequence[Gauntlet]) -> str:
    """The matrix of several outages taken together; empty for one."""
    return "\n".join(_pooled(all_found)) if len(all_found) > 1 else ""


def _pooled(all_found: Sequence[Gauntlet]) -> Iterator[str]:
    yield f"All {counted(len(all_found), 'outage')} together"
    yield f"  {'What a flaw costs':<{NAME}}{_columns()}{'shown in':>{CELL}}"
    for row in pooled(all_found):
        if not row.why_not:
            cells = "".join(f"{_cost(row, axis):>{CELL}}" for axis in AXES)
            yield f"  {row.role.player:<{NAME}}{cells}{row.showed / row.of:>{CELL}.0%}"
    yield ""
    yield from _end(missed_in_all(all_found))


def tell_nowhere(gates: Sequence[Missed]) -> str:
    """The flaws that no outage shows."""
    return "\n".join(gate.says for gate in gates)


def _head(found: Gauntlet) -> Iterator[str]:
    scenario = found.outage.scenario
    yield f"{scenario.id}: {scenario.title}"
    yield f"{counted(len(cast()), 'player')}, seeds 1 to {found.seeds}, played under {found.doctrines[0]}"


def _columns() -> str:
    return "".join(f"{SHORT[axis]:>{CELL}}" for axis in AXES)


def _good(found: Gauntlet) -> Iterator[str]:
    yield f"  {'Points, median':<{NAME}}{_columns()}{'weakest':>{CELL}}{'lost, mean':>{CELL}}"
    for player in (BOOK, OPTIMUM, RANDOM):
        cells = "".join(f"{show_points(value):>{CELL}}" for value in medians(found, player).values())
        last = f"{weakest(found, player):>{CELL}.0f}{mean_lost(found, player):>{CELL},.0f}"
        yield f"  {player:<{NAME}}{cells}{last}"


def _flaws(found: Gauntlet) -> Iterator[str]:
    yield f"  {'What a flaw costs':<{NAME}}{_columns()}{'shown in':>{CELL}}{'lost, mean':>{CELL}}"
    for row in matrix(found):
        if not row.why_not:
            cells = "".join(f"{_cost(row, axis):>{CELL}}" for axis in AXES)
            last = f"{row.showed / row.of:>{CELL}.0%}{mean_lost(found, row.role.player):>{CELL},.0f}"
            yield f"  {row.role.player:<{NAME}}{cells}{last}"
    yield f"  {'':<{NAME}}[its own axis]   (a coupling that is stated)   ! a gate missed"


def _elsewhere(found: Gauntlet) -> Iterator[str]:
    rows = [row for row in matrix(found) if row.why_not]
    if rows:
        yield "Not applicable here"
    yield from (f"  {row.role.player}: {row.why_not}" for row in rows)


def _cost(row: Row, axis: Axis) -> str:
    cost = row.costs[axis]
    if axis == row.role.axis:
        return f"[{_signed(cost)}]" + ("!" if cost is None or cost > -15 else " ")
    if (row.role.player, axis) in COUPLINGS:
        return f"({_signed(cost)}) "
    return _signed(cost) + (" !" if cost is not None and cost < -5 else "  ")


def _signed(cost: float | None) -> str:
    if cost is None:
        return "-"
    return "0" if round(cost) == 0 else f"{cost:+.0f}"


def _cheats(found: Gauntlet) -> Iterator[str]:
    doctrines = "".join(f"{name:>{CELL}}" for name in found.doctrines)
    yield f"  {'Passes of cheats':<{NAME}}{doctrines}{'weakest':>{CELL}}  its weakest axis"
    for role in cast():
        if role.part == "cheat":
            shares = "".join(f"{share:>{CELL}.0%}" for share in passes(found, role.player).values())
            low = f"{weakest(found, role.player):>{CELL}.0f}  {_worst(found, role.player)}"
            yield f"  {role.player:<{NAME}}{shares}{low}"


def _worst(found: Gauntlet, player: str) -> str:
    points = {axis: value for axis, value in medians(found, player).items() if value is not None}
    return min(points, key=lambda axis: points[axis], default="")


def _end(gates: Sequence[Missed]) -> Iterator[str]:
    if not gates:
        yield "Every gate is held."
        return
    yield f"{counted(len(gates), 'gate')} missed"
    yield from (f"  {gate.says}" for gate in gates)
