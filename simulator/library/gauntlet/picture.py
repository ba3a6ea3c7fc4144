"""The matrix as a picture, drawn from a gauntlet's record: of one that was run, or of one that was saved.

Imported only when one is drawn: matplotlib takes its time.
"""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from simulator.debrief.figures.heat import HeatCell, HeatMap, HeatRow, draw_heat
from simulator.domain.doctrine import AXES, Axis
from simulator.library.gauntlet.gates import OTHER, OWN
from simulator.library.trouble import counted

NAME = "gauntlet"
FONT = 'font-family="system-ui, Segoe UI, Helvetica, Arial, sans-serif"'
HEADS: dict[Axis, tuple[str, ...]] = {
    "sequencing": ("sequencing",), "easy fix first": ("easy fix", "first"),
    "communication timeliness": ("communication", "timeliness"),
    "communication accuracy": ("communication", "accuracy"),
    "command": ("command",), "severity": ("severity",), "wrap-up": ("wrap-up",),
}  # fmt: skip
SIGNS = (
    "Framed: the axis where the flaw belongs. In brackets: a coupling that is stated. Empty: nothing lost.",
    f"!  A gate is missed: in the frame under {OWN} points, elsewhere over {OTHER} that no coupling excuses.",
)
_RANGE = "Below the number: from the least to the most in one of the outages."
_MANY = (f"{SIGNS[0]} {_RANGE}", f"{SIGNS[1]} With several outages: in at least one of them.")

Record = Mapping[str, Any]
"""What `record.as_record` makes, and JSON holds."""


def draw(record: Record, ending: str) -> bytes:
    """The matrix of all outages of a record as SVG, or as PNG when the ending is `.png`."""
    canvas = draw_heat(heat_map(record))
    if ending == ".png":
        return canvas.png()
    about = "What each flaw costs on each axis of the scorecard."
    svg = canvas.svg(NAME, "The gauntlet", about).replace("<svg ", f"<svg {FONT} ", 1)
    return (svg + "\n").encode()


def heat_map(record: Record) -> HeatMap:
    """One table: of one outage as it is, of several in the median with the range."""
    outages = record["outages"]
    coupled = frozenset((one["player"], one["axis"]) for one in record["couplings"])
    players = dict.fromkeys(flaw["player"] for outage in outages for flaw in outage["flaws"])
    rows = [_row(outages, player, coupled) for player in players]
    return HeatMap(
        title="What each flaw costs on each axis",
        about=_about(outages),
        columns=tuple(HEADS[axis] for axis in AXES),
        rows=tuple(row for row in rows if row is not None),
        beside="applies in" if len(outages) > 1 else "",
        legend=_MANY if len(outages) > 1 else SIGNS,
    )


def _about(outages: Sequence[Record]) -> str:
    seeds = sorted({outage["seeds"] for outage in outages})
    plays = counted(seeds[0], "seed") if len(seeds) == 1 else f"{seeds[0]} to {seeds[-1]} seeds"
    if len(outages) == 1:
        only = outages[0]
        where = f"{only['outage']}, {plays}, under {only['doctrines'][0]}"
    else:
        where = f"{len(outages)} outages, {plays} each"
    return f"Against by-the-book on the same seeds, in the median. {where}."


def _row(outages: Sequence[Record], player: str, coupled: frozenset[tuple[str, str]]) -> HeatRow | None:
    """A flaw where it applies; None where it applies nowhere."""
    found = [(outage, flaw) for outage in outages for flaw in outage["flaws"] if flaw["player"] == player]
    applies = [(outage, flaw) for outage, flaw in found if flaw["applies"]]
    if not applies:
        return None
    own = applies[0][1]["axis"]
    cells = tuple(_cell(applies, player, axis, (player, axis) in coupled) for axis in AXES)
    return HeatRow(player, cells, AXES.index(own), f"{len(applies)} of {len(outages)}")


def _cell(applies: Sequence[tuple[Record, Record]], player: str, axis: Axis, excused: bool) -> HeatCell:
    costs = [cost for _, flaw in applies if (cost := flaw["costs"][axis]) is not None]
    wrong = any(
        gate["player"] == player and gate["axis"] == axis
        for outage, _ in applies
        for gate in outage["missed"]
    )
    if not costs:
        return HeatCell(None, wrong=wrong)
    if len(applies) == 1:
        return HeatCell(costs[0], excused=excused, wrong=wrong)
    return HeatCell(median(costs), min(costs), max(costs), excused, wrong)
