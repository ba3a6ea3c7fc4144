"""Looking at the hazards of a change before it is made."""

from functools import partial

from simulator.domain.duration import Spread
from simulator.domain.fact import HazardChecked
from simulator.domain.organisation import Hazard
from simulator.domain.prose.capital import capital
from simulator.world.objections import Objections
from simulator.world.responders import Responders
from simulator.world.scene import Scene
from simulator.world.tasks import Task


class Prechecks:
    """What is found of the hazards that are real, and of those that are not."""

    def __init__(
        self,
        scene: Scene,
        responders: Responders,
        hazards: dict[tuple[str, str], bool],
        objections: Objections,
    ) -> None:
        self._scene = scene
        self._responders = responders
        self._hazards = hazards
        self._objections = objections

    def check(self, change: str, owner: str, number: int) -> None:
        """Have the hazards of a change looked at before it is made."""
        for hazard in self._scene.organisation.runbook[change].hazards:
            task = Task(
                self._responders.new_task(), "check", change,
                lasts=partial(self._checking, hazard),
                done=partial(self._tell_hazard, change, hazard.name),
                about=hazard.name,
            )  # fmt: skip
            self._responders.give(task, owner, hazard.check, number)

    def _checking(self, hazard: Hazard, who: str) -> int:
        return self._scene.dice.lasts(who, "checks", Spread(hazard.check, 0.3))

    def _tell_hazard(self, change: str, hazard: str, who: str, number: int) -> None:
        holds = self._hazards.get((change, hazard), False)
        occasion = "hazard" if holds else "no hazard"
        start = capital(hazard)
        says = self._scene.voice.say(who, occasion, change=change, hazard=hazard, Hazard=start)
        self._objections.settle(change)
        self._scene.log.write(HazardChecked(who, change, hazard, holds, says), number)
