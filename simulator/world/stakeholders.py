"""Those who wait for news: silence makes them ask, complain, go over people's heads and step in."""

import math

from simulator.domain.duration import HOUR, MINUTE, show_minutes
from simulator.domain.fact import Escalated, NoticeDue, NoticeMissed, Said, StakeholderAsked, Want
from simulator.domain.organisation import Notice, Stakeholder
from simulator.domain.stakes import DECLARING, PUBLIC
from simulator.domain.update import Update
from simulator.world.milestones import DECLARED
from simulator.world.moods import NOTICE_MISSED, UNANNOUNCED, Moods
from simulator.world.news import News
from simulator.world.opinions import Opinions
from simulator.world.plant import Plant
from simulator.world.presence import WANTS, Presence
from simulator.world.scene import Scene, Steps
from simulator.world.support import SupportDesk

LESS_PATIENT = 0.85
"""Each time they had to ask, they wait this much shorter."""
SHORTEST = 8 * MINUTE
TRUSTING = 3
"""Who was told when the next update comes waits for it, up to so many times their patience (assumption)."""
OVERDUE = 5 * MINUTE
"""So long after it should have come they ask."""
LONG_HAUL = 4 * HOUR
SETTLED = 24
"""What has lasted for `LONG_HAUL` is no news any more: people bear so many times the silence (assumption)."""
ESCALATES = 0.02 / MINUTE
"""Chance a second that a key customer, once out of patience, goes over people's heads (assumption)."""
CALLS_UP = 5 * MINUTE
"""So long after a key customer called them, those who may step in do so if they know nothing (assumption)."""


