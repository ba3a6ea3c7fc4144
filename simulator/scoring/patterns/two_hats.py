"""Two hats: one person has two roles at once, though others are there.

Leads to: the one that shouts less is dropped, usually the updates or the record.

Instead: give the second role to somebody else as soon as there is somebody, and say so.

Source: PD-AP; X25

Seen:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:05:00 joined person=ana
    0:06:00 role-assigned role=business-lead person=commander
    0:40:00 noted text="going on"

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:05:00 joined person=ana
    0:06:00 role-assigned role=business-lead person=ana
    0:40:00 noted text="going on"
"""

from collections.abc import Iterator

from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import RoleAssigned
from simulator.domain.seats import COMMANDER
from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, sighting
from simulator.scoring.pieces import in_command
from simulator.scoring.rules.fill_roles import another, said
from simulator.scoring.words import clock

NAME = "two-hats"
LASTING = 10 * MINUTE
"""Shorter is a stopgap (assumption of doctrine X25)."""
STAFFED = 2
"""With so many others on the call a role can be given away."""
OWN = {"technical-lead": "commander may direct diagnosis"}
"""A role that a doctrine may leave with the commander."""


def seen(case: Case) -> Iterator[Sighting]:
    """One for each role that went to somebody who had one, and stayed there."""
    for entry, given in each(case.seen, RoleAssigned):
        other = _other(case, entry, given)
        staffed = len(case.present(entry.number) - {given.person}) >= STAFFED
        if other and staffed and _until(case, entry, given, other) - entry.at > LASTING:
            summary = f"From {clock(entry.at)} on {said(given.role)} was {said(other)} as well."
            yield sighting(NAME, entry.at, summary, entry.number)


def _other(case: Case, entry: Entry, given: RoleAssigned) -> str:
    """The role that they had already, empty for none."""
    if given.person not in in_command(case, entry.number):
        return another(case, given.role, entry)
    allowed = case.doctrine.switches.get(OWN.get(given.role, ""), False)
    return "" if given.role == COMMANDER or allowed else COMMANDER


def _until(case: Case, entry: Entry, given: RoleAssigned, other: str) -> int:
    """When somebody else was given one of the two roles."""
    later = ((e, fact) for e, fact in each(case.seen, RoleAssigned) if e.number > entry.number)
    return next((e.at for e, fact in later if fact.role in (given.role, other)), case.over)
