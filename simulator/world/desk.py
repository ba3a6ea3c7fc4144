"""What people on the call find out and answer: clues, guesses, progress, and honest ignorance."""

from collections.abc import Iterable

from simulator.domain.command import Topic
from simulator.domain.duration import MINUTE, Spread, show_minutes
from simulator.domain.fact import Answered, ClueFound, NotKnown
from simulator.world.responders import COMMANDER, INTERRUPTION, Responder, Responders, task_name
from simulator.world.scene import Scene, Steps
from simulator.world.signals import Signals
from simulator.world.tasks import Task

LOOKING = Spread(4 * MINUTE, 0.5)
"""A look at a place by someone who knows it (eight hypotheses in seven minutes is a good team's pace)."""
IGNORANCE = Spread(2 * MINUTE, 0.3)
"""How soon someone finds that they do not know a place."""
ANSWERING = Spread(40, 0.4)
"""A question that can be answered from one's head or a dashboard."""
NOTHING_YET = (
    "Nothing conclusive yet.",
    "I can't say yet: nothing there stands out.",
    "Still looking like a wash.",
)
UNSURE, HUNCH, SURE = 0.2, 0.4, 0.7
EASY = ("rollback", "failover", "flag", "cache", "restart", "throttle", "job", "block", "config")
"""Kinds of change people think of when asked what can be tried quickly."""
QUICK = 20 * MINUTE


