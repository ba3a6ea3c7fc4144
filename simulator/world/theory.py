"""What people think is wrong: from what they have found themselves, read rightly or not, put surely or not.

A theory holds no more than the clues behind it: it is drawn from them and the scenario's odds, never from the
hidden cause. So asking for one is no oracle, and the belief over causes can leave it out.
"""

from math import prod

from simulator.world.responder import Responder
from simulator.world.responders import Responders
from simulator.world.scene import Scene
from simulator.world.temper import GUESSES, SURENESS
from simulator.world.voice.called import called

HEDGED, WRONG = 0.15, 0.05
"""How often an expert's answer is hedged, and wrong, when pressed early; else it is right (assumptions)."""
DISTRACTED = 0.10
"""How much oftener it is wrong when the question came in the middle of something (assumption)."""
UNSURE, SURE = 0.2, 0.7


class Theories:
    """Who would say what is wrong."""

    def __init__(self, scene: Scene, responders: Responders) -> None:
        self._scene = scene
        self._responders = responders

    def of(self, responder: Responder, busy: bool) -> tuple[str, float]:
        """What someone answers, and how sure they put it. The same again until they have found more."""
        if not responder.seen:
            return self._without_looking(responder)
        ranked, saw = self._ranked(responder), self._saw(responder)
        if len(ranked) < 2:
            return self._say(responder, "lean", saw=saw), SURE
        luck = self._luck(responder, "reads it")
        wrong = min(0.5, (WRONG + DISTRACTED * busy) * self._responders.fatigue(responder.person.id))
        if luck < wrong:
            return self._name(responder, ranked[1 + int(luck / wrong * (len(ranked) - 1))], saw)
        if luck < wrong + HEDGED:
            says = self._say(responder, "hedge", guess=ranked[0], other=ranked[1], saw=saw)
            return says, min(0.45, self._sureness(responder))
        return self._name(responder, ranked[0], saw)

    def _name(self, responder: Responder, guess: str, saw: str) -> tuple[str, float]:
        return self._say(responder, "theory", guess=guess, saw=saw), self._sureness(responder)

    def _without_looking(self, responder: Responder) -> tuple[str, float]:
        """Most say that they do not know; some name a cause, as surely as others what they saw."""
        if self._luck(responder, "guesses at all") >= GUESSES[responder.person.temper]:
            return self._say(responder, "no idea"), UNSURE
        luck = self._luck(responder, "guesses")
        for name, share in self._scene.scenario.prior.items():
            luck -= share
            if luck < 0:
                return self._say(responder, "hunch", guess=name), self._sureness(responder)
        return self._say(responder, "no idea"), UNSURE

    def _ranked(self, responder: Responder) -> list[str]:
        """The causes, the one first that fits best what they found."""
        scenario = self._scene.scenario

        def fit(cause: str) -> float:
            odds = (scenario.clues[place][clue - 1].odds.get(cause, 0.0) for place, clue in responder.seen)
            return scenario.prior[cause] * prod(odds)

        return sorted(scenario.causes, key=lambda cause: -fit(cause))

    def _saw(self, responder: Responder) -> str:
        place, clue = responder.seen[-1]
        return self._scene.scenario.clues[place][clue - 1].says

    def _luck(self, responder: Responder, what: str) -> float:
        return self._scene.dice.fixed(responder.person.id, what, len(responder.seen))

    def _sureness(self, responder: Responder) -> float:
        """Of their temper and the day, not of being right."""
        low, high = SURENESS[responder.person.temper]
        return round(low + (high - low) * self._luck(responder, "sounds sure"), 2)

    def _say(self, responder: Responder, occasion: str, **details: str) -> str:
        said = {what: called(text) if what in ("guess", "other") else text for what, text in details.items()}
        return self._scene.voice.say(responder.person.id, occasion, **said)
