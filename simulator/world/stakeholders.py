"""Those who wait for news: silence makes them ask, complain, go over people's heads and step in."""

import math

from simulator.domain.duration import MINUTE, show_minutes
from simulator.domain.fact import Escalated, NoticeDue, NoticeMissed, Said, StakeholderAsked, Want
from simulator.domain.organisation import Notice, Stakeholder
from simulator.domain.stakes import DECLARING
from simulator.domain.update import Update
from simulator.world.milestones import DECLARED
from simulator.world.moods import NOTICE_MISSED, UNANNOUNCED, Moods
from simulator.world.news import PUBLIC, News
from simulator.world.opinions import Opinions
from simulator.world.plant import Plant
from simulator.world.presence import WANTS, Presence
from simulator.world.scene import Scene, Steps
from simulator.world.support import SupportDesk

LESS_PATIENT = 0.85
"""Each time they had to ask, they wait this much shorter."""
SHORTEST = 8 * MINUTE
ESCALATES = 0.02 / MINUTE
"""Chance a second that a key customer, once out of patience, goes over people's heads (assumption)."""
CALLS_UP = 5 * MINUTE
"""So long after a key customer called them, those who may step in do so if they know nothing (assumption)."""
ASKS = (
    "{silence} and no word. What do I tell people?",
    "Any news? We've heard nothing for {silence}.",
    "I need something to say. It has been {silence}.",
    "Still nothing after {silence}? People are making up their own stories.",
    "{silence} of silence. Who is on this?",
    "Can someone tell us what is going on? {silence} now.",
    "Nobody has told us anything for {silence}. I cannot keep people off much longer.",
    "I have {silence} of questions here and not one answer.",
)
PUBLIC_ASKS = (
    "Is it only us? Nothing on the status page for {silence}.",
    "{silence} and not a word from you. Our own customers are asking.",
    "Your status page is all green, and we have been stuck for {silence}.",
    "We found out from other users that this is down. {silence} of silence on the status page.",
    "Is anyone working on this? We have been stuck for {silence}.",
    "Somebody writes that you were hacked. {silence}, and you have not said otherwise.",
    "Anyone else? {silence} now, and the status page knows nothing of it.",
)
PUBLIC_ASKS_AGAIN = (
    "Still stuck. The status page has said nothing new for {silence}.",
    "Is anyone still working on this? The last word from you is {silence} old.",
    "Please post something. Anything. It has been {silence}.",
    "{silence} since your last update. Our own customers are asking.",
    "The last thing you wrote is {silence} old. Is it still true?",
    "We refresh your status page, and it stays as it was {silence} ago.",
)
KEY_ASKS = (
    "We pay for an answer within the hour. It has been {silence}.",
    "{silence}. Our managers are asking ours, and ours are asking you.",
    "Is our data safe? Nobody has told us anything for {silence}.",
    "We are losing orders. {silence}, and no word from your side.",
)
ESCALATIONS = (
    "I have just called your chief executive. We are talking about {worth}.",
    "Our board wants to know why we stay with you. That is {worth}.",
    "We are reading the contract now. You know what we are to you: {worth}.",
    "I am told to look for someone else from Monday. {worth}, and not a word from you.",
)
THANKS = (
    "Thank you, that helps.",
    "Thank you. That is something I can pass on.",
    "That is all we wanted to know. Thank you.",
    "Thanks for telling us. We can plan with that.",
    "Good, thank you. Keep it coming.",
)


