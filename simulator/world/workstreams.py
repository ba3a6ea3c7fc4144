"""Workstreams: a leader with a scope, a time-box and people of their own, to whom they hand out the work."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from simulator.domain.duration import MINUTE, Spread
from simulator.domain.fact import Answered, Said, WorkstreamClosed, WorkstreamOpened
from simulator.domain.organisation import Organisation
from simulator.world.responder import Responder
from simulator.world.responders import INTERRUPTION, Responders
from simulator.world.scene import Scene
from simulator.world.tasks import task_name

HANDING_ON = 30
"""Seconds of a leader's own work that handing on costs them (assumption)."""
GATHERING = Spread(40, 0.4)
"""Seconds until a leader can say how their workstream stands (assumption)."""
SURE = 0.7
NOTHING_NEW = "Nothing new since my last report."
IDLE = "Nobody of us has anything in hand. What should we look at?"


@dataclass(slots=True)
class Workstream:
    """One workstream: its leader, what it is about, its time-box, who works in it, and what it has told."""

    name: str
    leader: str
    scope: str
    within: int
    people: dict[str, None] = field(default_factory=dict)
    open: bool = True
    told: list[str] = field(default_factory=list)


class Workstreams:
    """The workstreams that are open, by name."""

    def __init__(self, scene: Scene, responders: Responders) -> None:
        self._scene = scene
        self._responders = responders
        self._open: dict[str, Workstream] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._open

    def __len__(self) -> int:
        return len(self._open)

    def __getitem__(self, name: str) -> Workstream:
        return self._open[name]

    def open(self, name: str, leader: str, scope: str, within: int, number: int) -> None:
        """Split off a workstream. Whoever of the leader's team is on the call belongs to it."""
        stream = Workstream(name, leader, scope, within, {leader: None})
        self._open[name] = stream
        self._scene.log.write(WorkstreamOpened(name, leader, scope, within), number)
        if within:
            self._scene.later(max(MINUTE, within), lambda: self._time_is_up(stream))

    def close(self, name: str, number: int) -> None:
        """Its people report to the commander again."""
        self._open.pop(name).open = False
        self._scene.log.write(WorkstreamClosed(name), number)

    def give_up(self, person: str, number: int) -> None:
        """Who takes command leads no workstream any more: its people are theirs like all others."""
        stream = self.led_by(person)
        if stream is not None:
            says = self._scene.voice.say(person, "gives up the workstream", name=stream.name)
            self.close(stream.name, self._scene.log.write(Said(person, says), number))

    def led_by(self, person: str) -> Workstream | None:
        """The workstream that someone leads."""
        return next((stream for stream in self._open.values() if stream.leader == person), None)

    def members(self, stream: Workstream) -> list[Responder]:
        """Who of a workstream is on the call: the leader, their team, and whoever was given work in it.

        Who leads another, or was given work only in another, belongs there.
        """
        return [r for r in self._near(stream) if not self._elsewhere(r.person.id, stream)]

    def _near(self, stream: Workstream) -> list[Responder]:
        team = self._responders[stream.leader].person.team
        here = self._responders.here
        return [r for r in here if r.person.id in stream.people or (r.person.team == team and team)]

    def _elsewhere(self, person: str, stream: Workstream) -> bool:
        others = [other for other in self._open.values() if other is not stream]
        if any(other.leader == person for other in others):
            return True
        return person not in stream.people and any(person in other.people for other in others)

    def hand(self, name: str, place: str) -> str:
        """Who of a workstream takes a piece of work on a place, the free first; empty when nobody can.

        Where none of its own people can, one of the leader's team who belongs to another may.
        """
        stream = self._open[name]
        able = self._able(self.members(stream), place) or self._able(self._near(stream), place)
        able.sort(key=lambda r: (r.task is not None or bool(r.queue), r.person.id == stream.leader))
        return able[0].person.id if able else ""

    def _able(self, people: Iterable[Responder], place: str) -> list[Responder]:
        return [r for r in people if self._responders.knows(r.person.id, place)]

    def give(self, name: str, person: str, number: int) -> None:
        """The leader hands work to one of their people, which costs them a moment of their own."""
        stream = self._open[name]
        stream.people[person] = None
        if person != stream.leader:
            self._responders.interrupt(stream.leader, number, HANDING_ON)

    def reports(self) -> int:
        """How many people work straight for the commander: those in no workstream, and each leader."""
        busy = self._responders.busy
        if not self._open:
            return len(busy)
        inside = {r.person.id for stream in self._open.values() for r in self.members(stream)}
        return sum(r.person.id not in inside for r in busy) + len(self._open)

    def ask(self, stream: Workstream, number: int) -> None:
        """The leader answers for the whole workstream; it costs them time if they are at work themselves."""
        self._responders.interrupt(stream.leader, number, INTERRUPTION // 2)
        wait = self._scene.dice.lasts(stream.leader, "answers for the workstream", GATHERING)
        self._scene.later(wait, lambda: self._answer(stream, number))

    def _answer(self, stream: Workstream, number: int) -> None:
        if self._responders[stream.leader].here:
            says = self._scene.voice.quote(stream.leader, self.report(stream))
            self._scene.log.write(Answered(stream.leader, "progress", says, SURE), number)

    def _time_is_up(self, stream: Workstream) -> None:
        """The leader reports without being asked, and does so again after as long."""
        if not stream.open or not self._responders[stream.leader].here:
            return
        report = self._news(stream)
        says = self._scene.voice.say(stream.leader, "workstream reports", name=stream.name, report=report)
        self._scene.log.write(Said(stream.leader, says))
        self._scene.later(max(MINUTE, stream.within), lambda: self._time_is_up(stream))

    def _news(self, stream: Workstream) -> str:
        """How it stands when its time is up: what was told in a report before is not told again."""
        found = [line for line in self._found(stream) if line not in stream.told]
        if found or not stream.told:
            stream.told += found
            return " ".join([*self._doing(stream), *found]) or IDLE
        return " ".join([NOTHING_NEW, *(list(self._doing(stream)) or [IDLE])])

    def report(self, stream: Workstream) -> str:
        """How a workstream stands, in a sentence or two, as its leader says it."""
        told = [*self._doing(stream), *self._found(stream)]
        return " ".join(told) or IDLE

    def _doing(self, stream: Workstream) -> Iterator[str]:
        for responder in self.members(stream):
            task = responder.task or next(iter(responder.queue), None)
            if task is not None and not task.quiet:
                who = "I am" if responder.person.id == stream.leader else f"{responder.person.first_name} is"
                yield f"{who} {task_name(task.what, task.subject)}."

    def _found(self, stream: Workstream) -> Iterator[str]:
        for responder in self.members(stream):
            if responder.seen:
                place, clue = responder.seen[-1]
                says = self._scene.scenario.clues[place][clue - 1].says
                who = "I" if responder.person.id == stream.leader else responder.person.first_name
                yield f"{who} found: {says}"


def place_of(organisation: Organisation, subject: str) -> str:
    """Where work on a change or a place is done."""
    change = organisation.runbook.get(subject)
    return change.on if change else subject
