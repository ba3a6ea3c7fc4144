"""The flaw of hoping that the same thing helps the second time."""

from collections.abc import Iterable

from simulator.domain.command import Command, Order
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight

TIMES = 3
"""So many times each useless change is made."""


class RepeatsAFailedFix(Flawed):
    """A change that was verified not to help is made again, and then once more."""

    name = "repeats-a-failed-fix"
    axis = "easy fix first"
    about = "makes a change that did not help twice more"
    needs = "an outage in which the first change often does not help"

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """The last change again, when it did not help."""
        board = sight.board
        if not board.changes or board.open_changes or board.mitigated is not None:
            return
        last = board.changes[-1]
        times = [attempt.change for attempt in board.changes].count(last.change)
        tidied = last.residual is not None or last.reverted is not None
        person = sight.hands(sight.runbook(last.change).on)
        if last.result == "same" and not last.staged and times < TIMES and person and tidied:
            yield Order(last.change, person, because="it may help this time")
