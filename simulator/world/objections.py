"""Strong objections: from those who know better, and now and then from those who only think so."""

from simulator.domain.duration import MINUTE, Spread
from simulator.domain.fact import Commanded, NobodyObjected, Objected, Polled
from simulator.domain.seats import COMMANDER, FACILITATOR, OBSERVER, RELIEVED
from simulator.world.responder import Responder
from simulator.world.responders import Responders
from simulator.world.scene import Scene
from simulator.world.temper import FALSE_ALARM, SPEAKS_UP, UNASKED

LISTENING = 20
"""Seconds a poll waits for strong objections: a voice on a call is quick (assumption; the doctrine's sources
want a window to object in, and give no number)."""
LISTENING_TO_HANDS = 60
"""Seconds a poll waits where others sit at keyboards: they have to read it, and type (assumption)."""

HESITATES, STANDS_FIRM = Spread(MINUTE, 0.4), Spread(4 * MINUTE, 0.4)
"""How long who objects to an order waits for another word before doing it, and the stubborn (assumptions)."""


def held_for(scene: Scene, owner: Responder, reasoned: bool) -> int:
    """Seconds until someone who has objected does it: the stubborn stand firm, unless a reason was given."""
    firm = owner.person.temper == "stubborn" and not reasoned
    return scene.dice.lasts(owner.person.id, "waits for a word", STANDS_FIRM if firm else HESITATES)


class Objections:
    """Who would object to what. The luck is the same asked or not, so a poll finds at least as much."""

    def __init__(self, scene: Scene, responders: Responders, hazards: dict[tuple[str, str], bool]) -> None:
        self._scene = scene
        self._responders = responders
        self._hazards = hazards
        self._voiced: set[tuple[str, str]] = set()
        self._settled: set[str] = set()
        self._spared: set[tuple[str, str]] = set()

    def poll(self, change: str, number: int, by: str = COMMANDER) -> None:
        """Ask everyone; whoever speaks first is heard, else nobody objects."""
        polled = self._scene.log.write(Polled(change, by), number)
        self._scene.later(
            LISTENING_TO_HANDS if self._others_type(by) else LISTENING, lambda: self._hear(change, polled)
        )

    def _others_type(self, by: str) -> bool:
        """Whether anybody has spoken from another seat that takes part than the one that asks."""
        said = (entry.fact for entry in self._scene.log.entries if isinstance(entry.fact, Commanded))
        return any(fact.seat not in (by, OBSERVER, FACILITATOR, RELIEVED) for fact in said)

    def _hear(self, change: str, number: int) -> None:
        """Whoever knows the place and sees it coming may speak up; the cautious do more often."""
        for responder in self._responders.here:
            if self._foresees(responder, change, 1.0):
                self._object(responder, change, number)
                return
        self._scene.log.write(NobodyObjected(change), number)

    def settle(self, change: str) -> None:
        """The hazards of a change have been looked at; nobody has to be afraid of what was not found."""
        self._settled.add(change)

    def is_settled(self, change: str) -> bool:
        """Whether that has been done."""
        return change in self._settled

    def spare(self, person: str, change: str) -> None:
        """Who has proposed a change does not object to it, unless a look at its hazards has taught them."""
        self._spared.add((person, change))

    def at_order(self, change: str, owner: str, number: int) -> bool:
        """Let the owner of an order object before they start, else a listener; whether the owner did."""
        if owner and owner != COMMANDER and self._doubts(self._responders[owner], change):
            self._object(self._responders[owner], change, number)
            return True
        for responder in self._responders.here:
            if responder.task is None and responder.person.id != owner and self._doubts(responder, change):
                self._object(responder, change, number)
                break
        return False

    def _doubts(self, responder: Responder, change: str) -> bool:
        """Whether they object unasked; what they have said once is said."""
        if (responder.person.id, change) in self._voiced:
            return False
        return self._foresees(responder, change, UNASKED) or self._fears(responder, change)

    def _foresees(self, responder: Responder, change: str, share: float) -> bool:
        """Whether it would really do harm, and they know the place and speak up."""
        if not self._harms(change) or not self._speaks_of(responder, change):
            return False
        luck = self._scene.dice.fixed(responder.person.id, f"objects to {change}")
        return luck < share * SPEAKS_UP[responder.person.temper]

    def _fears(self, responder: Responder, change: str) -> bool:
        """Whether they take fright at what the runbook warns of, though it is not so today."""
        risky = bool(self._scene.organisation.runbook[change].hazards) and change not in self._settled
        if not risky or not self._speaks_of(responder, change):
            return False
        luck = self._scene.dice.fixed(responder.person.id, f"fears {change}")
        return luck < FALSE_ALARM[responder.person.temper]

    def _speaks_of(self, responder: Responder, change: str) -> bool:
        """Whether they know the place, and have not proposed it with nobody having looked at it since."""
        person = responder.person.id
        if (person, change) in self._spared and change not in self._settled:
            return False
        return self._responders.knows(person, self._scene.organisation.runbook[change].on)

    def _harms(self, change: str) -> bool:
        return bool(self._spoilt(change)) or bool(self._real(change))

    def _spoilt(self, change: str) -> str:
        """What a change would make worse; nothing, where that is the price of a cure."""
        outcome = self._scene.scenario.outcome(change, self._scene.cause)
        return "" if outcome.cures else next((effect.to for effect in outcome.harms), "")

    def _real(self, change: str) -> str:
        """The first hazard of a change that holds."""
        return next((name for (of, name), holds in self._hazards.items() if of == change and holds), "")

    def _object(self, responder: Responder, change: str, number: int) -> None:
        person = responder.person.id
        self._voiced.add((person, change))
        hazards = self._scene.organisation.runbook[change].hazards
        feared, spoilt = self._real(change), self._spoilt(change)
        if not (feared or spoilt) and hazards:
            feared = hazards[0].name
        if feared:
            says = self._scene.voice.say(person, "objects to hazard", change=change, hazard=feared)
        else:
            says = self._scene.voice.say(person, "objects to harm", change=change, place=spoilt)
        self._scene.log.write(Objected(person, change, says), number)