class Stakeholders:
    """Everyone outside the response, each with a clock of what they last heard."""

    def __init__(self, scene: Scene, plant: Plant, news: News) -> None:
        self._scene = scene
        self._plant = plant
        self._news = news
        self._asked: dict[str, int] = {}
        self._counted: dict[str, int] = {}
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

    def _waits(self, who: Stakeholder) -> Steps:
        """Wait for news; ask when patience ends; step in when asking did not help."""
        patience = who.patience
        while True:
            heard = self._news.heard.get(who.hears, 0)
            yield self._scene.env.timeout(max(1, heard + patience - self._scene.now))
            if self._news.heard.get(who.hears, 0) > heard:
                patience = who.patience
                self._asked.pop(who.name, None)
                continue
            if self._plant.felt_since is not None:
                self._asked[who.name] = self._asked.get(who.name, 0) + 1
                self._speak(who, self._scene.now - heard, self._asked[who.name])
            shorter = who.patience * LESS_PATIENT ** self._asked.get(who.name, 0)
            patience = (self._scene.now - heard) + max(SHORTEST, round(shorter))

    def _speak(self, who: Stakeholder, silence: int, asked: int) -> None:
        self._suffer(who, silence)
        if who.swoops and asked >= 2 and who.hears not in self.presence:
            self.swoop(who, wants=self._scene.dice.choose(who.name, "wants", WANTS))
            return
        words = self._words(who)
        says = words[(asked - 1 + int(self._scene.dice.fixed(who.name, "asks") * len(words))) % len(words)]
        spoken = says.format(silence=show_minutes(silence))
        self._scene.log.write(StakeholderAsked(who.name, who.hears, silence, spoken))

    def _suffer(self, who: Stakeholder, silence: int) -> None:
        """Anger about what was felt and not announced since they last heard or spoke, at the share of now."""
        since = max(self._scene.now - silence, self._counted.get(who.name, 0), self._plant.felt_since or 0)
        self._counted[who.name] = self._scene.now
        share = self._plant.failing / self._scene.organisation.customers
        self.moods.add(who.name, UNANNOUNCED * share * (self._scene.now - since) / MINUTE)

    def _words(self, who: Stakeholder) -> tuple[str, ...]:
        if who.worth:
            return KEY_ASKS
        if who.hears != PUBLIC:
            return ASKS
        return PUBLIC_ASKS_AGAIN if who.hears in self._news.heard else PUBLIC_ASKS

    def _thank(self, update: Update, number: int) -> None:
        """The first who had asked in vain says thanks for an update that says something new."""
        before = self.opinions.of(update.audience).last
        useful = before is None or before.claims != update.claims
        company = self._scene.organisation.stakeholders
        asked = [company[name] for name in self._asked if company[name].hears == update.audience]
        for who in asked:
            del self._asked[who.name]
        if asked and useful and update.audience not in self.presence:
            says = self._scene.dice.choose(asked[0].name, "thanks", THANKS)
            self._scene.log.write(Said(asked[0].name, says), number)

    def swoop(self, who: Stakeholder, says: str = "", wants: Want = "news", source: str = "") -> None:
        """Someone senior steps in and stays until they are answered."""
        self.presence.enter(who, says, wants, source)

    def _loses_faith(self, who: Stakeholder) -> Steps:
        """A key customer out of patience goes over people's heads after a while, once in each silence."""
        while True:
            heard = self._news.heard.get(who.hears, 0)
            yield self._scene.env.timeout(max(1, heard + who.patience - self._scene.now))
            if self._plant.felt_since is None:
                yield self._plant.toggled
                continue
            if self._news.heard.get(who.hears, 0) > heard:
                continue
            luck = self._scene.dice(who.name, "escalates")
            yield self._scene.env.timeout(max(1, round(-math.log(1 - luck) / ESCALATES)))
            if self._news.heard.get(who.hears, 0) > heard or self._plant.felt_since is None:
                continue
            self._escalate(who)
            while self._news.heard.get(who.hears, 0) == heard:
                yield self._news.sent

    def _escalate(self, who: Stakeholder) -> None:
        words = self._scene.dice.choose(who.name, "goes higher", ESCALATIONS).format(worth=who.worth)
        says = words[0].upper() + words[1:]
        self._scene.log.write(Escalated(who.name, who.hears, who.worth, says))
        at = self._scene.now
        seniors = (other for other in self._scene.organisation.stakeholders.values() if other.swoops)
        if senior := next(seniors, None):
            called = senior
            self._scene.later(CALLS_UP, lambda: self._called_up(called, at))

    def _called_up(self, senior: Stakeholder, since: int) -> None:
        """Someone senior was called by a key customer and knows nothing to say."""
        told = self._news.heard.get(senior.hears, -1) >= since - senior.patience
        if not told and senior.hears not in self.presence and self._plant.felt_since is not None:
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
