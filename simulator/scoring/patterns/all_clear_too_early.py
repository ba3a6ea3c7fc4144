"""All-clear too early: it is called found, better or over, and it is not, or it is taken back later.

Leads to: customers try again and fail again, the people who are needed have gone, and the next all-clear is
doubted.

Instead: wait until the signal has held for as long as it is behind, three times over; then say so once.

Source: PD-EXT; X17

Seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:14:00 posted audience="status page" state=monitoring
    0:50:00 impact-changed failing=0 arriving=9000 seen=truth

Not seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:14:00 posted audience="status page" state=investigating
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:50:00 posted audience="status page" state=resolved
    0:50:00 resolved
"""

from collections.abc import Iterator

from simulator.domain.course import Sent
from simulator.domain.doctrine import STATES, UpdateState
from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind, sighting
from simulator.scoring.rules import resolve_on_recovery, true_state
from simulator.scoring.words import clock, minutes

NAME = "all-clear-too-early"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each state that was said too early or taken back, and for an end that was none."""
    if case.records.real:
        yield from _taken_back(case)
    cited: set[int] = set()
    held_back = _said(case, "investigating")
    for one in behind(NAME, true_state.marks(case), at_most=0.0):
        if held_back.intersection(one.evidence):
            continue
        cited.update(one.evidence)
        yield one
    for one in behind(NAME, resolve_on_recovery.marks(case), at_most=0.0):
        if not cited.issuperset(one.evidence):
            yield one


def _said(case: Case, state: UpdateState) -> frozenset[int]:
    """The lines of the updates that said so."""
    sent = (one for audience in case.updates for one in case.sent(audience))
    return frozenset(one.entry for one in sent if one.fact.update.state == state)


def _taken_back(case: Case) -> Iterator[Sighting]:
    for audience in case.updates:
        furthest: Sent | None = None
        for one in case.sent(audience):
            if furthest is not None and _rank(one) < _rank(furthest):
                yield _back(audience, furthest, one)
                furthest = one
            elif furthest is None or _rank(one) > _rank(furthest):
                furthest = one


def _back(audience: str, claim: Sent, one: Sent) -> Sighting:
    said, then = claim.fact.update.state, one.fact.update.state
    summary = (
        f"The {audience} was told '{said}' at {clock(claim.at)}, and {minutes(one.at - claim.at)} later "
        f"'{then}' again."
    )
    return sighting(NAME, claim.at, summary, claim.entry, one.entry)


def _rank(sent: Sent) -> int:
    return STATES.index(sent.fact.update.state)
