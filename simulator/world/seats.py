"""What each seat may say. The commander's may say everything; the others speak in their role.

Guiding the world is the facilitator's alone, who says nothing else but to let time pass and to end.
"""

from collections.abc import Mapping
from typing import get_args

from simulator.domain import command as said
from simulator.domain.guidance import Guidance
from simulator.domain.seats import FACILITATOR, OBSERVER, RELIEVED
from simulator.domain.succession import Relief

GUIDANCE: tuple[type, ...] = get_args(Guidance)
_GUIDING = frozenset(GUIDANCE)
RELIEF: tuple[type, ...] = get_args(Relief)
_RELIEVING = frozenset(RELIEF)
_EVERYONE = (said.Look, said.Note, said.Wait, said.Help)
_PARTS = (*_EVERYONE, said.Say)
_WORK = (said.Investigate, said.Withdraw, said.Check, said.Verify, said.Ask)

MAY: Mapping[str, frozenset[type]] = {
    "scribe": frozenset((*_PARTS, said.Residual, said.FollowUp)),
    "business-lead": frozenset((*_PARTS, said.Draft, said.Post, said.Ask, said.Answer)),
    "technical-lead": frozenset((
        *_PARTS, *_WORK, said.Order, said.Prepare, said.Revert, said.CallOff, said.Residual, said.Poll,
        said.Page, said.Decide, said.Warn,
    )),
    "responder": frozenset((*_PARTS, *_WORK)),
    OBSERVER: frozenset(_EVERYONE),
    RELIEVED: frozenset((*_PARTS, *RELIEF, said.Skip, said.End)),
    FACILITATOR: frozenset((*GUIDANCE, said.Say, said.Look, said.Skip, said.Wait, said.End, said.Help)),
}  # fmt: skip
"""The commands of each seat that has not all of them."""
LOOKING = (said.Look, said.Say, said.Wait, said.Help)
"""What takes no part in the response: it makes nobody the holder of a role."""
COMMANDER_ALONE = (said.HandOver, said.SetSeverity, said.End)
"""What a deputy leaves to the commander; all else they may say in the commander's stead."""

LED_ON = "You have handed command over. Whoever leads now says that; to have command back: take command."
WATCHES = "An observer watches: nobody on the call hears or does what you say here."
_NOT_YOURS: Mapping[str, str] = {RELIEVED: LED_ON, OBSERVER: WATCHES}
"""Why a seat may not say something, where there is no use in asking the commander."""


def outside_role(command: said.Command, seat: str) -> str:
    """Why a seat may not say this; empty when it may."""
    kind = type(command)
    if kind in _GUIDING and seat != FACILITATOR:
        return "That is for the facilitator to say."
    if kind in _RELIEVING and seat != RELIEVED:
        return "That is for whoever handed command over to say."
    left = kind in COMMANDER_ALONE if seat == "deputy" else seat in MAY and kind not in MAY[seat]
    if not left:
        return ""
    return _NOT_YOURS.get(seat, f"That is not for the {seat} to say. Ask the commander.")
