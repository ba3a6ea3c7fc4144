"""Seniors in the room: they step in, want something, and stay until they get it or hear why not."""

from simulator.domain.audiences import unanswered
from simulator.domain.command import Answer
from simulator.domain.doctrine import ALL_CLEAR
from simulator.domain.duration import MINUTE
from simulator.domain.fact import Replied, Reply, Said, StakeholderAsked, SteppedBack, Swooped, Want
from simulator.domain.organisation import Stakeholder
from simulator.domain.reply_words import reply_in, tells
from simulator.domain.seats import COMMANDER
from simulator.domain.update import Update
from simulator.world.news import News
from simulator.world.opinions import Opinions
from simulator.world.scene import Scene

COMES_BACK = 10 * MINUTE
"""Who was put off waits this long for a brief (assumption)."""
WANTS: tuple[Want, ...] = ("news", "eta", "severity", "command")
FITS: dict[Want, tuple[Reply, ...]] = {
    "news": ("take command", "later", "in words"),
    "eta": ("no eta", "eta", "take command", "later"),
    "severity": ("severity stays", "take command", "later"),
    "command": ("take command", "later", "in words"),
}
"""Which answers let someone who wants that leave again. Where words do, those after another answer do too."""


class Presence:
    """Who of each audience stands in the room, since when, and what they want."""

    def __init__(self, scene: Scene, news: News, opinions: Opinions) -> None:
        self._scene = scene
        self._news = news
        self._opinions = opinions
        self._here: dict[str, tuple[str, Want]] = {}
        self._closed = False
        news.hearers.append(self._hears)

    def __contains__(self, audience: str) -> bool:
        return audience in self._here

    def __len__(self) -> int:
        return len(self._here)

    def asked(self, audience: str) -> str:
        """Who of an audience asked something, and has been told nothing since; empty for nobody."""
        question = unanswered(self._scene.log.entries, self._scene.organisation).get(audience)
        return question.who if question else ""

    def enter(
        self, who: Stakeholder, says: str = "", wants: Want = "news", source: str = "", because: int = 0
    ) -> None:
        """Someone senior steps in."""
        if self._closed:
            return
        voice = self._scene.voice
        says = voice.quote(who.name, says) if says else voice.say(who.name, f"swoops for {wants}")
        self._here[who.hears] = (who.name, wants)
        self._scene.log.write(Swooped(who.name, who.hears, says, wants), because, source=source)

    def _hears(self, update: Update, number: int) -> None:
        """A brief with content lets them go, unless it leaves open what they came for."""
        if update.audience not in self._here:
            return
        who, wants = self._here[update.audience]
        if _settles(update, wants):
            self._leave(update.audience, self._scene.voice.say(who, "is content"), number)
        else:
            self._insist(update.audience, number)

    def means(self, said: Answer) -> Reply | None:
        """What an answer says to who waits for it; None where its words leave that open."""
        if said.how is not None or said.audience not in self._here:
            return said.how or "in words"
        _, wants = self._here[said.audience]
        return reply_in(said.because, wants)

    def answer(self, said: Answer, number: int, by: str = COMMANDER) -> None:
        """What a seat answers them; beside the point, they stay."""
        audience, asked = said.audience, self.asked(said.audience)
        how = self.means(said) or "in words"
        number = self._scene.log.write(Replied(audience, how, said.eta or 0, said.because, by), number)
        if said.eta is not None:
            self._opinions.promise(audience, said.eta)
        if audience not in self._here:
            self._scene.log.write(Said(asked, self._scene.voice.say(asked, f"hears {how}")), number)
            return
        who, wants = self._here[audience]
        if how not in FITS[wants] and not ("in words" in FITS[wants] and tells(said.because)):
            self._insist(audience, number)
            return
        occasion = "is content" if how == "in words" else f"hears {how}"
        self._leave(audience, self._scene.voice.say(who, occasion), number)
        if how == "later":
            self._put_off(self._scene.organisation.stakeholders[who], wants)

    def regrade(self, number: int) -> None:
        """The severity was changed: who came to argue about it has what they wanted."""
        for audience, (who, wants) in list(self._here.items()):
            if wants == "severity":
                self._leave(audience, self._scene.voice.say(who, "is content"), number)

    def close(self) -> None:
        """Somebody else sees to them: they step back, and nobody steps in any more."""
        self._closed = True
        for audience, (who, _) in list(self._here.items()):
            self._leave(audience, self._scene.voice.say(who, "is content"), 0)

    def _put_off(self, who: Stakeholder, wants: Want) -> None:
        at = self._scene.now
        self._scene.later(COMES_BACK, lambda: self._return(who, wants, at))

    def _return(self, who: Stakeholder, wants: Want, since: int) -> None:
        if who.hears not in self._here and self._news.heard.get(who.hears, -1) < since:
            self.enter(who, wants=wants)

    def _insist(self, audience: str, number: int) -> None:
        who, wants = self._here[audience]
        says = self._scene.voice.say(who, f"insists on {wants}")
        self._scene.log.write(StakeholderAsked(who, audience, 0, says), number)

    def _leave(self, audience: str, says: str, number: int) -> None:
        who, _ = self._here.pop(audience)
        self._scene.log.write(SteppedBack(who, audience, says), number)


def _settles(update: Update, wants: Want) -> bool:
    """Whether an update says what someone came for; that it is over says everything."""
    if update.state in ALL_CLEAR:
        return True
    if wants == "eta":
        return update.eta is not None
    if wants == "severity":
        return bool(update.scope)
    return bool(update.scope or update.cause or update.workaround or update.text or update.eta is not None)
