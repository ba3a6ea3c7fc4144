"""What people on the call find out and answer: clues, progress, options, and honest ignorance."""

from collections.abc import Iterator

from simulator.domain.command import Topic
from simulator.domain.duration import MINUTE, Spread, show_minutes
from simulator.domain.fact import Answered, ClueFound, NotKnown
from simulator.domain.organisation import Change
from simulator.domain.prose.capital import capital
from simulator.domain.scenario import Clue
from simulator.domain.seats import COMMANDER
from simulator.domain.what_changed import WHAT_CHANGED, asks_what_changed
from simulator.world.changes import Changes
from simulator.world.options import at_hand, still_open, to_the_point
from simulator.world.plant import Plant
from simulator.world.responder import Responder
from simulator.world.responders import INTERRUPTION, Responders
from simulator.world.scene import Scene, Steps
from simulator.world.signals import Signals
from simulator.world.tasks import Task, task_name
from simulator.world.temper import HASTE, LOSES_TRACK, LOST
from simulator.world.theory import SURE, Theories

LOOKING = Spread(4 * MINUTE, 0.5)
"""A look at a place by someone who knows it (eight hypotheses in seven minutes is a good team's pace)."""
IGNORANCE = Spread(2 * MINUTE, 0.3)
"""How soon someone finds that they do not know a place."""
DRAGS_ON = Spread(25 * MINUTE, 0.4)
"""How long someone goes on where nothing is to be seen, until asked (assumption: X14 says 30 min)."""
ANSWERING = Spread(40, 0.4)
"""A question that can be answered from one's head or a dashboard."""
SAVING = Spread(75, 0.4)
"""Saving what a restart would wipe: a dump, the last logs, the counters (assumption; doctrine C5 says that a
capture worth asking for takes less than 2 minutes)."""
OUT_OF_PRACTICE = 1.5
"""How much longer a commander looks than someone who works there every day (assumption)."""
HUNCH = 0.4
NOTICED = 0.02
"""A journey that fails for a larger share of those who try is told of."""


