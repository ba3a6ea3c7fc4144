"""Declare early: the incident is declared soon after customers can feel it.

The clock runs from the first alert, report by customers or question from outside, for `declare within`.
Later earns less, and nothing at four times that time, or when it is never declared.

Why: declare when customers can see it or a second team is needed; it is better to declare early and close
than to build up a response hours into the trouble (SRE14; A1). In a Google case the declaration took 25
minutes from the page (SREW).

Exception: a blip: every alert cleared before the time was up, and nobody wrote in. A real timeline that
does not show when something went off, or a declaration, is not judged on it.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:05:00 declared severity=P1 commander=you

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:40:00 declared severity=P1 commander=you
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import AlertCleared, AlertFired, CustomersReported, StakeholderAsked
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark
from simulator.scoring.words import clock, minutes

NAME = "declare-early"
AXIS: Axis = "communication timeliness"
NOTHING_AT = 4


def marks(case: Case) -> Iterator[Mark]:
    """One mark for the incident, once it was declared or ought to have been."""
    trouble, declared, due = case.trouble, case.declared, case.declaration_due
    if not case.shows("declare") or (trouble is None and not case.shows("alert")):
        return
    if declared is not None:
        yield _declared(case, declared, trouble)
    elif trouble is not None and due is not None and case.end >= due and not _blip(case, due):
        summary = f"Never declared, though {_what(trouble)} at {clock(trouble.at)}."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, _signs(case, due), due)


def _declared(case: Case, declared: Entry, trouble: Entry | None) -> Mark:
    if trouble is None or declared.number < trouble.number:
        summary = f"Declared at {clock(declared.at)}, before anything had gone off."
        return Mark(NAME, AXIS, 1.0, 1.0, summary, (declared.number,), declared.at)
    late, within = declared.at - trouble.at, case.doctrine.threshold("declare within")
    when = f"{minutes(late)} after" if late else "the second"
    summary = f"Declared at {clock(declared.at)}, {when} {_what(trouble)}."
    earned = falling(late, within, NOTHING_AT * within)
    return Mark(NAME, AXIS, earned, 1.0, summary, (trouble.number, declared.number), declared.at)


def _blip(case: Case, due: int) -> bool:
    """Whether every alert cleared by itself in time and nobody outside noticed."""
    fired = [(e, fact.alert) for e, fact in each(case.seen, AlertFired)]
    cleared = [(e, fact.alert) for e, fact in each(case.seen, AlertCleared) if e.at <= due]
    quiet = all(any(c.number > f.number and alert == a for c, a in cleared) for f, alert in fired)
    noticed = any(isinstance(e.fact, CustomersReported | StakeholderAsked) for e in case.seen)
    return quiet and not noticed


def _signs(case: Case, due: int) -> tuple[int, ...]:
    kinds = AlertFired | CustomersReported | StakeholderAsked
    return tuple(entry.number for entry in case.seen if isinstance(entry.fact, kinds) and entry.at <= due)


def _what(entry: Entry) -> str:
    match entry.fact:
        case AlertFired(alert=alert):
            return f"the alert '{alert}' went off"
        case StakeholderAsked(who=who):
            return f"{who} had asked what was going on"
        case _:
            return "customers had written in"
