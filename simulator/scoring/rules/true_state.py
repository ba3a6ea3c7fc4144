"""True state: what is said to be found, better or over is so, and what is found is said.

'Identified' needs a cause that stands at `identified needs` or more by what had been told, a look that found
the place where it sits, or a change that was seen to help. 'Monitoring' needs customers who are well, or a
change that was seen to help and less than half of the worst still failing, by the quickest dashboards: slower
ones may still show what was before it. With a change that brought recovery a tenth fewer than when it was
made are enough: what waits takes its time. 'Resolved' needs customers who are well. Said too early it earns
nothing, and for the last two that counts double. 'Investigating' long after the cause was known (at `cause
known at`; at `identified needs` once a change was seen to help), or 'identified' long after all was well,
earns half; 'investigating' so long after and once more to the same people, nothing. In between both are
right. What is wrong weighs three times what is right, and what is only said again a quarter; so does
'identified' said too early to one audience after the other, until it is taken back, which is one
misjudgement.

An all-clear that is left to stand for longer than `facts fresh for` after it had come back, as the call could
know, goes stale: it earns less, and nothing at three times that time.

'Mitigated', said to the call while customers were known to fail and nothing had been seen to help most of
them, is an all-clear that was none: it earns nothing and weighs as much. So is one that is said while they
fail, before anybody could have seen it. Said rightly it is no update, and nothing is earned by it.

Why: an all-clear that has to be taken back costs more than a late one (PD-EXT; X17), and a state that never
moves tells nobody anything (guard 2). A review at CircleCI found "fixed" said while queues were still
draining (ICCO).

Whoever took a claim back, the state or the cause, may go on 'investigating' until a change was seen to help
since, for half an hour at most: caution after an error is no silence. So may whoever was told by an expert,
after what makes one cause stand out, that they take it for another. 'Identified' or 'monitoring' that could
be known within two minutes after it was said was said early, and loses a fifth.

Exception: the minutes of `facts fresh for` in which news is on its way (a cause that stood out until then
earns half); a timeline that tells neither causes
nor who failed is only held against what was taken back later.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:08:00 posted audience="status page" state=investigating
    0:12:00 clue-found person=mei place=db-shards clue=1 says="Writes on shard 3 are stuck."
    0:14:00 posted audience="status page" state=identified
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:24:00 verified id=c1 change="fail over a shard" signal="shard write time" window=4m result=recovered
    0:27:00 posted audience="status page" state=monitoring
    0:40:00 posted audience="status page" state=resolved

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:08:00 posted audience="status page" state=identified
    0:14:00 posted audience="status page" state=monitoring
    0:20:00 posted audience="status page" state=investigating
    0:30:00 posted audience="status page" state=resolved
    0:50:00 impact-changed failing=0 arriving=9000 seen=truth
"""

from collections.abc import Iterator

from simulator.domain.doctrine import ALL_CLEAR, Axis
from simulator.domain.entry import each
from simulator.domain.fact import CalledMitigated
from simulator.domain.value import replace
from simulator.scoring.case import Case
from simulator.scoring.claims import Claim, claims_of
from simulator.scoring.claims.called import false_relief
from simulator.scoring.claims.in_words import marked, marked_once, weighed
from simulator.scoring.mark import Mark
from simulator.scoring.words import clock

NAME = "true-state"
AXIS: Axis = "communication accuracy"
FALSE_ALL_CLEAR = 2.0
"""What an all-clear that was none weighs."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for the state of every update that could be checked."""
    before: dict[str, Claim] = {}
    early: dict[str, list[Claim]] = {}
    for claim in claims_of(case):
        if claim.what != "state" or claim.earned is None:
            continue
        again = _behind(claim) and claim.audience in before and _behind(before[claim.audience])
        if claim.same:
            early.setdefault(claim.same, []).append(claim)
        else:
            yield marked(NAME, replace(claim, earned=0.0) if again else claim, _weight(claim))
        before[claim.audience] = claim
    yield from (marked_once(NAME, told) for told in early.values())
    yield from _called(case)


def _called(case: Case) -> Iterator[Mark]:
    """A mark for every time that the call was told 'mitigated' and it was not so."""
    for entry, _ in each(case.seen, CalledMitigated):
        because = false_relief(case, entry)
        if because:
            summary = (
                f"The call was told 'mitigated' at {clock(entry.at)}, which was over-claimed: {because}."
            )
            weight = FALSE_ALL_CLEAR * weighed(0.0)
            yield Mark(NAME, AXIS, 0.0, weight, summary, (entry.number,), entry.at)


def _behind(claim: Claim) -> bool:
    """Whether something had been found that an update kept to itself."""
    return claim.verdict == "under-claimed"


def _weight(claim: Claim) -> float:
    return FALSE_ALL_CLEAR if claim.earned == 0 and claim.says in ALL_CLEAR else 1.0
