"""Cap the easy phase: once the quick options are spent, the slow fix is made ready.

The easy phase has failed when a quick change was seen not to help and, by what could be known, the best
change left is a slow one, or no quick one is worth its time. From then on a slow fix has to be prepared or
begun within `slow fix ready within`; to have done so earlier is as good. Later earns less, and nothing at
three times that time.

Why: when what is left of the quick options is worth less than starting the slow fix, starting it is the
next move (E5), and preparing it touches nothing in production (D3d).

Exception: the outage was over before the time had passed; by what was known it was rather one that passes and
that nothing left would end.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:03:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."
    0:04:00 change-ordered id=c2 change="stop the migration" owner=ana
    0:04:00 change-started id=c2 change="stop the migration" owner=ana
    0:06:00 change-done id=c2 change="stop the migration"
    0:09:00 verified id=c2 change="stop the migration" signal="shard write time" window=3m result=same
    0:10:00 change-ordered id=c1 change="fail over a shard" owner=ana
    0:10:00 change-started id=c1 change="fail over a shard" owner=ana
    0:14:00 change-done id=c1 change="fail over a shard"
    0:18:00 verified id=c1 change="fail over a shard" signal="shard write time" window=3m result=same
    0:20:00 task-given task=t1 what=prepare subject="ship a hotfix" owner=bo

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:03:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."
    0:04:00 change-ordered id=c2 change="stop the migration" owner=ana
    0:04:00 change-started id=c2 change="stop the migration" owner=ana
    0:06:00 change-done id=c2 change="stop the migration"
    0:09:00 verified id=c2 change="stop the migration" signal="shard write time" window=3m result=same
    0:10:00 change-ordered id=c1 change="fail over a shard" owner=ana
    0:10:00 change-started id=c1 change="fail over a shard" owner=ana
    0:14:00 change-done id=c1 change="fail over a shard"
    0:18:00 verified id=c1 change="fail over a shard" signal="shard write time" window=3m result=same
    1:30:00 noted text="we are still hoping"
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt, Verification
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry
from simulator.domain.fact import ChangeOrdered, ChangePrepared, TaskGiven
from simulator.scoring.case import Case
from simulator.scoring.easy import is_slow, slow
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.outlook import outlook
from simulator.scoring.passing import to_act_on
from simulator.scoring.pieces import pieces
from simulator.scoring.words import clock, minutes

NAME = "cap-the-easy-phase"
AXIS: Axis = "easy fix first"
NOTHING_AT = 3
EVEN = 0.5
"""When it is likelier than not that only time ends it, nothing slow is owed (assumption)."""


def marks(case: Case) -> Iterator[Mark]:
    """One mark, once the easy phase had failed."""
    spent = _spent(case)
    if spent is None:
        return
    within = case.doctrine.threshold("slow fix ready within")
    ready = _ready(case)
    if ready is not None:
        number, at, change = ready
        late = max(0, at - (spent.at or 0))
        when = f"{minutes(late)} after" if late else "before"
        summary = (
            f"'{change}', which is slow, was taken up at {clock(at)}, {when} the quick options were spent."
        )
        yield Mark(
            NAME,
            AXIS,
            falling(late, within, NOTHING_AT * within),
            1.0,
            summary,
            cited(spent.entry, number),
            at,
        )
    elif case.relief(spent.at or 0) >= (spent.at or 0) + within <= case.over:
        summary = f"The quick options were spent at {clock(spent.at or 0)}; no slow fix was made ready."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (spent.entry,), spent.at or 0)


def _spent(case: Case) -> Verification | None:
    """The first watch that showed a quick change not to help and left a slow one as the best change."""
    failed = [w for a in case.started if not is_slow(case, a) for w in _not_helping(a)]
    return next((w for w in sorted(failed, key=lambda w: w.entry) if _slow_is_best(case, w)), None)


def _not_helping(attempt: Attempt) -> Iterator[Verification]:
    return (
        w for w in attempt.verifications if w.fact and w.fact.result in ("same", "worse") and not w.fact.early
    )


def _slow_is_best(case: Case, watch: Verification) -> bool:
    seen = outlook(case, watch.at or 0, watch.entry + 1)
    if seen is None or to_act_on(case, seen) < EVEN:
        return False
    if not seen.advice.worth_it:
        return True
    changes = [name for name in seen.advice.quotes.names if name[0] == "change"]
    best = seen.advice.first(1, changes)[0]
    return slow(case, case.organisation.runbook[best.name])


def _ready(case: Case) -> tuple[int, int, str] | None:
    """The first line on which a slow fix was prepared or ordered, and not called off before it was ready."""
    dropped = {piece.task for piece in pieces(case) if piece.withdrawn is not None}
    kept = (e for e in case.seen if not (isinstance(e.fact, TaskGiven) and e.fact.task in dropped))
    return next(((e.number, e.at, name) for e in kept if (name := _taken_up(case, e))), None)


def _taken_up(case: Case, entry: Entry) -> str:
    match entry.fact:
        case (
            TaskGiven(what="prepare", subject=name) | ChangePrepared(change=name) | ChangeOrdered(change=name)
        ):
            change = case.organisation.runbook.get(name)
            return name if change is not None and slow(case, change) else ""
        case _:
            return ""
