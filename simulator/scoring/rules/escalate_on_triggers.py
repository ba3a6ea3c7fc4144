"""Escalate on triggers: the severity rises soon after what raises it could be known.

Once a sign that warrants a higher severity shows (it goes on for long, data may be lost, more customers
fail), the level has to rise within `escalate within`. Later earns less, and nothing at three times the time,
or when it never rises. It counts from the second at which the response could see the sign, never from the
truth.

Why: a P1 becomes a P0 when it lasts or when customers' data is at stake (seed; A4). A higher level brings
people, executives and riskier moves; the minutes in which a known trigger changes nothing are the dear ones.

Exception: a level that was as high already, and an incident that is over before the time is up. A trigger
that showed before the declaration is judged with the declaration, by `right-severity`.

Pass:
    0:00:00 impact-changed failing=2000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    1:14:00 severity-changed before=P1 severity=P0 because="it does not end"
    1:40:00 noted text="on it"

Fail:
    0:00:00 impact-changed failing=2000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    1:40:00 noted text="on it"
"""

from collections.abc import Iterator
from itertools import pairwise

from simulator.domain.doctrine import Axis
from simulator.scoring.case import Case, Span
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.warranted import Phase, judged_until, phases, too_low
from simulator.scoring.words import clock, minutes

NAME = "escalate-on-triggers"
AXIS: Axis = "severity"
NOTHING_AT = 3


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every rise that was due while the incident was declared and lower."""
    for before, phase in pairwise(phases(case)):
        stood = [span for span in case.spans if span.since < phase.since]
        if stood and _rises(case, before, phase) and _beneath(case, stood[-1], phase):
            yield from _risen(case, phase, stood[-1])


def _rises(case: Case, before: Phase, phase: Phase) -> bool:
    """Whether the least that is warranted is higher than it was."""
    least = max(before.levels, key=case.doctrine.rank)
    return too_low(case.doctrine, least, phase.levels)


def _beneath(case: Case, span: Span, phase: Phase) -> bool:
    return case.doctrine.knows(span.severity) and too_low(case.doctrine, span.severity, phase.levels)


def _risen(case: Case, phase: Phase, stood: Span) -> Iterator[Mark]:
    within = round(case.doctrine.threshold("escalate within"))
    until, due = min(judged_until(case), phase.until), phase.since + within
    what = f"{' or '.join(phase.levels)} was due from {clock(phase.since)} on ({phase.because})"
    raised = _raised(case, phase)
    if raised is not None and raised.since <= max(until, due):
        waited = raised.since - phase.since
        earned = falling(waited, within, NOTHING_AT * within)
        summary = f"{what}; it rose to {raised.severity} after {minutes(waited)}."
        yield Mark(NAME, AXIS, earned, 1.0, summary, cited(phase.entry, raised.entry), raised.since)
    elif until >= due:
        summary = f"{what}, and it stayed {stood.severity}."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, cited(stood.entry, phase.entry), due)


def _raised(case: Case, phase: Phase) -> Span | None:
    """The first level from then on that was high enough."""
    later = (span for span in case.spans if span.since >= phase.since and case.doctrine.knows(span.severity))
    return next((span for span in later if not _beneath(case, span, phase)), None)
