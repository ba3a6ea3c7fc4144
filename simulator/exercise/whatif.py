"""What if: a child recording that departs from its parent at a second, like a variation in chess."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from simulator.domain.doctrine import Doctrine
from simulator.domain.scenario import Scenario
from simulator.domain.seats import COMMANDER
from simulator.exercise.exercise import Exercise, Journal
from simulator.exercise.recording import Parent, Recording
from simulator.exercise.replay import give, run_to
from simulator.exercise.turns import take_turn

Mode: TypeAlias = Literal["keep the rest", "take over"]


@dataclass(frozen=True, slots=True)
class Departure:
    """Where a what-if leaves its parent, and how.

    Everything before `at` (seconds) is as it was. Then `instead` is said, a turn each, in place of the next
    `drop` commands. With *keep the rest* the remaining commands follow at their seconds, or as soon as the
    seat is free; with *take over* the exercise is left there to be played on. Another `seed` (None: the
    parent's) puts the same decisions into another world.
    """

    at: int
    instead: tuple[str, ...] = ()
    drop: int = 1
    mode: Mode = "keep the rest"
    seed: int | None = None
    seat: str = COMMANDER


def what_if(
    recording: Recording,
    scenario: Scenario,
    doctrine: Doctrine,
    departure: Departure,
    journal: Journal | None = None,
) -> Exercise:
    """The exercise in which other words are said at some point."""
    at, seat, seed = departure.at, departure.seat, departure.seed
    header = recording.header
    exercise = Exercise(
        scenario, doctrine, header.seed if seed is None else seed, sources=header.sources,
        parent=Parent(recording.digest, at, departure.mode), journal=journal,
    )  # fmt: skip
    before = [line for line in recording.commands if line.at < at]
    for line in before:
        give(exercise, line)
    run_to(exercise, max(at, exercise.free_at(seat)), 0)
    for text in departure.instead:
        take_turn(exercise, seat, text)
    if departure.mode == "keep the rest":
        for line in recording.commands[len(before) + departure.drop :]:
            if not exercise.over:
                give(exercise, line)
    return exercise
