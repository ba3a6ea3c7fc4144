"""What can be told to people outside the response now, and why not: answers to those who ask, and drafts."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.domain import command as said
from simulator.domain.stakes import PUBLIC
from simulator.world.parts import Parts


def _approve(parts: Parts, command: said.Approve) -> str:
    if command.audience in parts.news.drafts:
        return ""
    return f"No draft for {command.audience} is waiting."


def _answer(parts: Parts, command: said.Answer) -> str:
    audience, presence = command.audience, parts.stakeholders.presence
    if audience not in presence and not presence.asked(audience):
        return f"Nobody of {audience} waits for an answer. To tell them something: {_example(audience)}"
    if audience not in presence and command.how is None and not command.because:
        return f"Say what you answer, as in: answer {audience} saying we know it at noon."
    if audience in presence and command.how is None:
        return "Say what you answer: eta 30m, no eta, take command, severity stays, or later."
    return ""


def _example(audience: str) -> str:
    verb = "post" if audience == PUBLIC else "brief"
    return f'{verb} {audience} investigating data unknown saying "more in 20 minutes" next in 20m'


TELLING: Mapping[type, Callable[[Parts, Any], str]] = {said.Answer: _answer, said.Approve: _approve}
"""The checks of what is told."""
