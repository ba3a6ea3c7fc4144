"""No repeats: what was shown not to help is not tried again without new information.

A change that was verified as same or worse has had its chance. Ordering it again counts as a repeat unless
something was learnt in between: a clue, or another change that did have an effect. A small form is watched
on the part that it changes; where it made no difference there, the whole would be the repeat. Each repeat
weighs three times what it does to leave a useless change alone.

Why: each try costs minutes of impact and tells nothing new (E3). Hoping is not a plan.

Exception: a change that failed was never tried. What shifts load or keeps it out does a quarter of that in
its small form, which may be too little to be seen: the whole that follows is no repeat, unless the small
form made it worse. A real timeline does not show what was found out meanwhile, so nothing is judged.

Pass:
    0:05:00 change-ordered id=c1 change="stop the migration" owner=ana
    0:05:00 change-started id=c1 change="stop the migration" owner=ana
    0:09:00 change-done id=c1 change="stop the migration"
    0:12:00 verified id=c1 change="stop the migration" signal="shard write time" window=3m result=same
    0:13:00 change-ordered id=c2 change="fail over a shard" owner=ana

Fail:
    0:05:00 change-ordered id=c1 change="stop the migration" owner=ana
    0:05:00 change-started id=c1 change="stop the migration" owner=ana
    0:09:00 change-done id=c1 change="stop the migration"
    0:12:00 verified id=c1 change="stop the migration" signal="shard write time" window=3m result=same
    0:13:00 change-ordered id=c2 change="stop the migration" owner=ana
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt, Verification, premature
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry
from simulator.domain.fact import ClueFound, Verified
from simulator.scoring.case import Case
from simulator.scoring.claims.in_words import SPOILS
from simulator.scoring.mark import Mark
from simulator.scoring.words import clock, name

NAME = "no-repeats"
AXIS: Axis = "easy fix first"


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every change that was shown not to help, if anything was ordered after that."""
    if not case.shows("change", "verify", "finding"):
        return  # something may have been learnt meanwhile
    for attempt in case.attempts:
        disproof = _disproof(attempt)
        after = [a for a in case.attempts if disproof and a.order > disproof.entry]
        if disproof is not None and after:
            same = [a for a in after if a.change == attempt.change]
            again = [a for a in same if not _learnt(case, disproof, a, attempt)]
            proved = [a for a in again if _disproved(case, attempt, a)]
            if proved:
                yield _repeated(disproof, proved)
            elif after[0] not in again:
                yield _left_alone(attempt, disproof, after[0])


def _disproof(attempt: Attempt) -> Verification | None:
    """The watch that showed it does not help; None when a later one showed that it does."""
    if attempt.result not in ("same", "worse"):
        return None
    told = [w for w in attempt.verifications if w.fact and not premature(w.fact)]
    return next((w for w in told if w.fact and w.fact.result in ("same", "worse")), None)


def _disproved(case: Case, tried: Attempt, again: Attempt) -> bool:
    """Whether what an attempt showed tells of the same change, ordered again in this form."""
    if not tried.staged or again.staged or tried.result == "worse":
        return True
    return not any(outcome.does for outcome in case.scenario.outcomes.get(tried.change, {}).values())


def _learnt(case: Case, disproof: Verification, again: Attempt, attempt: Attempt) -> bool:
    between = (e for e in case.seen if disproof.entry < e.number < again.order)
    return any(_new(entry, attempt) for entry in between)


def _new(entry: Entry, attempt: Attempt) -> bool:
    match entry.fact:
        case ClueFound(clue=clue):
            return clue > 0
        case Verified(change=change, result=result):
            return change != attempt.change and result in ("better", "worse", "recovered")
        case _:
            return False


def _repeated(disproof: Verification, again: list[Attempt]) -> Mark:
    first = again[0]
    summary = (
        f"{name(first)} was ordered again at {clock(first.ordered)}, though it had been seen not to help "
        f"at {clock(disproof.at or 0)} and nothing had been learnt since."
    )
    evidence = (disproof.entry, *(each.order for each in again))
    return Mark(NAME, AXIS, 0.0, SPOILS * len(again), summary, evidence, first.ordered)


def _left_alone(attempt: Attempt, disproof: Verification, after: Attempt) -> Mark:
    seen, ordered = clock(disproof.at or 0), clock(after.ordered)
    next_order = f"the next order, at {ordered}, was {name(after)}"
    if after.change == attempt.change:
        next_order += ", after something had been learnt"
    summary = f"{name(attempt)} was seen not to help at {seen}; {next_order}."
    return Mark(NAME, AXIS, 1.0, 1.0, summary, (disproof.entry, after.order), after.ordered)
