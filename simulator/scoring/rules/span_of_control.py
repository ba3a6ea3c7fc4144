"""Span of control: no more people work straight for the commander than one person can lead.

Counted are the people with work in hand who report to the commander; everybody of a workstream is its
leader. More than `reports at most` of them, or more than `room at most` people on a call whom no workstream
leads, for longer than `crowded at most` earns less the longer it lasts, and nothing at three times
that time.

Why: three to seven reports can be led, five well (NIMS2); more than seven or eight overwhelm anybody (PD-
AP; B4). Then a group is split off, with a leader, a goal and a time-box, and all talk goes through the
leader (PD-IC, PD-CX; B5). An empty workstream leads nobody: its people still count.

Exception: a real timeline that does not show who came and went; a call with no more than five people on it
is no test of this, and once it was rightly called mitigated people are about to leave. Whoever left leads
nobody any more.

Pass:
    0:03:00 declared severity=P0 commander=you
    0:04:00 joined person=ana
    0:04:00 joined person=bo
    0:04:00 joined person=raj
    0:04:00 joined person=mei
    0:04:00 joined person=lee
    0:04:00 joined person=omar
    0:30:00 noted text="six are easily led"

Fail:
    0:03:00 declared severity=P0 commander=you
    0:04:00 joined person=ana
    0:04:00 joined person=bo
    0:04:00 joined person=raj
    0:04:00 joined person=mei
    0:04:00 joined person=lee
    0:04:00 joined person=omar
    0:04:00 joined person=sean
    0:04:00 joined person=petra
    0:04:00 joined person=ida
    0:40:00 noted text="everybody talks at once"
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, about
from simulator.domain.fact import (
    Commanded,
    Joined,
    Left,
    TaskEnded,
    TaskGiven,
    TaskStarted,
    WorkstreamClosed,
    WorkstreamOpened,
)
from simulator.domain.value import Value, replace
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark
from simulator.scoring.relieved import led_until, pressing_until
from simulator.scoring.streams import speaks_of, team_of
from simulator.scoring.words import clock, minutes

NAME = "span-of-control"
AXIS: Axis = "command"
EASILY_LED = 5
NOTHING_AT = 3
_TELLING: frozenset[type] = frozenset({
    Commanded, Joined, Left, TaskEnded, TaskGiven, TaskStarted, WorkstreamClosed, WorkstreamOpened,
})  # fmt: skip
"""The kinds of line after which somebody else, or somebody more, may have to be led."""


@dataclass(slots=True)
class Room:
    """Who is on the call and at work, and who of them belongs to a workstream."""

    case: Case
    here: set[str] = field(default_factory=set)
    work: dict[str, str] = field(default_factory=dict)
    streams: dict[str, set[str]] = field(default_factory=dict)
    leading: set[str] = field(default_factory=set)
    said: dict[int, str] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        """Take one more line in."""
        match entry.fact:
            case Commanded(text=text):
                self.said[entry.number] = text.casefold()
            case Joined(person=person):
                self.here.add(person)
            case Left(person=person):
                self.here.discard(person)
            case TaskGiven(owner=owner):
                self._into(owner, self.said.get(entry.because, ""))
            case TaskStarted(task=task, owner=owner):
                self.work[task] = owner
            case TaskEnded(task=task):
                self.work.pop(task, None)
            case WorkstreamOpened(name=name, leader=leader):
                self.streams[name] = set(team_of(self.case.organisation, leader))
            case WorkstreamClosed(name=name):
                self.streams.pop(name, None)
                self.leading.discard(name)
        self.leading.update(name for name, people in self.streams.items() if people & self._busy)

    def _into(self, owner: str, words: str) -> None:
        """Whoever is given work in a workstream belongs to it."""
        for name, people in self.streams.items():
            if owner and speaks_of(words, name):
                people.add(owner)

    @property
    def _busy(self) -> set[str]:
        """Who is on the call and has work in hand."""
        return {owner for owner in self.work.values() if owner in self.here}

    @property
    def led(self) -> set[str]:
        """Who reports to the leader of a workstream."""
        return {person for people in self.streams.values() for person in people}

    @property
    def reports(self) -> int:
        """How many people at work report straight to the commander, leaders among them."""
        return len(self._busy - self.led) + len(self.streams)

    @property
    def crowd(self) -> int:
        """How many people on the call nobody else leads; a stream in which nobody worked leads nobody."""
        led = {person for name in self.leading for person in self.streams[name]}
        return len(self.here - led) + len(self.leading)


class Crowd(Value):
    """A stretch in which too many people were to be led; `most` of them at its worst."""

    since: int
    until: int
    entry: int
    most: int
    what: str


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every crowd that lasted, or one for a room that was big enough and well led."""
    if case.declared is None or not case.shows("join", "leave"):
        return
    crowds, biggest = _crowds(case)
    least = case.doctrine.threshold("crowded at most")
    lasting = [crowd for crowd in crowds if crowd.until - crowd.since > least]
    for crowd in lasting:
        lasted = crowd.until - crowd.since
        earned = falling(lasted, least, NOTHING_AT * least)
        told = f"As many as {crowd.most} {crowd.what} for {minutes(lasted)} from {clock(crowd.since)} on"
        yield Mark(
            NAME, AXIS, earned, 1.0, f"{told}; that is more than one can lead.", (crowd.entry,), crowd.since
        )
    if not lasting and biggest is not None:
        entry, most = biggest
        summary = f"Of the {most} people on the call no more reported to the commander than one can lead."
        yield Mark(NAME, AXIS, 1.0, 1.0, summary, (entry.number,), entry.at)


def _crowds(case: Case) -> tuple[list[Crowd], tuple[Entry, int] | None]:
    """Every crowd in order, and the line on which the room was fullest, if that was full enough to tell."""
    room, found, crowd = Room(case), list[Crowd](), None
    biggest: tuple[Entry, int] | None = None
    over = min(pressing_until(case), led_until(case))
    for entry in about(case.seen, _TELLING):
        if entry.at >= over:
            break
        room.take(entry)
        count, what = _too_many(case, room)
        if crowd is not None and not count:
            found.append(replace(crowd, until=entry.at))
            crowd = None
        elif count and (crowd is None or count > crowd.most):
            begun = crowd or Crowd(entry.at, entry.at, entry.number, count, what)
            crowd = replace(begun, most=count, what=what)
        if len(room.here) > max(EASILY_LED, biggest[1] if biggest else 0):
            biggest = (entry, len(room.here))
    if crowd is not None:
        found.append(replace(crowd, until=over))
    return found, biggest


def _too_many(case: Case, room: Room) -> tuple[int, str]:
    """How many people there are too many to lead, and as what; 0 when there are not."""
    if room.reports > case.doctrine.threshold("reports at most"):
        return room.reports, "people reported straight to the commander"
    if room.crowd > case.doctrine.threshold("room at most"):
        return room.crowd, "people stood in one room"
    return 0, ""
