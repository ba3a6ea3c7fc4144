"""Hand over: command passes to someone rested, after a briefing, before the one who has it is worn out.

Command is held for no longer than `command at most`, from the declaration or the last hand-over. A hand-over
later than that earns less, and nothing at a quarter over; one without a situation report that says something
in the `brief within` before it earns half of what it would, and so does one to somebody who has been on the
call for as long as command may be held: they are as worn out as whoever hands it on. Command that is never
handed on earns nothing once that time is over. One hand-over that came early, before half of that time, is
credited; further ones earn nothing more.

Why: a commander in her fifth hour decides worse and does not notice; a ten-hour incident at PagerDuty
changed engineers and commander every four (SREW; G2). Who takes over is told what is going on, says yes, and
everybody hears of it (SRE14; G1).

Exception: an incident that is over soon after the time was up, or was left before. Handing over early,
briefed, is never a fault, and that somebody senior arrived is no reason to. It is no way out either (G15):
what was due until then is judged, and whoever led for less than half of the time gets no pass, however it is
led on. A real timeline has to show hand-overs, and reports.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    3:50:00 sitrep-given text="Shard 3 is being restored, Raj has it. Next update at 4:10."
    3:52:00 command-handed person=grace

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    4:40:00 noted text="still here"
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import CommandHanded, Joined, SitrepGiven
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.relieved import led_until
from simulator.scoring.report_words import briefs
from simulator.scoring.words import clock, minutes

NAME = "hand-over"
AXIS: Axis = "command"
NOTHING_AT = 1.25
"""Held this many times as long as one should, nothing is left (assumption)."""
UNBRIEFED = 0.5
WORN_OUT = 0.5
NEARLY = 0.9
"""On the call for this share of the time that command may be held, nobody is rested (assumption)."""
EARLY = 0.5
"""Whoever hands over before this share of the time had another reason than the time (assumption)."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every hand-over, and one for command that was held for too long in the end."""
    began = case.declared
    if began is None or not case.shows("handover"):
        return
    most, credited, over = case.doctrine.threshold("command at most"), False, led_until(case)
    for entry, _ in each(case.seen, CommandHanded):
        if entry.at <= over:
            early, mark = entry.at - began.at < EARLY * most, _handed(case, began, entry)
            if not (early and credited and mark.earned == 1):
                yield mark
            credited, began = credited or early, entry
    if over > began.at + most + case.doctrine.threshold("brief within"):
        summary = f"Command was held from {clock(began.at)} on and never handed to anyone rested."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (began.number,), began.at + round(most))


def _handed(case: Case, began: Entry, entry: Entry) -> Mark:
    most = case.doctrine.threshold("command at most")
    held, report = entry.at - began.at, briefing(case, entry)
    told_all = report is not None or not case.shows("brief")
    worn = _worn_out(case, entry)
    share = (1 if told_all else UNBRIEFED) * (WORN_OUT if worn else 1)
    earned = falling(held, most, NOTHING_AT * most) * share
    whom = f" to {worn}" if worn else ""
    told = f"Command was handed over{whom} at {clock(entry.at)}, after {minutes(held)}"
    how = f", with a situation report at {clock(report.at)}" if report else ""
    how = how if told_all else ", and nobody was told how things stand"
    lines = cited(began.number, *([report.number] if report else ()), entry.number)
    return Mark(NAME, AXIS, earned, 1.0, f"{told}{how}.", lines, entry.at)


def _worn_out(case: Case, handed: Entry) -> str:
    """Who took over and for how long they had been on the call, if that was too long; empty if not."""
    person = handed.fact.person if isinstance(handed.fact, CommandHanded) else ""
    come = [e.at for e, one in each(case.seen, Joined) if one.person == person and e.number < handed.number]
    if not come or handed.at - come[-1] < NEARLY * case.doctrine.threshold("command at most"):
        return ""
    name, long = case.organisation.called(person), minutes(handed.at - come[-1])
    return f"{name}, who had been on the call for {long},"


def briefing(case: Case, handed: Entry) -> Entry | None:
    """The last situation report before a hand-over that said something, if it was fresh."""
    since = handed.at - case.doctrine.threshold("brief within")
    fresh = (e for e, _ in each(case.seen, SitrepGiven) if e.number < handed.number and e.at >= since)
    reports = (entry for entry in fresh if briefs(case, entry))
    return max(reports, key=lambda entry: entry.number, default=None)
