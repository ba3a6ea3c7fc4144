"""End promptly: once recovery has held, people are let go.

The exercise has to end within `end within` of the second at which recovery had held long enough to be called
one: since customers were well and the last alert had gone quiet. As long as only a stopgap held it off nobody
could be let go: then it counts from when the last change was seen to act that was still needed, or put right
what another had harmed. Where nobody had verified the recovery, the slowest signal that had told of the
trouble says how long that is; not to know which change helped is no reason to make more of them. Later earns
less, and nothing at three times that time. What was declared and never called resolved was not closed, and
earns nothing.

Why: everybody who lingers is tired tomorrow, and a room that stays open finds things to change: remove people
and shut down as soon as it is clearly stable (SEED; H2, X19).

Exception: customers who were still failing in the end; leaving them is judged elsewhere. Where the
facilitator ended it, or time was up, before anybody could close it, nothing is said.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:36:00 resolved
    0:40:00 ended why="ended by the commander"

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:36:00 resolved
    1:30:00 ended why="ended by the commander"
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import AlertCleared
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.guided import cut_short
from simulator.scoring.held import held
from simulator.scoring.mark import Mark, cited
from simulator.scoring.mending import mends
from simulator.scoring.outlook import STILL_LIKELY, goes_on
from simulator.scoring.recovery import broken_off, called_over, ended, patience, served_since
from simulator.scoring.words import clock, minutes

NAME = "end-promptly"
AXIS: Axis = "wrap-up"
NOTHING_AT = 3


def marks(case: Case) -> Iterator[Mark]:
    """One mark, when it ended with customers well."""
    closing, end = how_soon(case), ended(case)
    if closing is None or end is None:
        return
    if called_over(case) is None and case.declared is not None:
        yield from _left_open(case, end)
        return
    yield closing


def how_soon(case: Case) -> Mark | None:
    """How soon it was over once recovery had held, called over or not; None where customers were not well."""
    end = ended(case)
    since = served_since(case, end.at) if end else None
    if end is None or since is None or case.trouble is None:
        return None
    within = case.doctrine.threshold("end within")
    stable = max(since, _quiet(case, end), _mended(case, since, end)) + patience(case, end.at)
    late = max(0, end.at - stable)
    when = f"{minutes(late)} after recovery had held" if late else "as soon as recovery had held"
    said = called_over(case)
    evidence = cited(*([said.number] if said else ()), end.number)
    over = "over" if said is None and case.declared is not None else "closed and over"
    summary = f"It was {over} at {clock(end.at)}, {when}."
    return Mark(NAME, AXIS, falling(late, within, NOTHING_AT * within), 1.0, summary, evidence, end.at)


def _left_open(case: Case, end: Entry) -> Iterator[Mark]:
    if not cut_short(case) and not broken_off(case):
        summary = f"It ended at {clock(end.at)}, and nobody had called it resolved."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (end.number,), end.at)


def _quiet(case: Case, end: Entry) -> int:
    """The second at which the last alert went quiet that did so before the end; 0 for none."""
    cleared = (entry.at for entry, _ in each(case.seen, AlertCleared) if entry.number < end.number)
    return max(cleared, default=0)


def _mended(case: Case, since: int, end: Entry) -> int:
    """The second at which the last change was seen to act, of those made while only a stopgap held; or 0."""
    later = [one for one in case.attempts if one.done is not None and since < one.done < end.at]
    needed = [one for one in later if _needed(case, one)]
    return max((min(one.closed or one.done or 0, end.at) for one in needed), default=0)


def _needed(case: Case, attempt: Attempt) -> bool:
    """Whether it may still have been needed when it was made, or put right what another had harmed."""
    likely = (goes_on(case, attempt.ordered, attempt.order) or 0.0) > STILL_LIKELY
    return mends(case, attempt) or (likely and not held(case, attempt.done or attempt.ordered))
