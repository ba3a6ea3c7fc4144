"""What a seat knows, put in order: severity, people, work, changes, promises. A function of the timeline."""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar

from simulator.domain.attempt import ABOUT, Attempt, follow
from simulator.domain.course import EVIDENCE
from simulator.domain.doctrine import UpdateState
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
    TaskKind,
    TaskStarted,
    Unfrozen,
    WorkstreamClosed,
    WorkstreamOpened,
)
from simulator.domain.value import Value

T = TypeVar("T")
Presence: TypeAlias = Literal["paged", "acknowledged", "unanswered", "here", "left"]
COMING: tuple[Presence, ...] = ("paged", "acknowledged")
"""On the way to the call, as far as anybody knows."""
HAD: tuple[Presence, ...] = ("here", *COMING)
"""On the call, or on the way to it: nobody has to page them."""
Stage: TypeAlias = Literal["identification", "triage", "resolution", "resolved"]


class Work(NamedTuple):
    """A piece of work as the seat knows it. A named tuple, since every task is given and then taken up."""

    task: str
    what: TaskKind
    subject: str
    owner: str
    given: int
    within: int
    started: int | None = None

    @property
    def began(self) -> int:
        """The second from which its time-box runs: when it was taken up, or given where nobody has begun."""
        return self.given if self.started is None else self.started


class Stream(Value):
    """An open workstream as the seat knows it; `within` 0 is no time-box."""

    leader: str
    scope: str
    within: int
    since: int


@dataclass
class Board:
    """A seat's picture of the exercise. It stays as it is: what comes later is on another.

    At `evident` something first showed that customers can feel. `people` maps everyone heard of to where they
    are; `readings` are what the signals showed when they were last looked at, at second `looked`;
    `reports` is how many customers had written in when support last said so, with that second;
    `heard` maps an audience to the second of its last update, `promised` to the second the next is due,
    `notices` to the second by which a legal clock wants it told. `swoops` are the audiences of which someone
    stands in the room, `wants` what they came for. `since` is when everyone here joined; `sitrep`, with its
    second, and `decisions` are what whoever takes over reads first. `severities` are those that held, each
    with the second from which it did.
    """

    severity: str = ""
    evident: int | None = None
    declared: int | None = None
    commander: str = ""
    stage: Stage = "identification"
    roles: dict[str, str] = field(default_factory=dict)
    people: dict[str, Presence] = field(default_factory=dict)
    work: dict[str, Work] = field(default_factory=dict)
    changes: tuple[Attempt, ...] = ()
    alerts: dict[str, int] = field(default_factory=dict)
    clues: list[ClueFound] = field(default_factory=list)
    looked: int | None = None
    reports: tuple[int, int] | None = None
    readings: Mapping[str, float] = field(default_factory=dict)
    heard: dict[str, int] = field(default_factory=dict)
    promised: dict[str, int] = field(default_factory=dict)
    states: dict[str, UpdateState] = field(default_factory=dict)
    drafts: list[str] = field(default_factory=list)
    swoops: list[str] = field(default_factory=list)
    wants: dict[str, str] = field(default_factory=dict)
    notices: dict[str, int] = field(default_factory=dict)
    moods: dict[str, str] = field(default_factory=dict)
    workstreams: dict[str, Stream] = field(default_factory=dict)
    since: dict[str, int] = field(default_factory=dict)
    sitrep: tuple[int, str] | None = None
    decisions: list[tuple[int, str]] = field(default_factory=list)
    severities: list[tuple[int, str]] = field(default_factory=list)
    frozen: bool = False
    mitigated: int | None = None
    resolved: int | None = None

    @property
    def here(self) -> tuple[str, ...]:
        """Who is on the call."""
        return tuple(person for person, state in self.people.items() if state == "here")

    @property
    def coming(self) -> tuple[str, ...]:
        """Who is on the way to the call."""
        return tuple(person for person, state in self.people.items() if state in COMING)

    @property
    def open_changes(self) -> tuple[Attempt, ...]:
        """Changes under way, or made and not yet verified."""
        return tuple(each for each in self.changes if each.closed is None)


