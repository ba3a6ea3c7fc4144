"""What the scenario's author has happen when its conditions hold; a facilitator may hurry or hold it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from simpy import Event

from simulator.domain.duration import MINUTE
from simulator.domain.fact import InjectFired, InjectHeld, InjectLetGo, InjectPlanned, InjectReworded, Said
from simulator.domain.guidance import InjectState, Upcoming
from simulator.domain.scenario import Condition, Inject, Trigger
from simulator.world.changes import Changes
from simulator.world.milestones import DECLARED, MITIGATED, REGRADED, told
from simulator.world.news import News
from simulator.world.offers import Offers
from simulator.world.plant import Plant
from simulator.world.responder import Responder
from simulator.world.responders import Responders
from simulator.world.scene import Scene, Steps
from simulator.world.stakeholders import Stakeholders

FORGOTTEN = 20 * MINUTE
"""What somebody would have said this long ago they no longer say when they join (assumption)."""
FINDS_WORDS = 25
"""Seconds after joining at which somebody says what they came with (assumption)."""


class _Unsaid(NamedTuple):
    """Words whose moment came when whoever says them was not on the call; `forced` are a facilitator's."""

    number: int
    since: int
    says: str
    source: str
    forced: bool = False


class Injects:
    """The scenario's injects, and the facilitator's own, each waiting for its moment.

    It happens once, or again and again.
    """

    def __init__(
        self,
        scene: Scene,
        plant: Plant,
        responders: Responders,
        changes: Changes,
        news: News,
        stakeholders: Stakeholders,
        offers: Offers,
    ) -> None:
        self._scene = scene
        self._plant = plant
        self._responders = responders
        self._changes = changes
        self._news = news
        self._stakeholders = stakeholders
        self._offers = offers
        self.frozen = False
        self._held: dict[int, Event] = {}
        self._words: dict[int, str] = {}
        self._said: dict[int, str] = {}
        self._at: dict[int, int] = {}
        self._spent: set[int] = set()
        self._unsaid: dict[str, list[_Unsaid]] = {}
        self._mute: set[int] = set()
        self._why: dict[int, int] = {}
        self.planned: tuple[Inject, ...] = ()
        """What the facilitator wrote: counted on from the scenario's own."""
        responders.on_joining(self._catch_up)
        self._since: Mapping[Trigger, Callable[[Condition], int | None]] = {
            "time": lambda one: 0,
            "silence": self._silent_since,
            "impact": lambda one: self._plant.felt_since,
            "change": self._acted,
            "helped": self._helped,
            "in place": self._in_place_since,
            "declared": lambda one: scene.milestones.at(DECLARED),
            "regraded": lambda one: scene.milestones.at(REGRADED),
            "mitigated": lambda one: scene.milestones.at(MITIGATED),
            "told": lambda one: scene.milestones.at(told(one.subject)),
            "unled": lambda one: scene.milestones.unled,
            "real": self._real_since,
        }
        for number, inject in enumerate(scene.scenario.injects, 1):
            scene.start(self._comes(inject, number))

    @property
    def all(self) -> tuple[Inject, ...]:
        """Every inject there is, by its number from 1."""
        return (*self._scene.scenario.injects, *self.planned)

    def _comes(self, inject: Inject, number: int) -> Steps:
        """Each round lets time pass, so that nothing can happen without end in one second."""
        while True:
            yield from self._all(inject.conditions)
            while number in self._held:
                yield self._held[number]
                yield from self._all(inject.conditions)
            if number in self._spent:
                return
            self._happen(inject, number)
            if not inject.every:
                self._spent.add(number)
                return
            yield self._scene.env.timeout(inject.every)

    def _all(self, conditions: tuple[Condition, ...]) -> Steps:
        """Until all of them hold at once; one that does not hold lets time pass first."""
        while True:
            for one in conditions:
                yield from self._until(one)
            if len(conditions) == 1 or all(map(self._holds, conditions)):
                return

    def _holds(self, one: Condition) -> bool:
        since = self._holds_from(one)
        return since is not None and self._scene.env.second >= since

    def _until(self, one: Condition) -> Steps:
        while not self._holds(one):
            since = self._since[one.trigger](one)
            left = 0 if since is None else since + one.seconds - self._scene.now
            if left > 0:
                yield self._scene.env.timeout(left)
            else:
                yield self._what_may_turn(one)

    def _what_may_turn(self, one: Condition) -> Event:
        """What has to happen first before a condition can begin to hold."""
        match one.trigger:
            case "impact" | "silence":
                return self._plant.toggled
            case "change" | "helped" | "in place":
                makings = [m for m in self._changes.made if m.change.name == one.subject]
                coming = next((m for m in makings if not m.undone and not m.finished), None)
                return coming.done if coming else self._changes.ordered
            case _:
                return self._scene.milestones.turned

    def _silent_since(self, one: Condition) -> int:
        """Since when silence counts: who was told when the next update comes bears as much more."""
        more = self._stakeholders.awaits(one.subject, one.seconds) - one.seconds
        return self._news.heard.get(one.subject, 0) + more

    def _acted(self, one: Condition) -> int | None:
        """When a change first took effect, whole."""
        makings = [m for m in self._changes.made if m.change.name == one.subject]
        return min((m.acted for m in makings if m.finished and not m.staged), default=None)

    def _helped(self, one: Condition) -> int | None:
        """When a change first took effect, whole, and for the better."""
        makings = [m for m in self._changes.made if m.change.name == one.subject and m.worked]
        return min((m.acted for m in makings if m.finished and not m.staged), default=None)

    def _in_place_since(self, one: Condition) -> int | None:
        """Since when a change has been in place, whole."""
        makings = [m for m in self._changes.made if m.change.name == one.subject]
        return min((m.acted for m in makings if m.finished and not m.undone and not m.staged), default=None)

    def _real_since(self, one: Condition) -> int | None:
        """Since the first second, where the hazard is real today; never where it is not."""
        drawn = self._changes.hazards.items()
        return 0 if any(real and hazard == one.subject for (_, hazard), real in drawn) else None

    def _happen(self, inject: Inject, number: int) -> None:
        if (inject.freezable and self.frozen) or any(map(self._holds, inject.unless)):
            return
        if self._is_pointless(inject):
            return
        self._bring_about(inject, number, because=self._why.get(number, 0))

    def _still_holds(self, inject: Inject) -> bool:
        """Whether what somebody came with is still to be said by the time that they can."""
        kept = any(map(self._holds, inject.unless)) or self._is_pointless(inject)
        return not kept and all(map(self._holds, inject.conditions))

    def _is_pointless(self, inject: Inject) -> bool:
        return bool(inject.offers) and self._offers.is_pointless(inject.offers, inject.who)

    def _bring_about(
        self, inject: Inject, number: int, text: str = "", because: int = 0, forced: bool = False
    ) -> None:
        self._at[number] = self._scene.now
        self._said[number] = text or self._words.get(number, inject.says)
        self._speak(inject, number, because, forced)
        self._plant.strain(inject.effects, f"inject {number}", because)
        if inject.means:
            self._scene.milestones.reach(inject.means)

    def fire(self, number: int, text: str, because: int) -> None:
        """Let an inject happen now, whatever it waits for; one that happens once has had its moment then."""
        inject = self.all[number - 1]
        because = self._scene.log.truth(InjectFired(number, text), because, _source(inject))
        if not inject.every:
            self._spent.add(number)
            self._free(number)
        self._bring_about(inject, number, text, because, forced=True)

    def hold(self, number: int, because: int) -> None:
        """Keep an inject from happening."""
        self._held[number] = self._scene.env.event()
        self._scene.log.truth(InjectHeld(number), because)

    def reword(self, number: int, text: str, because: int) -> None:
        """Have an inject said in other words from now on, whenever its time comes."""
        self._words[number] = text
        self._scene.log.truth(InjectReworded(number, text), because, _source(self.all[number - 1]))

    def plan(self, who: str, after: int, text: str, because: int) -> None:
        """Have somebody say something later; until then it can be held, reworded and fired like any other."""
        inject = Inject("time", "", self._scene.now + after, who, text)
        self.planned = (*self.planned, inject)
        number = len(self.all)
        self._why[number] = self._scene.log.truth(InjectPlanned(number, who, inject.seconds, text), because)
        self._scene.start(self._comes(inject, number))

    def let_go(self, number: int, because: int) -> None:
        """Let an inject that is held happen again once its conditions hold."""
        self._free(number)
        self._scene.log.truth(InjectLetGo(number), because)

    def _free(self, number: int) -> None:
        held = self._held.pop(number, None)
        if held is not None:
            held.succeed()

    @property
    def all_standing(self) -> tuple[Upcoming, ...]:
        """How each inject stands, in the scenario's order."""
        return tuple(map(self.standing, range(1, len(self.all) + 1)))

    def standing(self, number: int) -> Upcoming:
        """How one stands."""
        inject = self.all[number - 1]
        holds = tuple(map(self._holds, inject.conditions))
        words = self._words.get(number, inject.says)
        says = self._said.get(number, words) if number in self._spent else words
        state = self._state(inject, number)
        due = self._due(inject) if state == "waiting" else None
        return Upcoming(number, state, self._at.get(number), holds, says, due)

    def _due(self, inject: Inject) -> int | None:
        """The second at which all it waits for will hold, if nothing else happens."""
        if any(map(self._holds, inject.unless)) or (inject.freezable and self.frozen):
            return None
        times = [self._holds_from(one) for one in inject.conditions]
        return None if None in times else max(time for time in times if time is not None)

    def _holds_from(self, one: Condition) -> int | None:
        since = self._since[one.trigger](one)
        suffers = one.trigger != "silence" or self._plant.felt_since is not None
        return None if since is None or not suffers else since + one.seconds

    def _state(self, inject: Inject, number: int) -> InjectState:
        if number in self._held:
            return "held"
        if inject.every:
            return "repeats" if number in self._at else "waiting"
        if number in self._spent:
            return self._had(number)
        return "waiting"

    def _had(self, number: int) -> InjectState:
        """How one stands whose moment came."""
        if number not in self._at:
            return "passed by"
        if number in self._mute:
            return "passed by" if self._too_late(self._at[number]) else "unsaid"
        return "happened"

    def _too_late(self, since: int) -> bool:
        """Whether what was to be said at a second is old, or it is over."""
        return self._scene.now - since > FORGOTTEN or self._scene.milestones.at(MITIGATED) is not None

    def _speak(self, inject: Inject, number: int, because: int, forced: bool) -> None:
        """Let it be said. Someone of the company speaks on the call: once they are there."""
        organisation = self._scene.organisation
        says, source = self._said[number], _source(inject)
        if inject.who in organisation.people and not self._responders[inject.who].here:
            unsaid = _Unsaid(number, self._scene.now, says, source, forced)
            self._unsaid.setdefault(inject.who, []).append(unsaid)
            self._mute.add(number)
            return
        stakeholder = organisation.stakeholders.get(inject.who)
        if inject.swoops and stakeholder:
            self._stakeholders.swoop(stakeholder, says, "news", source, because)
        elif says:
            self._say(inject, says, source, because)

    def _say(self, inject: Inject, says: str, source: str, because: int) -> None:
        who = inject.who
        if inject.offers:
            self._offers.propose(inject.offers, who)
        words = self._scene.voice.quote(who, says, asks=says.endswith("?"))
        number = self._scene.log.write(Said(who, words), because, source=source)
        self._stakeholders.pass_on(who, number)

    def _catch_up(self, responder: Responder, because: int) -> None:
        """Who joins says what they would have said before, unless it is old, or it is over by then."""
        who = responder.person.id
        for unsaid in self._unsaid.pop(who, ()):
            if not self._too_late(unsaid.since):
                self._say_later(who, unsaid, because)

    def _say_later(self, who: str, unsaid: _Unsaid, because: int) -> None:
        inject = self.all[unsaid.number - 1]

        def then() -> None:
            if self._responders[who].here and (unsaid.forced or self._still_holds(inject)):
                self._mute.discard(unsaid.number)
                self._at[unsaid.number] = self._scene.now
                self._say(inject, unsaid.says, unsaid.source, because)

        self._scene.later(FINDS_WORDS, then)


def _source(inject: Inject) -> str:
    return str(inject.origin) if inject.origin.line else ""
