"""The people: paged, late, on the call, busy with one thing at a time, interrupted, gone."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from simpy import Event

from simulator.domain.duration import MINUTE, Spread
from simulator.domain.fact import (
    Acknowledged,
    Interrupted,
    Joined,
    Left,
    Paged,
    PageUnanswered,
    Said,
    TaskEnded,
    TaskGiven,
    TaskKind,
    TaskStarted,
)
from simulator.domain.organisation import Person
from simulator.world.scene import Scene, Steps
from simulator.world.tasks import Task

COMMANDER = "commander"
"""The seat of the trainee; it can do simple things with its own hands."""

ACK_BY_DAY = Spread(2 * MINUTE, 0.7)
ACK_BY_NIGHT = Spread(4 * MINUTE, 0.7)
MISSED_BY_DAY, MISSED_BY_NIGHT = 0.10, 0.20
"""Chance that a page goes unheard (assumptions; no public distribution was found)."""
PAGER_GIVES_UP = 5 * MINUTE
"""An unanswered page is reported after this long, the common escalation time-out."""
JOIN_BY_DAY = Spread(90, 0.6)
JOIN_BY_NIGHT = Spread(4 * MINUTE, 0.6)
"""From acknowledging to being on the call; with the acknowledgement this gives medians near 5 and 9 min."""
PICK_UP_FROM, PICK_UP_TO, NEVER_PICKED_UP = 60, 180, 0.3
"""A request without a name on it waits, and sometimes nobody takes it (bystander effect, assumption)."""
OUTSIDE = ""
"""The office of those who are not of the company."""
INTERRUPTION = 2 * MINUTE
"""What a question costs someone deep in something else (1 to 3 min)."""


@dataclass(slots=True)
class Responder:
    """One person's state: on the way or on the call, what they do, what waits for them, what they found.

    `shift` counts how often they have left, so that hands still busy with dropped work end with it.
    """

    person: Person
    here: bool = False
    coming: bool = False
    shift: int = 0
    task: Task | None = None
    queue: list[Task] = field(default_factory=list)
    wanted: Event | None = None
    seen: list[str] = field(default_factory=list)


class Responders:
    """Everyone who can be paged, and the work in their hands."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        me = Person(COMMANDER, "you", "", "", ())
        self.commander = Responder(me, here=True)
        people = scene.organisation.people.values()
        self._all = {COMMANDER: self.commander, **{p.id: Responder(p) for p in people}}
        for name, provider in scene.organisation.providers.items():
            self._all[name] = Responder(Person(name, name, OUTSIDE, "", (provider.provides,)))
        self._running = frozenset(service.team for service in scene.organisation.services.values())
        self._given = 0
        self.unowned: list[Task] = []
        scene.start(self._works(self.commander))

    def __getitem__(self, person: str) -> Responder:
        return self._all[person]

    @property
    def here(self) -> list[Responder]:
        """Who is on the call, but for the commander."""
        return [r for r in self._all.values() if r.here and r.person.site]

    @property
    def coming(self) -> list[str]:
        """Who has been paged and is not here yet, by first name."""
        return [r.person.first_name for r in self._all.values() if r.coming and not r.here]

    def name(self, person: str) -> str:
        """What someone is called on the call."""
        return self._all[person].person.first_name

    def knows(self, person: str, place: str) -> bool:
        """Whether someone can read a place: they know it, or their team runs it, or it is nobody's."""
        known = self._all[person].person
        service = self._scene.organisation.services.get(place)
        if service is None:
            return bool(known.knows) or known.team in self._running
        return place in known.knows or service.team == known.team

    def able(self, place: str, but: str = "") -> list[str]:
        """Who on the call can work on a place, whoever is free first."""
        some = [r for r in self.here if r.person.id != but and self.knows(r.person.id, place)]
        return [r.person.id for r in sorted(some, key=lambda r: (r.task is not None, r.person.id))]

    def page(self, target: str, because: int) -> None:
        """Page someone, or whoever of a team is on call and not yet coming."""
        people = self._scene.organisation.people
        if target in people:
            self._page(self._all[target], "", because)
            return
        for person in self._scene.organisation.on_call(target, self._scene.moment):
            responder = self._all[person]
            if not responder.here and not responder.coming:
                self._page(responder, target, because)
                return

    def _page(self, responder: Responder, team: str, because: int) -> None:
        responder.coming = True
        number = self._scene.log.write(Paged(responder.person.id, team), because)
        self._scene.start(self._answers(responder, team, number))

    def _answers(self, responder: Responder, team: str, because: int) -> Steps:
        person, dice, log = responder.person, self._scene.dice, self._scene.log
        night = self._scene.organisation.sites[person.site].night_at(self._scene.moment)
        if dice(person.id, "hears the page") < (MISSED_BY_NIGHT if night else MISSED_BY_DAY):
            yield self._scene.env.timeout(PAGER_GIVES_UP)
            responder.coming = False
            number = log.write(PageUnanswered(person.id), because)
            if team:
                self._escalate(team, person.id, number)
            return
        ack = ACK_BY_NIGHT if night else ACK_BY_DAY
        yield self._scene.env.timeout(dice.lasts(person.id, "acknowledges", ack))
        number = log.write(Acknowledged(person.id), because)
        join = JOIN_BY_NIGHT if night else JOIN_BY_DAY
        yield self._scene.env.timeout(dice.lasts(person.id, "joins", join))
        self._join(responder, number)

    def _escalate(self, team: str, missed: str, because: int) -> None:
        """The pager tries the team's next on-call by itself."""
        on_call = self._scene.organisation.on_call(team, self._scene.moment)
        for person in on_call[on_call.index(missed) + 1 :] if missed in on_call else ():
            if not self._all[person].here and not self._all[person].coming:
                self._page(self._all[person], team, because)
                return

    def gather(self, people: Iterable[str], because: int) -> None:
        """Have people on the call from the start."""
        for person in people:
            self._join(self._all[person], because)

    def _join(self, responder: Responder, because: int) -> None:
        responder.here, responder.coming = True, False
        number = self._scene.log.write(Joined(responder.person.id), because)
        self._scene.start(self._works(responder))
        for task in list(self.unowned):
            if self._suits(responder, task):
                self.unowned.remove(task)
                self._queue(responder, task, number)

    def reach(self, provider: str) -> None:
        """A provider can be given work from now on; they are not on the call."""
        if not self._all[provider].here:
            self._all[provider].here = True
            self._scene.start(self._works(self._all[provider]))

    def leave(self, person: str, because: int) -> None:
        """Let someone go; what they held is dropped."""
        responder = self._all[person]
        responder.here = False
        responder.shift += 1
        number = self._scene.log.write(Left(person), because)
        for task in (*([responder.task] if responder.task else ()), *responder.queue):
            self.drop(task, number)
        responder.task = None
        responder.queue.clear()
        self._rouse(responder)

    def drop(self, task: Task, because: int) -> None:
        """Have nobody do a piece of work any more."""
        task.dropped = True
        if task in self.unowned:
            self.unowned.remove(task)
        number = self._scene.log.write(TaskEnded(task.id, task.what, task.subject, task.holder), because)
        task.given_up(task.holder, number)

    def give(self, task: Task, owner: str, within: int, because: int) -> None:
        """Give work to someone on the call, or to nobody in particular."""
        task.because = self._scene.log.write(
            TaskGiven(task.id, task.what, task.subject, owner, within), because
        )
        if owner:
            self._queue(self._all[owner], task, task.because)
        else:
            self._scene.start(self._picked_up(task))

    def new_task(self) -> str:
        """The next task's id."""
        self._given += 1
        return f"t{self._given}"

    def _picked_up(self, task: Task) -> Steps:
        """Nobody was named: someone takes it after a while, or each thinks another will."""
        luck = self._scene.dice("call", "picks up")
        wait = PICK_UP_FROM + round(luck * (PICK_UP_TO - PICK_UP_FROM))
        yield self._scene.env.timeout(wait)
        if self._scene.dice("call", "nobody takes it") < NEVER_PICKED_UP or task.dropped:
            return
        for responder in sorted(self.here, key=lambda r: (r.task is not None, r.person.id)):
            if self._suits(responder, task):
                says = f"I'll take that: {task.subject.rstrip('?.')}."
                self._queue(
                    responder, task, self._scene.log.write(Said(responder.person.id, says), task.because)
                )
                return
        self.unowned.append(task)

    def _suits(self, responder: Responder, task: Task) -> bool:
        change = self._scene.organisation.runbook.get(task.subject)
        return self.knows(responder.person.id, change.on if change else task.subject)

    def _queue(self, responder: Responder, task: Task, because: int) -> None:
        task.because, task.holder = because, responder.person.id
        responder.queue.append(task)
        if task.after is not None and not task.ready:
            self._scene.when(task.after, lambda: self._rouse(responder))
        self._rouse(responder)

    def _rouse(self, responder: Responder) -> None:
        if responder.wanted is not None and not responder.wanted.triggered:
            responder.wanted.succeed()

    def _works(self, responder: Responder) -> Steps:
        shift = responder.shift
        while responder.shift == shift:
            task = next((task for task in responder.queue if task.ready), None)
            if task is None:
                responder.wanted = self._scene.env.event()
                yield responder.wanted
                continue
            responder.queue.remove(task)
            responder.task = task
            yield from self._does(responder, task)
            if responder.shift == shift:
                responder.task = None

    def _does(self, responder: Responder, task: Task) -> Steps:
        env, log, me = self._scene.env, self._scene.log, responder.person.id
        number = log.write(TaskStarted(task.id, task.what, task.subject, me), task.because)
        task.begun(me, number)
        task.due = self._scene.now + task.lasts(me)
        while not task.dropped and env.now < task.due:
            yield env.timeout(task.due - env.now)
        if not task.dropped:
            task.done(me, number)
            log.write(TaskEnded(task.id, task.what, task.subject, me), number)

    def interrupt(self, person: str, because: int, seconds: int = INTERRUPTION) -> None:
        """A question costs someone who is busy time."""
        task = self._all[person].task
        if task is not None and task.due > self._scene.now:
            task.due += seconds
            self._scene.log.truth(Interrupted(person, seconds), because)


def task_name(what: TaskKind, subject: str) -> str:
    """How a piece of work is called on the call."""
    verbs: dict[TaskKind, str] = {
        "investigate": "looking at", "check": "checking", "change": "on it:", "prepare": "preparing",
        "verify": "watching", "revert": "undoing", "write": "writing for", "answer": "answering",
        "lead": "leading", "assist": "lending a hand with",
    }  # fmt: skip
    return f"{verbs[what]} {subject}"
