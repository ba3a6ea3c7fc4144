"""Release people: who is no longer needed once customers are well is let go, and nobody out of their work.

When recovery takes long to hold, those who have no role and nothing to do need not wait for it. Whoever
stands by for longer than `end within` after it was called mitigated, or after customers were known to be
well, should have been released; later earns less, and nothing at three times that time. While it goes on,
whoever is in the midst of a change stays until it is made or called off: to release them loses it, and earns
nothing.

Why: say who must stay, and let the others go (PD-IC; H2): who lingers is tired tomorrow, and a full room
finds things to change (SEED; X12, X19). Who must stay is whoever is at what the response waits for (H2): if
they go, whoever comes next starts over.

Exception: those who still hold a role or lead a workstream, those with work in hand, and the one who made the
change that helped. Nothing is owed when everybody could go within the time anyway. People kept idle before
that are judged in command.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:05:00 joined person=kofi
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:25:00 called-mitigated
    0:26:00 left person=kofi
    1:30:00 ended why="ended by the commander"

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:05:00 joined person=kofi
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:25:00 called-mitigated
    1:30:00 ended why="ended by the commander"
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import (
    Joined,
    Left,
    TaskEnded,
    TaskGiven,
    TaskStarted,
)
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.recovery import ended, served_since
from simulator.scoring.relieved import pressing_until
from simulator.scoring.tenures import settled
from simulator.scoring.words import clock, minutes, name

NAME = "release-people"
AXIS: Axis = "wrap-up"
NOTHING_AT = 3


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every change lost by a release, and for everybody who was kept once it was mitigated."""
    yield from _lost(case)
    yield from _kept(case)


def _lost(case: Case) -> Iterator[Mark]:
    """A mark for every change that whoever was making it had to drop, as they were let go meanwhile."""
    for entry, gone in each(case.seen, Left):
        lost = [one for one in case.started if entry.at < pressing_until(case) and _dropped(one, entry, gone)]
        for attempt in lost:
            who, spent = case.organisation.called(gone.person), minutes(entry.at - (attempt.started or 0))
            summary = (
                f"{who} was released at {clock(entry.at)}, {spent} into "
                f"{name(attempt)}: it could not be made, and what was done of it was lost."
            )
            lines = cited(attempt.order, entry.number, attempt.entries[-1])
            yield Mark(NAME, AXIS, 0.0, 1.0, summary, lines, entry.at)


def _dropped(attempt: Attempt, left: Entry, gone: Left) -> bool:
    """Whether a change under way failed for no other reason than that its owner had just left."""
    just_then = attempt.failed == left.at and attempt.entries[-1] > left.number
    return just_then and attempt.owner == gone.person and attempt.done is None


def _kept(case: Case) -> Iterator[Mark]:
    """A mark for everybody who was there and not needed once it was mitigated, if the end took long."""
    over, within = ended(case), case.doctrine.threshold("end within")
    since = _mitigated(case, over) if over else None
    if over is None or since is None or over.at - since <= within:
        return
    for person, joined in _there(case, since).items():
        if not _needed(case, person, since):
            yield _stayed(case, person, joined, since, over)


def _mitigated(case: Case, over: Entry) -> int | None:
    """The second from which people could be let go; None when customers were not well in the end."""
    well = served_since(case, over.at)
    if well is None or case.trouble is None or well <= case.trouble.at:
        return None
    return well if case.mitigated is None else max(well, case.mitigated.at)


def _there(case: Case, at: int) -> dict[str, int]:
    """Who was on the call at a second, each with the line on which they joined."""
    here: dict[str, int] = {}
    for entry in case.seen:
        match entry.fact:
            case Joined(person=person) if entry.at <= at:
                here[person] = entry.number
            case Left(person=person) if entry.at <= at:
                here.pop(person, None)
    return here


def _needed(case: Case, person: str, since: int) -> bool:
    """Whether they have a role, made what is in place, or were given work after that second."""
    made = (attempt.owner for attempt in case.attempts if attempt.in_place(since))
    roles = (one.person for one in settled(case) if one.until > since)
    return person in (*made, *roles) or any(_works(case, person, since))


def _works(case: Case, person: str, since: int) -> Iterator[bool]:
    """Work of theirs that went on after a second, or was given out after it."""
    gone = {fact.task: entry.at for entry, fact in each(case.seen, TaskEnded)}
    for entry in case.seen:
        match entry.fact:
            case TaskGiven(task=task, owner=owner) | TaskStarted(task=task, owner=owner):
                yield owner == person and gone.get(task, case.end) > since


def _stayed(case: Case, person: str, joined: int, since: int, over: Entry) -> Mark:
    left = next(
        (entry for entry, fact in each(case.seen, Left) if fact.person == person and entry.at >= since), over
    )
    within, stay, who = (
        case.doctrine.threshold("end within"),
        left.at - since,
        case.organisation.called(person),
    )
    summary = f"{who} had nothing to do from {clock(since)} on and could go after {minutes(stay)}."
    earned = falling(stay, within, NOTHING_AT * within)
    return Mark(NAME, AXIS, earned, 1.0, summary, cited(joined, left.number), left.at)
