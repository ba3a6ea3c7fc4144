"""How an entry is told on the screen: its time, a mark for what wants the reader, and a sentence."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from simulator.domain.duration import show_clock
from simulator.domain.entry import Entry
from simulator.domain.fact import (
    ActedAlone,
    AlertCleared,
    AlertFired,
    Answered,
    ChangeDone,
    ChangeFailed,
    ChangePrepared,
    ChangeReverted,
    ClueFound,
    Commanded,
    Complained,
    CustomersReported,
    Drafted,
    Ended,
    Escalated,
    HazardChecked,
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
)
from simulator.domain.prose import Names, say, tone
from simulator.terminal.paint import Paint, harmless
from simulator.terminal.wrap import WIDTH, hang

Mark: TypeAlias = Literal["!", "*", " "]
WANTS_YOU = (
    ActedAlone, AlertFired, ChangeFailed, Complained, Escalated, NoticeDue, NoticeMissed, Objected,
    PageUnanswered, PostFailed, StakeholderAsked, Swooped,
)  # fmt: skip
NEWS = (
    AlertCleared, Answered, ChangeDone, ChangePrepared, ChangeReverted, ClueFound, CustomersReported, Drafted,
    HazardChecked, Joined, NobodyObjected, NotKnown, Said, SteppedBack, Verified,
)  # fmt: skip
UNTOLD = (Opened, TakenOver, Commanded, Looked, TaskStarted, TaskEnded)
"""What the reader has just typed, is shown elsewhere, or follows from the line before."""
MARKS: Mapping[Mark, str] = {"!": "wants you", "*": "is news"}


def _doubled(entry: Entry) -> bool:
    """Work that another line tells of in the same second."""
    fact = entry.fact
    return isinstance(fact, TaskGiven) and bool(fact.owner) and fact.what in ("change", "verify", "revert")


def happened(entry: Entry) -> bool:
    """Whether an entry is something that happened, not one's own words or an answer to them."""
    return not isinstance(entry.fact, (*UNTOLD, Misread, Refused)) and not _doubled(entry)


def mark_of(entry: Entry) -> Mark:
    """The mark beside an entry."""
    if isinstance(entry.fact, WANTS_YOU):
        return "!"
    return "*" if isinstance(entry.fact, NEWS) else " "


def tell(entry: Entry, names: Names, paint: Paint, width: int = WIDTH) -> list[str]:
    """The lines that tell an entry as it comes; none for what needs no telling."""
    match entry.fact:
        case Misread(answer=answer):
            return ask_again(answer, paint, width)
        case Refused(reason=reason):
            return [paint(line, "alert") for line in hang("  not possible: ", harmless(reason), width)]
        case Ended():
            return ["", *in_full(entry, names, paint, width)]
        case fact if isinstance(fact, UNTOLD) or _doubled(entry):
            return []
    return in_full(entry, names, paint, width)


def in_full(entry: Entry, names: Names, paint: Paint, width: int = WIDTH) -> list[str]:
    """The lines that tell an entry, whatever it is."""
    mark = mark_of(entry)
    head = f"{show_clock(entry.at):>8} {mark} "
    first, *rest = hang(head, harmless(say(entry, names)), width)
    colour = "alert" if mark == "!" else tone(entry)
    clock = paint(first[:8], "dim")
    return [clock + paint(first[8:], colour), *(paint(line, colour) for line in rest)]


def ask_again(answer: str, paint: Paint, width: int = WIDTH) -> list[str]:
    """What a reader is told about words that could not be read."""
    return [paint(line, "alert") for line in hang("  ? ", harmless(answer), width)]
