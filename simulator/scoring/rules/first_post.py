"""First post: each audience hears that there is an incident within its own clock.

Every audience that the doctrine gives a clock for the severity has to hear within `first`, counted from the
declaration, or from when that was due if it came late; a later rise in severity brings it nearer. The text
may be a template and need not know the scope. Later earns less, and nothing at three times the time, or
when they never hear. Whoever had been told that all is well has to hear within the same time that it is not,
counted from the line that told the call that it had come back: an alarm, reports, an order to make again what
had been undone.

Why: a first post within minutes stops people from finding out by themselves and writing in (PD-EXT; F1);
one responder posted within three minutes to slow the influx of reports (MAG).

Who heard only after the incident was closed heard late as well, not never.

Exception: an incident that was over before the time was up, and severities without a clock; but one that
was never declared, or was declared as such a minor matter while more than 1 % of the active customers were
known to be failing, is held to the least demanding severity at which customers are told. A real timeline
that does not show a declaration, or the updates to an audience, is not judged on it.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:09:00 posted audience="status page" state=investigating
    0:15:00 posted audience=support state=investigating
    0:20:00 posted audience=leadership state=investigating
    0:30:00 posted audience=sales state=investigating

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:35:00 posted audience="status page" state=investigating
    1:00:00 noted text="nobody told support, sales or leadership"
"""

from collections.abc import Iterator

from simulator.domain.course import Sent
from simulator.domain.doctrine import ALL_CLEAR, Axis, Clock
from simulator.domain.prose.capital import capital
from simulator.scoring.case import Case
from simulator.scoring.clocks import Due, due_since, first_due
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.relapse import Relapse, relapses
from simulator.scoring.words import audience, clock, minutes

NAME = "first-post"
AXIS: Axis = "communication timeliness"
NOTHING_AT = 3


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every audience that had to hear."""
    if not case.shows("declare"):
        return  # without it nobody can tell when those who answered knew
    for channel, ticking in case.doctrine.clocks.items():
        if not case.hears(channel):
            continue
        due = first_due(case, ticking)
        sent = case.sent(channel)
        owed = due is not None and case.over >= due.by
        if due is not None and sent and (owed or sent[0].at <= due.by):
            yield _heard(case, channel, due, sent[0])
        elif due is not None and owed:
            who = capital(audience(channel))
            summary = f"{who} never heard of it; the first update was due by {clock(due.by)}."
            yield Mark(NAME, AXIS, 0.0, 1.0, summary, (due.entry,), due.by)
        yield from _again(case, channel, ticking)


def _again(case: Case, channel: str, ticking: Clock) -> Iterator[Mark]:
    """A mark for each time it came back after they had been told that all is well."""
    for relapse in relapses(case):
        told = [one for one in case.sent(channel) if one.at < relapse.at]
        due = due_since(case, ticking, relapse.at)
        if due is None or not told or told[-1].fact.update.state not in ALL_CLEAR:
            continue
        after = (one for one in case.sent(channel) if one.at >= relapse.at)
        heard = next((one for one in after if one.fact.update.state not in ALL_CLEAR), None)
        if heard is not None and heard.at <= max(relapse.until, due.by):
            yield _heard_again(channel, due, heard, relapse)
        elif min(case.over, relapse.until) >= due.by:
            who = capital(audience(channel))
            summary = f"{who} never heard that it had come back; they were to know by {clock(due.by)}."
            yield Mark(NAME, AXIS, 0.0, 1.0, summary, (told[-1].entry, relapse.entry), due.by)


def _heard_again(channel: str, due: Due, heard: Sent, relapse: Relapse) -> Mark:
    after, who = heard.at - relapse.at, capital(audience(channel))
    summary = (
        f"{who} heard at {clock(heard.at)} that it had come back, {minutes(after)} after that was known "
        f"(allowed: {minutes(due.allowed)})."
    )
    earned = falling(after, due.allowed, NOTHING_AT * due.allowed)
    return Mark(NAME, AXIS, earned, 1.0, summary, cited(relapse.entry, heard.entry), heard.at)


def _heard(case: Case, channel: str, due: Due, sent: Sent) -> Mark:
    late = max(0, sent.at - due.since)
    earned = falling(late, due.allowed, NOTHING_AT * due.allowed)
    who = capital(audience(channel))
    summary = (
        f"{who} first heard at {clock(sent.at)}, {minutes(late)} {_since(case, due)}; due by {clock(due.by)}."
    )
    return Mark(NAME, AXIS, earned, 1.0, summary, cited(due.entry, sent.entry), sent.at)


def _since(case: Case, due: Due) -> str:
    """From what the time is counted: of a real incident that may be an alert, and is said."""
    if not case.records.real or case.declared is None:
        return "in"
    if due.since == case.declared.at:
        return "after the declaration"
    return f"after it had to be declared, at {clock(due.since)}"
