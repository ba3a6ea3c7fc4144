"""What can be told to people outside the response now, and why not: answers to those who ask, and drafts."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.domain import command as said
from simulator.domain.reply_words import names_a_time
from simulator.domain.seats import COMMANDER
from simulator.domain.stakes import PUBLIC
from simulator.world.parts import Parts


def _approve(parts: Parts, command: said.Approve) -> str:
    if command.audience in parts.news.drafts:
        return ""
    return f"No draft for {command.audience} is waiting."


def _answer(parts: Parts, command: said.Answer) -> str:
    audience, presence = command.audience, parts.stakeholders.presence
    if audience not in presence and not presence.asked(audience):
        return (
            f"Nobody of {audience} waits for an answer. To tell them something: {_example(parts, audience)}"
        )
    if audience not in presence and command.how is None and not command.because:
        return f"Say what you answer, as in: answer {audience} saying we know it at noon."
    if audience in presence and presence.means(command) is None:
        return _unclear(command)
    return ""


def _unclear(command: said.Answer) -> str:
    """They stand in the room, and would not know what they have been told."""
    if names_a_time(command.because):
        by_then = f"If that is when it is over: answer {command.audience} eta 30m"
        return f"{by_then}. If it is when they hear more: later. If there is no time yet: no eta."
    return "Say what you answer: eta 30m, no eta, take command, severity stays, later, or a sentence."


def _example(parts: Parts, audience: str) -> str:
    """An update as it may be given now; who must be told by law asks for the data first."""
    verb = "post" if audience == PUBLIC else "brief"
    heard_by = (one for one in parts.scene.organisation.stakeholders.values() if one.hears == audience)
    data = " data unknown" if any(one.notice for one in heard_by) else ""
    state = parts.stakeholders.opinions.stated(audience)
    return f'{verb} {audience} {state}{data} saying "more in 20 minutes" next in 20m'


def _draft(parts: Parts, command: said.Draft) -> str:
    """Only who leads communication writes; a draft for nobody in particular is theirs, or the commander's."""
    writer = parts.news.writer
    if command.by in (None, writer):
        return ""
    name = parts.responders.name(writer) if writer else ""
    if writer:
        return (
            f"{name} leads communication, and writes. Leave out the other name, or draft by {name.lower()}."
        )
    assign = (
        "" if command.by == COMMANDER else f", or first: assign business lead to {_called(parts, command)}"
    )
    return f"Nobody on the call leads communication. To write it yourself, leave out the name{assign}."


def _called(parts: Parts, command: said.Draft) -> str:
    return parts.responders.name(command.by or "").lower()


TELLING: Mapping[type, Callable[[Parts, Any], str]] = {
    said.Answer: _answer, said.Approve: _approve, said.Draft: _draft,
}  # fmt: skip
"""The checks of what is told."""
