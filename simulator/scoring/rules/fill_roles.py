"""Fill the roles: whatever role the severity asks for is in somebody's hands soon, and not in the
commander's.

Each role that the doctrine requires at the severity in force has to be given to somebody on the call
`roles within` from then on. Who has to be paged for it first is waited for: then it is due two minutes
after they joined, if the page went out in time. Later earns less, and nothing ten minutes late, or when
nobody ever has it. It counts for as long as somebody holds it: who leaves, or hands it back, fills it no
more. A role of somebody who has another one earns half; the deputy may keep the record.

Why: a role that nobody holds is the commander's, and one head with two roles does neither (SRE14, PD-
ROLES; B3, X25). Whoever writes to customers is named before the first word to them, or within minutes.

Exception: a real timeline that does not show roles; roles that the severity does not ask for, an incident
that was rightly called mitigated, or over, before the time was up, and a call that nobody but the commander
ever reached. Command itself is taken by declaring.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:04:00 paged person=orla team=""
    0:11:00 joined person=orla
    0:12:00 role-assigned role=business-lead person=orla
    0:40:00 noted text="going on"

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:40:00 noted text="still writing to everybody oneself"
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Joined, Paged, RoleAssigned
from simulator.domain.prose.capital import capital
from simulator.domain.seats import COMMANDER
from simulator.scoring.case import Case, Span
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.pieces import in_command
from simulator.scoring.relieved import pressing_until
from simulator.scoring.tenures import tenures
from simulator.scoring.words import clock, minutes

NAME = "fill-roles"
AXIS: Axis = "command"
NAMING = 2 * MINUTE
"""Whoever joins to take a role is given it this soon (assumption)."""
NOTHING_LATE = 10 * MINUTE
TWO_ROLES = 0.5
NOTICED = MINUTE
"""Less time than this without a holder is not told of (assumption)."""
GO_TOGETHER = frozenset(("deputy", "scribe"))


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every role that was required."""
    if not (case.shows("declare", "assign") and any(True for _ in each(case.seen, Joined))):
        return
    for name, role in case.doctrine.roles.items():
        span = next((span for span in case.spans if span.severity in role.required_at), None)
        if name != COMMANDER and span is not None:
            yield from _filled(case, name, span)


def _filled(case: Case, role: str, span: Span) -> Iterator[Mark]:
    given = next((entry for entry, _ in _given(case, role)), None)
    due = span.since + round(case.doctrine.threshold("roles within"))
    if given is not None and given.at <= max(case.over, due):
        yield _given_to(case, role, span, given, _due(case, given, due))
    elif pressing_until(case) >= due:
        summary = f"{capital(said(role))} was never named, though {span.severity} asks for one."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (span.entry,), due)


def _given(case: Case, role: str) -> Iterator[tuple[Entry, RoleAssigned]]:
    """Every time that somebody else than the commander was given a role."""
    for entry, fact in each(case.seen, RoleAssigned):
        if fact.role == role and fact.person not in in_command(case, entry.number):
            yield entry, fact


def _due(case: Case, given: Entry, due: int) -> int:
    """When it had to be given: later if whoever took it was on the way, or somebody else paged in vain."""
    person = given.fact.person if isinstance(given.fact, RoleAssigned) else ""
    joined = [entry.at for entry, fact in each(case.seen, Joined) if fact.person == person]
    came = max((at for at in joined if at <= given.at), default=0)
    calls = [entry.at for entry, fact in each(case.seen, Paged) if _fits(case, fact.person, person)]
    return max(due, came + NAMING) if min(calls, default=due + 1) <= due else due


def _fits(case: Case, paged: str, person: str) -> bool:
    """Whether the page was for whoever took the role, or for somebody trained for the same."""
    people = case.organisation.people
    trained = people[paged].role if paged in people else ""
    return paged == person or bool(trained and person in people and people[person].role == trained)


def _given_to(case: Case, role: str, span: Span, given: Entry, due: int) -> Mark:
    late = max(0, given.at - due)
    twice = another(case, role, given)
    held, bare = _held(case, role, given)
    earned = falling(late, 0, NOTHING_LATE) * (TWO_ROLES if twice else 1) * held
    how = f"{minutes(late)} late" if late else "in time"
    more = f", to somebody who is {said(twice)} already" if twice else ""
    more += f"; for {minutes(bare)} after that nobody had it" if bare >= NOTICED else ""
    seated = isinstance(given.fact, RoleAssigned) and given.fact.person == role
    came = "took their seat" if seated else "was named"
    summary = f"{capital(said(role))} {came} at {clock(given.at)}, {how}{more}."
    return Mark(NAME, AXIS, earned, 1.0, summary, cited(span.entry, given.number), given.at)


def _held(case: Case, role: str, given: Entry) -> tuple[float, int]:
    """In which share of the time that it was needed for once it was given it was held, and the rest."""
    whole, free, bare = pressing_until(case) - given.at, given.at, 0
    for one in tenures(case):
        if one.what == role and one.person not in in_command(case, one.entry):
            bare += max(0, min(one.since, pressing_until(case)) - free)
            free = max(free, one.until)
    bare += max(0, pressing_until(case) - free)
    return (1 - bare / whole if whole > 0 else 1.0), bare


def another(case: Case, role: str, given: Entry) -> str:
    """Another role that whoever took one had then, unless the two go together."""
    holders: dict[str, str] = {}
    for entry, fact in each(case.seen, RoleAssigned):
        if entry.number < given.number:
            holders[fact.role] = fact.person
    person = given.fact.person if isinstance(given.fact, RoleAssigned) else ""
    held = (other for other, holder in holders.items() if holder == person and other != role)
    return next((other for other in held if not {role, other} <= GO_TOGETHER), "")


def said(role: str) -> str:
    """A role as in a sentence."""
    return f"the {role.replace('-', ' ')}"
