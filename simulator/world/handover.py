"""Handing over command: offered, and taken only when the other one says so. It can come back the same way."""

from simpy import Event

from simulator.domain.duration import MINUTE, Spread
from simulator.domain.fact import CommandHanded, CommandOffered, LedOn, Said
from simulator.domain.seats import COMMANDER
from simulator.domain.succession import FRESH
from simulator.world.responders import Responders
from simulator.world.scene import Scene, Steps
from simulator.world.workstreams import Workstreams

ACKNOWLEDGES = Spread(40, 0.5)
"""Until the other one has heard it and answers (assumption)."""
INSISTS = 3 * MINUTE
"""Without a brief they take it after this long all the same; somebody has to (assumption)."""


class Handover:
    """Command on its way from one to the other. Until it is acknowledged, it stays where it was."""

    def __init__(self, scene: Scene, responders: Responders, workstreams: Workstreams) -> None:
        self._scene = scene
        self._responders = responders
        self._workstreams = workstreams
        self._briefed = -FRESH
        self._brief: Event | None = None
        self.offered = ""
        self.holder = ""
        self.led_on = False
        self.asked_back = False

    def brief(self) -> None:
        """Something was summed up for everyone to hear."""
        self._briefed = self._scene.now
        if self._brief is not None and not self._brief.triggered:
            self._brief.succeed()

    def offer(self, person: str, because: int) -> None:
        """Offer command to someone on the call."""
        self.offered = person
        number = self._scene.log.write(CommandOffered(person), because)
        self._scene.start(self._answers(person, number))

    def _answers(self, person: str, number: int) -> Steps:
        """They answer after a while; who knows nothing asks first."""
        yield self._scene.env.timeout(self._scene.dice.lasts(person, "takes command", ACKNOWLEDGES))
        if self._responders[person].here and self._scene.now - self._briefed > FRESH:
            says = self._scene.voice.say(person, "asks for a brief")
            number = self._scene.log.write(Said(person, says), number)
            self._brief = self._scene.env.event()
            yield self._brief | self._scene.env.timeout(INSISTS)
            yield self._scene.env.timeout(self._scene.dice.lasts(person, "takes command", ACKNOWLEDGES))
        self.offered = ""
        if self._responders[person].here:
            self.holder = person
            said = self._scene.log.write(
                Said(person, self._scene.voice.say(person, "accepts command")), number
            )
            self._workstreams.give_up(person, self._scene.log.write(CommandHanded(person), said))

    def step_aside(self, because: int) -> None:
        """Whoever accepted command leads on from the commander's chair."""
        self.led_on = True
        self._scene.log.write(LedOn(self.holder), because)

    def ask_back(self, because: int) -> None:
        """Ask for command back."""
        self.asked_back = True
        self._scene.start(self._hands_back(self.holder, because))

    def _hands_back(self, person: str, number: int) -> Steps:
        """It is theirs until they say that it is not."""
        yield self._scene.env.timeout(self._scene.dice.lasts(person, "hands command back", ACKNOWLEDGES))
        if self._responders[person].here:
            says = self._scene.voice.say(person, "hands command back")
            number = self._scene.log.write(Said(person, says), number)
        self.holder, self.led_on, self.asked_back = COMMANDER, False, False
        self._scene.log.write(CommandHanded(COMMANDER), number)
