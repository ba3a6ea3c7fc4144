"""Right signal: a change is verified on a signal that can show it.

A signal can show a change when the service that was changed is behind it: the service itself, something it
depends on, or a journey that passes it. It can also when it is of a place that a cause acts on which the
change takes away or eases, while that may be the cause; and the hits of a cache tell of a throttle before it.
Watching anything else tells nothing about the change, however long one watches.

Why: a named signal with an expected direction is what makes a verification one (D2); in Google's Home
incident three mitigations looked fine on what was watched while the fault went on (SREW).

Exception: a signal that the organisation does not describe cannot be judged and is not. Nor is a watch that
ended too early or told nothing: it is no verification, and `verify-before-next` says so.

Pass:
    0:05:00 change-ordered id=c1 change="fail over a shard" owner=ana
    0:05:00 change-started id=c1 change="fail over a shard" owner=ana
    0:12:00 change-done id=c1 change="fail over a shard"
    0:12:30 verify-started id=c1 change="fail over a shard" signal="message delivery" window=4m
    0:16:30 verified id=c1 change="fail over a shard" signal="message delivery" window=4m result=recovered

Fail:
    0:05:00 change-ordered id=c1 change="fail over a shard" owner=ana
    0:05:00 change-started id=c1 change="fail over a shard" owner=ana
    0:12:00 change-done id=c1 change="fail over a shard"
    0:12:30 verify-started id=c1 change="fail over a shard" signal="search errors" window=4m
    0:16:30 verified id=c1 change="fail over a shard" signal="search errors" window=4m result=same
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt, Verification, premature
from simulator.domain.doctrine import Axis
from simulator.domain.interaction import can_show
from simulator.domain.organisation import Change
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.showing import blind
from simulator.scoring.words import clock, name

NAME = "right-signal"
AXIS: Axis = "sequencing"


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every change that was watched: the share of its watches that could show it."""
    for attempt in case.started:
        change = case.change(attempt)
        if change is None:
            continue
        known = (w for w in attempt.verifications if w.signal in case.organisation.signals)
        watched = [w for w in known if _counts(case, change, w)]
        if watched:
            yield _mark(case, attempt, change, watched)


def _counts(case: Case, change: Change, watch: Verification) -> bool:
    """Whether a watch is judged: one that could not tell only if others, unasked, made it so."""
    if watch.fact is None or (watch.fact.result != "unclear" and not premature(watch.fact)):
        return True
    own = {attempt.id for attempt in case.attempts}
    unasked = not own.intersection(watch.fact.confounded)
    return unasked and not premature(watch.fact) and not blind(case, change, watch)


def _mark(case: Case, attempt: Attempt, change: Change, watched: list[Verification]) -> Mark:
    wrong = [w for w in watched if blind(case, change, w)]
    shown = (wrong or watched)[0]
    watch = f"{name(attempt)} was watched on '{shown.signal}'"
    if wrong:
        summary = f"{watch} at {clock(shown.began)}, which cannot show what happens to {change.on}."
    elif can_show(change, shown.signal, case.organisation):
        summary = f"{watch}, which shows {change.on}."
    else:
        summary = f"{watch}, which can show what it did."
    evidence = (attempt.order, *(w.entry for w in wrong or watched))
    return Mark(NAME, AXIS, 1 - len(wrong) / len(watched), 1.0, summary, evidence, shown.began)
