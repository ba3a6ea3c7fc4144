"""How much an entry wants of its reader: it calls for them, is news, or follows from the line before."""

from typing import Literal, TypeAlias

from simulator.domain.entry import Entry
from simulator.domain.fact import (
    ActedAlone,
    AlertCleared,
    AlertFired,
    Answered,
    ChangeDone,
    ChangeFailed,
    ChangeHung,
    ChangePrepared,
    ChangeReverted,
    ChangeWoreOff,
    ClueFound,
    Commanded,
    Complained,
    CustomersReported,
    Drafted,
    Escalated,
    HazardChecked,
    HintGiven,
    Joined,
    Looked,
    Misread,
    NobodyObjected,
    NoticeDue,
    NoticeMissed,
    NotKnown,
    Objected,
    Opened,
    PageUnanswered,
    PostFailed,
    Refused,
    Said,
    StakeholderAsked,
    SteppedBack,
    Swooped,
    TakenOver,
    TaskEnded,
    TaskGiven,
    TaskStarted,
    Verified,
    Whispered,
)

Mark: TypeAlias = Literal["!", "*", " "]
WANTS_YOU = (
    ActedAlone, AlertFired, ChangeFailed, ChangeHung, ChangeWoreOff, Complained, Escalated, NoticeDue,
    NoticeMissed, Objected, PageUnanswered, PostFailed, StakeholderAsked, Swooped,
)  # fmt: skip
NEWS = (
    AlertCleared, Answered, ChangeDone, ChangePrepared, ChangeReverted, ClueFound, CustomersReported, Drafted,
    HazardChecked, HintGiven, Joined, NobodyObjected, NotKnown, Said, SteppedBack, Verified, Whispered,
)  # fmt: skip
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
    return "*" if isinstance(entry.fact, NEWS) else " "