class Desk:
    """Investigations and questions."""

    def __init__(
        self, scene: Scene, plant: Plant, signals: Signals, responders: Responders, changes: Changes
    ) -> None:
        self._scene = scene
        self._plant = plant
        self._signals = signals
        self._responders = responders
        self._changes = changes
        self._theories = Theories(scene, responders)
        self._spent: dict[tuple[str, str], int] = {}

    def investigate(self, place: str, owner: str, within: int, because: int) -> None:
        """Have a place looked at. A time-box shorter than the look yields nothing conclusive."""
        task = Task(
            self._responders.new_task(), "investigate", place,
            lasts=lambda who: self._looks_for(task, who, within),
            done=lambda who, entry: self._report(task, who, entry),
        )  # fmt: skip
        self._responders.give(task, owner, within, because)

    def _looks_for(self, task: Task, who: str, within: int) -> int:
        """Seconds until they report; `enough` is when they could tell. Without a time-box some lose track."""
        needed = self._needs(task.subject, who)
        task.enough = self._scene.now + needed
        if within:
            return min(needed, within)
        if self._loses_track(task.subject, who):
            task.called = self._scene.env.event()
            return needed + DRAGS_ON.at(self._scene.dice.fixed(who, f"drags on at {task.subject}"))
        return needed

    def own_look(self, place: str, within: int) -> int:
        """Seconds that the commander's own look at a place takes: all of their attention is in it."""
        needed = self._needs(place, COMMANDER)
        return min(needed, within) if within else needed

    def _needs(self, place: str, who: str) -> int:
        """Seconds a look still takes, after those that ran out of time; once done, it takes as long again."""
        whole = (LOOKING if self._reads(place, who) else IGNORANCE).at(
            self._scene.dice.fixed(who, f"looks at {place}")
        )
        slow = self._responders.fatigue(who)
        if self._responders[who].person.temper == "new":
            slow *= HASTE["new"]
        if who == COMMANDER:
            slow *= OUT_OF_PRACTICE
        return (round(whole * slow) if slow > 1 else whole) - self._spent.get((who, place), 0)

    def _reads(self, place: str, who: str) -> bool:
        """Whether they can read a place; someone new is lost in some places of their own team.

        The commander was an engineer before, and can read any place: that is the temptation.
        """
        if who == COMMANDER:
            return True
        if not self._responders.knows(who, place):
            return False
        new = self._responders[who].person.temper == "new"
        return not new or self._scene.dice.fixed(who, f"is lost in {place}") >= LOST

    def _loses_track(self, place: str, who: str) -> bool:
        """Whether they go on although the place says nothing to them."""
        if who == COMMANDER or not self._reads(place, who) or self._found(place, who):
            return False
        temper = self._responders[who].person.temper
        return self._scene.dice.fixed(who, f"loses track at {place}") < LOSES_TRACK[temper]

    def _report(self, task: Task, who: str, because: int) -> None:
        log, place, now = self._scene.log, task.subject, self._scene.now
        if not self._reads(place, who):
            task.answered = False
            log.write(NotKnown(who, place, self._say(who, "not my place", place=place)), because)
        elif now < task.enough:
            left, task.answered = task.enough - now, False
            self._spent[who, place] = self._spent.get((who, place), 0) + self._needs(place, who) - left
            says = self._say(who, "needs longer", place=place)
            log.write(NotKnown(who, place, says, longer=True), because)
        else:
            self._spent.pop((who, place), None)
            self._tell(place, who, because, late=task.called is not None)

    def _tell(self, place: str, who: str, because: int, late: bool) -> None:
        """Say what the place says: the same whoever looks, however often, if they are one who can tell."""
        number = self._found(place, who)
        if not number:
            says = self._nothing(place, who, late)
            self._scene.log.write(ClueFound(who, place, 0, says), because)
            return
        clue = self._scene.scenario.clues[place][number - 1]
        says = self._scene.voice.quote(who, clue.says)
        if place in self._scene.organisation.services and self._plant.over(self._scene.cause):
            says = f"{self._say(who, 'over by now', place=place)} {says}"
        self._scene.log.write(ClueFound(who, place, number, says), because, source=_source(clue))
        if (place, number) not in self._responders[who].seen:
            self._responders[who].seen.append((place, number))

    def _nothing(self, place: str, who: str, late: bool) -> str:
        """That a look found no cause; where the place's own alarm rings, that is not called well."""
        signal = self._signals.alarm_of(place)
        if late or not signal:
            return self._say(who, "still looking" if late else "nothing found", place=place)
        return self._say(who, "nothing but the alarm", place=place, signal=signal, Signal=capital(signal))

    def _found(self, place: str, who: str) -> int:
        """The number of the clue that a place holds, if it says anything and who looks can tell; else 0."""
        luck = self._scene.dice.fixed(place, "clue")
        for number, clue in enumerate(self._scene.scenario.clues.get(place, ()), 1):
            luck -= clue.odds.get(self._scene.cause, 0.0)
            if luck < 0:
                return number if clue.told_by(who) else 0
        return 0

    def ask(self, topic: Topic, person: str, because: int) -> None:
        """Ask someone; it costs them time if they are deep in something."""
        if topic == WHAT_CHANGED:
            self._what_changed(person, because)
            return
        busy = bool(person) and self._responders[person].task is not None
        if person:
            self._responders.interrupt(person, because, INTERRUPTION if topic != "progress" else MINUTE)
        self._scene.start(self._answers(topic, person, busy, because))

    def _what_changed(self, person: str, because: int) -> None:
        place = next((p for p in self._scene.scenario.clues if asks_what_changed(p)), None)
        if place is None:
            self._scene.start(self._answers(WHAT_CHANGED, person, False, because))
        else:
            self.investigate(place, person, 0, because)

    def _answers(self, topic: Topic, person: str, busy: bool, because: int) -> Steps:
        who = person or self._someone()
        takes = SAVING if topic == "evidence" else ANSWERING
        yield self._scene.env.timeout(self._scene.dice.lasts(who or "call", "answers", takes))
        if not who or not self._responders[who].here:
            return
        says, sure = self._words(topic, self._responders[who], busy, because)
        self._scene.log.write(Answered(who, topic, says, sure), because)

    def _someone(self) -> str:
        free = [r.person.id for r in self._responders.here if r.task is None]
        rest = [r.person.id for r in self._responders.here]
        return next(iter(free or rest), "")

    def _words(self, topic: Topic, responder: Responder, busy: bool, because: int) -> tuple[str, float]:
        match topic:
            case "impact":
                return self._impact(responder.person.id), SURE
            case "options":
                return self._options(responder.person.id), SURE
            case "progress":
                if responder.task is not None:
                    self._responders.tells_of(responder.task, "", because)
                return self._progress(responder)
            case "theory":
                return self._theories.of(responder, busy)
            case "evidence":
                return self._say(responder.person.id, "evidence saved"), SURE
            case _:
                return self._say(responder.person.id, "nothing changed"), HUNCH

    def _impact(self, who: str) -> str:
        if self._signals.dark:
            return self._say(who, "no dashboards")
        journeys = self._signals.failing()
        parts = [f"'{name}' fails for about {share:.0%}" for name, share in journeys if share > NOTICED]
        if parts:
            return self._say(who, "impact", what="; ".join(parts))
        if ringing := self._signals.ringing:
            return self._say(who, "no impact but an alarm", signal=ringing[0])
        return self._say(who, "no impact")

    def _options(self, who: str) -> str:
        names = [f"{c.name} ({show_minutes(c.takes.median)})" for c in self._open_to(who)]
        return self._say(who, "options", what=", ".join(names)) if names else self._say(who, "no options")

    def _open_to(self, who: str) -> Iterator[Change]:
        """The quick changes that they can make, are not made, and go with what the alarms say."""
        company, ringing = self._scene.organisation, self._signals.ringing
        for change in at_hand(self._scene.scenario):
            possible = self._responders.knows(who, change.on) and still_open(
                self._changes.latest(change.name)
            )
            if possible and to_the_point(change, ringing, company):
                yield change

    def _progress(self, responder: Responder) -> tuple[str, float]:
        who, task = responder.person.id, responder.task
        if task is None and responder.queue:
            task = responder.queue[0]
            return self._say(who, "waiting for it", doing=task_name(task.what, task.subject)), SURE
        if task is None:
            hangs = self._changes.hanging(who)
            return self._say(who, "still hangs", change=hangs) if hangs else self._say(who, "free"), SURE
        left = show_minutes(max(MINUTE, task.due - self._scene.now))
        return self._say(who, "busy", doing=task_name(task.what, task.subject), left=left), HUNCH

    def _say(self, who: str, occasion: str, **details: str) -> str:
        if "place" in details:
            details["place"] = details["place"].rstrip("?")
        return self._scene.voice.say(who, occasion, **details)


def _source(clue: Clue) -> str:
    return str(clue.origin) if clue.origin.line else ""
