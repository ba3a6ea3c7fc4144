"""The board: the incident at a glance, as far as it is known here."""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.duration import HOUR, show_clock, show_minutes
from simulator.domain.prose import Names
from simulator.domain.prose.people import work
from simulator.domain.prose.standing import standing
from simulator.exercise import Stream, Work
from simulator.exercise.board import COMING
from simulator.exercise.dues import dues
from simulator.exercise.owed import owed
from simulator.exercise.sight import Sight
from simulator.terminal.views.table import listed

_LABEL = 10
_CLUES, _DECISIONS = 6, 3
LONG = HOUR
"""From so long on the call it is said how long."""
_WHEN_THERE = ("Owed", "Waiting", "Notes")
"""Parts of the board that are left out while there is nothing to say."""
_CAME_FOR = {
    "news": "and wants to know what is going on",
    "eta": "and wants to know when it will be over",
    "severity": "and argues about the severity",
    "command": "and gives orders",
}


def board(sight: Sight, width: int) -> list[str]:
    """Severity and roles, customers, people and what they are owed, work, changes, promises, findings."""
    names = Names.of(sight.organisation)
    parts = (
        ("Command", list(_command(sight, names))),
        ("Customers", list(_customers(sight))),
        ("Here", [", ".join(_here(sight, names)) or "only you"]),
        ("Coming", list(_coming(sight, names))),
        ("Owed", [f"! {each}" for each in owed(sight)]),
        ("Work", [_work(each, names, sight.now) for each in sight.board.work.values()]),
        ("Changes", [told(attempt, names) for attempt in sight.board.changes]),
        ("Updates", list(_updates(sight))),
        ("Waiting", list(_waiting(sight, names))),
        ("Notes", list(_notes(sight))),
        ("Found", [f"{names.start(c.person)} on {c.place}: {c.says}" for c in sight.board.clues[-_CLUES:]]),
    )
    shown = [part for part in parts if part[1] or part[0] not in _WHEN_THERE]
    return [line for label, items in shown for line in listed(label, items, _LABEL, width)]


def _command(sight: Sight, names: Names) -> Iterator[str]:
    board = sight.board
    yield f"{board.severity}, {board.stage}" if board.severity else "not declared yet"
    roles = [f"{role} {_whether_there(sight, person, names)}" for role, person in board.roles.items()]
    if roles:
        yield ", ".join(roles)
    if board.frozen:
        yield "other teams' changes are frozen"
    for name, stream in board.workstreams.items():
        yield _stream(name, stream, _whether_there(sight, stream.leader, names), sight.now)


def _whether_there(sight: Sight, person: str, names: Names) -> str:
    """Somebody who was given a role or a workstream; who has left holds it no more."""
    return names[person] + (" (left)" if sight.board.people.get(person) == "left" else "")


def _stream(name: str, stream: Stream, leader: str, now: int) -> str:
    """`workstream index under Raj since 0:12:00: warm it; time-box 20 min`, and when it is over."""
    about = f": {stream.scope}" if stream.scope else ""
    left = stream.since + stream.within - now
    box = f"; time-box {show_minutes(stream.within)}{'' if left > 0 else ', over'}" if stream.within else ""
    return f"workstream {name} under {leader} since {show_clock(stream.since)}{about}{box}"


def _here(sight: Sight, names: Names) -> Iterator[str]:
    """Everyone on the call; from an hour on, with how long they have been."""
    for person in sight.board.here:
        long = sight.now - sight.board.since.get(person, sight.now)
        yield names[person] + (f" ({show_minutes(long)})" if long >= LONG else "")


def _waiting(sight: Sight, names: Names) -> Iterator[str]:
    """Who stands in the room and what they came for, legal clocks, and who is angry."""
    for audience in sight.board.swoops:
        yield f"! {audience} stands in the room, {_CAME_FOR[sight.board.wants.get(audience, 'news')]}"
    for audience, by in sight.board.notices.items():
        yield f"! {audience} must by law hear by {show_clock(by)}"
    moods = [f"{names[who]} {mood}" for who, mood in sight.board.moods.items() if mood != "calm"]
    if moods:
        yield ", ".join(moods)


def _notes(sight: Sight) -> Iterator[str]:
    """What whoever takes over reads first: the last summing up, the last decisions, what stays behind."""
    if sight.board.sitrep:
        at, text = sight.board.sitrep
        yield f"summed up {show_clock(at)}: {text}"
    for at, text in sight.board.decisions[-_DECISIONS:]:
        yield f"decided {show_clock(at)}: {text}"
    for attempt in sight.board.changes:
        if attempt.residual is not None and attempt.reverted is None:
            yield f"{attempt.id} {attempt.change} stays for now"


def _customers(sight: Sight) -> Iterator[str]:
    yield _reports(sight)
    for alert, since in sight.board.alerts.items():
        yield f"! alert '{alert}' since {show_clock(since)}"


def _reports(sight: Sight) -> str:
    """How many have written in, as support said it, which counts on meanwhile."""
    if sight.board.reports is None:
        return "no count from support yet"
    at, count = sight.board.reports
    return f"{count} reports by {show_clock(at)}"


def _coming(sight: Sight, names: Names) -> Iterator[str]:
    for person, state in sight.board.people.items():
        if state in (*COMING, "unanswered"):
            yield f"{names[person]} ({'! does not answer' if state == 'unanswered' else state})"


def _work(work_: Work, names: Names, now: int) -> str:
    owner = names[work_.owner] if work_.owner else "nobody yet"
    for_ = show_minutes(now - work_.began)
    doing = "waits for" if work_.started is None else "at it for"
    box = f", time-box {show_minutes(work_.within)}" if work_.within else ""
    what = work(work_.what, work_.subject)
    return f"{owner} to {what}, {doing} {for_}{box}"


def told(attempt: Attempt, names: Names) -> str:
    """A change and how far it is: `c1 roll back app by Bo: made 0:12:40, NOT VERIFIED`."""
    owner = f" by {names[attempt.owner]}" if attempt.owner else ""
    return f"{attempt.id} {attempt.change}{owner}: {standing(attempt)}"


def _updates(sight: Sight) -> Iterator[str]:
    next_ = {due.audience: due for due in dues(sight)}
    for audience in dict.fromkeys((*sight.doctrine.clocks, *sight.board.heard, *next_)):
        heard = sight.board.heard.get(audience)
        last = "nothing yet" if heard is None else f"{sight.board.states[audience]} at {show_clock(heard)}"
        due = next_.get(audience)
        yield f"{audience}: {last}{f'; next {due}' if due else ''}"
