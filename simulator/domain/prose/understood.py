"""What was understood of a command, in a few words, for when nothing else answers it."""

from collections.abc import Mapping

from simulator.domain.command import (
    Approve,
    Ask,
    Check,
    Command,
    Draft,
    Investigate,
    Order,
    Post,
    Prepare,
    Revert,
    Topic,
    Verify,
)
from simulator.domain.prose.names import Names
from simulator.domain.prose.saying import audience

_TOPICS: Mapping[Topic, str] = {
    "what changed": "what changed",
    "impact": "how bad it is",
    "options": "what could be done",
    "progress": "how far it is",
    "theory": "for a theory",
    "evidence": "to save the evidence",
}
_EVERYBODY = "everybody on the call"


def understood(command: Command, names: Names) -> str:
    """What somebody does by a command, as a sentence without its full stop."""
    match command:
        case Ask(topic=topic, person=person):
            return f"You ask {names[person] if person else _EVERYBODY} {_TOPICS[topic]}"
        case Post(update=update) | Draft(update=update):
            return f"You see to the update for {audience(update.audience)}: {update.state}"
        case Approve(audience=whom):
            return f"You send out the update for {audience(whom)}"
        case _:
            return _work(command, names)


def _work(command: Command, names: Names) -> str:
    """Work that is asked for: of whom, and what."""
    match command:
        case Investigate(place=place, by=by):
            return f"You ask {_whom(by, names)} to look into {place}"
        case Check(change=change, by=by):
            return f"You ask {_whom(by, names)} to check what '{change}' could do"
        case Prepare(change=change, by=by):
            return f"You ask {_whom(by, names)} to prepare '{change}'"
        case Order(change=change, by=by):
            return f"You order '{change}', made by {_whom(by, names)}"
        case Verify(change=change, by=by):
            return f"You ask {_whom(by, names)} to watch what '{change}' does"
        case Revert(change=change, by=by):
            return f"You ask {_whom(by, names)} to undo '{change}'"
        case _:
            return "You are at it"


def _whom(by: str | None, names: Names) -> str:
    return names[by] if by else "whoever can"
