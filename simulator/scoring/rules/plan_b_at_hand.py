"""Plan B at hand: what takes long to try is not the only thing there is.

It is asked of a change begun while customers were known to be failing, of which nobody can tell for `plan b
from` or longer whether it helps: the mean time on its page of the runbook and the lag of its signal. From ten
minutes before the order until its effect can show, a second way has to be in hand or named. Any of these is
one: another change that is made ready, or was checked and found to be safe; somebody else who looks at
something; another workstream at work; the question of what else could be tried, asked meanwhile; or words in
the order, a decision, a note, a situation report or talk that say what comes if it does not help, such as `if
not, we roll back app`. Such words name another change of the runbook, or another part to look at. What was
tried before in vain is no second way, nor is the change itself; the same words are none for a third change.

Why: who has to think of the next step only once a change has failed loses the time that the change took. A
backup plan is kept at all times (PD-IC; C7), and to say in a sentence what is expected, and what comes if
not, is to have thought it through (C8, KLEIN).

Exception: a small first form, the same change again, undoing something, and, by what could be known, a change
besides which no change not begun yet could help, nor a look at another part tell anything. Nor is it asked of
what only ever completes a change in place, as lifting a throttle does.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana because="stuck, else roll back app"
    0:06:00 change-started id=c1 change="fail over a shard" owner=ana
    0:13:00 change-done id=c1 change="fail over a shard"
    0:20:00 change-ordered id=c2 change="roll back app" owner=bo because="the release may fit"
    0:20:00 change-started id=c2 change="roll back app" owner=bo
    0:22:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=10m

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana because="writes on shard 3 hang"
    0:06:00 change-started id=c1 change="fail over a shard" owner=ana
    0:13:00 change-done id=c1 change="fail over a shard"
    0:20:00 change-ordered id=c2 change="roll back app" owner=bo because="if not, we do it again"
    0:20:00 change-started id=c2 change="roll back app" owner=bo
    0:50:00 noted text="still rolling back"
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.domain.duration import MINUTE
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark, cited
from simulator.scoring.outlook import outlook
from simulator.scoring.second_way import Way, could_be_named, ways
from simulator.scoring.words import clock, minutes, name

NAME = "plan-b-at-hand"
AXIS: Axis = "sequencing"
WEIGHT = 0.5
"""A way out that was not named cost nobody anything yet (assumption)."""
AT_ONCE = 2 * MINUTE
"""What came to hand so soon after the order was in hand with it (assumption)."""
TWICE = 2
"""The same words name a second way for so many changes."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every change that takes long, the first time it is made in full."""
    if not case.shows("change", "decide", "task"):
        return
    judged: set[str] = set()
    said: dict[str, set[str]] = {}
    for attempt in case.started:
        if attempt.change not in judged and _owes(case, attempt):
            judged.add(attempt.change)
            found = list(_fresh(case, attempt, said))
            if found or not _completes(case, attempt):
                yield _mark(case, attempt, found)


def _owes(case: Case, attempt: Attempt) -> bool:
    """Whether it takes long to tell if it helps, customers were failing, and there was another way."""
    if attempt.staged or attempt.started is None or not case.affected(attempt.started):
        return False
    return _long(case, attempt) and _something_else(case, attempt)


def _completes(case: Case, attempt: Attempt) -> bool:
    """Whether it is the last part of what is in place, and nothing that one tries by itself."""
    under = case.scenario.outcomes.get(attempt.change, {}).values()
    needed = {name for outcome in under for name in outcome.after}
    placed = any(one.change in needed and one.in_place(attempt.ordered) for one in case.attempts)
    return case.scenario.completes(attempt.change) and placed


def _takes(case: Case, attempt: Attempt) -> float:
    """The seconds until it can be told whether a change helps, as its page has it; 0 without one."""
    change = case.change(attempt)
    return change.mean + case.lag(change) if change is not None else 0.0


def _long(case: Case, attempt: Attempt) -> bool:
    return _takes(case, attempt) >= case.doctrine.threshold("plan b from")


def _something_else(case: Case, attempt: Attempt) -> bool:
    """Whether another change or a look at another part could still be worth anything, as far as known."""
    seen = outlook(case, attempt.ordered, attempt.order)
    return seen is None or could_be_named(case, attempt, seen)


def _fresh(case: Case, attempt: Attempt, said: dict[str, set[str]]) -> Iterator[Way]:
    """The second ways, without words that had been used for two other changes."""
    for way in ways(case, attempt):
        changes = said.setdefault(way.words, set()) if way.words else set()
        if len(changes | {attempt.change}) <= TWICE:
            changes.add(attempt.change)
            yield way


def _mark(case: Case, attempt: Attempt, found: list[Way]) -> Mark:
    when = f"{name(attempt)} was ordered at {clock(attempt.ordered)}"
    if found:
        way = found[0]
        soon = way.later is None or way.later <= attempt.ordered + AT_ONCE
        then = "" if soon or way.later is None else f"at {clock(way.later)}, before its effect could show, "
        return Mark(
            NAME,
            AXIS,
            1.0,
            WEIGHT,
            f"{when}, and {then}{way.says}.",
            cited(way.line, attempt.order),
            attempt.ordered,
        )
    takes = f"takes {minutes(round(_takes(case, attempt)))} until it can be told if it helps"
    summary = f"{when}, which {takes}, and nothing else was in hand or named."
    return Mark(NAME, AXIS, 0.0, WEIGHT, summary, (attempt.order,), attempt.ordered)
