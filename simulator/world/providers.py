"""Outside providers: they can be called, answer at their own pace, and make the changes on what they run."""

from simulator.domain.command import Topic
from simulator.domain.fact import Answered, Contacted, Said
from simulator.domain.organisation import Stakeholder
from simulator.world.responders import Responders
from simulator.world.scene import Scene

SURE = 0.7


class Providers:
    """Every provider who can be called. Who has answered once stays within reach."""

    def __init__(self, scene: Scene, responders: Responders) -> None:
        self._scene = scene
        self._responders = responders
        self.called: dict[str, int] = {}

    def call(self, who: str, number: int) -> None:
        """Call a provider; they answer when they do."""
        self.called[who] = self._scene.now
        number = self._scene.log.write(Contacted(who), number)
        self._scene.later(self._pace(who, "is reached"), lambda: self._reached(who, number))

    def _reached(self, who: str, number: int) -> None:
        self._responders.reach(who)
        says = self._scene.voice.say(who, "provider is reached")
        self._scene.log.write(Said(who, says), number)

    def ask(self, who: str, topic: Topic, number: int) -> None:
        """Ask a provider, who answers at their own pace and promises nothing."""
        self._scene.later(self._pace(who, "answers"), lambda: self._answer(who, topic, number))

    def _answer(self, who: str, topic: Topic, number: int) -> None:
        busy = self._responders[who].task is not None
        says = self._scene.voice.say(who, "provider is at work" if busy else "provider has nothing in hand")
        self._scene.log.write(Answered(who, topic, says, SURE), number)

    def _pace(self, who: str, what: str) -> int:
        provider: Stakeholder = self._scene.organisation.providers[who]
        return self._scene.dice.lasts(who, what, provider.pace) if provider.pace else 0
