"""Strong objections on the call: who was asked before a change, what was said, and what came of it."""

import re
from collections.abc import Iterator, Sequence

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import (
    Answered,
    ChangeOrdered,
    Decided,
    HazardChecked,
    NobodyObjected,
    Objected,
    Polled,
    RevertStarted,
    Spoke,
    TaskGiven,
)
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.pieces import pieces
from simulator.scoring.sighted import once

HOLDS = 30 * MINUTE
"""What the call said about a change is taken to hold for so long (assumption)."""
REACTS = 3 * MINUTE
"""An objection is answered within this time, or before the change begins (assumption)."""
_OBJECTING = re.compile(r"\bobject(ions?)?\b", re.IGNORECASE)
A_WORD = 4
"""Words of this many letters and more tell what is spoken of."""
A_REASON, IN_LETTERS = 3, 2
"""Fewer different words than this are no reason, nor are numbers with fewer words (assumption)."""


class Poll(Value):
    """The call was asked about a change; `heard` is the line on which it had answered, None before that."""

    asked: Entry
    heard: Entry | None


class Objection(Value):
    """An objection to a change that was begun all the same, with what was done about it and when.

    `act` is something that answers it by a deed: a pre-check, a question back, an undoing; `words` is a
    reason stated for going on.
    """

    entry: Entry
    fact: Objected
    act: Entry | None
    words: Entry | None


ABOUT = (
    Answered, ChangeOrdered, Decided, HazardChecked, NobodyObjected, Objected, Polled, RevertStarted,
    Spoke, TaskGiven,
)  # fmt: skip
"""Kinds of line that can have to do with an objection."""


@once
def _lines(case: Case) -> tuple[Entry, ...]:
    """The lines of those kinds, found once."""
    return tuple(entry for entry in case.seen if isinstance(entry.fact, ABOUT))


@once
def _kept(case: Case) -> tuple[Entry, ...]:
    """The lines of `_lines` but for work taken back before anything came of it: that answers nobody."""
    dropped = {piece.entry for piece in pieces(case) if piece.withdrawn is not None}
    return tuple(entry for entry in _lines(case) if entry.number not in dropped)


def poll_before(case: Case, attempt: Attempt) -> Poll | None:
    """The last poll about a change before its order that the call could answer, else the last one at all.

    Where others sit at keyboards, they may have been asked in so many words, and have answered.
    """
    before = [entry for entry in _lines(case) if attempt.ordered - HOLDS <= entry.at <= attempt.ordered]
    mine = [entry for entry in before if entry.number < attempt.order]
    polls = [_poll(entry, mine, attempt) for entry in mine if _asks(entry, attempt.change)]
    talked = [_talked(entry, mine) for entry in mine if _asks_aloud(entry, attempt.change)]
    answered = [poll for poll in (*talked, *polls) if poll.heard is not None]
    return next(reversed(answered or polls), None)


def _asks_aloud(entry: Entry, change: str) -> bool:
    """Whether somebody asks the others, as in `any objections to the restart?`, by a word of the change."""
    fact = entry.fact
    if not isinstance(fact, Spoke) or "?" not in fact.text or not _OBJECTING.search(fact.text):
        return False
    return not set(_long_words(fact.text)).isdisjoint(_long_words(change))


def _long_words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if len(word) >= A_WORD]


def _talked(asked: Entry, lines: Sequence[Entry]) -> Poll:
    """What came of a question in talk: somebody in another seat spoke after it."""
    seat = asked.fact.seat if isinstance(asked.fact, Spoke) else ""
    after = (entry for entry, fact in each(lines, Spoke) if entry.number > asked.number and fact.seat != seat)
    return Poll(asked, next(after, None))


def _poll(asked: Entry, lines: Sequence[Entry], attempt: Attempt) -> Poll:
    """What came of a poll by the time of the order."""
    after = (entry for entry in lines if entry.number > asked.number)
    return Poll(asked, next((entry for entry in after if _answers(entry, attempt.change)), None))


def _asks(entry: Entry, change: str) -> bool:
    return isinstance(entry.fact, Polled) and entry.fact.change == change


def _answers(entry: Entry, change: str) -> bool:
    match entry.fact:
        case NobodyObjected(change=about) | Objected(change=about):
            return about == change
        case _:
            return False


def objections(case: Case, attempt: Attempt) -> Iterator[Objection]:
    """The objections to a change before it was begun, or as it was, that go with this attempt."""
    began = attempt.began
    for entry, fact in each(_lines(case), Objected):
        mine = fact.change == attempt.change and began - HOLDS <= entry.at <= began
        if mine and _new(case, entry, attempt):
            until = max(began, entry.at + REACTS)
            after = [line for line in _kept(case) if line.number > entry.number and line.at <= until]
            act = next((line for line in after if _acts(line, fact, attempt)), None)
            yield Objection(entry, fact, act, next((e for e in after if _reasons(e, attempt)), None))


def _new(case: Case, entry: Entry, attempt: Attempt) -> bool:
    """Whether no earlier making of the same change came between; it had heard the objection already."""
    earlier = (a for a in case.started if a.change == attempt.change and a.order < attempt.order)
    return not any(entry.number <= max(other.entries[:2]) for other in earlier)


def _acts(entry: Entry, objected: Objected, attempt: Attempt) -> bool:
    match entry.fact:
        case HazardChecked(change=change) | TaskGiven(what="check", subject=change):
            return change == attempt.change
        case TaskGiven(what="answer", owner=person) | Answered(person=person):
            return person == objected.person
        case RevertStarted(id=made) | TaskGiven(what="revert", subject=made):
            return made in (attempt.id, attempt.change)
        case _:
            return False


def _reasons(entry: Entry, attempt: Attempt) -> bool:
    match entry.fact:
        case Decided(text=text):
            return is_reason(text)
        case ChangeOrdered(change=change, because=text):
            return change == attempt.change and is_reason(text)
        case _:
            return False


def is_reason(text: str) -> bool:
    """Whether a text has enough different words to be a reason."""
    words = set(re.findall(r"\w+", text.casefold()))
    return len(words) >= A_REASON and sum(word[0].isalpha() for word in words) >= IN_LETTERS
