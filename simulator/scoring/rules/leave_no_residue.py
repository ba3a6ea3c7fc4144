"""Leave no residue: temporary measures are undone, or on record with somebody, before people go.

A flag turned off, a job stopped, a customer blocked, traffic throttled: what is still in place at the end
has to be put on record as staying (`residual`, or said so in talk, by name and until when or why), or be in a
follow-up given since that names it. A follow-up for nobody earns half. What had helped and was undone earns
where it was safe to undo it.

Why: the response keeps track of how the system departs from normal so that it can be put back (SRE14; H4,
X24), and what stays behind bites later: a GitLab outage came from jobs deferred as the mitigation of an
earlier incident (GL22103).

Exception: a measure seen not to help that is no part of a fix is judged by `undo-or-record`; a throttle that
another change lifted is gone; releases, restarts and machines are no temporary measures. Nothing is said
while customers still fail, nor against anybody where the facilitator ended it before it was closed. Of an
undoing after which customers failed again, or which let in again what it had held off, seen or not, nothing
is said here: whether it was wise is judged with the decisions.

Pass:
    0:10:00 change-ordered id=c1 change="turn off new inbox" owner=bo
    0:10:00 change-started id=c1 change="turn off new inbox" owner=bo
    0:14:00 change-done id=c1 change="turn off new inbox"
    0:17:00 verified id=c1 change="turn off new inbox" signal="inbox loading" window=3m result=recovered
    0:40:00 resolved
    0:41:00 followed-up text="turn the new inbox on again" owner=bo due=monday
    0:42:00 ended why="ended by the commander"

Fail:
    0:10:00 change-ordered id=c1 change="turn off new inbox" owner=bo
    0:10:00 change-started id=c1 change="turn off new inbox" owner=bo
    0:14:00 change-done id=c1 change="turn off new inbox"
    0:17:00 verified id=c1 change="turn off new inbox" signal="inbox loading" window=3m result=recovered
    0:40:00 resolved
    0:41:00 followed-up text="find out why" owner=bo due=monday
    0:42:00 ended why="ended by the commander"
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry
from simulator.domain.fact import FollowedUp
from simulator.scoring.case import Case
from simulator.scoring.guided import cut_short
from simulator.scoring.mark import Mark, cited
from simulator.scoring.measures import asked_back, came_back, filed, in_place, lifted
from simulator.scoring.parts import in_vain
from simulator.scoring.recovery import broken_off, ended
from simulator.scoring.talked import kept
from simulator.scoring.words import clock, name

NAME = "leave-no-residue"
AXIS: Axis = "wrap-up"
HALF = 0.5


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every temporary measure that was undone after it had helped, or is in place at the end."""
    end = ended(case)
    if end is None or case.affected(end.at) or broken_off(case):
        return
    for attempt in in_place(case, case.end):
        if not in_vain(case, attempt):
            mark = _judged(case, attempt, end)
            if mark.earned == 1 or not cut_short(case):
                yield mark
    yield from _undone(case, end)


def _undone(case: Case, end: Entry) -> Iterator[Mark]:
    """A mark for every change that had helped and was undone, or put right by another one."""
    for attempt in case.attempts:
        helped = attempt.helped and case.change(attempt) is not None
        if attempt.reverted is not None and helped and not came_back(case, attempt):
            summary = f"{name(attempt)} had helped, and was undone at {clock(attempt.reverted)}."
            yield _mark(1.0, summary, (attempt.order, attempt.entries[-1]), end)
        by = lifted(case, attempt, case.end) if helped else None
        if by is not None and attempt.change in case.scenario.mends(by.change):
            summary = (
                f"{name(attempt)} had helped, and {name(by)} took it back at {clock(by.done or end.at)}."
            )
            yield _mark(1.0, summary, (attempt.order, by.order), end)


def _judged(case: Case, attempt: Attempt, end: Entry) -> Mark:
    follow, said = filed(case, attempt), kept(case, attempt)
    record = attempt.residual if attempt.residual is not None else said.at if said is not None else None
    if record is not None:
        line = attempt.entries[-1] if said is None or attempt.residual is not None else said.number
        summary = f"{name(attempt)} stays in place, and that was put on record at {clock(record)}."
        return _mark(1.0, summary, (attempt.order, line), end)
    if follow is None:
        summary = f"{name(attempt)} was still in place at the end{_undoing(case, attempt)}."
        return _mark(0.0, summary, (attempt.order, end.number), end)
    owner = follow.fact.owner if isinstance(follow.fact, FollowedUp) else ""
    summary = f"{name(attempt)} stays in place, and a follow-up for {owner or 'nobody'} names it."
    return _mark(1.0 if owner else HALF, summary, (attempt.order, follow.number), end)


def _undoing(case: Case, attempt: Attempt) -> str:
    """How far it had come to undoing what is still in place."""
    if attempt.reverting is not None:
        return f"; undoing it had only been begun, at {clock(attempt.reverting)}"
    at = asked_back(case, attempt)
    if at is not None:
        return f"; that it be undone was said at {clock(at)}, and nobody had begun"
    return ", and nobody was told to undo it"


def _mark(earned: float, summary: str, lines: tuple[int, ...], end: Entry) -> Mark:
    return Mark(NAME, AXIS, earned, 1.0, summary, cited(*lines), end.at)
