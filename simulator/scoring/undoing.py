"""Undoing what had helped, once customers were well as far as known: it may bring back what it held off.

What had been told by then says how likely the outage is to go on without it. Should it come back, customers
fail as they did when it was ordered, until its signal has shown that, it is made again and is seen to help.
To keep it until something else is known to hold costs nothing of that.
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import TaskGiven
from simulator.scoring.case import Case
from simulator.scoring.large import TURNS_AWAY
from simulator.scoring.outlook import brings_back, ranked
from simulator.scoring.weighing import Decision, Option, told_before

LONG_ENOUGH = 5 * MINUTE
"""Who has not undone it for so long has decided to keep it (assumption)."""


def undone(case: Case) -> Iterator[Decision]:
    """Every order to undo a change that was seen to help, by time."""
    for attempt in case.attempts:
        order = _order(case, attempt)
        if order is not None and _over(case, attempt, order.at):
            yield from _weighed(case, attempt, order)


def _over(case: Case, attempt: Attempt, at: int) -> bool:
    """Whether customers were known to be well, or a watch had told so since what dashboards show then.

    What turns customers away makes them fail itself, and has to go.
    """
    if not case.affected(at):
        return True
    change, shown = case.change(attempt), at - case.lag_at(at)
    keeps_nobody_out = change is not None and change.kind not in TURNS_AWAY
    watches = ((watch.at or 0, watch.fact) for watch in attempt.verifications)
    return keeps_nobody_out and any(
        shown < told <= at and fact is not None and fact.result == "recovered" for told, fact in watches
    )


def kept(case: Case, at: int) -> Decision | None:
    """What had helped and was not undone for a while from a second on, at which customers were well."""
    held = [one for one in case.attempts if one.in_place(at) and one.helped_by(at)]
    if case.affected(at) or case.end < at + LONG_ENOUGH or not held or held[-1].reverting is not None:
        return None
    option, line = Option("keep", held[-1].change, 0.0, 0), held[-1].order
    before = next((entry.number for entry in case.seen if entry.at > at), case.beyond)
    told, belief = told_before(case, before), ranked(case, before)
    return Decision(at, at, option, option, 0.0, 0.0, (line,), told, belief, before=before)


def _order(case: Case, attempt: Attempt) -> Entry | None:
    """The line on which somebody was told to undo a change that had been seen to help."""
    began = attempt.reverting
    if began is None or not attempt.helped_by(began):
        return None
    given = each(case.seen, TaskGiven)
    asked = [
        e for e, task in given if task.what == "revert" and task.subject == attempt.change and e.at <= began
    ]
    return asked[-1] if asked else None


def _weighed(case: Case, attempt: Attempt, order: Entry) -> Iterator[Decision]:
    change, rate = case.organisation.runbook.get(attempt.change), case.known_failing(attempt.ordered)
    back = brings_back(case, order.at, order.number, attempt.change)
    if change is None or not rate or back is None:
        return
    again = 2 * case.lag(change) + round(change.mean)
    regret = back * rate * again / MINUTE
    yield Decision(
        at=order.at,
        since=order.at,
        chosen=Option("undo", attempt.change, regret, change.undo or 0, back),
        best=Option("keep", attempt.change, 0.0, 0),
        regret=regret,
        rate=rate,
        entries=(order.number,),
        known=told_before(case, order.number),
        belief=ranked(case, order.number),
        before=order.number,
    )
