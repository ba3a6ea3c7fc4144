"""Approve drafts: what was written for approval goes out soon, while it is still true.

Where the commander approves posts, a draft that is ready goes out, or is written anew, within `approve
within`. One that waited longer earns less, and nothing at three times that; so does one that was never let
go.

Why: one writes and another reads it once more, because facts move; the longer it lies, the less it is true,
and whoever waits for it hears nothing (PD-CL; F8).

Exception: an update that was sent without a draft, a draft that was written anew in time, and one that was
still fresh when nothing was owed any more. A timeline of a real incident does not show drafts.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:08:00 drafted audience="status page" state=investigating by=gus
    0:09:00 posted audience="status page" state=investigating by=gus
    0:40:00 resolved

Fail:
    0:03:00 declared severity=P1 commander=you
    0:08:00 drafted audience="status page" state=investigating by=gus
    0:19:00 posted audience="status page" state=investigating by=gus
    0:40:00 resolved
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, about
from simulator.domain.fact import Drafted, Posted, PostFailed
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.words import audience, clock, minutes

NAME = "approve-drafts"
AXIS: Axis = "communication timeliness"
SWITCH = "commander approves posts"
NOTHING_AT = 3
"""A draft that lay for so many times as long earns nothing (assumption)."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every draft that waited for the commander, where the commander approves."""
    if not case.doctrine.switches.get(SWITCH, False) or case.records.real:
        return
    lines = list(about(case.seen, frozenset({Drafted, Posted, PostFailed})))
    for index, entry in enumerate(lines):
        if isinstance(entry.fact, Drafted) and entry.at <= case.over and case.leads(entry.at):
            yield from _waited(case, entry, entry.fact, lines[index + 1 :])


def _waited(case: Case, entry: Entry, draft: Drafted, later: list[Entry]) -> Iterator[Mark]:
    within = case.doctrine.threshold("approve within")
    went = next((one for one in later if _settles(one, draft)), None)
    waited = (went.at if went else max(case.over, entry.at)) - entry.at
    if waited <= within and (went is None or isinstance(went.fact, Drafted)):
        return
    whom = f"The draft for {audience(draft.update.audience)} of {clock(entry.at)}"
    became = "waited" if went else "was never approved; it waited"
    summary = f"{whom} {became} {minutes(waited)} (allowed: {minutes(within)})."
    evidence = cited(entry.number, *([went.number] if went else []))
    earned = falling(waited, within, NOTHING_AT * within) if went else 0.0
    yield Mark(NAME, AXIS, earned, 1.0, summary, evidence, entry.at)


def _settles(line: Entry, draft: Drafted) -> bool:
    """Whether a line is where a draft went out, or was to, or was replaced by another."""
    match line.fact:
        case Posted(update=update) | PostFailed(update=update):
            return update == draft.update
        case Drafted(update=update):
            return update.audience == draft.update.audience
        case _:
            return False
