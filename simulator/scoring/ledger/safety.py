"""What becomes of customers' data: whether a loss was known, could still not be ruled out, or was real.

Work that is on one side of a split only is not lost: it is once a change gives that side up, and it is safe
once a change has merged the two.
"""

from math import inf

from simulator.domain.entry import Entry, each
from simulator.domain.fact import (
    HELPED,
    AlertFired,
    ChangeDone,
    HazardChecked,
    ImpactChanged,
    NoticeDue,
    Verified,
    WorkLost,
)
from simulator.domain.losing import at_risk, may_lose, only_split
from simulator.domain.stakes import DECLARING
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.ledger.cause import suspected
from simulator.scoring.sighted import once

RULED_OUT = 0.05
"""With a smaller chance that it loses something, a loss counts as ruled out (assumption)."""


class Safety(Value):
    """What could be known of customers' data before a line.

    `known` is the line that made a loss known, 0 when none did; `open` the chance that something is being
    lost, by the causes and changes that could do it, None when the scenario does not tell. `split` is the
    line that showed work on one side of a split only, 0 when none did or both are one again.
    """

    known: int
    open: float | None
    split: int = 0


def safety(case: Case, before: int) -> Safety:
    """What could be known of customers' data before a line."""
    known, split = (line if line < before else 0 for line in (first_told(case), first_split(case)))
    chance = _open(case, before)
    return Safety(known, chance, split if chance is None or chance > RULED_OUT else 0)


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
    """The line that made a loss known, 0 when none did.

    Where causes only split work, what shows it missing tells of a loss together with a change that gives a
    side up, whichever comes last.
    """
    shown, gone = False, not only_split(case.scenario)
    for entry in case.seen:
        shown, gone = shown or _missing(case, entry), gone or _gives_up(case, entry)
        if (shown and gone) or _notice(entry):
            return entry.number
    return 0


@once
def first_split(case: Case) -> int:
    """The line that showed work on one side of a split only, 0 when none did."""
    if not only_split(case.scenario):
        return 0
    return next((entry.number for entry in case.seen if _missing(case, entry)), 0)


def _missing(case: Case, entry: Entry) -> bool:
    """Whether an alert shows that work is missing: lost, or on one side only."""
    if not isinstance(entry.fact, AlertFired):
        return False
    watched = case.organisation.signals.get(entry.fact.signal)
    return watched is not None and watched.shows == "lost work"


def _gives_up(case: Case, entry: Entry) -> bool:
    """Whether a change was made that can lose what is on one side, and not for a small part only."""
    done = entry.fact
    if not isinstance(done, ChangeDone) or not may_lose(case.scenario, done.change):
        return False
    return not any(one.staged for one in case.attempts if one.id == done.id)


def _notice(entry: Entry) -> bool:
    return isinstance(entry.fact, NoticeDue) and entry.fact.why != DECLARING


def _open(case: Case, before: int) -> float | None:
    thought = suspected(case, before)
    if thought is None:
        return None
    made = [one.change for one in case.attempts if one.order < before and one.started is not None]
    seen = each(case.seen, Verified)
    helped = [fact.change for entry, fact in seen if entry.number < before and fact.result in HELPED]
    told = (fact for entry, fact in each(case.seen, HazardChecked) if entry.number < before)
    checked = {(fact.change, fact.hazard): fact.holds for fact in told}
    return at_risk(case.scenario, dict(thought.ranked), made, helped, checked)
