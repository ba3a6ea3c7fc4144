"""Temporary measures: what is left switched off, held back or shut out until somebody undoes it."""

import re
from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.entry import Entry, each
from simulator.domain.fact import ChangeActed, FollowedUp, TaskGiven
from simulator.scoring.case import Case
from simulator.scoring.recovery import soak
from simulator.scoring.talked import half_names, own_words

KINDS = ("flag", "throttle", "block", "job")
"""Kinds of change that switch something off, hold it back or keep somebody out (assumption)."""

_BACK = re.compile(
    r"\b(?:back|again|undo\w*|undone|revert\w*|lift\w*|remov\w*|restor\w*|resum\w*|finish\w*|unblock\w*"
    r"|re-?enabl\w*|until)\b|\b(?:turn|switch|put|set|bring)\w*\b.*\bon\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\s*(?:who|why|how|what|when|whether|find out)\b", re.IGNORECASE)


def in_place(case: Case, at: int) -> Iterator[Attempt]:
    """The temporary measures in place at a second, the last making of each."""
    last = {attempt.change: attempt for attempt in case.attempts if attempt.in_place(at)}
    return (
        attempt
        for attempt in last.values()
        if _temporary(case, attempt) and lifted(case, attempt, at) is None
    )


def _temporary(case: Case, attempt: Attempt) -> bool:
    change = case.change(attempt)
    return change is not None and change.kind in KINDS and change.undo is not None


def lifted(case: Case, attempt: Attempt, at: int) -> Attempt | None:
    """The change, in place at a second, that ended another or put back what it had taken away."""
    later = (other for other in case.attempts if other.order > attempt.order and other.in_place(at))
    return next((other for other in later if _lifts(case, other, attempt)), None)


def _lifts(case: Case, other: Attempt, attempt: Attempt) -> bool:
    """Whether a change lets customers in again that a throttle of the same service kept out, or mends one."""
    if attempt.change in case.scenario.mends(other.change):
        return True
    here, there = case.change(attempt), case.change(other)
    if here is None or there is None or here.kind != "throttle" or here.on != there.on:
        return False
    return any(attempt.change in o.after for o in case.scenario.outcomes.get(other.change, {}).values())


def filed(case: Case, attempt: Attempt) -> Entry | None:
    """The follow-up that takes a measure back: given since it was ordered, it names it by half of its words.

    A place is not what was done there, and a question takes nothing back. One word may well speak of
    something else, as of the rule that was wrong: beside it has to stand that something is taken back.
    """
    for entry, given in each(case.seen, FollowedUp):
        if (
            entry.number > attempt.order
            and not _ASKS.match(given.text)
            and _takes_back(case, given.text, attempt)
        ):
            return entry
    return None


def _takes_back(case: Case, text: str, attempt: Attempt) -> bool:
    named = half_names(case, text, attempt)
    return named and (len(own_words(case, text, attempt)) != 1 or _BACK.search(text) is not None)


def asked_back(case: Case, attempt: Attempt) -> int | None:
    """When it was last said that a measure be undone, to somebody or to nobody; None when it was not."""
    given = ((entry, task) for entry, task in each(case.seen, TaskGiven) if entry.number > attempt.order)
    asked = [entry.at for entry, task in given if (task.what, task.subject) == ("revert", attempt.change)]
    return max(asked, default=None)


def came_back(case: Case, attempt: Attempt) -> bool:
    """Whether customers failed again once a change was undone, for as long as that takes to show.

    Where it really let in again what it had held off, it did, even if that was not seen any more (truth).
    """
    undone = attempt.reverted
    if undone is None:
        return False
    if any((fact.id, fact.acted) == (attempt.id, "reverted") for _, fact in each(case.entries, ChangeActed)):
        return True
    until = undone + soak(case, undone)
    return not case.affected(undone) and any(undone < at <= until and case.affected(at) for at in case.turns)
