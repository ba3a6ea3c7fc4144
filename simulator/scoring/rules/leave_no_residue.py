"""Leave no residue: temporary measures are undone, or on record with somebody, before people go.

A flag turned off, a job stopped, a customer blocked, traffic throttled: what is still in place at the end
has to be put on record as staying (`residual`), or be in a follow-up that names it. A follow-up for nobody
earns half.

Why: the response keeps track of how the system departs from normal so that it can be put back (SRE14; H4,
X24), and what stays behind bites later: a GitLab outage came from jobs deferred as the mitigation of an
earlier incident (GL22103).

Exception: a measure seen not to help is judged by `undo-or-record`; a throttle that another change lifted is
gone; releases, restarts and machines are no temporary measures. Nothing is said while customers still fail.

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
from simulator.scoring.mark import Mark, cited
from simulator.scoring.measures import filed, in_place
from simulator.scoring.recovery import broken_off, ended
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
        if attempt.result not in ("same", "worse"):
            yield _judged(case, attempt, end)
    for attempt in case.attempts:
        change, result = case.change(attempt), attempt.result
        if attempt.reverted is not None and result in ("better", "recovered") and change is not None:
            summary = f"{name(attempt)} had helped, and was undone at {clock(attempt.reverted)}."
            yield _mark(1.0, summary, (attempt.order, attempt.entries[-1]), end)


def _judged(case: Case, attempt: Attempt, end: Entry) -> Mark:
    follow = filed(case, attempt)
    if attempt.residual is not None:
        summary = f"{name(attempt)} stays in place, and that was put on record at {clock(attempt.residual)}."
        return _mark(1.0, summary, (attempt.order, attempt.entries[-1]), end)
    if follow is None:
        summary = f"{name(attempt)} was still in place at the end, and nobody was told to undo it."
        return _mark(0.0, summary, (attempt.order, end.number), end)
    owner = follow.fact.owner if isinstance(follow.fact, FollowedUp) else ""
    summary = f"{name(attempt)} stays in place, and a follow-up for {owner or 'nobody'} names it."
    return _mark(1.0 if owner else HALF, summary, (attempt.order, follow.number), end)


def _mark(earned: float, summary: str, lines: tuple[int, ...], end: Entry) -> Mark:
    return Mark(NAME, AXIS, earned, 1.0, summary, cited(*lines), end.at)
