"""The belligerent: someone who fights the room, until they are told to stop or let go."""

from simulator.domain.duration import MINUTE, Spread
from simulator.domain.fact import Said, Warned
from simulator.domain.seats import COMMANDER
from simulator.world.plant import Plant
from simulator.world.responder import Responder
from simulator.world.responders import Responders
from simulator.world.scene import Scene, Steps

FLARES_UP = Spread(5 * MINUTE, 0.5)
"""How often they do (assumption)."""
WEIGHS = 8
"""Extra seconds that each command takes while they have the floor (assumption)."""


class Quarrel:
    """Who is derailing the call."""

    def __init__(self, scene: Scene, plant: Plant, responders: Responders) -> None:
        self._scene = scene
        self._plant = plant
        self._responders = responders
        self._loud: set[str] = set()
        self._warned: set[str] = set()
        responders.on_joining(self._joined)

    @property
    def weight(self) -> int:
        """Extra seconds that a command takes now."""
        if not self._loud:
            return 0
        return WEIGHS * sum(1 for person in self._loud if self._responders[person].here)

    def _joined(self, responder: Responder, _number: int) -> None:
        if responder.person.temper == "belligerent":
            self._scene.start(self._flares_up(responder))

    def _flares_up(self, responder: Responder) -> Steps:
        shift, who = responder.shift, responder.person.id
        while True:
            yield self._scene.env.timeout(self._scene.dice.lasts(who, "flares up", FLARES_UP))
            if responder.shift != shift or who in self._warned:
                return
            if self._plant.felt_since is not None:
                self._loud.add(who)
                self._scene.log.write(Said(who, self._scene.voice.say(who, "derails")))

    def warn(self, person: str, number: int, by: str = COMMANDER) -> None:
        """Tell someone to stop; who has been loud goes quiet, for good."""
        warned = self._scene.log.write(Warned(person, by), number)
        self._warned.add(person)
        if person in self._loud:
            self._loud.discard(person)
            self._scene.log.write(Said(person, self._scene.voice.say(person, "calms down")), warned)
