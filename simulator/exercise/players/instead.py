"""The player that goes on from a second: first one given thing is decided, then all is by the book."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple, TypeAlias

from simulator.domain.duration import MINUTE
from simulator.exercise.exercise import Exercise
from simulator.exercise.players.book import ByTheBook
from simulator.exercise.players.book_changes import TIMEBOX
from simulator.exercise.players.sight import Sight

StepKind: TypeAlias = Literal["change", "look", "check"]
PATIENCE = 15 * MINUTE
"""Who can do it is waited for so long; then the book goes on without it."""
A_MOMENT = "wait 30s"
NEVER = -1


class Step(NamedTuple):
    """One thing to decide: make a change, look at a place, check a change."""

    kind: StepKind
    name: str


class Instead(ByTheBook):
    """Decides the given step as soon as somebody can carry it out, and goes on by the book."""

    name = "instead"

    def __init__(self, step: Step | None = None) -> None:
        super().__init__()
        self._step = step
        self._since: int | None = None
        self._called: int | None = None

    def agenda(self, sight: Sight) -> Iterator[str]:
        """The book's, but that what was called mitigated before is looked at anew."""
        if self._called is None:
            self._called = sight.board.mitigated if sight.board.mitigated is not None else NEVER
        if sight.board.mitigated == self._called:
            sight.board = replace(sight.board, mitigated=None)
        yield from super().agenda(sight)

    def says(self, exercise: Exercise) -> str:
        """The step, the page for whoever can do it, or what the book says."""
        first = next(filter(None, self._first(Sight(exercise))), "") if self._step else ""
        return first or super().says(exercise)

    def _first(self, sight: Sight) -> Iterator[str]:
        step = self._step
        self._since = sight.now if self._since is None else self._since
        if step is None or sight.now >= self._since + PATIENCE:
            self._step = None
            return
        place = step.name if step.kind == "look" else sight.runbook(step.name).on
        person = sight.hands(place) or sight.able(place)
        if person:
            self._step = None
            yield _words(step, sight.name(person))
        yield "" if sight.coming(place) else sight.summon(place)
        yield A_MOMENT


def _words(step: Step, name: str) -> str:
    match step.kind:
        case "change":
            return f"order {step.name} by {name}"
        case "look":
            return f"investigate {step.name} by {name} within {TIMEBOX}"
        case _:
            return f"check {step.name} by {name}"
