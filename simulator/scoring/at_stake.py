"""For how many customers time counts: those whom the outage hits, not those whom a change hit besides.

Whoever cleared a cache, and has everybody failing, has to see to that first. What they do about the outage
itself spares no more customers than before: the harm is held against what brought it, and not once more
against all that comes after.
"""

from dataclasses import dataclass

from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import ChangeActed
from simulator.scoring.case import NEGLIGIBLE, Case
from simulator.scoring.sighted import once

SHOWS_WITHIN = 5 * MINUTE
"""What a change does to customers by itself has begun within so long (assumption)."""
JUMP = 1.5
"""By this factor more customers fail where a change did harm; less may be growth (assumption)."""
BACK = 1.2
"""A harm is over when no more than this many times as many fail as before it (assumption)."""


@dataclass(frozen=True, slots=True)
class Harm:
    """More customers failed from second `since` to `until`, for a change, than the `before` of the outage."""

    since: int
    until: int | None
    before: float


def at_stake(case: Case, at: int) -> float | None:
    """Customers failing for the outage, as known at a second; None where no truth is recorded."""
    known = case.known_failing(at)
    if known is None:
        return None
    shown = at - case.lag_at(at)
    standing = (harm.before for harm in harms(case) if harm.since < shown and not _over(harm, shown))
    return min(known, *standing, known)


@once
def harms(case: Case) -> tuple[Harm, ...]:
    """The changes that had many more customers fail, with when that was over (truth)."""
    acted = each(case.entries, ChangeActed)
    doing = (entry.at for entry, fact in acted if fact.harmed or fact.acted == "worked")
    found = (_harm(case, at) for at in doing)
    return tuple(harm for harm in found if harm is not None)


def _harm(case: Case, at: int) -> Harm | None:
    before = case.failing(at - 1)
    worst = max((step.begins for step in case.impact if at <= step.at <= at + SHOWS_WITHIN), default=0.0)
    least = max(before, NEGLIGIBLE * case.active(at))
    if worst <= JUMP * least:
        return None
    rose = next(step.at for step in case.impact if step.at >= at and step.begins > JUMP * least)
    later = (step.at for step in case.impact if step.at > rose and step.begins <= BACK * least)
    return Harm(at, next(later, None), before)


def _over(harm: Harm, at: int) -> bool:
    return harm.until is not None and harm.until <= at
