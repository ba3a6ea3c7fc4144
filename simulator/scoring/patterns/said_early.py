"""States that were told before they were so: those that the world speaks against, and those taken back."""

from collections.abc import Collection, Iterator

from simulator.domain.course import Sent
from simulator.domain.doctrine import STATES, UpdateState
from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind, sighting
from simulator.scoring.rules import true_state
from simulator.scoring.words import clock, minutes

States = Collection[UpdateState]


def said_early(pattern: str, case: Case, states: States) -> Iterator[Sighting]:
    """One for each update with one of the states that earned nothing for it."""
    sent = (one for audience in case.updates for one in case.sent(audience))
    lines = frozenset(one.entry for one in sent if one.fact.update.state in states)
    for one in behind(pattern, true_state.marks(case), at_most=0.0):
        if lines.intersection(one.evidence):
            yield one


def taken_back(pattern: str, case: Case, states: States) -> Iterator[Sighting]:
    """One for each of the states that an audience was told and that was followed by an earlier one."""
    for audience in case.updates:
        furthest: Sent | None = None
        for one in case.sent(audience):
            if furthest is not None and _rank(one) < _rank(furthest):
                if furthest.fact.update.state in states:
                    yield _back(pattern, audience, furthest, one)
                furthest = one
            elif furthest is None or _rank(one) > _rank(furthest):
                furthest = one


def _back(pattern: str, audience: str, claim: Sent, one: Sent) -> Sighting:
    said, then = claim.fact.update.state, one.fact.update.state
    summary = (
        f"The {audience} was told '{said}' at {clock(claim.at)}, and {minutes(one.at - claim.at)} later "
        f"'{then}' again."
    )
    return sighting(pattern, claim.at, summary, claim.entry, one.entry)


def _rank(sent: Sent) -> int:
    return STATES.index(sent.fact.update.state)
