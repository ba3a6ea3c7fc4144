"""What stands: customers who were told that all is well are told so until they hear otherwise."""

from collections.abc import Iterator

from simulator.domain.course import Sent
from simulator.domain.doctrine import ALL_CLEAR
from simulator.scoring.case import Case
from simulator.scoring.claims.claim import Claim
from simulator.scoring.falling import falling
from simulator.scoring.relapse import Relapse, relapses
from simulator.scoring.words import clock, minutes

NOTHING_AT = 3
"""Left standing for so many times as long as news may take, it is as false as a said one (assumption)."""
HARDLY_LATE = 0.95
"""What earns as much or more was corrected about as soon as one can (assumption)."""


def standing(case: Case) -> Iterator[Claim]:
    """An all-clear that was left to stand for longer than news may take, though it had come back."""
    for relapse in (one for one in relapses(case) if case.leads(one.at)):
        for sent in case.updates.values():
            yield from _stood(case, relapse, sent)


def _stood(case: Case, relapse: Relapse, sent: tuple[Sent, ...]) -> Iterator[Claim]:
    before = [one for one in sent if one.at < relapse.at]
    if not before or before[-1].fact.update.state not in ALL_CLEAR:
        return
    following = next((one for one in sent if one.at >= relapse.at), None)
    until = min(relapse.until, following.at if following is not None else relapse.until)
    late, stood = case.doctrine.threshold("facts fresh for"), until - relapse.at
    earned = falling(stood, late, NOTHING_AT * late)
    if earned < HARDLY_LATE:
        last = before[-1]
        known = f"that it had come back was known from {clock(relapse.at)} on"
        because = f"{known}, and this stood for {minutes(stood)} more"
        update = last.fact.update
        yield Claim(
            "state", last.entry, last.at, update.audience, update.state, "stale", earned, because,
            (relapse.entry, *((following.entry,) if following is not None else ())), fresh=True,
        )  # fmt: skip
