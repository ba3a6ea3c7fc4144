"""What if: a child recording that departs from its parent at a second, like a variation in chess."""

from itertools import islice
from typing import Literal, TypeAlias

from simulator.domain.command import Help, Look
from simulator.domain.doctrine import Doctrine
from simulator.domain.scenario import Scenario
from simulator.domain.seats import COMMANDER
from simulator.domain.value import Value
from simulator.exercise.exercise import Exercise, Journal
from simulator.exercise.recording import Line, Parent, Recording
from simulator.exercise.replay import give, run_to
from simulator.exercise.turns import take_turn
from simulator.grammar import Ambiguous, Unreadable, read

Mode: TypeAlias = Literal["keep the rest", "take over"]


class Departure(Value):
    """Where a what-if leaves its parent, and how.

    Everything before `at` (seconds) is as it was. Then `instead` is said, a turn each, in place of the next
    `drop` commands; what could not be read, and looks, do not count and stay. With *keep the rest* the
    remaining commands follow at their seconds, or as soon as the seat is free; with *take over* the exercise
    is left there to be played on. Another `seed` (None: the parent's) puts the same decisions into another
    world.
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
        rest = list(recording.commands[len(before) :])
        for line in left_out(exercise, recording, departure):
            rest.remove(line)
        for line in rest:
            if not exercise.over:
                give(exercise, line)
    return exercise


def left_out(exercise: Exercise, recording: Recording, departure: Departure) -> tuple[Line, ...]:
    """The commands of a recording that a departure drops, in words that the exercise knows."""
    if departure.mode == "take over":
        return ()
    after = (line for line in recording.commands if line.at >= departure.at)
    return tuple(islice((line for line in after if _does_something(exercise, line)), departure.drop))


def _does_something(exercise: Exercise, line: Line) -> bool:
    """Whether leaving a line out makes a difference: it was understood, and is no mere look."""
    said = read(line.text, *exercise.words_of(line.seat))
    return not isinstance(said, Unreadable | Ambiguous | Look | Help)
