"""The people on the call: busy with one thing at a time, interrupted, gone."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from simpy import AnyOf

from simulator.domain.duration import MINUTE
from simulator.domain.fact import (
    ONE_BY_ONE,
    TECHNICAL,
    Interrupted,
    Joined,
    Left,
    Said,
    TaskEnded,
    TaskGiven,
    TaskStarted,
    Withdrawn,
)
from simulator.domain.prose.people import in_hand, named
from simulator.domain.seats import COMMANDER
from simulator.world.fatigue import fatigue
from simulator.world.pager import Pager
from simulator.world.responder import Crew, Responder, roll_of
from simulator.world.scene import Scene, Steps
from simulator.world.tasks import ASKED_ONCE, Task

PICK_UP_FROM, PICK_UP_TO, NEVER_PICKED_UP = 60, 180, 0.3
"""A request without a name on it waits, and sometimes nobody takes it (bystander effect, assumption)."""
WHO_HAS_IT = 6 * MINUTE
"""When nobody has taken it by then, somebody asks once who has it (assumption)."""
INTERRUPTION, DEEP_INTERRUPTION, DEEP = 2 * MINUTE, 5 * MINUTE, 5 * MINUTE
"""What a question costs someone busy (1 to 3 min), and someone who has been in a look for this long."""
ASKS_BACK = 90
"""Seconds that somebody new loses with questions before work of a kind that is new to them (assumption)."""
BY_HAND = ("check", "change", "prepare", "revert", "write")
"""Work that takes a tired person longer; a look sees to that itself, and a watch lasts what it lasts."""

Welcome: TypeAlias = Callable[[Responder, int], None]
"""Told who has joined, and the number of the entry that says so."""


class Responders:
    """Everyone who can be paged, and the work in their hands."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        everyone, row, self._running = roll_of(scene.organisation)
        self._services = scene.organisation.services
        self._all = Crew(everyone, row)
        self.commander = self._all[COMMANDER]
        self.commander.here = True
        self._given = 0
        self._present: list[Responder] | None = None
        self._welcomes: list[Welcome] = []
        self.requests: list[Task] = []
        """What has no name on it and nobody has taken, in the order in which it was asked."""
        self.unowned: list[Task] = []
        self.pager = Pager(scene, self._all, self._join)
        scene.start(self._works(self.commander))

    def __getitem__(self, person: str) -> Responder:
        return self._all[person]

    @property
    def here(self) -> list[Responder]:
        """Who is on the call, but for the commander."""
        return [*self._on_call()]

    @property
    def busy(self) -> list[Responder]:
        """Who on the call has something in hand, but for the commander."""
        present = self._on_call() if self._present is None else self._present
        return [r for r in present if r.task is not None]

    def _on_call(self) -> list[Responder]:
        if self._present is None:
            self._present = [r for r in self._all.in_row() if r.here and r.person.site]
        return self._present

    @property
    def coming(self) -> list[str]:
        """Who has been paged and is not here yet, by first name, the one who is paged longest first."""
        called = [r for r in self._all.in_row() if r.coming and not r.here]
        return [r.person.first_name for r in sorted(called, key=lambda r: r.paged)]

    @property
    def paged(self) -> int:
        """The second at which whoever is still to come was paged first."""
        return min((r.paged for r in self._all.in_row() if r.coming and not r.here), default=0)

    def on_joining(self, welcome: Welcome) -> None:
        """Have something done whenever somebody joins."""
        self._welcomes.append(welcome)

    def idle(self, responder: Responder) -> bool:
        """Whether someone has nothing to do, and nothing that waits for them."""
        return responder.task is None and not responder.queue

    def fatigue(self, person: str) -> float:
        """The factor by which work takes someone longer now than when they are fresh and it is day."""
        responder = self._all[person]
        site = self._scene.organisation.sites.get(responder.person.site)
        if site is None:
            return 1.0
        local = self._scene.moment + site.offset
        return fatigue(self._scene.env.second - responder.since, local)

    def name(self, person: str) -> str:
        """What someone is called on the call."""
        return self._all[person].person.first_name

    def knows(self, person: str, place: str) -> bool:
        """Whether someone can read a place: they know it, or their team runs it, or it is nobody's."""
        known, service = self._all[person].person, self._services.get(place)
        if service is None:
            return bool(known.knows) or known.team in self._running
        return place in known.knows or service.team == known.team

    def able(self, place: str, but: str = "") -> list[str]:
        """Who on the call can work on a place, whoever is free first."""
        some = [r for r in self.here if r.person.id != but and self.knows(r.person.id, place)]
        return [r.person.id for r in sorted(some, key=lambda r: (r.task is not None, r.person.id))]

    def page(self, target: str, because: int) -> None:
        """Page someone, or whoever of a team is on call and not yet coming."""
        self.pager.page(target, because)

    def gather(self, people: Iterable[str], because: int) -> None:
        """Have people on the call from the start."""
        for person in people:
            self._join(self._all[person], because)

    def _join(self, responder: Responder, because: int) -> None:
        responder.here, responder.coming, self._present = True, False, None
        responder.since = responder.idle = self._scene.now
        number = self._scene.log.write(Joined(responder.person.id), because)
        self._scene.start(self._works(responder))
        for task in list(self.unowned):
            if self._suits(responder, task):
                self.unowned.remove(task)
                self._takes_up(responder, task, number)
        for welcome in self._welcomes:
            welcome(responder, number)

    def when_free(self, responder: Responder, then: Callable[[], None]) -> None:
        """Have something done once what is in someone's hands is finished; at once when nothing is."""
        if responder.task is None and not any(task.ready for task in responder.queue):
            then()
        else:
            responder.then = then

    def reach(self, provider: str) -> None:
        """A provider can be given work from now on; they are not on the call."""
        if not self._all[provider].here:
            self._all[provider].here = True
            self._scene.start(self._works(self._all[provider]))

    def leave(self, person: str, because: int) -> None:
        """Let someone go; what they held is dropped."""
        responder = self._all[person]
        responder.here, self._present = False, None
        responder.shift += 1
        responder.hands += 1
        number = self._scene.log.write(Left(person), because)
        for task in (*([responder.task] if responder.task else ()), *responder.queue):
            self.drop(task, number)
        responder.task = responder.then = None
        responder.queue.clear()
        self._rouse(responder)

    def drop(self, task: Task, because: int) -> None:
        """Have nobody do a piece of work any more; once is enough."""
        if task.dropped:
            return
        task.dropped = True
        if task.holder and task in self._all[task.holder].queue:
            self._all[task.holder].queue.remove(task)
        self._off_the_list(task)
        number = self._scene.log.write(TaskEnded(task.id, task.what, task.subject, task.holder), because)
        task.given_up(task.holder, number)

    def take_off(self, task: Task, because: int) -> None:
        """Have nobody do a piece of work any more; whoever has it in hand is free at once."""
        responder = self._all[task.holder] if task.holder else None
        self.drop(task, because)
        if responder is None or responder.task is not task:
            return
        responder.hands += 1
        responder.task, responder.idle = None, self._scene.now
        self._scene.start(self._works(responder))
        if responder.then is not None:
            responder.then()

    def lapse(self, task: Task, because: int) -> None:
        """A request has been answered by somebody who was not asked by it."""
        number = self._scene.log.write(Withdrawn(task.id, task.what, task.subject, "", ""), because)
        self.drop(task, number)

    def _off_the_list(self, task: Task) -> None:
        for waiting in (self.requests, self.unowned):
            if task in waiting:
                waiting.remove(task)

    def give(self, task: Task, owner: str, within: int, because: int) -> None:
        """Give work to someone on the call, or to nobody in particular."""
        task.because = self._scene.log.write(
            TaskGiven(task.id, task.what, task.subject, owner, within), because
        )
        if owner:
            self._put_off(self._all[owner], task)
            self._queue(self._all[owner], task, task.because)
            if self._suits(self._all[owner], task):
                self._lapse_like(task, task.because)
        else:
            self.requests.append(task)
            self._scene.start(self._picked_up(task))

    def _put_off(self, responder: Responder, task: Task) -> None:
        """Who has something in hand says that what they are given now comes after it."""
        held, who = self.held_by(responder), responder.person.id
        first = next((one for one in held if one.ready), None)
        if first is None or who not in self._scene.organisation.people:
            return
        if (first.what, task.what, task.subject) == ("change", "revert", first.subject):
            says = self._scene.voice.say(who, "cannot stop", change=task.subject)
            self._scene.log.write(Said(who, says), task.because)
        elif task.what in ONE_BY_ONE and first.what in TECHNICAL:
            before, then = in_hand(first.what, first.subject), in_hand(task.what, task.subject)
            says = self._scene.voice.say(who, "puts off", first=before, what=then)
            if not self.tells_of(first, says, task.because):
                self._scene.log.write(Said(who, says), task.because)

    def tells_of(self, task: Task, says: str, because: int) -> bool:
        """Somebody names what they do; whether it was quiet until then, and comes out with these words."""
        if not task.quiet:
            return False
        task.quiet = False
        task.comes_out(says, because)
        return True

    def _lapse_like(self, task: Task, because: int) -> None:
        """What somebody is named for or has answered, nobody has to take up any more."""
        if task.what in ASKED_ONCE:
            for request in [each for each in self.requests if each.like(task)]:
                self.lapse(request, because)

    def take(self, task: Task, owner: str, because: int) -> None:
        """Someone takes up work that nobody gave them."""
        self._queue(self._all[owner], task, because)

    def new_task(self) -> str:
        """The next task's id."""
        self._given += 1
        return f"t{self._given}"

    def _picked_up(self, task: Task) -> Steps:
        """Nobody was named: someone takes it after a while, or each thinks another will."""
        self._scene.later(WHO_HAS_IT, lambda: self._who_has(task))
        luck = self._scene.dice("call", "picks up")
        wait = PICK_UP_FROM + round(luck * (PICK_UP_TO - PICK_UP_FROM))
        yield self._scene.env.timeout(wait)
        if self._scene.dice("call", "nobody takes it") < NEVER_PICKED_UP or task.dropped:
            return
        if on_it := self._on(task):
            says = self._scene.voice.say(on_it, "on it already", what=named(task.what, task.subject))
            self.lapse(task, self._scene.log.write(Said(on_it, says), task.because))
            return
        for responder in sorted(self.here, key=lambda r: (r.task is not None, r.person.id)):
            if self._suits(responder, task):
                self._takes_up(responder, task, task.because)
                return
        self.unowned.append(task)

    def _who_has(self, task: Task) -> None:
        """Somebody wonders aloud what came of a request without a name; that does not make it theirs."""
        free = sorted(self.here, key=lambda r: (r.task is not None, r.person.id))
        if free and not (task.holder or task.dropped):
            who = free[0].person.id
            says = self._scene.voice.say(who, "who has it", what=in_hand(task.what, task.subject))
            self._scene.log.write(Said(who, says), task.because)

    def _takes_up(self, responder: Responder, task: Task, because: int) -> None:
        """Somebody takes what nobody was named for, and says so."""
        who = responder.person.id
        says = self._scene.voice.say(who, "took it", what=named(task.what, task.subject))
        self._queue(responder, task, self._scene.log.write(Said(who, says), because))

    def _on(self, task: Task) -> str:
        """Who on the call is at the same already, or has it before them."""
        at_it = (r.person.id for r in self.here if any(task.like(other) for other in self.held_by(r)))
        return next(at_it, "") if task.what in ASKED_ONCE else ""

    def held_by(self, responder: Responder) -> list[Task]:
        """What somebody has in hand, and what waits for them."""
        return [*([responder.task] if responder.task else []), *responder.queue]

    def _suits(self, responder: Responder, task: Task) -> bool:
        change = self._scene.organisation.runbook.get(task.subject)
        return self.knows(responder.person.id, change.on if change else task.subject)

    def _queue(self, responder: Responder, task: Task, because: int) -> None:
        self._off_the_list(task)
        task.because, task.holder = because, responder.person.id
        responder.queue.append(task)
        if task.after is not None and not task.ready:
            self._scene.when(task.after, lambda: self._rouse(responder))
        self._rouse(responder)

    def _rouse(self, responder: Responder) -> None:
        if responder.wanted is not None and not responder.wanted.triggered:
            responder.wanted.succeed()

    def _works(self, responder: Responder) -> Steps:
        hands = responder.hands
        while responder.hands == hands:
            for task in responder.queue:
                if task.ready:
                    break
            else:
                responder.wanted = self._scene.env.event()
                yield responder.wanted
                continue
            responder.queue.remove(task)
            responder.task = task
            yield from self._does(responder, task)
            if responder.hands == hands:
                responder.task, responder.idle = None, self._scene.env.second
                if responder.then is not None:
                    responder.then()

    def _does(self, responder: Responder, task: Task) -> Steps:
        env, me = self._scene.env, responder.person.id
        write = self._scene.log.truth if task.quiet else self._scene.log.write
        number = write(TaskStarted(task.id, task.what, task.subject, me), task.because)
        task.begun(me, number)
        task.since = env.second
        task.due = task.since + self._takes(responder, task)
        while not task.dropped and env.second < task.due:
            rest = env.timeout(task.due - env.second)
            yield rest if task.called is None else AnyOf(env, (rest, task.called))
        if not task.dropped:
            if not task.quiet:
                write = self._scene.log.write
            task.done(me, number)
            write(TaskEnded(task.id, task.what, task.subject, me), number)
            if task.answered:
                self._lapse_like(task, number)

    def _takes(self, responder: Responder, task: Task) -> int:
        """Seconds until it is done: longer by hand when they are tired, and when they have to ask first."""
        lasts = task.lasts(responder.person.id)
        if task.what in BY_HAND:
            slow = self.fatigue(responder.person.id)
            lasts = round(lasts * slow) if slow > 1 else lasts
        return lasts + self._asks_back(responder, task) if responder.person.temper == "new" else lasts

    def _asks_back(self, responder: Responder, task: Task) -> int:
        """Someone new asks before a kind of work that they do for the first time; the seconds that costs."""
        if task.what in responder.learnt:
            return 0
        responder.learnt += (task.what,)
        who = responder.person.id
        says = self._scene.voice.say(who, "asks back", what=task.subject.rstrip("?."))
        self._scene.log.write(Said(who, says), task.because)
        return ASKS_BACK

    def interrupt(self, person: str, because: int, seconds: int = INTERRUPTION) -> None:
        """A question costs who is busy time, more when deep in a look; who has lost track stops."""
        task = self._all[person].task
        if task is None or task.due <= self._scene.now:
            return
        if task.called is not None and task.enough <= self._scene.now:
            task.due = self._scene.now
            task.called.succeed()
        else:
            deep = task.what == "investigate" and self._scene.now - task.since >= DEEP
            cost = DEEP_INTERRUPTION if deep and seconds == INTERRUPTION else seconds
            task.due, task.enough = task.due + cost, task.enough + cost
            self._scene.log.truth(Interrupted(person, cost), because)
