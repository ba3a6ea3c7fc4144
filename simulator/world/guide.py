"""The facilitator's hand in the world: it brings things about and takes none back."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from simulator.domain.fact import HintGiven, Nudged, Prompted, Said, Whispered
from simulator.domain.guidance import (
    Fire,
    GiveHint,
    Guidance,
    Hold,
    LetGo,
    Nudge,
    Plan,
    Prompt,
    Pull,
    Reword,
    SendIn,
    Whisper,
)
from simulator.domain.scenario import Effect, EffectKind
from simulator.world.injects import Injects
from simulator.world.plant import Plant
from simulator.world.scene import Scene
from simulator.world.stakeholders import Stakeholders

GUIDANCE: tuple[type, ...] = get_args(Guidance)
_KINDS: Mapping[Pull, EffectKind] = {"errors": "errors", "slowness": "slow", "load": "load"}


def effect_of(nudge: Nudge) -> Effect:
    """What a nudge does while it acts."""
    amount = nudge.amount / 100 + (nudge.pull == "slowness")
    return Effect(0, nudge.service, None, _KINDS[nudge.pull], amount)


class Guide:
    """What a facilitator may do besides letting time run; how often and what of it still acts."""

    def __init__(self, scene: Scene, plant: Plant, injects: Injects, stakeholders: Stakeholders) -> None:
        self._scene = scene
        self._plant = plant
        self._injects = injects
        self._stakeholders = stakeholders
        self.nudges = 0
        self.nudged: dict[str, int] = {}
        """Until when each service is nudged."""
        self._deeds: Mapping[type, Callable[[Any, int], None]] = {
            Fire: lambda c, n: injects.fire(int(c.inject), c.text, n),
            Reword: lambda c, n: injects.reword(int(c.inject), c.text, n),
            Plan: lambda c, n: injects.plan(c.who, c.after, c.text, n),
            Hold: lambda c, n: injects.hold(int(c.inject), n),
            LetGo: lambda c, n: injects.let_go(int(c.inject), n),
            Prompt: self._prompt, SendIn: self._send_in, Nudge: self._nudge, Whisper: self._whisper,
            GiveHint: self._hint,
        }  # fmt: skip

    def does(self, command: Guidance, number: int) -> None:
        """Carry a command out; `number` is the entry that recorded it."""
        self._deeds[type(command)](command, number)

    def _prompt(self, command: Prompt, number: int) -> None:
        number = self._scene.log.truth(Prompted(command.who), number)
        says = self._scene.voice.quote(command.who, command.text)
        self._scene.log.write(Said(command.who, says), number)

    def _send_in(self, command: SendIn, number: int) -> None:
        number = self._scene.log.truth(Prompted(command.who, steps_in=True), number)
        who = self._scene.organisation.stakeholders[command.who]
        self._stakeholders.swoop(who, command.text, command.wants, because=number)

    def _nudge(self, command: Nudge, number: int) -> None:
        self.nudges += 1
        self.nudged[command.service] = self._scene.now + command.lasts
        fact = Nudged(command.service, command.pull, command.amount, command.lasts)
        number, why = self._scene.log.truth(fact, number), f"nudge {self.nudges}"
        self._plant.strain((effect_of(command),), why, number)
        self._scene.later(command.lasts, lambda: self._plant.lift(why, 0, number))

    def _whisper(self, command: Whisper, number: int) -> None:
        self._scene.log.write(Whispered(command.to, command.text), number, seen=command.to)

    def _hint(self, command: GiveHint, number: int) -> None:
        fact = HintGiven(command.to, command.step, command.text)
        self._scene.log.write(fact, number, seen=command.to)
