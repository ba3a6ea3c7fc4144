"""Letting a player program play an exercise to its end."""

from typing import ClassVar, Protocol

from simulator.domain.seats import COMMANDER
from simulator.exercise.exercise import Exercise
from simulator.exercise.turns import take_turn

TURNS_AT_MOST = 2000


class Player(Protocol):
    """Something that commands by saying one thing at a time. `name` is what it is called by."""

    name: ClassVar[str]

    def __init__(self, seed: int = 0) -> None: ...

    def says(self, exercise: Exercise) -> str:
        """What it says next. It may look at the board and the words there are, not at the truth."""
        ...


def play(exercise: Exercise, player: Player, seat: str = COMMANDER) -> Exercise:
    """Take turns until the exercise is over; a player that never ends is stopped by the scenario's limit."""
    for _ in range(TURNS_AT_MOST):
        if exercise.over:
            break
        take_turn(exercise, seat, player.says(exercise))
    else:
        exercise.tick(exercise.scenario.limit)
    return exercise
