"""Resolve on recovery: it is called resolved when customers are well and that has held for a while.

What counts is the first line that says so, to the call or on the status page. Nobody may be known to fail
then, and that for `soak at least`, or three times the lag of the signal that showed the recovery if that is
more. A shorter time earns its share; said while customers were known to fail, it earns nothing. When they
failed again after it had been called over, that counts against it too. So does closing it without a word to
customers who had been told that it had begun: their last news is that it goes on.

Why: the fix has landed when the change is done; customers are well when queues are drained, caches warm and
retries over (H1, PD-EXT). A review at CircleCI found that "fixed" was said while the queue was still draining
(ICCO), and what is walked back costs more trust than ten quiet minutes (X17). A last
post follows once the commander has confirmed the recovery (PD-EXT; H1).

Exception: a timeline that does not tell how many customers failed; an incident that nobody called over. When
it came back although it had held, and by what could be known it was over, that was bad luck.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:24:00 verified id=c1 change="fail over a shard" signal="shard write time" window=4m result=recovered
    0:36:00 posted audience="status page" state=resolved
    0:37:00 resolved

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:20:00 resolved
    0:40:00 impact-changed failing=0 arriving=9000 seen=truth
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, first
from simulator.domain.fact import Posted, Resolved
from simulator.domain.stakes import PUBLIC
from simulator.scoring.case import Case
from simulator.scoring.guided import cut_short
from simulator.scoring.mark import Mark, cited
from simulator.scoring.outlook import STILL_LIKELY, goes_on
from simulator.scoring.recovery import called_over, ended, soak, well_since
from simulator.scoring.words import clock, minutes

NAME = "resolve-on-recovery"
AXIS: Axis = "wrap-up"


def marks(case: Case) -> Iterator[Mark]:
    """One mark, once it was called over, and one when it came back after that."""
    said = called_over(case)
    if said is None or not case.impact:
        return
    where = (
        "Customers were told it is resolved" if isinstance(said.fact, Posted) else "It was called resolved"
    )
    since = well_since(case, said.at)
    if since is None or since > said.at:
        summary = f"{where} at {clock(said.at)}, while customers were known to be failing."
        yield _mark(0.0, summary, said)
        return
    yield from _reopened(case, said, said.at - since)
    yield from untold(case)
    held, needed = said.at - since, soak(case, said.at)
    well = f"when they had been known to be well for {minutes(held)} (asked: {minutes(needed)})"
    summary = f"{where} at {clock(said.at)}, {well}."
    yield _mark(min(1.0, held / needed), summary, said)


def untold(case: Case) -> Iterator[Mark]:
    """A mark when it was closed and everybody went, and customers had not been told the end."""
    closed, end, told = first(case.seen, Resolved), ended(case), case.sent(PUBLIC)
    if closed is None or end is None or case.records.real or not told or cut_short(case):
        return
    last = told[-1]
    if last.fact.update.state != "resolved" and closed.number < end.number:
        summary = (
            f"It was closed at {clock(closed.at)}, and customers were never told: their last news, at "
            f"{clock(last.at)}, was '{last.fact.update.state}'."
        )
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, cited(last.entry, closed.number, end.number), end.at)


def _reopened(case: Case, said: Entry, held: int) -> Iterator[Mark]:
    """A mark when customers failed again; none when it had held and was not known to go on."""
    again = next((e for e in case.seen if e.number > said.number and case.affected(e.at)), None)
    if again is not None and not _bad_luck(case, said, held):
        summary = (
            f"It was called over at {clock(said.at)}, and at {clock(again.at)} customers were failing again."
        )
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (said.number, again.number), again.at)


def _bad_luck(case: Case, said: Entry, held: int) -> bool:
    """Whether it had held, and was over by what could be known."""
    likely = goes_on(case, said.at, said.number) if held >= soak(case, said.at) else None
    return likely is not None and likely <= STILL_LIKELY


def _mark(earned: float, summary: str, said: Entry) -> Mark:
    return Mark(NAME, AXIS, earned, 1.0, summary, (said.number,), said.at)
