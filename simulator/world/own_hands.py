"""What the commander does with their own hands takes all of their attention for as long as it lasts."""

from simulator.domain import command as said
from simulator.world.parts import Parts
from simulator.world.responders import COMMANDER


def own_hands(parts: Parts, command: said.Command) -> int:
    """Seconds in which the commander can say nothing else, because they look at something themselves."""
    match command:
        case said.Investigate(place=place, by=by, within=within) if by == COMMANDER:
            return parts.desk.own_look(place, within or 0)
        case said.Verify(change=change, signal=signal, window=window, by=by) if by == COMMANDER:
            return parts.verifications.watch(change, signal, window)
        case _:
            return 0
