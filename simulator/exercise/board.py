"""What a seat knows, put in order: severity, people, work, changes, promises. A function of the timeline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TypeAlias

from simulator.domain.attempt import Attempt, follow
from simulator.domain.entry import ROOM, Entry
from simulator.domain.fact import (
    Acknowledged,
    AlertCleared,
    AlertFired,
    CalledMitigated,
    ClueFound,
    CommandHanded,
    CustomersReported,
    Decided,
    Declared,
    Drafted,
    Fact,
    Frozen,
    Joined,
    Left,
    Looked,
    MoodChanged,
    NoticeDue,
    Paged,
    PageUnanswered,
    Posted,
    Resolved,
    RoleAssigned,
    SeverityChanged,
    SitrepGiven,
    SteppedBack,
    Swooped,
    TaskEnded,
    TaskGiven,
    TaskStarted,
    Unfrozen,
    WorkstreamClosed,
    WorkstreamOpened,
)


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work as the seat knows it."""

    task: str
    what: str
    subject: str
    owner: str
    given: int
    within: int
    started: int | None = None


@dataclass(frozen=True, slots=True)
class Stream:
    """An open workstream as the seat knows it; `within` 0 is no time-box."""

    leader: str
    scope: str
    within: int
    since: int


@dataclass(slots=True)
class Board:
    """A seat's picture of the exercise at second `now`.

    `people` maps everyone heard of to `paged`, `acknowledged`, `unanswered`, `here` or `left`;
    `readings` are what the signals showed when they were last looked at, at second `looked`;
    `reports` is how many customers had written in when support last said so, with that second;
    `heard` maps an audience to the second of its last update, `promised` to the second the next is due,
    `notices` to the second by which a legal clock wants it told. `swoops` are the audiences of which someone
    stands in the room, `wants` what they came for. `since` is when everyone here joined; `sitrep`, with its
    second, and `decisions` are what whoever takes over reads first.
    """

    now: int
    severity: str = ""
    declared: int | None = None
    commander: str = ""
    stage: str = "identification"
    roles: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    work: dict[str, Work] = field(default_factory=dict)
    changes: tuple[Attempt, ...] = ()
    alerts: dict[str, int] = field(default_factory=dict)
    clues: list[ClueFound] = field(default_factory=list)
    looked: int | None = None
    reports: tuple[int, int] | None = None
    readings: Mapping[str, float] = field(default_factory=dict)
    heard: dict[str, int] = field(default_factory=dict)
    promised: dict[str, int] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    drafts: list[str] = field(default_factory=list)
    swoops: list[str] = field(default_factory=list)
    wants: dict[str, str] = field(default_factory=dict)
    notices: dict[str, int] = field(default_factory=dict)
    moods: dict[str, str] = field(default_factory=dict)
    workstreams: dict[str, Stream] = field(default_factory=dict)
    since: dict[str, int] = field(default_factory=dict)
    sitrep: tuple[int, str] | None = None
    decisions: list[tuple[int, str]] = field(default_factory=list)
    frozen: bool = False
    mitigated: int | None = None
    resolved: int | None = None

    @property
    def here(self) -> tuple[str, ...]:
        """Who is on the call."""
        return tuple(person for person, state in self.people.items() if state == "here")

    @property
    def open_changes(self) -> tuple[Attempt, ...]:
        """Changes under way, or made and not yet verified."""
        return tuple(each for each in self.changes if each.closed is None)


_GROWING = (
    "roles", "people", "work", "alerts", "clues", "heard", "promised", "states", "drafts", "swoops",
    "wants", "notices", "moods", "workstreams", "since", "decisions",
)  # fmt: skip
"""What a board keeps in dictionaries and lists of its own."""
_PLAIN = tuple(each.name for each in fields(Board) if each.name not in (*_GROWING, "now", "changes"))
"""What never changes once it is on a board, but for being exchanged."""


def board_of(entries: Sequence[Entry], seat: str, now: int) -> Board:
    """The board of a seat at a second, from what it may have seen."""
    return Follower(seat).board([entry for entry in entries if entry.at <= now], now)


class Follower:
    """Keeps a seat's board as the timeline grows, so that each entry is read once."""

    def __init__(self, seat: str) -> None:
        self._seat = seat
        self._read = 0
        self._board = Board(0)
        self._changes: dict[str, Attempt] = {}

    def board(self, entries: Sequence[Entry], now: int) -> Board:
        """The board at a second, from the same timeline as last time and what has been added to it."""
        for entry in entries[self._read :]:
            if entry.seen in (ROOM, self._seat):
                follow(self._changes, entry)
                _take(self._board, entry)
        self._read = len(entries)
        return self._copied(now)

    def _copied(self, now: int) -> Board:
        """A board of its own for whoever looks: what comes later does not change it."""
        kept, seen = self._board, Board(now, changes=tuple(self._changes.values()))
        for name in _PLAIN:
            setattr(seen, name, getattr(kept, name))
        for name in _GROWING:
            setattr(seen, name, getattr(kept, name).copy())
        return seen