class Desk:
    """Investigations and questions."""

    def __init__(self, scene: Scene, signals: Signals, responders: Responders) -> None:
        self._scene = scene
        self._signals = signals
        self._responders = responders
        self._spent: dict[tuple[str, str], int] = {}

    def investigate(self, place: str, owner: str, within: int, because: int) -> None:
        """Have a place looked at. A time-box shorter than the look yields nothing conclusive."""
        task = Task(
            self._responders.new_task(), "investigate", place,
            lasts=lambda who: self._looks_for(place, who, within),
            done=lambda who, entry: self._report(place, who, within, entry),
        )  # fmt: skip
        self._responders.give(task, owner, within, because)

    def _needs(self, place: str, who: str) -> int:
        """Seconds a look still takes, after those that ran out of time; once done, it takes as long again."""
        spread = LOOKING if self._responders.knows(who, place) else IGNORANCE
        whole = spread.at(self._scene.dice.fixed(who, f"looks at {place}"))
        return whole - self._spent.get((who, place), 0)

    def _looks_for(self, place: str, who: str, within: int) -> int:
        needed = self._needs(place, who)
        return min(needed, within) if within else needed

    def _report(self, place: str, who: str, within: int, because: int) -> None:
        log = self._scene.log
        if not self._responders.knows(who, place):
            log.write(NotKnown(who, place, f"I don't know {place} well enough to say."), because)
        elif within and within < self._needs(place, who):
            self._spent[who, place] = self._spent.get((who, place), 0) + within
            log.write(NotKnown(who, place, f"Not done with {place} yet; I need longer."), because)
        else:
            self._spent.pop((who, place), None)
            self._tell(place, who, because)

    def _tell(self, place: str, who: str, because: int) -> None:
        """Say what the place says: the same whoever looks, however often."""
        number, luck = 0, self._scene.dice.fixed(place, "clue")
        clues = self._scene.scenario.clues.get(place, ())
        for index, clue in enumerate(clues, 1):
            luck -= clue.odds.get(self._scene.cause, 0.0)
            if luck < 0:
                number = index
                break
        says = clues[number - 1].says if number else self._scene.dice.choose(who, "shrugs", NOTHING_YET)
        source = str(clues[number - 1].origin) if number and clues[number - 1].origin.line else ""
        self._scene.log.write(ClueFound(who, place, number, says), because, source=source)
        if number:
            self._responders[who].seen.append(clues[number - 1].says)

    def ask(self, topic: Topic, person: str, because: int) -> None:
        """Ask someone; it costs them time if they are deep in something."""
        if topic == "what changed":
            self._what_changed(person, because)
            return
        if person:
            self._responders.interrupt(person, because, INTERRUPTION if topic != "progress" else MINUTE)
        self._scene.start(self._answers(topic, person, because))

    def _what_changed(self, person: str, because: int) -> None:
        place = next((p for p in self._scene.scenario.clues if p.lower().startswith("what changed")), None)
        if place is None:
            self._scene.start(self._answers("what changed", person, because))
        else:
            self.investigate(place, person, 0, because)

    def _answers(self, topic: Topic, person: str, because: int) -> Steps:
        who = person or self._someone()
        yield self._scene.env.timeout(self._scene.dice.lasts(who or "call", "answers", ANSWERING))
        if not who or not self._responders[who].here:
            return
        says, sure = self._words(topic, self._responders[who])
        self._scene.log.write(Answered(who, topic, says, sure), because)

    def _someone(self) -> str:
        free = [r.person.id for r in self._responders.here if r.task is None]
        rest = [r.person.id for r in self._responders.here]
        return next(iter(free or rest), "")

    def _words(self, topic: Topic, responder: Responder) -> tuple[str, float]:
        match topic:
            case "impact":
                return self._impact(), SURE
            case "options":
                return self._options(responder), SURE
            case "progress":
                return self._progress(responder)
            case "theory":
                return self._theory(responder)
            case _:
                return "Nothing that I know of.", HUNCH

    def _impact(self) -> str:
        if self._signals.dark:
            return "I can't say: the dashboards do not load for me."
        journeys = [s for s in self._scene.organisation.signals.values() if s.shows == "success"]
        bad = [(s.of, 1 - self._signals.read(s.name)) for s in journeys]
        parts = [f"'{name}' fails for about {share:.0%}" for name, share in bad if share > 0.02]
        return (
            f"From the dashboards: {'; '.join(parts)}."
            if parts
            else "The dashboards show all journeys working."
        )

    def _options(self, responder: Responder) -> str:
        names = [
            f"{change.name} ({show_minutes(change.takes.median)})"
            for change in self._scene.organisation.runbook.values()
            if change.kind in EASY
            and change.takes.median <= QUICK
            and not self._completes(change.name)
            and self._responders.knows(responder.person.id, change.on)
        ]
        return f"Quickly? I could do: {', '.join(names)}." if names else "Nothing quick on my side."

    def _completes(self, change: str) -> bool:
        """Whether a change only ever completes another, as lifting a throttle does."""
        under = self._scene.scenario.outcomes.get(change, {}).values()
        return bool(under) and all(outcome.after for outcome in under)

    def _progress(self, responder: Responder) -> tuple[str, float]:
        task = responder.task
        if task is None and responder.queue:
            task = responder.queue[0]
            return f"{task_name(task.what, task.subject).capitalize()}, waiting for it to land.", SURE
        if task is None:
            return "I'm free.", SURE
        left = max(0, task.due - self._scene.now)
        return f"{task_name(task.what, task.subject).capitalize()}; about {show_minutes(left)} more.", HUNCH

    def _theory(self, responder: Responder) -> tuple[str, float]:
        """A guess. Those who have seen something lean on it; the others say so, or guess when eager."""
        if responder.seen:
            return f"I'd go by what I saw: {responder.seen[-1]}", SURE
        if responder.person.temper != "eager":
            return "I don't know. Give me a few minutes to look.", UNSURE
        hunches = [cause.name for cause in self._scene.scenario.causes.values()]
        guess = self._scene.dice.choose(responder.person.id, "guesses", hunches)
        return f"My gut says {guess}, but I haven't looked.", HUNCH


def suitable(people: Iterable[Responder]) -> list[str]:
    """The ids of people who could be asked."""
    return [responder.person.id for responder in people if responder.person.id != COMMANDER]
