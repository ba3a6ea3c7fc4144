"""Where one fault rightly costs on a second axis, each with its reason. Nothing else may cost elsewhere."""

from collections.abc import Mapping

from simulator.domain.doctrine import Axis

COUPLINGS: Mapping[tuple[str, Axis], str] = {
    ("never-verifies", "easy fix first"): "who does not know what a change did can only guess at the next",
    ("never-verifies", "communication accuracy"): "what was never verified is told as if it had been",
    ("two-at-once", "communication accuracy"): "who cannot say which of two acted can only guess aloud",
    ("wrong-signal", "easy fix first"): "who does not know what a change did can only guess at the next",
    ("wrong-signal", "communication accuracy"): "what was never verified is told as if it had been",
    ("watches-on", "wrap-up"): "who watches on when it is over says so late, and keeps people that long",
    ("watches-on", "sequencing"): "a watch that is still going on when all is over has told nobody anything",
    ("watches-on", "command"): "what lasts longer has to be handed over, and more people step in meanwhile",
    ("silent", "command"): "who hears nothing comes in person, and each visit has to be answered",
    ("silent", "communication accuracy"): "of few words said in person, a wrong one is all there is",
    ("slow-first-post", "command"): "who waits too long comes in person, and each visit has to be answered",
    ("no-roles", "communication timeliness"): "without a lead the commander writes every update",
    ("micro-manages", "wrap-up"): "who is asked all the time while they watch tells later that it is over",
    ("under-declares", "communication timeliness"): "a lower severity has slower clocks than it asks for",
    ("under-declares", "command"): "those who are told of nothing at the lower level come in person",
    ("resolves-early", "communication timeliness"): "what is called over too early is still owed updates",
}  # fmt: skip
"""By flaw and the other axis."""