def _take(board: Board, entry: Entry) -> None:
    fact = entry.fact
    match fact:
        case Paged() | Acknowledged() | PageUnanswered() | Joined() | Left():
            board.people[fact.person] = _WHEREABOUTS[type(fact)]
            _take_shift(board, fact, entry.at)
        case TaskGiven() | TaskStarted() | TaskEnded():
            _take_work(board, fact, entry.at)
        case Posted() | Drafted() | Swooped() | SteppedBack() | NoticeDue() | MoodChanged():
            _take_news(board, fact, entry.at)
        case AlertFired():
            board.alerts[fact.alert] = entry.at
        case AlertCleared():
            board.alerts.pop(fact.alert, None)
        case ClueFound():
            board.clues.append(fact)
        case CustomersReported(count=count):
            board.reports = (entry.at, count)
        case Looked(view="signals"):
            board.looked, board.readings = entry.at, dict(fact.readings)
        case _:
            _take_command(board, entry)


_WHEREABOUTS: dict[type, str] = {
    Paged: "paged", Acknowledged: "acknowledged", PageUnanswered: "unanswered", Joined: "here", Left: "left",
}  # fmt: skip


def _take_work(board: Board, fact: TaskGiven | TaskStarted | TaskEnded, at: int) -> None:
    match fact:
        case TaskGiven():
            board.work[fact.task] = Work(fact.task, fact.what, fact.subject, fact.owner, at, fact.within)
        case TaskStarted():
            work = board.work.get(fact.task)
            if work:
                board.work[fact.task] = replace(work, owner=fact.owner, started=at)
        case TaskEnded():
            board.work.pop(fact.task, None)


def _take_shift(board: Board, fact: Fact, at: int) -> None:
    match fact:
        case Joined(person=person):
            board.since[person] = at
        case Left(person=person):
            board.since.pop(person, None)


_News: TypeAlias = Posted | Drafted | Swooped | SteppedBack | NoticeDue | MoodChanged


def _take_news(board: Board, fact: _News, at: int) -> None:
    match fact:
        case Posted(update=update):
            board.heard[update.audience], board.states[update.audience] = at, update.state
            board.promised.pop(update.audience, None)
            if update.next_in is not None:
                board.promised[update.audience] = at + update.next_in
            board.drafts = [each for each in board.drafts if each != update.audience]
            board.notices.pop(update.audience, None)
            if board.wants.get(update.audience, "news") == "news":
                _go(board, update.audience)
        case Drafted(update=update):
            board.drafts.append(update.audience)
        case Swooped():
            _go(board, fact.audience)
            board.swoops.append(fact.audience)
            board.wants[fact.audience] = fact.wants
        case SteppedBack():
            _go(board, fact.audience)
        case NoticeDue():
            board.notices[fact.audience] = at + fact.within
        case MoodChanged():
            board.moods[fact.who] = fact.mood


def _go(board: Board, audience: str) -> None:
    """Nobody of an audience stands in the room any more."""
    board.swoops = [each for each in board.swoops if each != audience]
    board.wants.pop(audience, None)


def _take_command(board: Board, entry: Entry) -> None:
    match entry.fact:
        case Declared(severity=severity, commander=commander):
            board.severity, board.commander, board.declared = severity, commander, entry.at
            board.stage = "triage"
        case SeverityChanged(severity=severity):
            board.severity = severity
        case RoleAssigned(role=role, person=person):
            board.roles[role] = person
        case CommandHanded(person=person):
            board.commander = person
        case WorkstreamOpened() | WorkstreamClosed() | SitrepGiven() | Decided():
            _take_note(board, entry)
        case _:
            _take_close(board, entry)


def _take_note(board: Board, entry: Entry) -> None:
    match entry.fact:
        case WorkstreamOpened(name=name, leader=leader, scope=scope, within=within):
            board.workstreams[name] = Stream(leader, scope, within, entry.at)
        case WorkstreamClosed(name=name):
            board.workstreams.pop(name, None)
        case SitrepGiven(text=text):
            board.sitrep = (entry.at, text)
        case Decided(text=text):
            board.decisions.append((entry.at, text))


def _take_close(board: Board, entry: Entry) -> None:
    match entry.fact:
        case Frozen() | Unfrozen():
            board.frozen = isinstance(entry.fact, Frozen)
        case CalledMitigated():
            board.mitigated, board.stage = entry.at, "resolution"
        case Resolved():
            board.resolved, board.stage = entry.at, "resolved"
