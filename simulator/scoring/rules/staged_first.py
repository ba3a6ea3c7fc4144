"""Staged first: where a change has a small first form, that form comes first.

One node, one region, one percent of customers: the small form tells nearly as much and can hurt only a few.
It earns when the first making of the change is the staged one. Which changes have one stands on their pages
of the runbook, which the response has at hand all the time.

Why: a blunt change that turns out wrong is a second outage (OUT: Stripe 2019), and the small form costs
minutes (D6).

Exception: more than 80 % of the active customers were known to be failing. Then a part tells nothing.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:05:00 change-ordered id=c1 change="restart app" owner=bo staged=yes
    0:05:00 change-started id=c1 change="restart app" owner=bo
    0:11:00 change-done id=c1 change="restart app"
    0:14:00 verified id=c1 change="restart app" signal="app errors" window=2m result=better
    0:15:00 change-ordered id=c2 change="restart app" owner=bo

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:05:00 change-ordered id=c1 change="restart app" owner=bo
    0:05:00 change-started id=c1 change="restart app" owner=bo
    0:17:00 change-done id=c1 change="restart app"
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.words import clock

NAME = "staged-first"
AXIS: Axis = "sequencing"
FULL_OUTAGE = 0.8
"""Above this share of active customers failing, trying a part tells nothing."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for each change with a staged form: how it was made the first time."""
    judged: set[str] = set()
    for attempt in case.started:
        change = case.change(attempt)
        if change is None or change.staged is None or change.name in judged:
            continue
        judged.add(change.name)
        if attempt.staged or not _full_outage(case, attempt.ordered):
            yield _mark(attempt, change.staged)


def _full_outage(case: Case, at: int) -> bool:
    return (case.known_failing(at) or 0.0) > FULL_OUTAGE * case.active(at)


def _mark(attempt: Attempt, form: str) -> Mark:
    when = clock(attempt.ordered)
    summary = (
        f"'{attempt.change}' was tried on {form} first, at {when}."
        if attempt.staged
        else (
            f"'{attempt.change}' was made everywhere at {when}; its page of the runbook says that it can be "
            f"tried on {form} first."
        )
    )
    return Mark(NAME, AXIS, float(attempt.staged), 1.0, summary, (attempt.order,), attempt.ordered)
