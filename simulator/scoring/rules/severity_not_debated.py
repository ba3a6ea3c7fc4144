"""Severity not debated: it is set, revised when there is a reason, and not argued about.

Whoever senior comes to argue the severity has one answer; a second earns half, a third nothing. A change of
severity for their sake earns nothing unless it fits better than before. And the level does not go to and
fro: changes that nothing new has brought count, from the second one on.

Why: calls lost ten minutes to what an incident should be called, so that PagerDuty made a rule of not
discussing it (PD-AP; A3, X10). While it is argued nobody works on the outage.

Exception: one revision is free (A6), and so is every change after something has shown that bears on it. To
be slow to answer at all is judged by `answer-the-swoop`. Where nothing is written about the right severity,
changes are not judged.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:20:00 swooped who=leadership audience=leadership says="Is that really a P1?" wants=severity
    0:21:00 replied audience=leadership how="severity stays" text="a quarter cannot send"
    0:21:05 stepped-back who=leadership audience=leadership says="Fine."

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:10:00 severity-changed before=P1 severity=P2 because="sales say so"
    0:14:00 severity-changed before=P2 severity=P1 because="support say so"
    0:18:00 severity-changed before=P1 severity=P2 because="sales say so"
"""

from collections.abc import Iterator, Sequence

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Replied, SeverityChanged, SteppedBack, Swooped
from simulator.domain.prose.capital import capital
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark, cited
from simulator.scoring.warranted import fit, phases
from simulator.scoring.words import clock, listed

NAME = "severity-not-debated"
AXIS: Axis = "severity"
EACH_MORE = 0.5
"""What each further answer, or each change to and fro, costs (assumption)."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for each argument that was answered, and one for going to and fro."""
    for entry, swoop in each(case.seen, Swooped):
        if swoop.wants == "severity" and entry.at <= case.over:
            yield from _argued(case, entry, swoop)
    yield from _to_and_fro(case)


def _argued(case: Case, entry: Entry, swoop: Swooped) -> Iterator[Mark]:
    who = f"{capital(swoop.who)} came to argue the severity at {clock(entry.at)}"
    answers, changes = _exchange(case, entry, swoop.audience)
    if changes:
        yield from _gave_in(case, entry, changes[0], who)
    elif answers:
        earned = max(0.0, 1 - EACH_MORE * (len(answers) - 1))
        times = "one answer" if len(answers) == 1 else f"{len(answers)} answers"
        lines = cited(entry.number, *(answer.number for answer in answers))
        yield Mark(NAME, AXIS, earned, 1.0, f"{who} and had {times}.", lines, entry.at)


def _exchange(case: Case, swoop: Entry, audience: str) -> tuple[list[Entry], list[Entry]]:
    """The answers and the changes of severity while they were there."""
    answers, changes = list[Entry](), list[Entry]()
    for entry in case.seen:
        if entry.number <= swoop.number:
            continue
        match entry.fact:
            case SteppedBack(audience=left) if left == audience:
                break
            case Replied(audience=heard) if heard == audience:
                answers.append(entry)
            case SeverityChanged():
                changes.append(entry)
    return answers, changes


def _gave_in(case: Case, swoop: Entry, changed: Entry, who: str) -> Iterator[Mark]:
    """Whether a change for their sake made it any better."""
    phase = next((one for one in phases(case) if one.since <= changed.at < one.until), None)
    fact = changed.fact
    if phase is None or not isinstance(fact, SeverityChanged) or not _known(case, fact):
        return
    better = fit(case.doctrine, fact.severity, phase.levels) > fit(case.doctrine, fact.before, phase.levels)
    how = "which fits better" if better else "which fits no better"
    summary = f"{who}, and it was set to {fact.severity}, {how}: {phase.because}."
    lines = cited(swoop.number, phase.entry, changed.number)
    yield Mark(NAME, AXIS, 1.0 if better else 0.0, 1.0, summary, lines, swoop.at)


def _known(case: Case, change: SeverityChanged) -> bool:
    return case.doctrine.knows(change.before) and case.doctrine.knows(change.severity)


def _to_and_fro(case: Case) -> Iterator[Mark]:
    changes = [entry for entry, _ in each(case.seen, SeverityChanged) if entry.at <= case.over]
    idle = list(_unprompted(case, changes)) if phases(case) else []
    if len(idle) > 1:
        earned = max(0.0, 1 - EACH_MORE * (len(idle) - 1))
        times = listed(clock(entry.at) for entry in idle)
        summary = f"The severity was changed at {times}, and nothing new had shown that bears on it."
        yield Mark(NAME, AXIS, earned, 1.0, summary, cited(*(entry.number for entry in idle)), idle[-1].at)


def _unprompted(case: Case, changes: Sequence[Entry]) -> Iterator[Entry]:
    """The changes before which nothing that bears on the severity had shown since the one before."""
    last = case.declared.at if case.declared else 0
    for entry in changes:
        if not any(last < phase.since <= entry.at for phase in phases(case)):
            yield entry
        last = entry.at
