"""What the commander does with their own hands takes all of their attention for as long as it lasts."""

from simulator.domain import command as said
from simulator.domain.seats import COMMANDER
from simulator.world.parts import Parts


def own_hands(parts: Parts, command: said.Command) -> int:
    """Seconds in which the commander can say nothing else, because they look at something themselves."""
    if isinstance(command, said.Investigate) and command.by == COMMANDER:
        return parts.desk.own_look(command.place, command.within or 0)
    if isinstance(command, said.Verify) and command.by == COMMANDER:
        return parts.verifications.watch(command.change, command.signal, command.window)
    return 0
