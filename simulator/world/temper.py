"""How people differ under pressure: every number that depends on a temper, in one place.

All of them are assumptions: no public figures were found. `eager` acts and speaks early, `cautious` checks
and hedges, `stubborn` stands by what they think, `new` is on their first call, `belligerent` fights the room.
"""

from collections.abc import Mapping

from simulator.domain.organisation import Temper

HASTE: Mapping[Temper, float] = {
    "eager": 0.9, "steady": 1.0, "cautious": 1.15, "stubborn": 1.05, "new": 1.4, "belligerent": 1.0,
}  # fmt: skip
"""Time that people of a temper take, against the usual."""
SPEAKS_UP: Mapping[Temper, float] = {
    "eager": 0.4, "steady": 0.65, "cautious": 0.85, "stubborn": 0.9, "new": 0.1, "belligerent": 0.8,
}  # fmt: skip
"""Chance that someone who knows better says so when the call is asked."""
UNASKED = 0.6
"""The share of those who would say so when asked who also say so unasked, before they do it."""
FALSE_ALARM: Mapping[Temper, float] = {
    "eager": 0.02, "steady": 0.05, "cautious": 0.12, "stubborn": 0.2, "new": 0.0, "belligerent": 0.3,
}  # fmt: skip
"""Chance that someone objects to a risky change although nothing is wrong with it today."""
LOSES_TRACK: Mapping[Temper, float] = {
    "eager": 0.25, "steady": 0.2, "cautious": 0.3, "stubborn": 0.5, "new": 0.5, "belligerent": 0.3,
}  # fmt: skip
"""Chance that someone without a time-box goes on looking where nothing is to be seen."""
GUESSES: Mapping[Temper, float] = {
    "eager": 0.7, "steady": 0.15, "cautious": 0.05, "stubborn": 0.3, "new": 0.0, "belligerent": 0.8,
}  # fmt: skip
"""Chance that someone who has seen nothing names a cause when asked; the others say that they do not know."""
SURENESS: Mapping[Temper, tuple[float, float]] = {
    "eager": (0.55, 0.95), "steady": (0.4, 0.85), "cautious": (0.2, 0.6), "stubborn": (0.65, 0.95),
    "new": (0.1, 0.5), "belligerent": (0.8, 1.0),
}  # fmt: skip
"""How sure they put a guess, from and to: it says something of them, and nothing of their being right."""
LOST = 0.35
"""Chance that someone on their first call cannot read a place of their own team."""
