"""What becomes of customers' data: whether a loss was known, could still not be ruled out, or was real."""

from dataclasses import dataclass
from math import inf

from simulator.domain.entry import Entry, each
from simulator.domain.fact import AlertFired, ImpactChanged, NoticeDue, WorkLost
from simulator.domain.stakes import DECLARING
from simulator.scoring.case import Case
from simulator.scoring.ledger.cause import suspected
from simulator.scoring.sighted import once

LOSING = ("loses", "strands")
"""Kinds of effect by which customers' work is lost, or ends up on one side of a split."""
RULED_OUT = 0.05
"""With a smaller chance that it loses something, a loss counts as ruled out (assumption)."""


@dataclass(frozen=True, slots=True)
class Safety:
    """What could be known of customers' data before a line.

    `known` is the line that made a loss known, 0 when none did; `open` the chance that something is being
    lost, by the causes and changes that could do it, None when the scenario does not tell.
    """

    known: int
    open: float | None


def safety(case: Case, before: int) -> Safety:
    """What could be known of customers' data before a line."""
    line = first_told(case)
    return Safety(line if line < before else 0, _open(case, before))


def really_lost(case: Case, at: int) -> bool | None:
    """Whether work of customers had been lost by a second (truth); None where no truth is recorded."""
    return _losing_since(case) <= at if case.impact else None


@once
def _losing_since(case: Case) -> float:
    """The first second by which work had been lost (truth); never if none was."""
    gone = [entry.at for entry, _ in each(case.entries, WorkLost)]
    losing = (entry.at for entry, fact in each(case.entries, ImpactChanged) if fact.losing > 0)
    return min([*gone, *losing], default=inf)


@once
def first_told(case: Case) -> int:
    """The line that made a loss known, 0 when none did."""
    return next((entry.number for entry in case.seen if _tells(case, entry)), 0)


def _tells(case: Case, entry: Entry) -> bool:
    match entry.fact:
        case AlertFired(signal=signal):
            watched = case.organisation.signals.get(signal)
            return watched is not None and watched.shows == "lost work"
        case NoticeDue(why=why):
            return why != DECLARING
        case _:
            return False


def _open(case: Case, before: int) -> float | None:
    thought = suspected(case, before)
    if thought is None:
        return None
    risky = frozenset(
        cause.name for cause in case.scenario.causes.values() if any(e.kind in LOSING for e in cause.effects)
    )
    return max(thought.share(risky), _by_changes(case, before))


def _by_changes(case: Case, before: int) -> float:
    """Whether a change that was made can lose something, under any cause that is possible: 1 or 0."""
    made = (one.change for one in case.attempts if one.order < before and one.started is not None)
    outcomes = (outcome for name in made for outcome in case.scenario.outcomes.get(name, {}).values())
    return float(any(o.discards or any(e.kind in LOSING for e in (*o.harms, *o.does)) for o in outcomes))
