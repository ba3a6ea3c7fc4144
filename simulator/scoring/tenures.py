"""Tenures: who held a role or led a workstream, from when to when."""

from collections.abc import Iterator

from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import CommandHanded, Left, RoleAssigned
from simulator.domain.seats import COMMANDER
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.sighted import once
from simulator.scoring.streams import streams

SETTLED = 10 * MINUTE
"""What was taken from somebody again within this time they were passed, and did not hold (assumption)."""


class Tenure(Value):
    """Somebody's time in a role, until it was given to another, its stream was closed, or they left."""

    what: str
    person: str
    since: int
    until: int
    entry: int


@once
def tenures(case: Case) -> tuple[Tenure, ...]:
    """Every tenure, of roles, of command and of workstreams in which there was work."""
    return (*_roles(case), *_streams(case))


def settled(case: Case) -> tuple[Tenure, ...]:
    """The tenures that lasted, or that nothing had ended yet when there was nothing to do any more."""
    return tuple(one for one in tenures(case) if _settled(case, one))


def _settled(case: Case, tenure: Tenure) -> bool:
    return tenure.until - tenure.since >= SETTLED or tenure.until >= case.over


def _roles(case: Case) -> Iterator[Tenure]:
    """Roles end with the next holder; command is a role that is handed on."""
    held = [(fact.role, fact.person, entry) for entry, fact in each(case.seen, RoleAssigned)]
    held += [(COMMANDER, fact.person, entry) for entry, fact in each(case.seen, CommandHanded)]
    for role, person, entry in held:
        later = (other.at for name, _, other in held if name == role and other.number > entry.number)
        until = min(min(later, default=case.end + 1), _gone(case, person, entry))
        yield Tenure(role, person, entry.at, until, entry.number)


def _streams(case: Case) -> Iterator[Tenure]:
    opened = {entry.number: entry for entry in case.seen}
    for one in streams(case):
        if not one.empty:
            until = min(one.until, _gone(case, one.leader, opened[one.entry]))
            yield Tenure(one.name, one.leader, one.since, until, one.entry)


def _gone(case: Case, person: str, since: Entry) -> int:
    """The second at which somebody left after a line; beyond the end when they stayed."""
    left = (entry.at for entry, gone in each(case.seen, Left) if gone.person == person)
    return next((at for at in left if at >= since.at), case.end + 1)
