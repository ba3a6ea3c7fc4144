"""Carrying out a choice of one's own with the care of the book: checked, staged, with a reason."""

from collections.abc import Iterator

from simulator.domain.entry import each
from simulator.domain.fact import HazardChecked
from simulator.exercise.players.book_asking import keep_evidence, objections, reason, what_changed
from simulator.exercise.players.book_changes import advise
from simulator.exercise.sight import Sight


def carry_out(sight: Sight, change: str, said: set[str], why: str) -> Iterator[str]:
    """The words that bring a change about with care: a page, a check, a poll, a small form, the order.

    `why` is what one goes by; what speaks for this very change is said as by the book.
    """
    made = sight.runbook(change)
    person = sight.hands(made.on)
    checked = {fact.change for _, fact in each(sight.seen, HazardChecked)}
    if not person:
        yield "" if sight.able(made.on) or sight.coming(made.on) else sight.summon(made.on)
    elif made.hazards and change not in checked:
        yield f"check {change} by {sight.name(person)}"
    else:
        yield _ordered(sight, change, said, person, why)


def _ordered(sight: Sight, change: str, said: set[str], person: str, why: str) -> str:
    """The order, or what has to be asked before it."""
    made = sight.runbook(change)
    staged = bool(made.staged) and f"staged {change}" not in said
    before = [*what_changed(sight, said, person), *objections(sight, made, staged)]
    before += keep_evidence(sight, made, staged, person)
    if before:
        return before[0]
    if staged:
        said.add(f"staged {change}")
    form = " staged" if staged else ""
    because = f"{why}; {reason(sight, made, advise(sight))}"
    return f"order {change} by {sight.name(person)}{form} because {because}"


def useless(sight: Sight, change: str) -> bool:
    """Whether a change has been tried and did not help or could not be made, or was found to be dangerous."""
    tried = [attempt for attempt in sight.board.changes if attempt.change == change]
    dangerous = any(f.change == change and f.holds for _, f in each(sight.seen, HazardChecked))
    return dangerous or any(each.result in ("same", "worse") or each.failed is not None for each in tried)


def missing_part(sight: Sight, change: str, cause: str, placed: frozenset[str]) -> str:
    """The change, or what it needs first under a cause and is not in place."""
    needs = sight.scenario.outcome(change, cause).after
    return next((part for part in needs if part not in placed), change)
