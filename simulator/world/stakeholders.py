"""Those who wait for news: silence makes them ask, complain and step in."""

from simulator.domain.duration import MINUTE, show_minutes
from simulator.domain.fact import StakeholderAsked, Swooped
from simulator.domain.organisation import Stakeholder
from simulator.world.news import News
from simulator.world.plant import Plant
from simulator.world.scene import Scene, Steps
from simulator.world.support import PUBLIC, SupportDesk

LESS_PATIENT = 0.85
"""Each time they had to ask, they wait this much shorter."""
SHORTEST = 8 * MINUTE
ASKS = (
    "{silence} and no word. What do I tell people?",
    "Any news? We've heard nothing for {silence}.",
    "I need something to say. It has been {silence}.",
    "Still nothing after {silence}? People are making up their own stories.",
    "{silence} of silence. Who is on this?",
    "Can someone tell us what is going on? {silence} now.",
)
PUBLIC_ASKS = (
    "Is it only us? Nothing on the status page for {silence}.",
    "{silence} and not a word from you. Our own customers are asking.",
    "Your status page is all green, and we have been stuck for {silence}.",
    "We found out from other users that this is down. {silence} of silence on the status page.",
    "Is anyone working on this? We have been stuck for {silence}.",
)
PUBLIC_ASKS_AGAIN = (
    "Still stuck. The status page has said nothing new for {silence}.",
    "Is anyone still working on this? The last word from you is {silence} old.",
    "Please post something. Anything. It has been {silence}.",
    "{silence} since your last update. Our own customers are asking.",
)
SWOOPS = (
    "I'm told we are down and I hear nothing. Who is running this? Should we not restart everything?",
    "I'm joining because nobody tells me anything. When will it be fixed?",
    "Walk me through this, please. I have a board member on the other line.",
)


class Stakeholders:
    """Everyone outside the response, each with a clock of what they last heard."""

    def __init__(self, scene: Scene, plant: Plant, news: News) -> None:
        self._scene = scene
        self._plant = plant
        self._news = news
        self._waiting: dict[str, int] = {}
        stakeholders = scene.organisation.stakeholders.values()
        self.desks = tuple(SupportDesk(scene, plant, news, each) for each in stakeholders if each.tickets)
        for stakeholder in stakeholders:
            scene.start(self._waits(stakeholder))

    @property
    def swooping(self) -> int:
        """How many seniors stand in the room without an answer."""
        return sum(1 for audience in self._waiting if self._waits_for(audience))

    def _waits_for(self, audience: str) -> bool:
        """Whether a senior of this audience stands in the room without an answer."""
        since = self._waiting.get(audience)
        return since is not None and self._news.heard.get(audience, -1) < since

    def _waits(self, who: Stakeholder) -> Steps:
        """Wait for news; ask when patience ends; step in when asking did not help."""
        patience, asked = who.patience, 0
        while True:
            heard = self._news.heard.get(who.hears, 0)
            yield self._scene.env.timeout(max(1, heard + patience - self._scene.now))
            if self._news.heard.get(who.hears, 0) > heard:
                patience, asked = who.patience, 0
                continue
            if self._plant.felt_since is not None:
                asked += 1
                self._speak(who, self._scene.now - heard, asked)
            patience = (self._scene.now - heard) + max(SHORTEST, round(who.patience * LESS_PATIENT**asked))

    def _speak(self, who: Stakeholder, silence: int, asked: int) -> None:
        dice, log = self._scene.dice, self._scene.log
        if who.swoops and asked >= 2 and not self._waits_for(who.hears):
            self.swoop(who.name, who.hears, dice.choose(who.name, "swoops", SWOOPS))
            return
        words = self._words(who)
        says = words[(asked - 1 + int(dice.fixed(who.name, "asks") * len(words))) % len(words)]
        spoken = says.format(silence=show_minutes(silence))
        log.write(StakeholderAsked(who.name, who.hears, silence, spoken))

    def _words(self, who: Stakeholder) -> tuple[str, ...]:
        if who.hears != PUBLIC:
            return ASKS
        return PUBLIC_ASKS_AGAIN if who.hears in self._news.heard else PUBLIC_ASKS

    def swoop(self, who: str, audience: str, says: str, source: str = "") -> None:
        """Someone senior steps in and stays until they are told something."""
        self._waiting[audience] = self._scene.now
        self._scene.log.write(Swooped(who, audience, says), source=source)
