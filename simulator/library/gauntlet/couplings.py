"""Where one fault rightly costs on a second axis, each with its reason. Nothing else may cost elsewhere."""

from collections.abc import Mapping

from simulator.domain.doctrine import Axis

COUPLINGS: Mapping[tuple[str, Axis], str] = {
    ("silent", "command"): "who hears nothing comes in person, and each visit has to be answered",
    ("slow-first-post", "command"): "who waits too long comes in person, and each visit has to be answered",
    ("no-roles", "communication timeliness"): "without a lead the commander writes every update",
    ("under-declares", "communication timeliness"): "a lower severity has slower clocks than it asks for",
}  # fmt: skip
"""By flaw and the other axis."""
