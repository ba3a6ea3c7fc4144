"""The timeline in plain words: each entry as one sentence, as it would be heard on the call.

    names = Names.of(organisation)
    say(entry, names)        # Bo joins the call.
    speaker(entry)           # bo
    tone(entry)              # people

Doors and debriefs use the same sentences, so that what was heard live can be found again afterwards.
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from simulator.domain.entry import TRUTH, Entry
from simulator.domain.fact import (
    ChangeOrdered,
    Contacted,
    Fact,
    Frozen,
    Looked,
    Polled,
    Replied,
    ResidualLogged,
    TaskGiven,
    Unfrozen,
    Warned,
    Withdrawn,
    WorkstreamClosed,
    WorkstreamOpened,
)
from simulator.domain.prose import changes, command, course, guidance, news, people
from simulator.domain.prose.names import Names, told_by
from simulator.domain.prose.saying import Sayings
from simulator.domain.seats import COMMANDER

__all__ = ["Names", "Tone", "say", "speaker", "told_by", "tone"]

Tone: TypeAlias = Literal["alert", "people", "change", "news", "command", "truth"]

_BY_TONE: Mapping[Tone, Sayings] = {
    "alert": news.ALERTS,
    "people": {**people.SAYINGS, **guidance.SAYINGS},
    "change": changes.SAYINGS,
    "news": news.UPDATES,
    "command": {**command.SAYINGS, **course.SAYINGS},
    "truth": {**course.TRUTHS, **guidance.TRUTHS},
}
_TONES: Mapping[type[Fact], Tone] = {kind: tone for tone, sayings in _BY_TONE.items() for kind in sayings}
_SAYINGS: Sayings = {kind: saying for sayings in _BY_TONE.values() for kind, saying in sayings.items()}

_ORDERS = (
    ChangeOrdered, TaskGiven, Frozen, Unfrozen, ResidualLogged, WorkstreamOpened, WorkstreamClosed,
    Looked, Contacted, *command.SAYINGS,
)  # fmt: skip
"""What the commander says, whoever else is named in it."""
_VOICES = ("person", "who", "by", "seat", "owner")
"""Fields that say whose voice it is, the first that a fact has."""


def say(entry: Entry, names: Names) -> str:
    """An entry as one plain sentence, or a few when people said several."""
    return _SAYINGS[type(entry.fact)](entry.fact, names)


def speaker(entry: Entry) -> str:
    """The id of whoever speaks or acts in an entry; empty for machines, and for what is really so."""
    if tone(entry) == "truth":
        return ""
    if isinstance(entry.fact, _ORDERS):
        return COMMANDER
    if isinstance(entry.fact, Polled | Warned | Withdrawn | Replied):
        return entry.fact.by
    return next((str(getattr(entry.fact, name)) for name in _VOICES if hasattr(entry.fact, name)), "")


def tone(entry: Entry) -> Tone:
    """What an entry is about, for colour and for a mark in the margin."""
    return "truth" if entry.seen == TRUTH else _TONES[type(entry.fact)]
