"""The change of shift: who has been on the call for too long asks for relief."""

from collections.abc import Callable

from simulator.domain.duration import show_minutes
from simulator.domain.fact import Said
from simulator.world.fatigue import SHIFT
from simulator.world.responder import Responder
from simulator.world.responders import Responders
from simulator.world.scene import Scene


class Endurance:
    """Who has been on the call for too long, asks for relief, and goes when it is there."""

    def __init__(self, scene: Scene, responders: Responders) -> None:
        self._scene = scene
        self._responders = responders
        self._tired: dict[str, int] = {}
        responders.on_joining(self._joined)

    def _joined(self, responder: Responder, number: int) -> None:
        self._relieve(responder, number)
        shift = responder.shift
        if self._scene.scenario.limit > self._scene.now + SHIFT:
            self._scene.later(SHIFT, lambda: self._asks(responder, shift))

    def _asks(self, responder: Responder, shift: int) -> None:
        """Their hours are over: they say so, and stay until somebody comes."""
        if not responder.here or responder.shift != shift:
            return
        person = responder.person
        hours = show_minutes(self._scene.now - responder.since)
        says = self._scene.voice.say(person.id, "asks for relief", hours=hours, team=person.team)
        self._tired[person.id] = self._scene.log.write(Said(person.id, says))

    def _relieve(self, fresh: Responder, number: int) -> None:
        """Someone who can do their work has joined: the first of the tired hands over and goes."""
        for person in list(self._tired):
            tired = self._responders[person]
            if not tired.here:
                del self._tired[person]
            elif self._replaces(fresh, tired):
                asked = self._tired.pop(person)
                self._responders.when_free(tired, self._goes(tired, fresh, number, asked))
                return

    def _replaces(self, fresh: Responder, tired: Responder) -> bool:
        """Of the same team, on the rota for it, or at home in all the places that the other knows."""
        if fresh is tired:
            return False
        rota = self._scene.organisation.on_call(tired.person.team, self._scene.moment)
        knows = bool(tired.person.knows) and set(tired.person.knows) <= set(fresh.person.knows)
        return fresh.person.team == tired.person.team or fresh.person.id in rota or knows

    def _goes(self, tired: Responder, fresh: Responder, number: int, asked: int) -> Callable[[], None]:
        """What the tired one does once their hands are free; if the relief has left again, go on waiting."""

        def goes() -> None:
            person = tired.person.id
            if not tired.here:
                return
            if not fresh.here:
                tired.then, self._tired[person] = None, asked
                return
            says = self._scene.voice.say(person, "is relieved", name=fresh.person.first_name)
            said = self._scene.log.write(Said(person, says), number)
            self._responders.leave(person, said)

        return goes
