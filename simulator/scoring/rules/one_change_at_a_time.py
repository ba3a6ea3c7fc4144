"""One change at a time: nothing is changed while an earlier change may still explain what is seen.

A change occupies production from the moment somebody begins it until its effect is verified or told to
have worn off, or it is undone or fails. Two changes that touch the same services, depend on one another or
show on the same signal confound each other while both are in flight. The time they overlap is measured; what
is above `overlap tolerated` costs, and all is lost once it is as long as the signal of the earlier change is
behind: from then on no reading belongs to one of them. What is lost so weighs as much as both changes.

Why: it creates more work to keep track of, more can go wrong at the same time, and nobody knows exactly
what made things better or worse (SEED). Parallel work is fine, parallel unverified changes are not (SREW:
two mitigations prepared at once were praised).

Exception: parts that do not touch each other; investigating and preparing; and, with a reason stated before
the second change: a workstream with a leader and a signal of its own, a fix that the scenario says belongs
together, containment of a loss the call was told of, the same change on the next unit once it was seen to
help, an earlier change that is stuck half-way for nobody knows how long. A reason without such a ground
excuses nothing (D3, guard 14).

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:05:00 change-ordered id=c1 change="fail over a shard" owner=ana
    0:05:00 change-started id=c1 change="fail over a shard" owner=ana
    0:12:00 change-done id=c1 change="fail over a shard"
    0:15:00 verified id=c1 change="fail over a shard" signal="shard write time" window=3m result=same
    0:16:00 change-ordered id=c2 change="stop the migration" owner=ana
    0:16:00 change-started id=c2 change="stop the migration" owner=ana
    0:20:00 change-done id=c2 change="stop the migration"
    0:23:00 verified id=c2 change="stop the migration" signal="shard write time" window=3m result=recovered

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:05:00 change-ordered id=c1 change="fail over a shard" owner=ana
    0:05:00 change-started id=c1 change="fail over a shard" owner=ana
    0:06:00 change-ordered id=c2 change="stop the migration" owner=raj because="speed matters"
    0:06:00 change-started id=c2 change="stop the migration" owner=raj
    0:10:00 change-done id=c2 change="stop the migration"
    0:12:00 change-done id=c1 change="fail over a shard"
    0:15:00 verified id=c1 change="fail over a shard" signal="shard write time" result=unclear confounded=c2
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.grounds import ground
from simulator.scoring.mark import Mark, cited
from simulator.scoring.overlap import Overlap, beside, landed, led_through, made_after
from simulator.scoring.words import clock, minutes, name

NAME = "one-change-at-a-time"
AXIS: Axis = "sequencing"
BOTH = 2.0
"""What was changed beside another weighs as much as both: of neither is it known what it did."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every change that followed one it could be confused with, or ran beside another."""
    known = tuple(attempt for attempt in case.started if case.change(attempt))
    for index, (later, at_once) in enumerate(beside(case, known)):
        touching = [found for found in at_once if case.interact(found.earlier, later)]
        if touching:
            yield _together(case, touching)
        elif at_once:
            yield _apart(at_once[-1])
        elif related := next((one for one in reversed(known[:index]) if case.interact(one, later)), None):
            yield _after(case, related, later)


def _together(case: Case, touching: list[Overlap]) -> Mark:
    """The worst overlap that no ground excuses, of equals the latest; when all are excused, the last."""
    ranked = sorted(touching, key=lambda one: (_earned(case, one), -one.seconds, -one.earlier.order))
    worst = next((found for found in ranked if ground(case, found) is None), None)
    if worst is None:
        found, why = touching[-1], ground(case, touching[-1])
        assert why is not None
        summary = f"{_begun(found)}, with good reason: {why.why}."
        return _mark(found.later, 1.0, summary, (*_lines(found), *why.evidence))
    earned = _earned(case, worst)
    summary = f"{_begun(worst)}: {_told(case, worst, earned)}."
    return _mark(worst.later, earned, summary, _lines(worst), earned + BOTH * (1 - earned))


def _earned(case: Case, found: Overlap) -> float:
    tolerated = case.doctrine.threshold("overlap tolerated")
    change = case.change(found.earlier)
    return falling(found.seconds, tolerated, tolerated + (case.lag(change) if change else 0))


def _begun(found: Overlap) -> str:
    stood = "was still being made" if made_after(found.earlier, found.later) else "was unverified"
    return f"{name(found.later)} was begun at {clock(found.since)} while {name(found.earlier)} {stood}"


def _told(case: Case, found: Overlap, earned: float) -> str:
    lasted = minutes(led_through(case, found) - found.since)
    if earned == 1:
        return f"they overlapped for {lasted} only"
    if made_after(found.earlier, found.later):
        return f"for {lasted} two changes were under way at once"
    return f"for {lasted} nobody could tell which of them acted"


def _apart(found: Overlap) -> Mark:
    summary = (
        f"{name(found.later)} ran beside {name(found.earlier)} from {clock(found.since)}; "
        "they touch different parts and show on different signals."
    )
    return _mark(found.later, 1.0, summary, _lines(found))


def _after(case: Case, earlier: Attempt, later: Attempt) -> Mark:
    summary = (
        f"{name(later)} was begun at {clock(later.began)}, "
        f"after {name(earlier)} had been settled at {clock(landed(case, earlier))}."
    )
    return _mark(later, 1.0, summary, (earlier.order, earlier.entries[-1], later.order))


def _lines(found: Overlap) -> tuple[int, ...]:
    return (found.earlier.order, found.later.order)


def _mark(
    later: Attempt, earned: float, summary: str, evidence: tuple[int, ...], weight: float = 1.0
) -> Mark:
    return Mark(NAME, AXIS, earned, weight, summary, cited(*evidence), later.began)
