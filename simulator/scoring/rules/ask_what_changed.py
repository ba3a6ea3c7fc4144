"""Ask what changed: before a second thing is tried, somebody is asked what changed.

One may try what is quick at once. When that was not it, the next change comes after the question: a deploy,
a flag, a setting, a job, traffic, a provider. It may be put to somebody, to the call, or be a look at the
list of changes. Asked only after the second change had been ordered it earns half.

Why: looking for the obvious cause is the second step of a commander's list (PD-DUR; C2): most outages begin
with something that somebody shipped or set, and the question costs a minute.

Exception: none; where only one thing was tried, having asked earns and not having asked is no fault. To put
right what a change harmed is to try nothing.

Pass:
    0:05:00 task-given task=t1 what=answer subject="what changed" owner=bo
    0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana
    0:06:00 change-started id=c1 change="fail over a shard" owner=ana
    0:20:00 change-ordered id=c2 change="roll back app" owner=bo
    0:20:00 change-started id=c2 change="roll back app" owner=bo

Fail:
    0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana
    0:06:00 change-started id=c1 change="fail over a shard" owner=ana
    0:20:00 change-ordered id=c2 change="roll back app" owner=bo
    0:20:00 change-started id=c2 change="roll back app" owner=bo
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry
from simulator.scoring.case import Case
from simulator.scoring.easy import what_changed
from simulator.scoring.mark import Mark, cited
from simulator.scoring.mending import mends
from simulator.scoring.words import clock, name

NAME = "ask-what-changed"
AXIS: Axis = "easy fix first"
HALF = 0.5


def marks(case: Case) -> Iterator[Mark]:
    """One mark, once a second thing was tried or the question was asked."""
    second, asked = _second(case), next((entry for entry in case.seen if what_changed(entry)), None)
    if second is None and asked is not None:
        summary = f"What had changed was asked at {clock(asked.at)}."
        yield Mark(NAME, AXIS, 1.0, 1.0, summary, (asked.number,), asked.at)
    elif second is not None and (asked is not None or case.shows("ask")):
        yield _judged(second, asked)


def _second(case: Case) -> Attempt | None:
    """The first change that was another than the one begun first.

    The small form is no other change, and to put right what the first one harmed is no second try.
    """
    others = (a for a in case.started if a.change != case.started[0].change)
    return next((a for a in others if not mends(case, a)), None)


def _judged(second: Attempt, asked: Entry | None) -> Mark:
    when = f"{name(second)}, the second thing tried, was ordered at {clock(second.ordered)}"
    if asked is None:
        summary = f"{when}, and nobody ever asked what had changed."
        return Mark(NAME, AXIS, 0.0, 1.0, summary, (second.order,), second.ordered)
    before = asked.number < second.order
    summary = f"What had changed was asked at {clock(asked.at)}; {when}."
    return Mark(
        NAME, AXIS, 1.0 if before else HALF, 1.0, summary, cited(asked.number, second.order), asked.at
    )
