"""Owning up: what was claimed is taken back. Whoever did so may wait for proof before they claim anew."""

from itertools import pairwise

from simulator.domain.course import Sent
from simulator.domain.doctrine import STATES
from simulator.domain.duration import MINUTE
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.claims.cause_words import unsaid
from simulator.scoring.ledger import effect
from simulator.scoring.sighted import once

CAUTION = 30 * MINUTE
"""So long nobody who owned up need claim again what no change has shown (assumption)."""


class TakenBack(Value):
    """An update that took back what had been claimed: when, and on which line."""

    at: int
    entry: int


def cautious(case: Case, at: int, line: int) -> TakenBack | None:
    """What was taken back last, while that is reason enough to claim nothing anew; None when it is none.

    It is until a change was seen to help since, and for no longer than `CAUTION`. One call answers to all
    audiences: what was taken back before one of them is a reason before the others.
    """
    last = next((one for one in reversed(_course(case)) if one.entry <= line), None)
    if last is None or at >= last.at + CAUTION:
        return None
    helped = effect.seen(case, line)
    return None if helped and helped.since >= last.at else last


def times_taken_back(case: Case, line: int) -> int:
    """How often something had been taken back before a line, whoever was told."""
    return sum(one.entry < line for one in _course(case))


@once
def _course(case: Case) -> tuple[TakenBack, ...]:
    """All that was taken back, to whom ever, in the order of the lines."""
    pairs = (pair for told in case.updates.values() for pair in pairwise(told))
    back = (TakenBack(now.at, now.entry) for before, now in pairs if _takes_back(before, now))
    return tuple(sorted(back, key=lambda one: one.entry))


def _takes_back(before: Sent, now: Sent) -> bool:
    """Whether an update goes back to an earlier state, or says that the cause is not known after all."""
    was, says = before.fact.update, now.fact.update
    unknown = bool(was.cause) and not unsaid(was.cause) and unsaid(says.cause)
    return unknown or STATES.index(says.state) < STATES.index(was.state)
