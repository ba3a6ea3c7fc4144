"""The matrix as a picture. Imported only when one is drawn: matplotlib takes its time."""

from collections.abc import Sequence

from simulator.debrief.figures.heat import HeatMap, HeatRow, draw_heat
from simulator.domain.doctrine import AXES
from simulator.library.gauntlet.matrix import Row, matrix
from simulator.library.gauntlet.running import Gauntlet
from simulator.library.gauntlet.telling import SHORT

NAME = "gauntlet"


def draw(all_found: Sequence[Gauntlet], ending: str) -> bytes:
    """The heat maps of some outages as SVG, or as PNG when the ending is `.png`."""
    canvas = draw_heat([_map(found) for found in all_found])
    if ending == ".png":
        return canvas.png()
    about = "What each flaw costs on each axis of the scorecard."
    return (canvas.svg(NAME, "The gauntlet", about) + "\n").encode()


def _map(found: Gauntlet) -> HeatMap:
    rows = tuple(_row(row) for row in matrix(found) if not row.why_not)
    title = f"{found.outage.scenario.id}, {found.seeds} seeds, {found.doctrines[0]}"
    return HeatMap(title, tuple(SHORT[axis] for axis in AXES), rows)


def _row(row: Row) -> HeatRow:
    own = AXES.index(row.role.axis) if row.role.axis else 0
    return HeatRow(row.role.player, tuple(row.costs[axis] for axis in AXES), own)
