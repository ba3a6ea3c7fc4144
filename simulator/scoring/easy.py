"""What is easy: changes of a regular and safe kind that are quick, and the question of what changed."""

from simulator.domain.attempt import Attempt
from simulator.domain.entry import Entry
from simulator.domain.fact import Answered, ClueFound, TaskGiven
from simulator.domain.organisation import Change
from simulator.domain.what_changed import asks_what_changed
from simulator.scoring.case import Case

SLOW_KINDS = ("hotfix", "infrastructure", "restore")
"""Code and infrastructure come last: they are slower and need a healthy pipeline (SEED, E1)."""


def easy(case: Case, change: Change) -> bool:
    """Whether a change of the runbook is an easy one."""
    quick = change.takes.median <= case.doctrine.threshold("easy takes at most")
    return quick and change.kind in case.doctrine.easy_kinds


def slow(case: Case, change: Change) -> bool:
    """Whether a change is the slow way: it takes long, or needs code, machines or a backup."""
    return change.kind in SLOW_KINDS or change.takes.median > case.doctrine.threshold("easy takes at most")


def is_slow(case: Case, attempt: Attempt) -> bool:
    """Whether what was attempted is the slow way."""
    change = case.change(attempt)
    return change is not None and slow(case, change)


def what_changed(entry: Entry) -> bool:
    """Whether a line is the question of what changed: to someone, to the call, or as a place to look at."""
    match entry.fact:
        case TaskGiven(what="answer", subject=topic) | Answered(topic=topic):
            return asks_what_changed(topic)
        case TaskGiven(what="investigate", subject=place) | ClueFound(place=place):
            return asks_what_changed(place)
        case _:
            return False
