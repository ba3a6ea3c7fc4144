"""Work under way: what moves an incident forward, from when to when. Talking and writing are not in it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.domain.attempt import Attempt, Verification
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import LOOKS, TECHNICAL, TaskEnded, TaskGiven, TaskKind, TaskStarted
from simulator.domain.value import Value, replace
from simulator.domain.what_changed import asks_what_changed
from simulator.reasoning.options import LOOK
from simulator.scoring.case import Case
from simulator.scoring.lags import LAGS
from simulator.scoring.pieces import work_of
from simulator.scoring.sighted import once

UNBOXED = 2 * LOOK
"""A look to which no end was agreed on is waited for twice as long as looks take on average (assumption)."""
A_TURN = 12 * MINUTE
"""A watch may take so long, whatever is watched: what comes and goes is back by then (assumption: turns take
five to ten minutes)."""
ASKED_AT_MOST = 2
"""What changed is worth its minute once, and once more of somebody else who may know (assumption)."""


class Work(Value):
    """Something under way, what it is about, and the line that began it."""

    since: int
    until: int
    about: str
    entry: int

    def at(self, second: int) -> bool:
        """Whether it was under way at a second."""
        return self.since <= second < self.until


def changing(case: Case) -> Iterator[Work]:
    """Changes, from their order until they are told or could be told, and their undoing.

    A watch counts until it is clear what the change did, and no longer than until it could have told;
    watching on is not work.
    """
    for attempt in case.attempts:
        yield from _made(case, attempt)
        for watch in attempt.verifications:
            if attempt.closed is None or watch.began < attempt.closed:
                until = min(_ends(watch), watch.began + tells_within(case, watch))
                yield Work(watch.began, until, attempt.change, attempt.order)
        if attempt.reverting is not None:
            yield Work(attempt.reverting, attempt.reverted or case.end + 1, attempt.change, attempt.order)


def tells_within(case: Case, watch: Verification) -> int:
    """Seconds in which a watch tells what the change did: a turn of what comes and goes, or `LAGS` lags."""
    signal = case.organisation.signals.get(watch.signal)
    return max(A_TURN, LAGS * signal.lag if signal else 0)


def watched_on(case: Case, at: int) -> tuple[str, int] | None:
    """The change whose watch goes on at a second though it could have told, and after how many seconds."""
    for attempt in case.attempts:
        for watch in attempt.verifications:
            within = tells_within(case, watch)
            if watch.began + within <= at < _ends(watch):
                return attempt.change, within
    return None


def _ends(watch: Verification) -> int:
    """The second at which a watch was over, or was to be."""
    return watch.began + watch.window if watch.at is None else watch.at


def _made(case: Case, attempt: Attempt) -> Iterator[Work]:
    """The making of a change. While it hangs, or waits for hands that are full, nothing is done for it."""
    shown, change, line = _shown(case, attempt), attempt.change, attempt.order
    begun = attempt.started
    if begun is not None and begun > attempt.ordered + _patience(case):
        yield Work(attempt.ordered, attempt.ordered + _patience(case), change, line)
    else:
        begun = attempt.ordered
    if attempt.hung is None:
        yield Work(begun, shown, change, line)
        return
    yield Work(begun, attempt.hung, change, line)
    if attempt.done is not None:
        yield Work(attempt.done, shown, change, line)


def _shown(case: Case, attempt: Attempt) -> int:
    """The second from which the change's own signal can show it; an order nobody takes up goes stale."""
    if attempt.failed is not None:
        return attempt.failed
    if attempt.done is not None:
        change = case.change(attempt)
        return attempt.done + (case.lag(change) if change else 0)
    return case.end + 1 if attempt.started is not None else attempt.ordered + _patience(case)


def looking(case: Case) -> Iterator[Work]:
    """Investigations and pre-checks, from when they were given out, for as long as a look should take.

    That is its time-box; without one it is `UNBOXED`, and for all else `time box at most`: whoever looks on
    for longer has lost track, or nobody came back to them. What somebody was given who has something else in
    hand is under way once they begin. What changed is asked `ASKED_AT_MOST` times: whoever asks on and on
    waits.
    """
    return (look.bounded for look in _looks(case) if look.bounded.since < look.bounded.until)


def looked_into(case: Case, at: int, before: int) -> Iterator[tuple[TaskKind, str]]:
    """What somebody looks into or checks at a second, as it was given out before a line."""
    for look in _looks(case):
        if look.bounded.at(at) and look.whole.entry < before:
            yield look.what, look.whole.about