class Stakeholders:
    """Everyone outside the response, each with a clock of what they last heard."""

    def __init__(self, scene: Scene, plant: Plant, news: News) -> None:
        self._scene = scene
        self._plant = plant
        self._news = news
        self._asked: dict[str, int] = {}
        self._counted: dict[str, int] = {}
        self._told_by_others = False
        self.moods = Moods(scene)
        news.hearers.append(self._thank)
        self.opinions = Opinions(scene, plant, news, self.moods)
        self.presence = Presence(scene, news, self.opinions)
        stakeholders = scene.organisation.stakeholders.values()
        self.desks = tuple(
            SupportDesk(scene, plant, news, each, self.opinions) for each in stakeholders if each.tickets
        )
        for stakeholder in stakeholders:
            self._begin(stakeholder)

    def _begin(self, who: Stakeholder) -> None:
        if who.patience:
            self._scene.start(self._waits(who))
        if who.worth:
            self._scene.start(self._loses_faith(who))
        if who.notice:
            notice = who.notice
            begins = DECLARED if notice.of == DECLARING else notice.of
            self._scene.milestones.once(begins, lambda: self._must_hear(who, notice))

    @property
    def swooping(self) -> int:
        """How many seniors stand in the room without an answer."""
        return len(self.presence)

    def told_by_others(self) -> None:
        """From now on somebody else tells them and answers them: they ask, write and come in no more."""
        self._told_by_others = True
        self.presence.close()
        for desk in self.desks:
            desk.close()

    def pass_on(self, name: str, because: int) -> None:
        """Whoever takes reports and has just said something tells how many there are."""
        for desk in self.desks:
            if desk.name == name:
                desk.pass_on(because)

    def _waits(self, who: Stakeholder) -> Steps:
        """Wait for news; ask when patience ends; step in when asking did not help."""
        told, clock = self._news.heard, self._scene.env
        now, patience = clock.second, self._patience_of(who)
        while True:
            heard = told.get(who.hears, 0)
            yield clock.timeout(max(1, heard + patience - now))
            now = clock.second
            if told.get(who.hears, 0) > heard:
                patience = self._patience_of(who)
                self._asked.pop(who.name, None)
                continue
            if self._waits_in_vain:
                self._asked[who.name] = self._asked.get(who.name, 0) + 1
                self._speak(who, now - heard, self._asked[who.name])
            shorter = who.patience * LESS_PATIENT ** self._asked.get(who.name, 0)
            patience = (now - heard) + self._bears(max(SHORTEST, round(shorter)))

    @property
    def _waits_in_vain(self) -> bool:
        """Whether who has heard nothing misses something: it still fails, and nobody else tells them."""
        return self._plant.felt_since is not None and not self._told_by_others

    def _patience_of(self, who: Stakeholder) -> int:
        """The seconds of silence that someone bears: longer when the next update was announced for later."""
        return self._bears(self.awaits(who.hears, who.patience))

    def awaits(self, audience: str, patience: int) -> int:
        """The seconds of silence that an audience bears who was told when it hears next, and believes it."""
        announced = self.opinions.trusted(audience)
        return max(patience, min(announced + OVERDUE, TRUSTING * patience)) if announced else patience

    def _bears(self, silence: int) -> int:
        """The seconds of silence that are borne at this hour of an outage."""
        return silence * SETTLED if self._scene.env.second >= LONG_HAUL else silence

    def _speak(self, who: Stakeholder, silence: int, asked: int) -> None:
        self._suffer(who, silence)
        if who.swoops and asked >= 2 and who.hears not in self.presence:
            self.swoop(who, wants=self._scene.dice.choose(who.name, "wants", WANTS))
            return
        stuck = show_minutes(max(2 * MINUTE, min(silence, self._suffered)))
        says = self._scene.voice.say(
            who.name, self._occasion(who), silence=show_minutes(silence), stuck=stuck
        )
        self._scene.log.write(StakeholderAsked(who.name, who.hears, silence, says))

    @property
    def _suffered(self) -> int:
        """For how many seconds customers have felt it without a break."""
        felt = self._plant.felt_since
        return 0 if felt is None else self._scene.now - felt

    def _suffer(self, who: Stakeholder, silence: int) -> None:
        """Anger about what was felt and not announced since they last heard or spoke, at the share of now."""
        now = self._scene.now
        since = max(now - silence, self._counted.get(who.name, 0), self._plant.felt_since or 0)
        self._counted[who.name] = now
        share = self._plant.failing / self._scene.organisation.customers
        self.moods.add(who.name, UNANNOUNCED * share * (now - since) / MINUTE)

    def _occasion(self, who: Stakeholder) -> str:
        """How they ask: key customers, people inside, or customers who have read something or nothing."""
        if who.worth:
            return "key customer asks"
        if who.hears != PUBLIC:
            return "asks"
        return "customers ask again" if who.hears in self._news.heard else "customers ask"

    def _thank(self, update: Update, number: int) -> None:
        """The first who had asked in vain says thanks for an update that is welcome."""
        company = self._scene.organisation.stakeholders
        asked = [company[name] for name in self._asked if company[name].hears == update.audience]
        for who in asked:
            del self._asked[who.name]
        if asked and update.audience not in self.presence and self.opinions.is_welcome(update):
            says = self._scene.voice.say(asked[0].name, "gives thanks")
            self._scene.log.write(Said(asked[0].name, says), number)

    def swoop(
        self, who: Stakeholder, says: str = "", wants: Want = "news", source: str = "", because: int = 0
    ) -> None:
        """Someone senior steps in and stays until they are answered."""
        self.presence.enter(who, says, wants, source, because)

    def _loses_faith(self, who: Stakeholder) -> Steps:
        """A key customer out of patience goes over people's heads after a while, once in each silence."""
        while True:
            heard = self._news.heard.get(who.hears, 0)
            yield self._scene.env.timeout(max(1, heard + self._patience_of(who) - self._scene.now))
            if self._plant.felt_since is None:
                yield self._plant.toggled
                continue
            if self._news.heard.get(who.hears, 0) > heard:
                continue
            luck = self._scene.dice(who.name, "escalates")
            yield self._scene.env.timeout(max(1, round(-math.log(1 - luck) / ESCALATES)))
            if self._news.heard.get(who.hears, 0) > heard or not self._waits_in_vain:
                continue
            self._escalate(who)
            while self._news.heard.get(who.hears, 0) == heard:
                yield self._news.sent

    def _escalate(self, who: Stakeholder) -> None:
        says = self._scene.voice.say(who.name, "key customer goes higher", worth=who.worth)
        self._scene.log.write(Escalated(who.name, who.hears, who.worth, says))
        at = self._scene.now
        seniors = (other for other in self._scene.organisation.stakeholders.values() if other.swoops)
        if senior := next(seniors, None):
            called = senior
            self._scene.later(CALLS_UP, lambda: self._called_up(called, at))

    def _called_up(self, senior: Stakeholder, since: int) -> None:
        """Someone senior was called by a key customer and knows nothing to say."""
        told = self._news.heard.get(senior.hears, -1) >= since - self._patience_of(senior)
        if not told and senior.hears not in self.presence and self._waits_in_vain:
            self.swoop(senior)

    def _must_hear(self, who: Stakeholder, notice: Notice) -> None:
        """A legal clock begins to run."""
        begun = self._scene.log.write(NoticeDue(who.name, who.hears, notice.within, notice.of))
        since = self._scene.now
        self._scene.later(notice.within, lambda: self._missed(who, notice, since, begun))

    def _missed(self, who: Stakeholder, notice: Notice, since: int, begun: int) -> None:
        if self._news.heard.get(who.hears, -1) < since:
            number = self._scene.log.write(NoticeMissed(who.name, who.hears, notice.of), begun)
            self.moods.add(who.name, NOTICE_MISSED, number)
