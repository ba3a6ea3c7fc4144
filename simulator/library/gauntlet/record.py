"""A gauntlet as plain values, for scripts."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from simulator.library.gauntlet.cast import BOOK, OPTIMUM, RANDOM, cast
from simulator.library.gauntlet.couplings import COUPLINGS
from simulator.library.gauntlet.gates import Missed, mean_lost, medians, missed, passes, weakest
from simulator.library.gauntlet.matrix import Row, matrix, pooled
from simulator.library.gauntlet.running import Gauntlet

N = TypeVar("N", bound=str)


def as_record(all_found: Sequence[Gauntlet], everywhere: Sequence[Missed]) -> dict[str, object]:
    """All gauntlets as one JSON object; points from 0 to 100, shares from 0 to 1, customer-minutes."""
    outages = [_outage(found) for found in all_found]
    held = not everywhere and not any(missed(found) for found in all_found)
    couplings = [
        {"player": player, "axis": axis, "because": why} for (player, axis), why in COUPLINGS.items()
    ]
    return {
        "held": held, "outages": outages, "pooled": [_pooled(row) for row in pooled(all_found)],
        "missed": [_gate(gate) for gate in everywhere],
        "couplings": couplings,
    }  # fmt: skip


def _outage(found: Gauntlet) -> dict[str, object]:
    cheats = [role.player for role in cast() if role.part == "cheat"]
    return {
        "outage": found.outage.scenario.id, "doctrines": list(found.doctrines), "seeds": found.seeds,
        "points": [_points(found, player) for player in (BOOK, OPTIMUM, RANDOM, *cheats)],
        "flaws": [_flaw(found, row) for row in matrix(found)],
        "passes": {player: _rounded(passes(found, player)) for player in cheats},
        "missed": [_gate(gate) for gate in missed(found)],
    }  # fmt: skip


def _points(found: Gauntlet, player: str) -> dict[str, object]:
    return {
        "player": player, "axes": _rounded(medians(found, player)),
        "weakest": round(weakest(found, player), 2), "lost": round(mean_lost(found, player), 2),
    }  # fmt: skip


def _flaw(found: Gauntlet, row: Row) -> dict[str, object]:
    return {
        "player": row.role.player, "axis": row.role.axis, "shown": row.showed, "of": row.of,
        "applies": not row.why_not, "why_not": row.why_not, "costs": _rounded(row.costs),
        "lost": round(mean_lost(found, row.role.player), 2),
    }  # fmt: skip


def _pooled(row: Row) -> dict[str, object]:
    return {
        "player": row.role.player, "axis": row.role.axis, "shown": row.showed, "of": row.of,
        "applies": not row.why_not, "costs": _rounded(row.costs),
    }  # fmt: skip


def _gate(gate: Missed) -> dict[str, object]:
    return {
        "gate": gate.gate, "player": gate.player, "axis": gate.axis, "by": round(gate.by, 2),
        "says": gate.says,
    }  # fmt: skip


def _rounded(values: Mapping[N, float | None]) -> dict[N, float | None]:
    return {name: value if value is None else round(value, 3) for name, value in values.items()}
