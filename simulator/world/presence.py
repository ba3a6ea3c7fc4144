"""Seniors in the room: they step in, want something, and stay until they get it or hear why not."""

from simulator.domain.command import Answer
from simulator.domain.duration import MINUTE
from simulator.domain.fact import Replied, Reply, StakeholderAsked, SteppedBack, Swooped, Want
from simulator.domain.organisation import Stakeholder
from simulator.domain.update import Update
from simulator.world.news import News
from simulator.world.opinions import Opinions
from simulator.world.scene import Scene

COMES_BACK = 10 * MINUTE
"""Who was put off waits this long for a brief (assumption)."""
WANTS: tuple[Want, ...] = ("news", "eta", "severity", "command")
SWOOPS: dict[Want, tuple[str, ...]] = {
    "news": (
        "I'm joining because nobody tells me anything. What is going on?",
        "I'm told we are down and I hear nothing. Who is running this?",
        "Walk me through this, please. I have a board member on the other line.",
    ),
    "eta": (
        "I need one thing: when will it be fixed?",
        "I have to tell the board a time. What time?",
        "How much longer? An hour? Two? I will hold you to it.",
    ),
    "severity": (
        "Is this really as bad as you call it? I would not have called it that.",
        "Who decided on that severity? Half of the company has stopped working for it.",
        "From where I sit this looks worse than you say. Should it not be one higher?",
    ),
    "command": (
        "Should we not restart everything? Someone restart everything, please.",
        "Stop what you are doing and roll everything back. I want to see movement.",
        "I want all engineers on this call, now. Who is doing what?",
    ),
}
INSISTS: dict[Want, tuple[str, ...]] = {
    "news": ("That is no news. What is affected, and what are you doing?", "I knew that. What else?"),
    "eta": (
        "Thank you. And when will it be over? A time, or tell me that there is none.",
        "You have not said when. I am still waiting for a time.",
        "Good to know. I asked for a time.",
    ),
    "severity": (
        "That does not answer why you call it this severe. Who is affected?",
        "I still do not see why it has that severity.",
    ),
    "command": ("And why is nobody restarting anything?", "I hear you. I would still roll it all back."),
}
LEAVES: dict[Reply, tuple[str, ...]] = {
    "no eta": ("No time yet, then. I can work with that.", "Fine. Tell me when you have one."),
    "eta": ("Thank you. I will pass that on.", "Good. I will hold people to it, and you."),
    "take command": ("No. It is yours. I'll listen.", "No, no. You go on. I'll be next door."),
    "severity stays": ("All right, your call.", "Fine. We can talk about it afterwards."),
    "later": ("Ten minutes, then.", "All right. I'll be back if I hear nothing."),
}
CONTENT = (
    "Thank you. That is all I needed.",
    "Good. I'll leave you to it.",
    "Clear. I'll keep people off you.",
)
FITS: dict[Want, tuple[Reply, ...]] = {
    "news": ("take command", "later"),
    "eta": ("no eta", "eta", "take command", "later"),
    "severity": ("severity stays", "take command", "later"),
    "command": ("take command", "later"),
}
"""Which answers let someone who wants that leave again."""


class Presence:
    """Who of each audience stands in the room, since when, and what they want."""

    def __init__(self, scene: Scene, news: News, opinions: Opinions) -> None:
        self._scene = scene
        self._news = news
        self._opinions = opinions
        self._here: dict[str, tuple[str, Want]] = {}
        news.hearers.append(self._hears)

    def __contains__(self, audience: str) -> bool:
        return audience in self._here

    def __len__(self) -> int:
        return len(self._here)

    def enter(self, who: Stakeholder, says: str = "", wants: Want = "news", source: str = "") -> None:
        """Someone senior steps in."""
        says = says or self._scene.dice.choose(who.name, f"swoops for {wants}", SWOOPS[wants])
        self._here[who.hears] = (who.name, wants)
        self._scene.log.write(Swooped(who.name, who.hears, says, wants), source=source)

    def _hears(self, update: Update, number: int) -> None:
        """A brief with content lets them go, unless it leaves open what they came for."""
        if update.audience not in self._here:
            return
        who, wants = self._here[update.audience]
        if _settles(update, wants):
            self._leave(update.audience, self._scene.dice.choose(who, "is content", CONTENT), number)
        else:
            self._insist(update.audience, number)

    def answer(self, said: Answer, number: int) -> None:
        """What the commander answers them; beside the point, they stay."""
        how, audience = said.how or "later", said.audience
        number = self._scene.log.write(Replied(audience, how, said.eta or 0, said.because), number)
        if said.eta is not None:
            self._opinions.promise(audience, said.eta)
        who, wants = self._here[audience]
        if how not in FITS[wants]:
            self._insist(audience, number)
            return
        self._leave(audience, self._scene.dice.choose(who, f"hears {how}", LEAVES[how]), number)
        if how == "later":
            self._put_off(self._scene.organisation.stakeholders[who], wants)

    def regrade(self, number: int) -> None:
        """The severity was changed: who came to argue about it has what they wanted."""
        for audience, (who, wants) in list(self._here.items()):
            if wants == "severity":
                self._leave(audience, self._scene.dice.choose(who, "is content", CONTENT), number)

    def _put_off(self, who: Stakeholder, wants: Want) -> None:
        at = self._scene.now
        self._scene.later(COMES_BACK, lambda: self._return(who, wants, at))

    def _return(self, who: Stakeholder, wants: Want, since: int) -> None:
        if who.hears not in self._here and self._news.heard.get(who.hears, -1) < since:
            self.enter(who, wants=wants)

    def _insist(self, audience: str, number: int) -> None:
        who, wants = self._here[audience]
        says = self._scene.dice.choose(who, f"insists on {wants}", INSISTS[wants])
        self._scene.log.write(StakeholderAsked(who, audience, 0, says), number)

    def _leave(self, audience: str, says: str, number: int) -> None:
        who, _ = self._here.pop(audience)
        self._scene.log.write(SteppedBack(who, audience, says), number)


def _settles(update: Update, wants: Want) -> bool:
    """Whether an update says what someone came for; that it is over says everything."""
    if update.state in ("monitoring", "resolved"):
        return True
    if wants == "eta":
        return update.eta is not None
    if wants == "severity":
        return bool(update.scope)
    return bool(update.scope or update.cause or update.workaround or update.text or update.eta is not None)
