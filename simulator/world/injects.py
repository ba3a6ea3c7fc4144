"""What the scenario's author has happen when a condition holds."""

from simulator.domain.fact import Said
from simulator.domain.scenario import Inject
from simulator.world.changes import Changes
from simulator.world.news import News
from simulator.world.plant import Plant
from simulator.world.responders import Responders
from simulator.world.scene import Scene, Steps
from simulator.world.stakeholders import Stakeholders


class Injects:
    """The scenario's injects, each waiting for its moment; each happens once."""

    def __init__(
        self,
        scene: Scene,
        plant: Plant,
        responders: Responders,
        changes: Changes,
        news: News,
        stakeholders: Stakeholders,
    ) -> None:
        self._scene = scene
        self._plant = plant
        self._responders = responders
        self._changes = changes
        self._news = news
        self._stakeholders = stakeholders
        self.frozen = False
        for number, inject in enumerate(scene.scenario.injects, 1):
            scene.start(self._waits(inject, number))

    def _waits(self, inject: Inject, number: int) -> Steps:
        match inject.trigger:
            case "time":
                yield self._scene.env.timeout(inject.seconds)
            case "silence":
                yield from self._silence(inject)
            case "impact":
                yield from self._impact(inject)
            case "change":
                yield from self._change(inject)
        self._happen(inject, number)

    def _silence(self, inject: Inject) -> Steps:
        """Until an audience has heard nothing for so long while customers feel it."""
        while True:
            left = self._news.heard.get(inject.subject, 0) + inject.seconds - self._scene.now
            if left > 0:
                yield self._scene.env.timeout(left)
            elif self._plant.felt_since is None:
                yield self._plant.toggled
            else:
                return

    def _impact(self, inject: Inject) -> Steps:
        """Until customers have been affected for so long."""
        while True:
            since = self._plant.felt_since
            if since is None:
                yield self._plant.toggled
            elif self._scene.now - since >= inject.seconds:
                return
            else:
                yield self._scene.env.timeout(since + inject.seconds - self._scene.now)

    def _change(self, inject: Inject) -> Steps:
        """Until a change has taken effect, and then some."""
        while True:
            makings = [m for m in self._changes.made if m.change.name == inject.subject]
            acted = min((m.acted for m in makings if m.finished), default=None)
            if acted is not None:
                yield self._scene.env.timeout(max(1, acted + inject.seconds - self._scene.now))
                return
            coming = next((m for m in makings if not m.undone), None)
            yield coming.done if coming else self._changes.ordered

    def _happen(self, inject: Inject, number: int) -> None:
        if inject.freezable and self.frozen:
            return
        self._speak(inject)
        self._plant.strain(inject.effects, f"inject {number}")

    def _speak(self, inject: Inject) -> None:
        """Let it be said. Someone of the company speaks on the call or not at all."""
        organisation = self._scene.organisation
        if inject.who in organisation.people and not self._responders[inject.who].here:
            return
        source = str(inject.origin) if inject.origin.line else ""
        stakeholder = organisation.stakeholders.get(inject.who)
        if inject.swoops and stakeholder:
            self._stakeholders.swoop(inject.who, stakeholder.hears, inject.says, source)
        elif inject.says:
            self._scene.log.write(Said(inject.who, inject.says), source=source)
