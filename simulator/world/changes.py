"""Changes to production: ordered, made, undone. What they do is in `consequences`."""

from simulator.domain.duration import MINUTE, Spread, show_minutes
from simulator.domain.fact import (
    ActedAlone,
    ChangeDone,
    ChangeFailed,
    ChangeHung,
    ChangeOrdered,
    ChangePrepared,
    ChangeReverted,
    ChangeStarted,
    RevertStarted,
    Said,
    TaskStarted,
)
from simulator.domain.organisation import STATES, Change
from simulator.domain.scenario import Outcome
from simulator.domain.seats import COMMANDER
from simulator.world.consequences import Consequences
from simulator.world.made import STAGED_TIME, Made
from simulator.world.objections import Objections, held_for
from simulator.world.plant import Plant
from simulator.world.responders import Responders
from simulator.world.scene import Scene
from simulator.world.tasks import Task
from simulator.world.temper import HASTE

LATE = 1.5
"""So many times what the runbook says it takes, and whoever makes a change says that it takes longer."""
TRIES_A_TOOL = 90
"""Seconds until someone sees that the tool for a change does not answer (assumption)."""


class Changes:
    """Every change of the exercise, from the order to its being undone."""

    def __init__(
        self,
        scene: Scene,
        plant: Plant,
        responders: Responders,
        hazards: dict[tuple[str, str], bool],
        objections: Objections,
    ) -> None:
        self._scene = scene
        self._plant = plant
        self._responders = responders
        self.hazards = hazards
        self._objections = objections
        self._prepared: set[str] = set()
        self.made: list[Made] = []
        self.consequences = Consequences(scene, plant, responders, hazards, self.made)
        self.ordered = scene.env.event()

    def numbered(self, number: str) -> Made | None:
        """The change with a number, as `c3`; None where nothing of that number was ordered."""
        return next((made for made in self.made if made.id == number), None)

    def latest(self, change: str) -> Made | None:
        """The latest making of a change that has not been undone, else the latest of all."""
        makings = [made for made in reversed(self.made) if made.change.name == change]
        return next((made for made in makings if not made.undone), makings[0] if makings else None)

    def hanging(self, owner: str) -> str:
        """A change of theirs that hangs half-way now; empty when none does."""
        hung = (made for made in self.made if made.hung and not (made.finished or made.undone))
        return next((made.change.name for made in hung if made.owner == owner and not made.quiet), "")

    def waiting(self, change: str) -> bool:
        """Whether a change was ordered and is not begun: nobody has it, or they object or are busy first."""
        made = self.latest(change)
        if made is None or made.task is None or made.undone or made.quiet or made.started >= 0:
            return False
        return made.idle or made.held or self._comes_later(made.task)

    def _comes_later(self, task: Task) -> bool:
        """Whether whoever has a piece of work before them is busy with another."""
        now = self._responders[task.holder].task
        return now is not None and now is not task

    def order(self, change: str, owner: str, staged: bool, because: str, number: int) -> None:
        """Have a change made, by someone or by whoever takes it; an order that nobody took is off then.

        Who objects waits for another word: being told again is one, and so is a while without any.
        """
        former = self.latest(change)
        if former and former.held and former.task and owner == former.task.holder and staged == former.staged:
            self._go_ahead(former, number)
            return
        if former and (former.idle or former.held) and former.task:
            self._responders.drop(former.task, number)
        since = self._in_place_since(former)
        made, task = self._new(change, staged)
        ordered = self._scene.log.write(ChangeOrdered(made.id, change, owner, staged, because, since), number)
        if self._objections.at_order(change, owner, ordered):
            made.objection = task.after = self._scene.env.event()
            seconds = held_for(self._scene, self._responders[owner], bool(because))
            self._scene.later(seconds, lambda: self._go_ahead(made, ordered))
        self._responders.give(task, owner, 0, ordered)

    def _in_place_since(self, former: Made | None) -> int | None:
        """Since when a change holds that is a state: what is off, turning it off again leaves as it is."""
        if former is None or former.change.kind not in STATES or not former.finished or former.undone:
            return None
        ended = former.staged or former.undoing or former.relapsed >= 0
        return None if ended or self.consequences.taken_back(former) else former.acted

    def _new(self, change: str, staged: bool) -> tuple[Made, Task]:
        made = Made(f"c{len(self.made) + 1}", self._runbook(change), staged, self._scene.env.event())
        self.made.append(made)
        self.ordered.succeed()
        self.ordered = self._scene.env.event()
        task = made.task = Task(
            self._responders.new_task(), "change", change,
            lasts=lambda who: self._seconds(made, who),
            begun=lambda who, entry: self._begin(made, who, entry),
            done=lambda who, entry: self._done(made, who, entry),
            given_up=lambda who, entry: self._give_up(made, who, entry),
        )  # fmt: skip
        return made, task

    def _go_ahead(self, made: Made, number: int) -> None:
        """The objection has been heard; it is done all the same."""
        if made.held and made.objection and made.task:
            who = made.task.holder
            says = self._scene.voice.say(who, "gives in", change=made.change.name)
            made.task.because = self._scene.log.write(Said(who, says), number)
            made.objection.succeed()

    def act_alone(self, change: str, who: str, silent: bool) -> None:
        """Someone makes a change that nobody asked for, and says so now, or only when it is done."""
        made, task = self._new(change, staged=False)
        task.quiet = silent
        task.comes_out = lambda says, entry: self._comes_out(made, task, who, says, entry)
        says = "" if silent else self._scene.voice.say(who, "acts alone", change=change)
        number = self._scene.log.write(ActedAlone(who, made.id, change, says), 0, made.seen)
        self._responders.take(task, who, number)

    def _comes_out(self, made: Made, task: Task, who: str, says: str, number: int) -> None:
        """What somebody does on the quiet is known while they are at it, and is like any change from then."""
        change, log = made.change.name, self._scene.log
        told = log.write(ActedAlone(who, made.id, change, says), number)
        log.write(TaskStarted(task.id, task.what, change, who), told)
        log.write(ChangeStarted(made.id, change, who), told)

    def _admit(self, made: Made, who: str, number: int, made_it: bool) -> int:
        """What was done on the quiet comes out, or that it was tried."""
        if not made.quiet or not made.task:
            return number
        made.task.quiet = False
        says = self._scene.voice.say(who, "admits" if made_it else "admits trying", change=made.change.name)
        return self._scene.log.write(ActedAlone(who, made.id, made.change.name, says), number)

    def _runbook(self, change: str) -> Change:
        return self._scene.organisation.runbook[change]

    def _seconds(self, made: Made, who: str) -> int:
        whole = self._scene.dice.fixed(made.change.name, "takes", self._nth(made))
        if self._tool_down(made):
            return TRIES_A_TOOL
        seconds = made.change.takes.at(whole) * HASTE[self._responders[who].person.temper]
        if made.change.name in self._prepared:
            seconds = made.change.left(seconds)
        return max(1, round(seconds * (STAGED_TIME if made.staged else 1)))

    def _by_the_book(self, made: Made) -> float:
        """The seconds that the runbook says it takes."""
        whole = float(made.change.takes.median)
        seconds = made.change.left(whole) if made.change.name in self._prepared else whole
        return seconds * (STAGED_TIME if made.staged else 1)

    def _is_late(self, made: Made, begun: int) -> None:
        """Whoever makes it says once that it takes longer than the runbook has it."""
        task = made.task
        if (
            task is None
            or made.quiet
            or made.hung
            or made.undone
            or self._responders[made.owner].task is not task
        ):
            return
        left = show_minutes(max(MINUTE, task.due - self._scene.now))
        says = self._scene.voice.say(made.owner, "takes longer", change=made.change.name, left=left)
        self._scene.log.write(Said(made.owner, says), begun)

    def _stuck_for(self, made: Made) -> int:
        """The seconds that it hangs half-way; 0 when it does not."""
        change, dice, nth = made.change, self._scene.dice, self._nth(made)
        drill = self._scene.scenario.drill is not None  # about one decision: there nothing hangs
        if change.stuck is None or drill or dice.fixed(change.name, "hangs", nth) >= change.sticks:
            return 0
        stuck = change.stuck.at(dice.fixed(change.name, "hangs for", nth))
        return round(stuck * (STAGED_TIME if made.staged else 1))

    def _hang(self, made: Made, who: str, number: int, seconds: int) -> None:
        """It should have been made, and is stuck: whoever made it says so, and has their hands free."""
        made.hung = True
        says = self._scene.voice.say(who, "hangs", change=made.change.name)
        hung = self._scene.log.write(ChangeHung(made.id, made.change.name, who, says), number, made.seen)
        self._scene.later(seconds, lambda: self._finish(made, who, hung))

    def _tool_down(self, made: Made) -> bool:
        """Whether what the change is made with is broken now."""
        return bool(made.change.through) and self._plant.broken(made.change.through)

    def _nth(self, made: Made) -> int:
        return [m for m in self.made if m.change is made.change].index(made)

    def _begin(self, made: Made, who: str, number: int) -> None:
        made.started, made.owner = self._scene.now, who
        begun = self._scene.log.write(ChangeStarted(made.id, made.change.name, who), number, made.seen)
        self._scene.later(round(LATE * self._by_the_book(made)), lambda: self._is_late(made, begun))
        for helper in () if made.quiet else self._second_hands(made, who):
            self._responders.give(self._assisting(made), helper, 0, begun)

    def _second_hands(self, made: Made, who: str) -> list[str]:
        """Who else works on a change that one alone cannot make: the free first."""
        able = self._responders.able(made.change.on, but=who)
        return able[: made.change.hands - 1]

    def _assisting(self, made: Made) -> Task:
        return Task(
            self._responders.new_task(), "assist", made.change.name,
            lasts=lambda _who: max(1, made.task.due - self._scene.now) if made.task else 1,
            done=lambda _who, _entry: None,
        )  # fmt: skip

    def _done(self, made: Made, who: str, number: int) -> None:
        """The work on it is done; what it does comes now, or when it moves again."""
        stuck = 0 if self._tool_down(made) else self._stuck_for(made)
        if stuck:
            self._hang(made, who, number, stuck)
        else:
            self._finish(made, who, number)

    def _finish(self, made: Made, who: str, number: int) -> None:
        voice, change = self._scene.voice, made.change.name
        outcome = self.consequences.under_cause(change)
        number = self._admit(made, who, number, made_it=not (self._tool_down(made) or outcome.fails))
        if self._tool_down(made):
            tool = made.change.through
            self._fail(made, who, voice.say(who, "tool is down", tool=tool), number, tool)
            return
        if outcome.fails:
            says = voice.quote(who, outcome.says) if outcome.says else voice.say(who, "fails", change=change)
            self._fail(made, who, self._heard(made, who, says), number)
            return
        made.finished, made.acted = True, self._scene.now
        says = self._heard(made, who, self._reports(made, who, outcome))
        fact = ChangeDone(made.id, made.change.name, who, says, made.change.through)
        done = self._scene.log.write(fact, number)
        self.consequences.act(made, outcome, done)
        made.done.succeed()

    def _reports(self, made: Made, who: str, outcome: Outcome) -> str:
        """What is said when it is made: an author's words tell of the whole, not of a small first form."""
        voice, change = self._scene.voice, made.change.name
        if made.staged:
            return voice.say(who, "done in part", change=change, part=made.change.staged or "a part")
        told = outcome.says and self.consequences.as_meant(made, outcome)
        return voice.quote(who, outcome.says) if told else voice.say(who, "done", change=change)

    def _heard(self, made: Made, who: str, says: str) -> str:
        """What is said of a change; nobody says a word of what hung when whoever made it has gone."""
        return "" if made.hung and not self._responders[who].here else says

    def _fail(self, made: Made, who: str, says: str, number: int, tool: str = "") -> None:
        made.undone = True
        self._scene.log.write(ChangeFailed(made.id, made.change.name, who, says, tool), number)
        made.done.succeed()

    def _give_up(self, made: Made, who: str, number: int) -> None:
        """Whoever had it in hand has left, or it is called off; else it just does not happen."""
        change = made.change.name
        if made.off:
            self._fail(made, "", "", number)
            if who not in ("", COMMANDER):
                says = self._scene.voice.say(who, "called off", change=change)
                self._scene.log.write(Said(who, says), number)
        elif who:
            self._fail(made, who, self._scene.voice.say(who, "left unfinished", change=change), number)
        else:
            made.undone = True
            made.done.succeed()

    def prepare(self, change: str, owner: str, number: int) -> None:
        """Have a change made ready without touching production."""
        whole = self._runbook(change)
        seconds = whole.beforehand
        task = Task(
            self._responders.new_task(), "prepare", change,
            lasts=lambda _: self._scene.dice.lasts(change, "prepare", Spread(seconds, 0.3)),
            done=lambda who, entry: self._ready(change, who, entry),
        )  # fmt: skip
        self._responders.give(task, owner, 0, number)

    def _ready(self, change: str, who: str, number: int) -> None:
        self._prepared.add(change)
        self._scene.log.write(ChangePrepared(change, who), number)

    def call_off(self, change: str, number: int) -> None:
        """Have a change not made that is not begun; whoever has it before them says so."""
        made = self.latest(change)
        if made is not None and made.task:
            made.off = True
            self._responders.drop(made.task, number)

    def revert(self, change: str, owner: str, number: int) -> None:
        """Have a change undone; one that is not begun is called off."""
        if self.waiting(change):
            self.call_off(change, number)
            return
        made = self.latest(change)
        if made is None or made.change.undo is None:
            return
        undo = made.change.undo
        task = Task(
            self._responders.new_task(), "revert", change,
            lasts=lambda who: max(1, round(undo * HASTE[self._responders[who].person.temper])),
            begun=lambda who, entry: self._undoing(made, task, who, entry),
            done=lambda who, entry: self._undo(made, who, entry),
            given_up=lambda _who, _entry: self._keep(made, task),
            after=None if made.done.triggered else made.done,
        )  # fmt: skip
        self._responders.give(task, owner, 0, number)

    def _undoing(self, made: Made, task: Task, who: str, number: int) -> None:
        if made.undone or made.undoing:
            self._responders.drop(task, number)
            return
        made.undoing = task
        self._scene.log.write(RevertStarted(made.id, made.change.name, who), number)

    def _keep(self, made: Made, task: Task) -> None:
        if made.undoing is task:
            made.undoing = None

    def _undo(self, made: Made, who: str, number: int) -> None:
        made.undone, made.undoing = True, None
        done = self._scene.log.write(ChangeReverted(made.id, made.change.name, who), number)
        self.consequences.undo(made, done)
