"""Freelancing: an eager person without a task makes a change that nobody has asked for."""

from simulator.domain.duration import MINUTE, Spread
from simulator.domain.organisation import Change
from simulator.world.changes import Changes
from simulator.world.injects import Injects
from simulator.world.options import at_hand
from simulator.world.plant import Plant
from simulator.world.responder import Responder
from simulator.world.responders import Responders
from simulator.world.scene import Scene, Steps

SITS_STILL = Spread(9 * MINUTE, 0.4)
"""How long an eager person bears having nothing to do (assumption)."""
ACTS, ACTS_AT_WORST, WORST = 0.2, 0.6, 0.2
"""Chance that they act, when hardly anyone is affected and when this share of customers is (assumption)."""
SILENT = 0.3
"""How many of them say so only afterwards (assumption)."""
AT_MOST = 2
"""After so many changes of their own they have learnt it, or run out of ideas."""


class Heroes:
    """Eager people on the call. A freeze keeps their hands still, and so does being given something to do."""

    def __init__(
        self, scene: Scene, plant: Plant, responders: Responders, changes: Changes, injects: Injects
    ) -> None:
        self._scene = scene
        self._plant = plant
        self._responders = responders
        self._changes = changes
        self._injects = injects
        responders.on_joining(self._joined)

    def _joined(self, responder: Responder, _number: int) -> None:
        if responder.person.temper == "eager":
            self._scene.start(self._fidgets(responder))

    def _fidgets(self, responder: Responder) -> Steps:
        """Sleep until they could have been idle for too long; then they act, or bear it once more."""
        shift, acts, who = responder.shift, 0, responder.person.id
        patience = self._scene.dice.lasts(who, "sits still", SITS_STILL)
        while responder.shift == shift and acts < AT_MOST:
            idle = self._scene.now - responder.idle if self._responders.idle(responder) else 0
            if idle < patience:
                yield self._scene.env.timeout(patience - idle)
                continue
            acts += self._may_act(responder)
            patience = idle + self._scene.dice.lasts(who, "sits still", SITS_STILL)

    def _may_act(self, responder: Responder) -> bool:
        if self._injects.frozen or self._plant.felt_since is None:
            return False
        share = min(1.0, self._plant.failing / self._scene.organisation.customers / WORST)
        if self._scene.dice(responder.person.id, "acts alone") >= ACTS + share * (ACTS_AT_WORST - ACTS):
            return False
        ideas = [change.name for change in at_hand(self._scene.scenario) if self._could(responder, change)]
        if not ideas:
            return False
        change = self._scene.dice.choose(responder.person.id, "thinks of", ideas)
        silent = self._scene.dice(responder.person.id, "keeps quiet") < SILENT
        self._changes.act_alone(change, responder.person.id, silent)
        return True

    def _could(self, responder: Responder, change: Change) -> bool:
        """On a place that they know, and not made or under way."""
        made = self._changes.latest(change.name)
        able = self._responders.knows(responder.person.id, change.on)
        return able and (made is None or made.undone)
