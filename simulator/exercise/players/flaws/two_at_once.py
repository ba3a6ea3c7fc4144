"""The flaw of changing a second thing before the first is understood."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from simulator.domain.attempt import Attempt
from simulator.domain.command import Ask, Command, Order, Verify
from simulator.domain.entry import each, visible
from simulator.domain.fact import Verified
from simulator.domain.interaction import interact
from simulator.domain.seats import COMMANDER
from simulator.domain.value import replace
from simulator.exercise.players.book_asking import large, what_changed
from simulator.exercise.players.book_changes import GUESSED_SHARE
from simulator.exercise.players.flaws.concluding import Concluding
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.players.flaws.never_verifies import look_instead
from simulator.exercise.sight import Sight
from simulator.reasoning import Advice, Problem, evidence, in_place, made, under_way

WHY = "two are quicker than one"
NEARLY = 0.1
"""The second change may cost this share more than the best choice: it is one too many, not a bad one."""


class _Blurred(Concluding):
    """A view in which a look tells what a watch could not, because two things had been changed."""

    @cached_property
    def _unclear(self) -> dict[str, int]:
        told = each(visible(self.exercise.entries, COMMANDER), Verified)
        return {fact.id: entry.at for entry, fact in told if fact.result == "unclear"}

    def believes(self, fact: Verified) -> bool:
        """Whether a watch could tell."""
        return fact.result != "unclear"

    def needs(self, attempt: Attempt, at: int) -> bool:
        """Whether a watch of the change has ended and could not tell."""
        return self._unclear.get(attempt.id, at + 1) <= at


class TwoAtOnce(Flawed):
    """While a change is under way it orders the next best one that touches the same things."""

    name = "two-at-once"
    axis = "sequencing"
    about = "orders the next best change while the first is under way"
    needs = "two changes that touch the same things and may both help"

    def sees(self, sight: Sight) -> Sight:
        """Of two that were made together, what matters is the one that helped, else the first choice."""
        view = _Blurred(sight.exercise)
        view.board = replace(view.board, changes=tuple(sorted(view.board.changes, key=_matters)))
        return view

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """A watch that was unclear is not repeated: the other one is watched, and then a look has to do."""
        if not isinstance(command, Verify):
            return (command,)
        flying = [attempt for attempt in sight.board.open_changes if attempt.done is not None]
        fresh = [attempt.change for attempt in flying if not attempt.verifications]
        if command.change in fresh or not flying:
            return (command,)
        return (replace(command, change=fresh[0]),) if fresh else look_instead(sight)

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """A companion for the one change in flight; a watch of it, as soon as it is made, by who made it."""
        flying = sight.board.open_changes
        yield from _watched(flying, sight)
        if len(flying) != 1 or flying[0].started is None or f"beside {flying[0].id}" in self.said:
            return
        if flying[0].staged:
            return
        for change in self._others(sight, flying[0].change):
            person = sight.hands(sight.runbook(change).on)
            if person and next(what_changed(sight, self.said, person), ""):
                yield Ask("what changed", person)
                return
            if person:
                self.said |= {f"beside {flying[0].id}", f"staged {change}"}
                yield Order(change, person, because=WHY)
                return
        self.said.add(f"beside {flying[0].id}")

    def counts(self, command: Command, sight: Sight) -> bool:
        """The question of what changed is none, nor is a watch: the book asks and watches as well."""
        return not isinstance(command, Ask | Verify)

    def _others(self, sight: Sight, change: str) -> Iterable[str]:
        """The best changes that would be confused with one: nearly as good as any, and nothing else wrong."""
        tried = {attempt.change for attempt in sight.board.changes}
        advice, first = _as_if_made(sight), sight.runbook(change)
        untried = [name for name in advice.quotes.names if name[0] == "change" and name[1] not in tried]
        safe = [name for name in untried if not sight.scenario.dangers_of(name[1])]
        for choice in advice.within(advice.best.cost * (1 + NEARLY), safe):
            other = sight.runbook(choice.name)
            careful = large(sight, other) or _belong_together(sight, change, choice.name)
            if not careful and interact(first, other, sight.organisation):
                yield choice.name


def _matters(tried: Attempt) -> tuple[bool, bool]:
    return tried.result == "recovered", tried.because != WHY


def _watched(flying: Sequence[Attempt], sight: Sight) -> Iterator[Command]:
    """A watch of each companion that is made and that nobody has watched."""
    at_it = {work.subject for work in sight.board.work.values() if work.what == "verify"}
    for attempt in flying:
        made = attempt.done is not None and attempt.because == WHY and not attempt.verifications
        free = attempt.owner in sight.led and not sight.busy(attempt.owner)
        if made and free and attempt.change not in at_it:
            yield Verify(attempt.change, by=attempt.owner)


def _belong_together(sight: Sight, one: str, other: str) -> bool:
    """Whether two changes are parts of one fix, which may be made together."""
    pairs = ((one, other), (other, one))
    return any(
        part in outcome.after
        for change, part in pairs
        for outcome in sight.scenario.outcomes.get(change, {}).values()
    )


def _as_if_made(sight: Sight) -> Advice:
    """What is best next if what is under way does not help; only ratios matter, so the rate is a guess."""
    coming = under_way(sight.seen, sight.now + 1)
    problem = Problem.of(sight.scenario, GUESSED_SHARE * sight.organisation.customers)
    told, now = evidence(sight.seen, sight.now, sight.scenario), sight.now
    return problem.advise(told, in_place(sight.seen, now) | coming, made(sight.seen, now) | coming)
