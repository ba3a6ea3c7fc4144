"""What each seat may say. The commander's may say everything; the others speak in their role."""

from collections.abc import Mapping

from simulator.domain import command as said

_EVERYONE = (said.Look, said.Note, said.Wait, said.Help)
_WORK = (said.Investigate, said.Check, said.Verify, said.Ask)

MAY: Mapping[str, tuple[type, ...]] = {
    "scribe": (*_EVERYONE, said.Residual, said.FollowUp),
    "business-lead": (*_EVERYONE, said.Draft, said.Post, said.Ask),
    "technical-lead": (
        *_EVERYONE, *_WORK, said.Order, said.Prepare, said.Revert, said.Residual, said.Poll, said.Page,
        said.Decide, said.Warn,
    ),
    "responder": (*_EVERYONE, *_WORK),
    "observer": _EVERYONE,
    "facilitator": _EVERYONE,
}  # fmt: skip
"""The commands of each seat that has not all of them."""
COMMANDER_ALONE = (said.HandOver, said.SetSeverity, said.End)
"""What a deputy leaves to the commander; all else they may say in the commander's stead."""


def outside_role(command: said.Command, seat: str) -> str:
    """Why a seat may not say this; empty when it may."""
    if seat == "deputy":
        allowed = not isinstance(command, COMMANDER_ALONE)
    else:
        allowed = seat not in MAY or isinstance(command, MAY[seat])
    return "" if allowed else f"That is not for the {seat} to say. Ask the commander."
