"""What people propose by themselves: nobody proposes what is in hand, or objects to what they proposed."""

from simulator.world.changes import Changes
from simulator.world.objections import Objections
from simulator.world.responders import Responders


class Offers:
    """Who proposes which change, and when that has become pointless."""

    def __init__(self, responders: Responders, changes: Changes, objections: Objections) -> None:
        self._responders = responders
        self._changes = changes
        self._objections = objections

    def is_pointless(self, change: str, who: str) -> bool:
        """Whether nobody would propose a change any more: it was ordered or checked, or somebody is at it."""
        if self._objections.is_settled(change):
            return True
        made = self._changes.latest(change)
        known = made is not None and (not made.quiet or made.owner == who)
        return known or any(
            task.subject == change and not task.quiet
            for responder in self._responders.here
            for task in self._responders.held_by(responder)
        )

    def propose(self, change: str, who: str) -> None:
        """Somebody has proposed a change, and stands by it from now on."""
        self._objections.spare(who, change)
