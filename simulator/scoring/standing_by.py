"""Who stands by for plan B: whoever made another change ready, or found it safe, while one is in flight.

A backup plan wants somebody who can carry it out at once (PD-IC; C7). For each change in flight that is one
person, however many prepared something.
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.entry import about
from simulator.domain.fact import ChangePrepared, HazardChecked
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.overlap import landed
from simulator.scoring.sighted import once

READY: frozenset[type] = frozenset({ChangePrepared, HazardChecked})


class Watch(Value):
    """From when to when somebody stood by."""

    person: str
    since: int
    until: int


@once
def standing_by(case: Case) -> tuple[Watch, ...]:
    """Everybody who stood by, one for each change in flight."""
    return tuple(watch for attempt in case.started for watch in _beside(case, attempt))


def _beside(case: Case, attempt: Attempt) -> Iterator[Watch]:
    """The first to have something else in hand while a change was being made or not yet known to help."""
    begins, ends = attempt.started or attempt.ordered, _told(case, attempt)
    for since, change, person in _ready(case):
        until = min(ends, _begun(case, change))
        able = person != attempt.owner and _can_make(case, person, change)
        if change != attempt.change and able and max(begins, since) < until:
            yield Watch(person, max(begins, since), until)
            return


def _told(case: Case, attempt: Attempt) -> int:
    """When it was known what a change did, or had to be: nobody stands by for what nobody watches."""
    change = case.change(attempt)
    if attempt.done is None or change is None:
        return landed(case, attempt)
    due = 2 * case.lag(change) + round(case.doctrine.threshold("decide within"))
    return min(landed(case, attempt), attempt.done + due)


@once
def _ready(case: Case) -> tuple[tuple[int, str, str], ...]:
    """Since when a change was ready or known to be safe, and who saw to that."""
    found: list[tuple[int, str, str]] = []
    unsafe = set[str]()
    for entry in about(case.seen, READY):
        match entry.fact:
            case ChangePrepared(change=change, owner=owner):
                found.append((entry.at, change, owner))
            case HazardChecked(change=change, person=person, holds=holds):
                found.append((entry.at, change, person))
                unsafe.update((change,) if holds else ())
    return tuple(one for one in found if one[1] not in unsafe)


def _begun(case: Case, change: str) -> int:
    """When a change was ordered itself: from then on it is no plan B; the end where it was not."""
    return next((one.ordered for one in case.attempts if one.change == change), case.end)


def _can_make(case: Case, person: str, change: str) -> bool:
    page = case.organisation.runbook.get(change)
    return page is not None and case.can_work(person, page.on)