def board_of(entries: Sequence[Entry], seat: str, now: int) -> Board:
    """The board of a seat at a second, from what it may have seen."""
    return Follower(seat).board([entry for entry in entries if entry.at <= now])


class Follower:
    """Keeps a seat's board as the timeline grows, so that each entry is read once."""

    def __init__(self, seat: str) -> None:
        self._seat = seat
        self._read = 0
        self._board = Board()
        self._changes: dict[str, Attempt] = {}
        self._shown: Board | None = None

    def board(self, entries: Sequence[Entry]) -> Board:
        """The board by now, from the same timeline as last time and what has been added to it."""
        for entry in entries[self._read :]:
            if entry.seen in (ROOM, self._seat):
                self._take(entry)
        self._read = len(entries)
        if self._shown is None:
            self._shown = self._copied()
        return self._shown

    def _take(self, entry: Entry) -> None:
        kind = type(entry.fact)
        if self._board.evident is None and kind in EVIDENCE:
            self._board.evident, self._shown = entry.at, None
        if kind in ABOUT:
            follow(self._changes, entry)
            self._shown = None
        told = _TOLD.get(kind)
        if told is not None:
            told(self._board, entry.fact, entry.at)
            self._shown = None

    def _copied(self) -> Board:
        """A board for whoever looks: what comes later does not change it."""
        board = copy(self._board)
        board.changes = tuple(self._changes.values())
        return board


def _with(known: Mapping[str, T], name: str, value: T) -> dict[str, T]:
    """A mapping with one more; whoever was handed the one before keeps that."""
    return {**known, name: value}


def _without(known: Mapping[str, T], name: str) -> dict[str, T]:
    """A mapping with one less, if it is there."""
    return {each: value for each, value in known.items() if each != name}


Whereabouts: TypeAlias = Paged | Acknowledged | PageUnanswered | Joined | Left
_WHERE: dict[type, Presence] = {
    Paged: "paged", Acknowledged: "acknowledged", PageUnanswered: "unanswered", Joined: "here", Left: "left",
}  # fmt: skip


def _moves(board: Board, fact: Whereabouts, at: int) -> None:
    board.people = _with(board.people, fact.person, _WHERE[type(fact)])
    if isinstance(fact, Joined):
        board.since = _with(board.since, fact.person, at)
    elif isinstance(fact, Left):
        board.since = _without(board.since, fact.person)


def _given(board: Board, fact: TaskGiven, at: int) -> None:
    work = Work(fact.task, fact.what, fact.subject, fact.owner, at, fact.within)
    board.work = _with(board.work, fact.task, work)


def _started(board: Board, fact: TaskStarted, at: int) -> None:
    work = board.work.get(fact.task)
    if work:
        board.work = _with(board.work, fact.task, work._replace(owner=fact.owner, started=at))


def _ended(board: Board, fact: TaskEnded, at: int) -> None:
    board.work = _without(board.work, fact.task)


def _posted(board: Board, fact: Posted, at: int) -> None:
    update, audience = fact.update, fact.update.audience
    board.heard, board.states = _with(board.heard, audience, at), _with(board.states, audience, update.state)
    board.promised = _without(board.promised, audience)
    if update.next_in is not None:
        board.promised[audience] = at + update.next_in
    board.drafts = [each for each in board.drafts if each != audience]
    board.notices = _without(board.notices, audience)
    if board.wants.get(audience, "news") == "news":
        _go(board, audience)


def _drafted(board: Board, fact: Drafted, at: int) -> None:
    board.drafts = [*board.drafts, fact.update.audience]


def _swooped(board: Board, fact: Swooped, at: int) -> None:
    _go(board, fact.audience)
    board.swoops = [*board.swoops, fact.audience]
    board.wants = _with(board.wants, fact.audience, fact.wants)


