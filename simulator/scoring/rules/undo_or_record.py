"""Undo or record: a change that did not help is undone, or it is put on record that it stays.

Once a change was verified as same or worse, undoing it has to begin, or a residual has to be logged, within
`undo within`. Later earns less, and nothing at twice that time. Whoever says in talk that it stays, naming it
and until when or why, has put it on record, and so has a follow-up that names it; one for nobody earns half.

Why: the response keeps track of how the system departs from normal so that it can be put back (SRE14; H4);
what stays behind bites later: a GitLab outage came from jobs deferred as the mitigation of an earlier one
(GL22103; D4).

Exception: a change that leaves nothing in place (a restart, a cleared cache, a failover), one that failed,
one that was only watched where it cannot show, or that a later look found to have helped after all; what puts
right what another change harmed; and a part of a fix: what has to be in place before another change can end
it, as far as could be known or as the order of that one says, makes nothing better by itself.

Pass:
    0:05:00 change-ordered id=c1 change="turn off new inbox" owner=bo
    0:05:00 change-started id=c1 change="turn off new inbox" owner=bo
    0:09:00 change-done id=c1 change="turn off new inbox"
    0:12:00 verified id=c1 change="turn off new inbox" signal="app errors" window=2m result=same
    0:14:00 revert-started id=c1 change="turn off new inbox" owner=bo
    0:18:00 change-reverted id=c1 change="turn off new inbox" owner=bo

Fail:
    0:05:00 change-ordered id=c1 change="turn off new inbox" owner=bo
    0:05:00 change-started id=c1 change="turn off new inbox" owner=bo
    0:09:00 change-done id=c1 change="turn off new inbox"
    0:12:00 verified id=c1 change="turn off new inbox" signal="app errors" window=2m result=same
    1:00:00 resolved
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt, Verification
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry
from simulator.domain.fact import FollowedUp
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.measures import filed, lifted
from simulator.scoring.parts import in_vain
from simulator.scoring.showing import telling
from simulator.scoring.talked import kept
from simulator.scoring.words import clock, minutes, name

NAME = "undo-or-record"
AXIS: Axis = "sequencing"
HALF = 0.5


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every change that was seen not to help and could have been undone."""
    for attempt in case.started:
        change = case.change(attempt)
        useless = _useless(case, attempt)
        if change is None or change.undo is None or attempt.failed is not None or useless is None:
            continue
        if not in_vain(case, attempt):
            continue
        said = min(_said(case, attempt), key=lambda entry: entry.number, default=None)
        ends = lifted(case, attempt, case.end)
        undone = (attempt.reverting, attempt.reverted, ends.ordered if ends else None)
        times = (*undone, attempt.residual, said.at if said else None)
        acted = min((t for t in times if t), default=None)
        if acted is not None:
            by = ends if ends is not None and ends.ordered == acted else None
            yield _acted(case, attempt, useless, acted, said, by)
        elif case.end >= (useless.at or 0) + case.doctrine.threshold("undo within") or case.over < case.end:
            yield _left(attempt, useless)


def _said(case: Case, attempt: Attempt) -> Iterator[Entry]:
    """The lines that put it on record: that it stays, or who takes it back afterwards."""
    yield from (entry for entry in (kept(case, attempt), filed(case, attempt)) if entry is not None)


def _useless(case: Case, attempt: Attempt) -> Verification | None:
    """The watch that first saw it not helping, None when the last word was that it did."""
    told = [watch for watch in telling(case, attempt) if watch.fact]
    seen = [watch for watch in told if watch.fact and watch.fact.result in ("same", "worse")]
    return seen[0] if seen and told[-1] is seen[-1] else None


def _acted(
    case: Case,
    attempt: Attempt,
    useless: Verification,
    acted: int,
    said: Entry | None,
    by: Attempt | None = None,
) -> Mark:
    within = case.doctrine.threshold("undo within")
    late = max(0, acted - (useless.at or 0))
    aloud = (said.number,) if said is not None and said.at == acted else ()
    staying = "put on record as staying" if acted == attempt.residual or not _filed(said) else "put on record"
    what = staying if aloud or acted == attempt.residual else "being undone"
    if by is not None:
        what = f"being taken back by {name(by)}"
    if acted < (useless.at or 0):
        seen = f"before it was seen, at {clock(useless.at or 0)}, not to help"
        summary = f"{name(attempt)} was {what} at {clock(acted)}, {seen}."
    else:
        told = f"{name(attempt)} did not help and was {what} at {clock(acted)}"
        summary = f"{told}, {minutes(late)} after that was clear."
    later = (number for number in attempt.entries if number > useless.entry)
    evidence = cited(useless.entry, *later, *aloud, *([by.order] if by else []))
    earned = falling(late, within, 2 * within) * (HALF if aloud and _for_nobody(said) else 1)
    return Mark(NAME, AXIS, earned, 1.0, summary, evidence, acted)


def _filed(said: Entry | None) -> bool:
    return said is not None and isinstance(said.fact, FollowedUp)


def _for_nobody(said: Entry | None) -> bool:
    return said is not None and isinstance(said.fact, FollowedUp) and not said.fact.owner


def _left(attempt: Attempt, useless: Verification) -> Mark:
    at = useless.at or 0
    summary = (
        f"{name(attempt)} was seen not to help at {clock(at)}, and was neither undone nor put on record."
    )
    return Mark(NAME, AXIS, 0.0, 1.0, summary, (attempt.order, useless.entry), at)
