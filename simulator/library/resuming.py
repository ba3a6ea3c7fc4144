"""Going on with a play that was left: its commands are given again, and what follows is added to its file."""

from collections.abc import Callable

from simulator.exercise import Exercise, follow
from simulator.exercise.replay import compare, give, run_to
from simulator.library.journal import Journal
from simulator.library.recordings import Play
from simulator.library.trouble import Unusable


class CannotResume(Unusable):
    """A recording is there, and cannot be gone on with."""


class _Relay:
    """Holds the lines of a recording until they have a file to go to."""

    def __init__(self) -> None:
        self.held: list[str] = []
        self.to: Callable[[str], object] = self.held.append

    def __call__(self, line: str) -> None:
        self.to(line)


def resume(play: Play) -> tuple[Exercise, Journal]:
    """The exercise as it was left, with its journal open for more.

    Raises `CannotResume` when it has ended, or when this program plays the same commands otherwise.
    """
    relay = _Relay()
    header = play.recording.header
    exercise = Exercise(
        play.outage.scenario, play.outage.doctrine, header.seed,
        sources=header.sources, parent=header.parent, journal=relay,
    )  # fmt: skip
    _catch_up(play, exercise)
    if exercise.over:
        raise CannotResume(f"{play.path} has ended. To read how it went: icsim review {play.path}")
    journal = Journal.go_on(play.path, "\n".join(relay.held))
    relay.to = journal
    return exercise, journal


def _catch_up(play: Play, exercise: Exercise) -> None:
    recording = play.recording
    for line in recording.commands[:-1]:
        give(exercise, line)
    for line in recording.commands[-1:]:
        follow(exercise, give(exercise, line))
    if recording.entries and (recording.commands or recording.entries[-1].at):
        # What opens an exercise is there before its first second is over.
        run_to(exercise, max(exercise.now, recording.entries[-1].at + 1), 0)
    difference = compare(recording, exercise)
    if difference:
        raise CannotResume(
            f"{play.path} cannot be gone on with: this program plays its commands otherwise.\n{difference}\n"
            f"It can still be read: icsim review {play.path}"
        )