def _stepped_back(board: Board, fact: SteppedBack, at: int) -> None:
    _go(board, fact.audience)


def _go(board: Board, audience: str) -> None:
    """Nobody of an audience stands in the room any more."""
    board.swoops = [each for each in board.swoops if each != audience]
    board.wants = _without(board.wants, audience)


def _notice_due(board: Board, fact: NoticeDue, at: int) -> None:
    board.notices = _with(board.notices, fact.audience, at + fact.within)


def _mood(board: Board, fact: MoodChanged, at: int) -> None:
    board.moods = _with(board.moods, fact.who, fact.mood)


def _fired(board: Board, fact: AlertFired, at: int) -> None:
    board.alerts = _with(board.alerts, fact.alert, at)


def _cleared(board: Board, fact: AlertCleared, at: int) -> None:
    board.alerts = _without(board.alerts, fact.alert)


def _found(board: Board, fact: ClueFound, at: int) -> None:
    board.clues = [*board.clues, fact]


def _reported(board: Board, fact: CustomersReported, at: int) -> None:
    board.reports = (at, fact.count)


def _looked(board: Board, fact: Looked, at: int) -> None:
    if fact.view == "signals":
        board.looked, board.readings = at, dict(fact.readings)


def _declared(board: Board, fact: Declared, at: int) -> None:
    board.severity, board.commander, board.declared = fact.severity, fact.commander, at
    board.stage = "triage"
    board.severities = [*board.severities, (at, fact.severity)]


def _severity(board: Board, fact: SeverityChanged, at: int) -> None:
    board.severity = fact.severity
    board.severities = [*board.severities, (at, fact.severity)]


def _role(board: Board, fact: RoleAssigned, at: int) -> None:
    board.roles = _with(board.roles, fact.role, fact.person)


def _handed(board: Board, fact: CommandHanded, at: int) -> None:
    board.commander = fact.person


def _opened(board: Board, fact: WorkstreamOpened, at: int) -> None:
    stream = Stream(fact.leader, fact.scope, fact.within, at)
    board.workstreams = _with(board.workstreams, fact.name, stream)


def _closed(board: Board, fact: WorkstreamClosed, at: int) -> None:
    board.workstreams = _without(board.workstreams, fact.name)


def _sitrep(board: Board, fact: SitrepGiven, at: int) -> None:
    board.sitrep = (at, fact.text)


def _decided(board: Board, fact: Decided, at: int) -> None:
    board.decisions = [*board.decisions, (at, fact.text)]


def _frozen(board: Board, fact: Frozen | Unfrozen, at: int) -> None:
    board.frozen = isinstance(fact, Frozen)


def _mitigated(board: Board, fact: CalledMitigated, at: int) -> None:
    board.mitigated, board.stage = at, "resolution"


def _resolved(board: Board, fact: Resolved, at: int) -> None:
    board.resolved, board.stage = at, "resolved"


_TOLD: Mapping[type, Callable[[Board, Any, int], None]] = {
    **dict.fromkeys(_WHERE, _moves),
    TaskGiven: _given, TaskStarted: _started, TaskEnded: _ended,
    Posted: _posted, Drafted: _drafted, Swooped: _swooped, SteppedBack: _stepped_back,
    NoticeDue: _notice_due, MoodChanged: _mood,
    AlertFired: _fired, AlertCleared: _cleared, ClueFound: _found, CustomersReported: _reported,
    Looked: _looked,
    Declared: _declared, SeverityChanged: _severity, RoleAssigned: _role, CommandHanded: _handed,
    WorkstreamOpened: _opened, WorkstreamClosed: _closed, SitrepGiven: _sitrep, Decided: _decided,
    Frozen: _frozen, Unfrozen: _frozen, CalledMitigated: _mitigated, Resolved: _resolved,
}  # fmt: skip
"""What each kind of line tells a board; the others tell it nothing."""
