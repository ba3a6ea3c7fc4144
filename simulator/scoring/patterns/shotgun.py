"""Shotgun: change after change goes in, and nobody reads out in between what the last one did.

Leads to: one of them may have helped and one may have harmed; all of them have to be lived with, and the
cause stays unknown.

Instead: say before each change what it should show, where and by when; read that out; then choose the next.

Source: SEED; X5

Seen:
    0:05:00 change-ordered id=c1 change="stop the migration" owner=ana
    0:05:00 change-started id=c1 change="stop the migration" owner=ana
    0:07:00 change-ordered id=c2 change="fail over a shard" owner=mei
    0:07:00 change-started id=c2 change="fail over a shard" owner=mei
    0:09:00 change-ordered id=c3 change="add shard replicas" owner=raj
    0:09:00 change-started id=c3 change="add shard replicas" owner=raj
    0:30:00 noted text="on we go"

Not seen:
    0:05:00 change-ordered id=c1 change="stop the migration" owner=ana
    0:05:00 change-started id=c1 change="stop the migration" owner=ana
    0:09:00 change-done id=c1 change="stop the migration"
    0:12:30 verified id=c1 change="stop the migration" signal="shard write time" window=3m result=same
    0:13:00 change-ordered id=c2 change="fail over a shard" owner=mei
    0:13:00 change-started id=c2 change="fail over a shard" owner=mei
    0:20:00 change-done id=c2 change="fail over a shard"
    0:24:00 verified id=c2 change="fail over a shard" signal="shard write time" window=3m result=same
    0:25:00 change-ordered id=c3 change="add shard replicas" owner=raj
    0:25:00 change-started id=c3 change="add shard replicas" owner=raj
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.scoring.case import Case
from simulator.scoring.grounds import ground
from simulator.scoring.overlap import overlap
from simulator.scoring.patterns.sighting import Sighting, sighting
from simulator.scoring.words import clock, listed, name

NAME = "shotgun"
ROUNDS = 3
"""So many changes in a row without a read-out make it (assumption); two are two at once."""
NAMED = 4
"""So many of them are named."""


def seen(case: Case) -> Iterator[Sighting]:
    """One for each run of changes."""
    for run in _runs(case):
        if len(run) >= ROUNDS:
            which = listed(name(attempt) for attempt in run[:NAMED])
            more = f" and {len(run) - NAMED} more" if len(run) > NAMED else ""
            begun = f"From {clock(run[0].began)} on {which}{more} were begun"
            summary = f"{begun}, each later one before it was told what an earlier one had done."
            lines = (attempt.order for attempt in run)
            yield sighting(NAME, run[-1].began, summary, *lines)


def _runs(case: Case) -> Iterator[list[Attempt]]:
    """Changes each of which began while one before it could still act, with nothing to excuse it."""
    run: list[Attempt] = []
    for attempt in case.started:
        if run and not any(_unread(case, earlier, attempt) for earlier in reversed(run)):
            yield run
            run = []
        run.append(attempt)
    yield run


def _unread(case: Case, earlier: Attempt, later: Attempt) -> bool:
    """Whether a change began before it was told what another had done that it could be confused with."""
    found = overlap(case, earlier, later) if case.interact(earlier, later) else None
    tolerated = case.doctrine.threshold("overlap tolerated")
    return found is not None and found.seconds > tolerated and ground(case, found) is None