def overrun(case: Case, at: int) -> str:
    """The place that somebody looks at for longer than a look should take; empty where nobody does."""
    looks = (one for one in _looks(case) if one.begun)
    over = (one.whole.about for one in looks if one.bounded.until <= at and one.whole.at(at))
    return next(over, "")


def untaken(case: Case, at: int) -> str:
    """The place that anybody was asked to look at, where nobody had taken that up by a second; else empty."""
    begun = {task.task: entry.at for entry, task in each(case.seen, TaskStarted)}
    ended = {task.task: entry.at for entry, task in each(case.seen, TaskEnded)}
    for entry, task in each(case.seen, TaskGiven):
        until = min(ended.get(task.task, case.end + 1), begun.get(task.task, case.end + 1))
        if task.what == "investigate" and not task.owner and entry.at <= at < until:
            return task.subject
    return ""


class _Look(NamedTuple):
    """A look as it went on, and as far as it should have; whether it was ever begun."""

    what: TaskKind
    whole: Work
    bounded: Work
    begun: bool


@once
def _looks(case: Case) -> Sequence[_Look]:
    """Every look that is worth its time."""
    begun = {task.task: entry.at for entry, task in each(case.seen, TaskStarted)}
    looks: list[_Look] = []
    for what in LOOKS:
        given = (pair for pair in each(case.seen, TaskGiven) if pair[1].what == what)
        asked = 0
        for (entry, task), work in zip(given, tasks(case, what), strict=True):
            asked += asks_what_changed(work.about)
            if asked <= ASKED_AT_MOST or not asks_what_changed(work.about):
                bounded = _bounded(case, entry, task, work, begun.get(task.task))
                looks.append(_Look(what, work, bounded, task.task in begun))
    return looks


def _bounded(case: Case, given: Entry, task: TaskGiven, work: Work, begun: int | None) -> Work:
    """A look from when it could be under way, for as long as it may take."""
    full = _hands_full(case, task.owner, given)
    since = given.at if not full else case.end + 1 if begun is None else begun
    return replace(work, since=since, until=min(work.until, (begun or since) + _due(case, task)))


def _due(case: Case, task: TaskGiven) -> int:
    """Seconds that a look may take."""
    most = round(case.doctrine.threshold("time box at most"))
    if task.what != "investigate" or asks_what_changed(task.subject):
        return most
    return min(most, task.within or UNBOXED)


def _hands_full(case: Case, owner: str, given: Entry) -> bool:
    """Whether somebody had other work on the systems in hand when they were given some."""
    work = (one for one in work_of(case).get(owner, ()) if one.what in TECHNICAL)
    return any(one.started is not None and one.started < given.at and one.open(given.at) for one in work)


def preparing(case: Case) -> Iterator[Work]:
    """Changes being made ready without touching production."""
    yield from tasks(case, "prepare")


def made_ready(case: Case) -> Iterator[Work]:
    """The making ready of what was then ordered, up to that order: it is a part of making it."""
    for work in preparing(case):
        ordered = (
            each.ordered for each in case.attempts if each.change == work.about and each.order > work.entry
        )
        until = min(next(ordered, work.since), work.until)
        if until > work.since:
            yield replace(work, until=until)


def asked(case: Case, what: TaskKind) -> Iterator[Work]:
    """Work of a kind that was given out, each from when it could be under way.

    What somebody was given whose hands were full is so from the line on which they began; what they never
    began is left out.
    """
    begun = {task.task: entry for entry, task in each(case.seen, TaskStarted)}
    given = (pair for pair in each(case.seen, TaskGiven) if pair[1].what == what)
    for (entry, task), work in zip(given, tasks(case, what), strict=True):
        if not _hands_full(case, task.owner, entry):
            yield work
        elif task.task in begun:
            yield replace(work, since=begun[task.task].at, entry=begun[task.task].number)


@once
def tasks(case: Case, what: TaskKind) -> tuple[Work, ...]:
    """Work of a kind that was given out: until it ended, and no longer than one waits for a taker."""
    return tuple(_tasks(case, what))


def _tasks(case: Case, what: TaskKind) -> Iterator[Work]:
    begun = {task.task for _, task in each(case.seen, TaskStarted)}
    ended = {task.task: entry.at for entry, task in each(case.seen, TaskEnded)}
    for entry, task in each(case.seen, TaskGiven):
        if task.what == what:
            until = ended.get(task.task, case.end + 1)
            if task.task not in begun:
                until = min(until, entry.at + _patience(case))
            yield Work(entry.at, until, task.subject, entry.number)


def _patience(case: Case) -> int:
    return round(case.doctrine.threshold("decide within"))
