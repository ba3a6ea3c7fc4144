"""Work under way: what moves an incident forward, from when to when. Talking and writing are not in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.domain.attempt import Attempt
from simulator.domain.entry import each
from simulator.domain.fact import TaskEnded, TaskGiven, TaskKind, TaskStarted
from simulator.domain.what_changed import asks_what_changed
from simulator.scoring.case import Case
from simulator.scoring.sighted import once

LOOKS: tuple[TaskKind, ...] = ("investigate", "check")
"""Work that finds something out."""
ASKED_AT_MOST = 2
"""What changed is worth its minute once, and once more of somebody else who may know (assumption)."""


@dataclass(frozen=True, slots=True)
class Work:
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

    A watch counts until it is clear what the change did; watching on is not work.
    """
    for attempt in case.attempts:
        yield from _made(case, attempt)
        for watch in attempt.verifications:
            if attempt.closed is None or watch.began < attempt.closed:
                until = watch.began + watch.window if watch.at is None else watch.at
                yield Work(watch.began, until, attempt.change, attempt.order)
        if attempt.reverting is not None:
            yield Work(attempt.reverting, attempt.reverted or case.end + 1, attempt.change, attempt.order)


def _made(case: Case, attempt: Attempt) -> Iterator[Work]:
    """The making of a change. While it hangs, nobody can do anything for it."""
    shown = _shown(case, attempt)
    if attempt.hung is None:
        yield Work(attempt.ordered, shown, attempt.change, attempt.order)
        return
    yield Work(attempt.ordered, attempt.hung, attempt.change, attempt.order)
    if attempt.done is not None:
        yield Work(attempt.done, shown, attempt.change, attempt.order)


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

    Whoever looks on for longer than `time box at most` has lost track, or nobody came back to them. What
    changed is asked `ASKED_AT_MOST` times: whoever asks on and on waits.
    """
    most = round(case.doctrine.threshold("time box at most"))
    started = {task.task: entry.at for entry, task in each(case.seen, TaskStarted)}
    for what in LOOKS:
        given = (task.task for _, task in each(case.seen, TaskGiven) if task.what == what)
        asked = 0
        for task, work in zip(given, tasks(case, what), strict=True):
            asked += asks_what_changed(work.about)
            if asked <= ASKED_AT_MOST or not asks_what_changed(work.about):
                yield replace(work, until=min(work.until, started.get(task, work.since) + most))


def preparing(case: Case) -> Iterator[Work]:
    """Changes being made ready without touching production."""
    yield from tasks(case, "prepare")


@once
def tasks(case: Case, what: TaskKind) -> tuple[Work, ...]:
    """Work of a kind that was given out: until it ended, or as long as one waits for a taker."""
    return tuple(_tasks(case, what))


def _tasks(case: Case, what: TaskKind) -> Iterator[Work]:
    begun = {task.task for _, task in each(case.seen, TaskStarted)}
    ended = {task.task: entry.at for entry, task in each(case.seen, TaskEnded)}
    for entry, task in each(case.seen, TaskGiven):
        if task.what == what:
            unless = case.end + 1 if task.task in begun else entry.at + _patience(case)
            yield Work(entry.at, ended.get(task.task, unless), task.subject, entry.number)


def _patience(case: Case) -> int:
    return round(case.doctrine.threshold("decide within"))
