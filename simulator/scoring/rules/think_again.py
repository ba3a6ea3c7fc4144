"""Think again: once evidence speaks against a theory, what follows is about another one.

A theory shows in what is ordered: the likeliest cause, when the change does something about it. It has
fallen when, by what had been told, it is at most 10 % likely. What is ordered after that and only makes
sense under it clings to it: that is forgiven for `think again within` of the line that spoke against it,
and earns nothing at three times that time. To turn to something else earns.

Why: a symptom that contradicts the leading theory and stays unanswered is how half an hour goes into the
wrong place (PD-AP; X14). Good teams drop theories as fast as they make them: eight proposed and five
discarded within seven minutes (MAG; C6).

Exception: a theory that nobody acted on; a change that also serves a cause that is still likely; a scenario
without causes, where nothing can be weighed.

Pass:
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:05:00 clue-found person=ana place=db-shards clue=2 says="Shard 3 is full of lock waits."
    0:06:00 change-ordered id=c1 change="stop the migration" owner=ana
    0:06:00 change-started id=c1 change="stop the migration" owner=ana
    0:10:00 change-done id=c1 change="stop the migration"
    0:14:00 verified id=c1 change="stop the migration" signal="shard write time" window=4m result=same
    0:16:00 clue-found person=bo place=app clue=1 says="Errors began when the release was through."
    0:18:00 change-ordered id=c2 change="roll back app" owner=bo
    0:18:00 change-started id=c2 change="roll back app" owner=bo

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:05:00 clue-found person=bo place=app clue=1 says="Errors began when the release was through."
    0:05:00 clue-found person=ana place=db-shards clue=2 says="Shard 3 is full of lock waits."
    0:06:00 change-ordered id=c1 change="roll back app" owner=bo staged=yes
    0:06:00 change-started id=c1 change="roll back app" owner=bo
    0:09:00 clue-found person=ana place=db-shards clue=1 says="No, it is stuck."
    0:10:00 clue-found person=bo place=app clue=2 says="Every error is a time-out."
    0:50:00 change-ordered id=c2 change="roll back app" owner=bo
    0:50:00 change-started id=c2 change="roll back app" owner=bo
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.theories import Fall, clings, falls
from simulator.scoring.words import clock, minutes, name

NAME = "think-again"
AXIS: Axis = "easy fix first"
NOTHING_AT = 3


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every theory that was acted on and fell."""
    if case.scenario.causes:
        for fall in falls(case):
            yield _judged(case, fall)


def _judged(case: Case, fall: Fall) -> Mark:
    what = f"'{fall.cause}', which {name(fall.acted)} was for"
    fell = f"{what}, had next to nothing for it from {clock(fall.told.at)} on"
    clinging = [attempt for attempt in fall.after if clings(case, attempt, fall.cause)]
    if not clinging:
        after = fall.after[0]
        summary = f"{fell}; the next order, {name(after)} at {clock(after.ordered)}, did not rest on it."
        return _mark(1.0, summary, fall, after.order, after.ordered)
    last, within = clinging[-1], case.doctrine.threshold("think again within")
    late = last.ordered - fall.told.at
    summary = f"{fell}, and {minutes(late)} later {name(last)} was still ordered on it."
    return _mark(falling(late, within, NOTHING_AT * within), summary, fall, last.order, last.ordered)


def _mark(earned: float, summary: str, fall: Fall, line: int, at: int) -> Mark:
    return Mark(NAME, AXIS, earned, 1.0, summary, cited(fall.acted.order, fall.told.number, line), at)
