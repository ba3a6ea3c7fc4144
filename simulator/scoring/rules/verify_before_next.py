"""Verify before next: every change is watched until it is clear what it did, before anything else is changed.

A verification counts when it says recovered, better, same or worse; unclear tells nothing, a watch that was
shorter than its signal is behind and saw nothing is premature, and one of a signal that cannot show the
change (see `right-signal`) tells of something else. Half is lost when the answer came only after the next
change had begun, or when the watch began late: later than the lag of the signal plus `decide within` after
the change was made. How long one then watches is no matter here: to watch on when the watch could have told
is waiting, which `least-regret` judges. A change that nobody ever verified earns nothing, nor one that is
undone unseen for the second time; the first time it earns half.

Why: verify the impact of each change made before moving on to the next (SEED). Trying the easy things first
is only right when the system is tested after each (SACSO; D2).

Exception: a change that failed; one that there was no more time to verify before the timeline ended, or that
was being watched when command was handed over; one that was told to have worn off before it had to be
watched and before the next began; a look at most `early verify tolerated` too early; one that was made, and
with a reason, together with another that was verified, where a third ends it only with both in place.

Pass:
    0:05:00 change-ordered id=c1 change="stop the migration" owner=ana
    0:05:00 change-started id=c1 change="stop the migration" owner=ana
    0:09:00 change-done id=c1 change="stop the migration"
    0:09:30 verify-started id=c1 change="stop the migration" signal="shard write time" window=3m
    0:12:30 verified id=c1 change="stop the migration" signal="shard write time" window=3m result=same
    0:13:00 change-ordered id=c2 change="fail over a shard" owner=ana
    0:13:00 change-started id=c2 change="fail over a shard" owner=ana
    0:20:00 change-done id=c2 change="fail over a shard"
    0:23:30 verified id=c2 change="fail over a shard" signal="shard write time" window=3m result=recovered

Fail:
    0:05:00 change-ordered id=c1 change="stop the migration" owner=ana
    0:05:00 change-started id=c1 change="stop the migration" owner=ana
    0:09:00 change-done id=c1 change="stop the migration"
    0:09:30 verified id=c1 change="stop the migration" signal="shard write time" result=same early=yes
    0:10:00 change-ordered id=c2 change="fail over a shard" owner=ana
    0:10:00 change-started id=c2 change="fail over a shard" owner=ana
    0:17:00 change-done id=c2 change="fail over a shard"
    0:40:00 noted text="nobody looked"
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt, Verification, premature
from simulator.domain.doctrine import Axis
from simulator.domain.organisation import Change
from simulator.domain.prose.changes import RESULTS
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.grounds import belong_together, ground, halves
from simulator.scoring.mark import Mark
from simulator.scoring.overlap import overlap
from simulator.scoring.showing import blind
from simulator.scoring.words import clock, minutes, name

NAME = "verify-before-next"
AXIS: Axis = "sequencing"
HALF = 0.5


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every change that was made and that there was time to verify."""
    for attempt in case.started:
        change = case.change(attempt)
        if change is None or attempt.done is None or attempt.failed is not None:
            continue
        answer = answered(case, attempt, change)
        if answer is not None and answer.at is not None:
            yield _verified(case, attempt, change, answer, attempt.done)
        elif attempt.reverted is not None:
            yield _undone(case, attempt, attempt.done, attempt.reverted)
        elif _excused(case, attempt, change):
            continue
        elif case.over >= _due(case, attempt.done, change) or case.over < case.end:
            yield Mark(NAME, AXIS, 0.0, 1.0, _never(case, attempt, change), _ends(attempt), attempt.done)


def _undone(case: Case, attempt: Attempt, done: int, undone: int) -> Mark:
    """Undone unseen: for that there may be a reason once, and none for the same change again."""
    told = f"{name(attempt)} was undone at {clock(undone)} before anyone saw what it had done"
    before = [one for one in case.started if _unseen(case, one, attempt)]
    if before:
        lines = (before[-1].order, *_ends(attempt))
        return Mark(NAME, AXIS, 0.0, 1.0, f"{told}, as it had been before.", lines, done)
    return Mark(NAME, AXIS, HALF, 1.0, f"{told}.", _ends(attempt), done)


def _unseen(case: Case, one: Attempt, later: Attempt) -> bool:
    """Whether one is an earlier making of the same change that was undone before anyone saw what it did."""
    change = case.change(one)
    again = one.order < later.order and one.change == later.change and one.reverted is not None
    return change is not None and again and answered(case, one, change) is None


