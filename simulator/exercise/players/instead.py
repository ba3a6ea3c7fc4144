"""The player that goes on from a second: first one given thing is decided, then all is by the book."""

from collections.abc import Iterator
from copy import copy
from typing import Literal, NamedTuple, TypeAlias

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import HazardChecked
from simulator.domain.value import replace
from simulator.exercise.board import Work
from simulator.exercise.exercise import Exercise
from simulator.exercise.players.book import ByTheBook
from simulator.exercise.players.book_changes import TIMEBOX
from simulator.exercise.sight import Sight
from simulator.reasoning import evidence, in_place, would_be_part, would_help

StepKind: TypeAlias = Literal["change", "look", "check"]
PATIENCE = 15 * MINUTE
"""Who can do it is waited for so long; then the book goes on without it."""
TAKEN_UP = 5 * MINUTE
"""Work that nobody began for so long is taken up by nobody."""
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
        self._asked: int | None = None
        self._called: int | None = None

    def agenda(self, sight: Sight) -> Iterator[str]:
        """The book's, but that it does not wait for what its forerunner left lying.

        What was called mitigated before is looked at anew; work that nobody took up holds up nothing.
        """
        board = sight.board
        if self._called is None:
            self._called = board.mitigated if board.mitigated is not None else NEVER
        yield from self.by_the_book(self._anew(sight))

    def by_the_book(self, sight: Sight) -> Iterator[str]:
        """What there is to say, most urgent first."""
        yield from super().agenda(sight)

    def _anew(self, sight: Sight) -> Sight:
        board = sight.board
        stale = {task for task, work in board.work.items() if _stale(sight, work)}
        left = any(_left(sight, one) for one in board.changes)
        called = board.mitigated is not None and board.mitigated == self._called
        if not (stale or left or called):
            return sight
        anew = copy(sight)
        anew.board = replace(
            board,
            mitigated=None if called else board.mitigated,
            work={task: work for task, work in board.work.items() if task not in stale},
            changes=tuple(one for one in board.changes if not _left(sight, one)),
        )
        return anew

    def says(self, exercise: Exercise) -> str:
        """The step, the page for whoever can do it, or what the book says."""
        first = next(filter(None, self._first(Sight(exercise))), "") if self._step else ""
        return first or super().says(exercise)

    def _first(self, sight: Sight) -> Iterator[str]:
        self._since = sight.now if self._since is None else self._since
        if self._asked is not None and self._step is not None:
            yield from self._heard(sight, self._step.name, self._asked)
        step = self._step
        if step is None or sight.now >= self._since + PATIENCE:
            self._step = None
            return
        place = step.name if step.kind == "look" else sight.runbook(step.name).on
        person = sight.hands(place) or sight.able(place)
        if person:
            self._step, self._asked = (step, sight.now) if step.kind == "check" else (None, None)
            yield _words(step, sight.name(person))
        yield "" if sight.coming(place) else sight.summon(place)
        yield A_MOMENT

    def _heard(self, sight: Sight, change: str, since: int) -> Iterator[str]:
        """Whoever had a change checked makes it when it is safe: that is what the check was for.

        What is more likely to be one part of a fix than to help alone has its turn by the book.
        """
        told = [fact for entry, fact in each(sight.seen, HazardChecked) if entry.at >= since]
        found = [fact.holds for fact in told if fact.change == change]
        checking = any(work.what == "check" and work.subject == change for work in sight.board.work.values())
        if checking or not found:
            yield A_MOMENT
        else:
            makes = not any(found) and not _more_of_a_part(sight, change)
            self._step = Step("change", change) if makes else None
            self._since, self._asked = sight.now, None


def _more_of_a_part(sight: Sight, change: str) -> bool:
    """Whether a change is likelier to be one of several that end it together than to help by itself."""
    known = (
        sight.scenario,
        evidence(sight.seen, sight.now, sight.scenario),
        change,
        in_place(sight.seen, sight.now),
    )
    return would_be_part(*known) > would_help(*known)


def _stale(sight: Sight, work: Work) -> bool:
    return work.started is None and sight.now - work.given >= TAKEN_UP


def _left(sight: Sight, attempt: Attempt) -> bool:
    return attempt.started is None and attempt.failed is None and sight.now - attempt.ordered >= TAKEN_UP


def _words(step: Step, name: str) -> str:
    match step.kind:
        case "change":
            return f"order {step.name} by {name}"
        case "look":
            return f"investigate {step.name} by {name} within {TIMEBOX}"
        case _:
            return f"check {step.name} by {name}"
