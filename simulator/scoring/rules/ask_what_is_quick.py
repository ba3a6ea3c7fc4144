"""Ask what is quick: before anything slow, the call is asked what can quickly be tried or what changed.

It earns when, within `quick ask within` of the declaration and before any slow change was begun, somebody
was asked for options or for what changed, or an easy change was begun: one of an easy kind that takes at
most `easy takes at most`. Later earns less, and nothing at three times that time.

Why: asking the team what we can quickly try out, and ruling things out quickly and safely, can resolve an
incident before its cause is known (SEED; E1). What changed is the second thing a commander asks (PD-DUR).

Exception: an incident that was over before the time to ask had passed; a real timeline that does not show
what was asked.

Pass:
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:03:00 declared severity=P1 commander=you
    0:05:00 task-given task=t1 what=answer subject=options owner=ana
    0:06:00 answered person=ana topic=options says="We could fail over shard 3." sure=0.6

Fail:
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:03:00 declared severity=P1 commander=you
    0:05:00 change-ordered id=c1 change="add shard replicas" owner=ana
    0:05:00 change-started id=c1 change="add shard replicas" owner=ana
    0:45:00 change-done id=c1 change="add shard replicas"
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry
from simulator.domain.fact import Answered, TaskGiven
from simulator.domain.organisation import Change
from simulator.domain.what_changed import QUICK, asks_what_changed
from simulator.scoring.case import Case
from simulator.scoring.easy import easy, is_slow
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.words import clock, minutes, name

NAME = "ask-what-is-quick"
AXIS: Axis = "easy fix first"
NOTHING_AT = 3


def marks(case: Case) -> Iterator[Mark]:
    """One mark for the incident, once it was owed or done."""
    begins = case.declared or case.trouble
    since = case.declared.at if case.declared else case.declaration_due
    if begins is None or since is None or not case.shows("ask", "change"):
        return
    slow = next((a for a in case.started if is_slow(case, a)), None)
    quick = _first_quick(case, slow)
    within = case.doctrine.threshold("quick ask within")
    if quick is not None:
        number, at, what = quick
        late = max(0, at - since)
        summary = f"{what} at {clock(at)}, {minutes(late)} after {_since(case)}."
        earned = falling(late, within, NOTHING_AT * within)
        yield Mark(NAME, AXIS, earned, 1.0, summary, cited(begins.number, number), at)
    elif slow is not None and slow.started is not None:
        began = f"{name(slow)}, which is slow, was begun at {clock(slow.started)}"
        summary = f"{began} before anyone asked what was quick."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (begins.number, slow.order), slow.started)
    elif case.over >= since + within:
        asked = f"After {clock(since)} nobody asked what could quickly be tried"
        summary = f"{asked}, and nothing quick of the kinds that the process tries first was tried."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (begins.number,), since + round(within))


def _since(case: Case) -> str:
    return "the declaration" if case.declared else "it should have been declared"


def _first_quick(case: Case, slow: Attempt | None) -> tuple[int, int, str] | None:
    """The first question for quick options or easy change before any slow one: its line, second and words."""
    asked = ((e.number, e.at, f"'{topic}' was {_how(e)}") for e in case.seen if (topic := _asked(e)))
    tried = (
        (a.order, a.started or 0, f"{name(a)}, {_quick(change)}, was begun")
        for a in case.started
        if (change := case.change(a)) is not None and easy(case, change)
    )
    limit = slow.order if slow else case.beyond
    return min((found for found in (*asked, *tried) if found[0] < limit), key=lambda f: f[1], default=None)


def _quick(change: Change) -> str:
    """How quick a change is to make; until it can be told whether it helps takes longer."""
    return f"quick to make ({minutes(change.takes.median)} by the runbook)"


def _how(entry: Entry) -> str:
    """A question leaves no line of its own where somebody was free to answer at once: its answer does."""
    return "answered" if isinstance(entry.fact, Answered) else "asked"


def _asked(entry: Entry) -> str:
    match entry.fact:
        case TaskGiven(what="answer", subject=topic) | Answered(topic=topic):
            return topic if topic in QUICK else ""
        case TaskGiven(what="investigate", subject=place) if asks_what_changed(place):
            return place
        case _:
            return ""
