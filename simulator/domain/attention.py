"""What saying something costs the person who says it, in seconds of their attention.

A commander's turn costs 20 to 40 s for a report's worth of talk, more than seven direct reports overload
anyone (3 to 7 is the span of control that incident command systems teach). The single figures are
assumptions of this project, scaled to that.
"""

from collections.abc import Mapping
from typing import get_args

from simulator.domain import command as said
from simulator.domain.guidance import Guidance
from simulator.domain.succession import StepAside, TakeBack

SPAN_OF_CONTROL = 7
"""More direct reports than this and every command takes longer."""
OVERLOAD = 0.15
"""Extra share of time a command takes for each report beyond the span."""
READING = 2
"""Seconds to take in one message that came in since the last command."""
READING_AT_MOST = 20
"""Nobody reads longer than this before speaking again."""
SWOOP = 10
"""Extra seconds a command takes while someone senior waits in the room for an answer."""
REFUSAL = 5
"""Seconds lost on asking for the impossible."""

SECONDS: Mapping[type[said.Command], int] = {
    said.Declare: 20, said.SetSeverity: 15, said.Assign: 15, said.Page: 15, said.Ask: 20,
    said.Investigate: 20, said.Check: 20, said.Order: 25, said.Prepare: 20, said.Verify: 20,
    said.Revert: 20, said.Residual: 15, said.Poll: 30, said.Freeze: 15, said.Unfreeze: 10,
    said.OpenWorkstream: 45, said.CloseWorkstream: 15, said.Draft: 20, said.Approve: 20, said.Post: 65,
    said.Answer: 20, said.Sitrep: 40, said.HandOver: 60, said.Release: 10, said.Warn: 15, said.Mitigated: 15,
    said.Resolve: 20, said.FollowUp: 25, said.Review: 15, said.End: 0, said.Decide: 20, said.Note: 10,
    said.Withdraw: 10, said.CallOff: 10, said.Say: 0, said.Wait: 0, said.Skip: 0, said.Look: 5, said.Help: 0,
    **dict.fromkeys(get_args(Guidance), 0), StepAside: 0, TakeBack: 20,
}  # fmt: skip
"""Seconds each command takes when nothing else weighs on the seat."""
POST_WITH_LEAD = 20
"""Seconds a post takes the commander when someone else writes it."""


def seconds_for(command: said.Command, unread: int, reports: int, swoops: int) -> int:
    """Seconds of attention a command takes, given what weighs on the seat.

    `unread` messages came in since its last command, `reports` people work straight for it,
    `swoops` seniors wait for an answer. Waiting, ending and help take none.
    """
    base = SECONDS[type(command)]
    if not base:
        return 0
    if reports > SPAN_OF_CONTROL:
        base = round(base * (1 + OVERLOAD * (reports - SPAN_OF_CONTROL)))
    return base + min(READING_AT_MOST, READING * unread) + SWOOP * swoops
