"""A program in the commander's empty chair: let in by the facilitator, or after a hand-over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from simulator.domain.seats import COMMANDER, OBSERVER, RELIEVED
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, Player
from simulator.exercise.players.successor import Successor
from simulator.exercise.succession import accepted

if TYPE_CHECKING:
    from simulator.room.room import Room

BREATH = 20
"""Simulated seconds between two thoughts of a player program that has nothing to say."""
PROGRAMS: Mapping[str, Callable[[int], Player]] = {**PLAYERS, Successor.name: Successor}
"""Whoever may sit in the commander's empty chair."""


class StandIn:
    """The program that leads while nobody does from the chair; none until one is let in."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._program: Player | None = None
        self._thinks_at = 0

    @property
    def there(self) -> bool:
        """Whether there is one."""
        return self._program is not None

    def let_in(self, player: str) -> None:
        """Let a program lead, by its name; by an empty one, none any more."""
        self._program = PROGRAMS[player](self._exercise.seed) if player else None
        self._thinks_at = self._exercise.now

    def word(self) -> str:
        """What it says now; empty when there is nothing to say, or it is not its turn."""
        exercise = self._exercise
        if self._program is None or exercise.over or max(self._thinks_at, self._free) > exercise.now:
            return ""
        text = self._program.says(exercise)
        waits = text.startswith(("wait", "skip"))
        self._thinks_at = exercise.now + (BREATH if waits else 0)
        return "" if waits else text

    @property
    def _free(self) -> int:
        return self._exercise.free_at(COMMANDER)

    @property
    def awaited(self) -> bool:
        """Whether somebody simulated has accepted command from whoever sits in the chair."""
        return not self._exercise.over and accepted(self._exercise, len(self._exercise.entries))


def leads(room: Room) -> bool:
    """Whether a program leads: it does while the commander's seat is free, or who sits there is away."""
    holder = room.holder(COMMANDER)
    return room.stand_in.there and (holder is None or room.presence.away(holder.id))


def think(room: Room) -> None:
    """A program speaks for a chair that is silent; who handed over to somebody simulated gets up for it."""
    holder = room.holder(COMMANDER)
    if leads(room) and (text := room.stand_in.word()):
        room.say("", COMMANDER, text)
    elif holder is not None and room.stand_in.awaited:
        room.say(holder.id, RELIEVED, "step aside")
        room.sit(holder.id, holder.name, OBSERVER)
        room.let_play("", Successor.name)
