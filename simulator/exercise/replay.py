"""Playing a recording again: the commands are given once more and every entry is compared."""

from itertools import zip_longest

from simulator import __version__
from simulator.domain.doctrine import Doctrine
from simulator.domain.entry import Entry
from simulator.domain.notation import write_entry
from simulator.domain.scenario import Scenario
from simulator.domain.value import Value
from simulator.exercise.exercise import Exercise, Journal
from simulator.exercise.receipt import Receipt
from simulator.exercise.recording import Line, Recording


class Difference(Value):
    """The first entry that came out otherwise, and the programs that wrote the one and the other."""

    number: int
    recorded: Entry | None
    replayed: Entry | None
    recorded_by: str
    replayed_by: str

    def __str__(self) -> str:
        recorded = write_entry(self.recorded) if self.recorded else "nothing more"
        replayed = write_entry(self.replayed) if self.replayed else "nothing more"
        return (
            f"entry {self.number} differs\n"
            f"  recorded (icsim {self.recorded_by}): {recorded}\n"
            f"  replayed (icsim {self.replayed_by}): {replayed}"
        )


class Replay(Value):
    """The exercise as it stands after the last command, and how it differs from the recording, if it does."""

    exercise: Exercise
    difference: Difference | None


def replay(
    recording: Recording,
    scenario: Scenario,
    doctrine: Doctrine,
    *,
    tick: int = 0,
    journal: Journal | None = None,
) -> Replay:
    """Give the commands again at their seconds and compare the entries.

    `tick` lets time run in steps of so many seconds instead of from command to command, which makes no
    difference.
    """
    header = recording.header
    exercise = Exercise(
        scenario, doctrine, header.seed, sources=header.sources, parent=header.parent, journal=journal
    )
    for line in recording.commands:
        give(exercise, line, tick)
    if recording.entries and not exercise.over:
        run_to(exercise, recording.entries[-1].at + 1, tick)
    return Replay(exercise, compare(recording, exercise))


def give(exercise: Exercise, line: Line, tick: int = 0) -> Receipt:
    """Let time run to a recorded command and give it."""
    at, seat, text = line
    if exercise.free_at(seat) > at:
        at = max(at, exercise.heard_at(seat, text))
    run_to(exercise, at, tick)
    return exercise.submit(seat, text)


def run_to(exercise: Exercise, to: int, tick: int) -> None:
    """Let time run to a second, in steps of `tick` seconds when it is given."""
    while tick and exercise.now + tick < to and not exercise.over:
        exercise.tick(exercise.now + tick)
    exercise.tick(to)


def compare(recording: Recording, exercise: Exercise) -> Difference | None:
    """The first difference between the recorded entries and those of an exercise.

    An exercise that goes on further than a recording that was cut off does not differ from it.
    """
    ended = bool(recording.entries) and exercise.over
    pairs = zip_longest(recording.entries, exercise.entries[: None if ended else len(recording.entries)])
    for number, (recorded, replayed) in enumerate(pairs, 1):
        if recorded != replayed:
            return Difference(number, recorded, replayed, recording.header.program, __version__)
    return None
