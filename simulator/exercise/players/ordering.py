"""Getting a change made without asking whether it is wise, and telling when it has gone quiet."""

from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import AlertCleared
from simulator.exercise.players.book_outside import fetched, maker
from simulator.exercise.sight import Sight

QUIET = 5 * MINUTE
"""When no alert has fired for so long, those who verify nothing take it to be over."""


def order(sight: Sight, change: str) -> str:
    """The words that bring a change about: the order, a page for someone who can, or nothing for now."""
    place = sight.runbook(change).on
    person = maker(sight, place)
    if person:
        return f"order {change} by {sight.name(person)}"
    return next(fetched(sight, place), "")


def running(sight: Sight) -> bool:
    """Whether a change has been ordered and has neither been made nor failed."""
    return any(attempt.done is None and attempt.failed is None for attempt in sight.board.changes)


def quiet(sight: Sight) -> bool:
    """Whether something was done, and no alert has fired since a while."""
    if sight.board.alerts or not any(attempt.done is not None for attempt in sight.board.changes):
        return False
    last = max((entry.at for entry, _ in each(sight.seen, AlertCleared)), default=0)
    return sight.now - last >= QUIET
