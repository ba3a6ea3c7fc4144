"""Ask for objections: before a large change the call is asked for strong objections, and listened to.

A change is large when it cannot be undone, or not within `easily undone within`; when it puts old data
back, turns customers away, or when most customers are behind it and the runbook warns of it. Before such a
change is ordered the call is asked, by a poll or, among people at keyboards, in so many words, and the order
waits until it has answered. An objection to any change
is answered, by a pre-check, a question back, an undoing, or a reason for going on; a reason alone earns half
while the runbook names hazards that nobody checked. Polling what is trivially undone loses a little.

Why: the one who knows why it will go wrong is often the quietest on the call; "any strong objections?" asks
for just that, and takes seconds (PD-IC; D5). Asked without waiting, it is a phrase (guard 12).

Exception: the small first form of a change; a change that was seen to help before, on a part or an earlier
unit. What the call said holds for half an hour.

Pass:
    0:05:00 polled change="fail over a shard"
    0:05:20 objected person=ana change="fail over a shard" says="The replica may be behind."
    0:06:00 task-given task=t1 what=check subject="fail over a shard" owner=ana
    0:07:00 hazard-checked change="fail over a shard" hazard="replica is behind" holds=no
    0:07:30 change-ordered id=c1 change="fail over a shard" owner=ana
    0:07:30 change-started id=c1 change="fail over a shard" owner=ana

Fail:
    0:05:00 polled change="fail over a shard"
    0:05:03 change-ordered id=c1 change="fail over a shard" owner=ana
    0:05:20 objected person=ana change="fail over a shard" says="The replica may be behind."
    0:06:20 change-started id=c1 change="fail over a shard" owner=ana
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Objected, Polled, Spoke
from simulator.scoring.case import Case
from simulator.scoring.hazards import answers
from simulator.scoring.large import large, trivial
from simulator.scoring.mark import Mark, cited
from simulator.scoring.objecting import Objection, objections, poll_before
from simulator.scoring.words import clock, name

NAME = "ask-for-objections"
AXIS: Axis = "sequencing"
HALF = 0.5


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every large change, every objection to what was begun, and every needless poll."""
    for attempt in case.started:
        change = case.change(attempt)
        why = large(case, change, attempt.staged) if change else ""
        if why and not _proved(case, attempt):
            yield _asked(case, attempt, why)
        for objection in objections(case, attempt):
            yield _objected(case, attempt, objection)
    yield from _needless(case)


def _proved(case: Case, attempt: Attempt) -> bool:
    """Whether the same change had been seen to help before it was ordered again."""
    same = (other for other in case.started if other.change == attempt.change)
    return any(other.helped_by(attempt.ordered) for other in same if other.order < attempt.order)


def _asked(case: Case, attempt: Attempt, why: str) -> Mark:
    poll, when = poll_before(case, attempt), clock(attempt.ordered)
    if poll is None:
        summary = f"{name(attempt)} was ordered at {when} without asking for strong objections, though {why}."
        return _mark(0.0, summary, (attempt.order,), attempt.ordered)
    if poll.heard is None:
        waited = attempt.ordered - poll.asked.at
        summary = (
            f"The call was asked about {name(attempt)} and given {waited} s to object; then it was ordered."
        )
        return _mark(0.0, summary, (poll.asked.number, attempt.order), attempt.ordered)
    heard = _heard(poll.heard)
    summary = f"Before {name(attempt)} was ordered at {when}, the call was asked, and {heard}."
    return _mark(1.0, summary, (poll.asked.number, poll.heard.number, attempt.order), attempt.ordered)


def _heard(entry: Entry) -> str:
    match entry.fact:
        case Objected():
            return "somebody objected"
        case Spoke():
            return "somebody answered"
        case _:
            return "nobody objected"


def _objected(case: Case, attempt: Attempt, objection: Objection) -> Mark:
    at, who = objection.entry.at, case.organisation.called(objection.fact.person)
    said = f"{who} objected to {name(attempt)} at {clock(at)}"
    lines = (objection.entry.number, attempt.order)
    if objection.act is not None:
        summary = f"{said}, and that was looked into at {clock(objection.act.at)}."
        return _mark(1.0, summary, (*lines, objection.act.number), at)
    if objection.words is None:
        return _mark(0.0, f"{said}, and it was done without an answer.", lines, at)
    unchecked = _unchecked(case, attempt, objection)
    answered = f"{said} and was given a reason at {clock(objection.words.at)}"
    summary = f"{answered}, though nobody had checked whether '{unchecked}'." if unchecked else f"{answered}."
    return _mark(HALF if unchecked else 1.0, summary, (*lines, objection.words.number), at)


def _unchecked(case: Case, attempt: Attempt, objection: Objection) -> str:
    """A hazard of the runbook that nobody had checked when the objection came; empty for none."""
    change, known = case.change(attempt), answers(case, attempt.change, objection.entry.number)
    hazards = change.hazards if change else ()
    return next((hazard.name for hazard in hazards if hazard.name not in known), "")


def _needless(case: Case) -> Iterator[Mark]:
    for entry, asked in each(case.seen, Polled):
        change = case.organisation.runbook.get(asked.change)
        if change is not None and trivial(case, change):
            told = f"The call was asked about '{asked.change}' at {clock(entry.at)}"
            summary = f"{told}: it is quickly undone, and needs no asking."
            yield Mark(NAME, AXIS, HALF, HALF, summary, (entry.number,), entry.at)


def _mark(earned: float, summary: str, lines: tuple[int, ...], at: int) -> Mark:
    return Mark(NAME, AXIS, earned, 1.0, summary, cited(*lines), at)
