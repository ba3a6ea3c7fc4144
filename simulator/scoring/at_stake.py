"""For how many customers time counts: those whom the outage hits, not those whom a change hit besides.

Whoever cleared a cache, and has everybody failing, has to see to that first. What they do about the outage
itself spares no more customers than before: the harm is held against what brought it, and not once more
against all that comes after.
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.value import Value
from simulator.scoring.case import NEGLIGIBLE, Case
from simulator.scoring.sighted import once

SHOWS_WITHIN = 5 * MINUTE
"""What a change does to customers by itself has begun within so long (assumption)."""
JUMP = 1.5
"""By this factor more customers fail where a change did harm; less may be growth (assumption)."""
BACK = 1.2
"""A harm is over when no more than this many times as many fail as before it (assumption)."""


class Harm(Value):
    """From second `known` to `until` it is known that more fail than the `before` of the outage itself.

    Without an end they still do.
    """

    known: int
    until: int | None
    before: float


def at_stake(case: Case, at: int) -> float | None:
    """Customers failing for the outage, as known at a second; None where no truth is recorded."""
    known = case.known_failing(at)
    if known is None:
        return None
    return min([known, *(harm.before for harm in _standing(case, at))])


def harmed(case: Case, at: int) -> bool:
    """Whether a change was known to have made it worse, and as far as known it still did."""
    return any(True for _ in _standing(case, at))


def _standing(case: Case, at: int) -> Iterator[Harm]:
    shown = at - case.lag_at(at)
    return (harm for harm in harms(case) if harm.known <= at and not _over(harm, shown))


@once
def harms(case: Case) -> tuple[Harm, ...]:
    """The changes that were seen to make it worse, and after which far more customers failed."""
    found = ((attempt.done, _seen_worse(attempt)) for attempt in case.attempts if attempt.done is not None)
    told = (_harm(case, done, seen) for done, seen in found if seen is not None)
    return tuple(harm for harm in told if harm is not None)


def _seen_worse(attempt: Attempt) -> int | None:
    """When somebody who watched a change said that it had made things worse."""
    said = (one.at for one in attempt.verifications if one.fact is not None and one.fact.result == "worse")
    return min((at for at in said if at is not None), default=None)


def _harm(case: Case, done: int, seen: int) -> Harm | None:
    before = case.failing(done - 1)
    least = max(before, NEGLIGIBLE * case.active(done))
    after = [step for step in case.impact if step.at >= done]
    rose = next((step.at for step in after if step.begins > JUMP * least), None)
    if rose is None or rose > done + SHOWS_WITHIN:
        return None
    later = (step.at for step in after if step.at > rose and step.begins <= BACK * least)
    return Harm(seen, next(later, None), before)


def _over(harm: Harm, at: int) -> bool:
    return harm.until is not None and harm.until <= at
