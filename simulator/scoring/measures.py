"""Temporary measures: what is left switched off, held back or shut out until somebody undoes it."""

import re
from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.entry import Entry, each
from simulator.domain.fact import ChangeActed, FollowedUp, TaskGiven
from simulator.scoring.case import Case
from simulator.scoring.recovery import soak
from simulator.scoring.talked import half_names

KINDS = ("flag", "throttle", "block", "job")
"""Kinds of change that switch something off, hold it back or keep somebody out (assumption)."""

_ASKS = re.compile(r"\s*(?:who|why|how|what|when|whether|find out)\b", re.IGNORECASE)


def in_place(case: Case, at: int) -> Iterator[Attempt]:
    """The temporary measures in place at a second, the last making of each."""
    last = {attempt.change: attempt for attempt in case.attempts if attempt.in_place(at)}
    return (
        attempt for attempt in last.values() if _temporary(case, attempt) and not _lifted(case, attempt, at)
    )


def _temporary(case: Case, attempt: Attempt) -> bool:
    change = case.change(attempt)
    return change is not None and change.kind in KINDS and change.undo is not None


def _lifted(case: Case, attempt: Attempt, at: int) -> bool:
    """Whether a throttle was ended by another change, which lets customers in again on the same service."""
    change = case.change(attempt)
    later = (other for other in case.attempts if other.order > attempt.order and other.in_place(at))
    return (
        change is not None
        and change.kind == "throttle"
        and any(_lifts(case, other, attempt) for other in later)
    )


def _lifts(case: Case, other: Attempt, attempt: Attempt) -> bool:
    here, there = case.change(attempt), case.change(other)
    needs = (o.after for o in case.scenario.outcomes.get(other.change, {}).values())
    same = here is not None and there is not None and here.on == there.on
    return same and any(attempt.change in after for after in needs)


def filed(case: Case, attempt: Attempt) -> Entry | None:
    """The follow-up that takes a measure back: given since it was ordered, it names it by half of its words.

    A place is not what was done there, and a question takes nothing back.
    """
    for entry, given in each(case.seen, FollowedUp):
        if (
            entry.number > attempt.order
            and not _ASKS.match(given.text)
            and half_names(case, given.text, attempt)
        ):
            return entry
    return None


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
