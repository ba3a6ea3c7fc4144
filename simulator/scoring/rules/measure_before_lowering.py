"""Measure before lowering: the severity falls only when somebody has just seen how many are affected.

A lower severity is set when the impact was measured in the `impact measured within` before: somebody looked
at the signals, verified a change, was asked how many are affected and answered, or said a share aloud, which
everybody with a screen can read there. A share that is not roughly what was shown to fail, or to work, was
read nowhere.

Why: a lower level sends people home and slows down the news. While the impact is unknown the higher one
stands, and it is lowered when there is something to lower it for (PD-SEV; A2).

Exception: a fall after customers were well and nothing was owed any more, and a timeline of a real incident,
on which looks at graphs do not stand.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P0 commander=you
    0:09:00 looked view=signals readings="app errors:0.1"
    0:10:00 severity-changed before=P0 severity=P1 because="a quarter of them, not all"
    0:30:00 noted text="on it"

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P0 commander=you
    0:10:00 severity-changed before=P0 severity=P1 because="it will be less bad"
    0:30:00 noted text="on it"
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Answered, Looked, SeverityChanged, SitrepGiven, Spoke, Verified
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark, cited
from simulator.scoring.shares import read_off
from simulator.scoring.warranted import judged_until
from simulator.scoring.words import clock, minutes

NAME = "measure-before-lowering"
AXIS: Axis = "severity"


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every fall in severity while it mattered."""
    until = judged_until(case)
    for entry, change in each(case.seen, SeverityChanged):
        if entry.at <= until and _falls(case, change):
            yield from _lowered(case, entry, change)


def _falls(case: Case, change: SeverityChanged) -> bool:
    known = case.doctrine.knows(change.before) and case.doctrine.knows(change.severity)
    return known and case.doctrine.rank(change.severity) > case.doctrine.rank(change.before)


def _lowered(case: Case, entry: Entry, change: SeverityChanged) -> Iterator[Mark]:
    within = round(case.doctrine.threshold("impact measured within"))
    told = f"Lowered from {change.before} to {change.severity} at {clock(entry.at)}"
    lately = [e for e in case.known_until(entry.number) if _measures(case, e) and e.at >= entry.at - within]
    if lately:
        summary = f"{told}, with the impact measured {minutes(entry.at - lately[-1].at)} before."
        yield Mark(NAME, AXIS, 1.0, 1.0, summary, cited(lately[-1].number, entry.number), entry.at)
    elif not case.records.real:
        summary = f"{told}, and nobody had measured the impact in the {minutes(within)} before."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (entry.number,), entry.at)


def _measures(case: Case, entry: Entry) -> bool:
    match entry.fact:
        case Looked(readings=readings):
            return bool(readings)
        case Answered(topic=topic):
            return topic == "impact"
        case Verified(result=result):
            return result != "unclear"
        case Spoke(text=text) | SitrepGiven(text=text):
            return read_off(case, entry.at, text)
        case _:
            return False