def _excused(case: Case, attempt: Attempt, change: Change) -> bool:
    handed_on, gone = _handed_on(case, attempt), _gone_at_once(case, attempt, change)
    return handed_on or gone or _told_with_its_other_half(case, attempt)


def _told_with_its_other_half(case: Case, attempt: Attempt) -> bool:
    """Whether it was rightly made together with another part of one fix, which was verified."""
    others = halves(case).get(attempt.change, frozenset())
    met, seen = [one for one in case.started if one.change in others or one is attempt], False
    for other in met:
        seen, change = seen or other is attempt, case.change(other)
        if other is attempt or change is None:
            continue
        found = overlap(case, *((attempt, other) if seen else (other, attempt)))
        if found and belong_together(case, found) and answered(case, other, change):
            return True
    return False


def _handed_on(case: Case, attempt: Attempt) -> bool:
    """Whether it was being watched when somebody else began to lead, who hears the answer."""
    return case.handed_on and any(watch.fact is None for watch in attempt.verifications)


def _gone_at_once(case: Case, attempt: Attempt, change: Change) -> bool:
    """Whether the call was told that it helps no more before it had to be watched, or anything else began."""
    if attempt.worn is None or attempt.done is None or attempt.worn > _begin(case, attempt.done, change):
        return False
    return _overtaken(case, attempt, attempt.worn) is None


def answered(case: Case, attempt: Attempt, change: Change) -> Verification | None:
    """The first watch that told what the change did."""
    return next((watch for watch in attempt.verifications if _tells(case, watch, change, attempt)), None)


def _tells(case: Case, watch: Verification, change: Change, attempt: Attempt) -> bool:
    if watch.fact is None or watch.at is None or watch.fact.result == "unclear":
        return False
    if blind(case, change, watch):
        return False
    signal = case.organisation.signals.get(watch.signal)
    lag = signal.lag if signal else case.lag(change)
    short = lag - (watch.at - (attempt.done or watch.began))
    return not premature(watch.fact) or short <= case.doctrine.threshold("early verify tolerated")


def _due(case: Case, done: int, change: Change) -> float:
    """By when the answer should be there: twice the lag, and the time one may take to decide."""
    return _begin(case, done, change) + case.lag(change)


def _begin(case: Case, done: int, change: Change) -> float:
    """By when the watch should have begun."""
    return done + case.lag(change) + case.doctrine.threshold("decide within")


def _verified(case: Case, attempt: Attempt, change: Change, answer: Verification, done: int) -> Mark:
    assert answer.at is not None
    assert answer.fact is not None
    due, span = _begin(case, done, change), _due(case, done, change) - done
    began = min(answer.began, max(done, answer.at - case.lag(change)))
    prompt = HALF + HALF * falling(began, due, due + span)
    after = _overtaken(case, attempt, answer.at)
    told = f"{name(attempt)} was verified ({RESULTS[answer.fact.result]}) at {clock(answer.at)}"
    if after is not None:
        summary = f"{told}, after {name(after)} had already been begun at {clock(after.started or 0)}."
        return Mark(NAME, AXIS, HALF, 1.0, summary, (attempt.order, after.order, answer.entry), done)
    late = "" if prompt == 1 else f"; nobody watched for {minutes(began - done)} after it was made"
    return Mark(NAME, AXIS, prompt, 1.0, f"{told}{late}.", (attempt.order, answer.entry), done)


def _overtaken(case: Case, attempt: Attempt, at: int) -> Attempt | None:
    """The first interacting change that was begun before the answer came, without a ground for it."""
    tolerated = case.doctrine.threshold("overlap tolerated")
    for later in case.started[case.started.index(attempt) + 1 :]:
        found = overlap(case, attempt, later) if case.interact(attempt, later) else None
        if found and found.since + tolerated < at and ground(case, found) is None:
            return later
    return None


def _never(case: Case, attempt: Attempt, change: Change) -> str:
    watched = attempt.verifications
    if not watched:
        gone = f"; that it helps no more was told unasked at {clock(attempt.worn)}" if attempt.worn else ""
        never = "not verified until command was handed over" if case.handed_on else "never verified"
        return f"{name(attempt)} was made at {clock(attempt.done or 0)} and {never}{gone}."
    if all(blind(case, change, watch) for watch in watched):
        return f"{name(attempt)} was only watched on '{watched[0].signal}', which cannot show what it did."
    if any(watch.fact and premature(watch.fact) for watch in watched):
        return f"{name(attempt)} was watched for less time than the signal is behind, which tells nothing."
    return f"{name(attempt)} was watched, but it never became clear what it had done."


def _ends(attempt: Attempt) -> tuple[int, ...]:
    return tuple(dict.fromkeys((attempt.order, attempt.entries[-1])))
