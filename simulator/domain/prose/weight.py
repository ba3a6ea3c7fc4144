"""How much an entry wants of its reader: it calls for them, is news, or follows from the line before."""

from typing import Literal, TypeAlias

from simulator.domain.entry import Entry
from simulator.domain.fact import (
    ActedAlone,
    AlertFired,
    ChangeFailed,
    ChangeHung,
    ChangeWoreOff,
    Commanded,
    Complained,
    Escalated,
    HintGiven,
    Looked,
    Misread,
    NoticeDue,
    NoticeMissed,
    Objected,
    Opened,
    PageUnanswered,
    PostFailed,
    Refused,
    StakeholderAsked,
    Swooped,
    TakenOver,
    TaskEnded,
    TaskGiven,
    TaskStarted,
    Whispered,
)
from simulator.domain.messages import NEWS

Mark: TypeAlias = Literal["!", "*", " "]
WANTS_YOU = (
    ActedAlone, AlertFired, ChangeFailed, ChangeHung, ChangeWoreOff, Complained, Escalated, NoticeDue,
    NoticeMissed, Objected, PageUnanswered, PostFailed, StakeholderAsked, Swooped,
)  # fmt: skip
BESIDE = (HintGiven, Whispered)
"""Words beside the play: they are marked, and end no wait for news."""
UNTOLD = (Opened, TakenOver, Commanded, Looked, TaskStarted, TaskEnded)
"""What the reader has just typed, is shown elsewhere, or follows from the line before."""


def doubled(entry: Entry) -> bool:
    """Work that another line tells of in the same second."""
    fact = entry.fact
    return isinstance(fact, TaskGiven) and bool(fact.owner) and fact.what in ("change", "verify", "revert")


def happened(entry: Entry) -> bool:
    """Whether an entry is something that happened, not one's own words or an answer to them."""
    return not isinstance(entry.fact, (*UNTOLD, Misread, Refused)) and not doubled(entry)


def mark_of(entry: Entry) -> Mark:
    """The mark beside an entry."""
    if isinstance(entry.fact, WANTS_YOU):
        return "*" if isinstance(entry.fact, ChangeFailed) and not entry.fact.owner else "!"
    return "*" if isinstance(entry.fact, (*NEWS, *BESIDE)) else " "
