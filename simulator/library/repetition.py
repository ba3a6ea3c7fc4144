"""When a moment comes back: the longer after each time it was passed, the next day after one that failed.

The intervals are those of FSRS, the scheduler of flashcard programs, with its own parameters: a moment is due
when nine in ten would still pass it. It knows only *passed* and *failed*, and counts in whole days.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler

LONGEST = 180
"""Days after which a moment comes back at the latest (assumption)."""
_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)


class Tried(NamedTuple):
    """A moment that was tried again: when (UTC), and whether it was passed."""

    at: datetime
    passed: bool


def due(tries: Iterable[Tried]) -> datetime | None:
    """When a moment that was tried so often comes back; None for one that never was."""
    card: Card | None = None
    for tried in sorted(tries):
        at = tried.at.astimezone(UTC)
        card = card or Card(card_id=1, due=at)
        card, _ = _SCHEDULER.review_card(card, Rating.Good if tried.passed else Rating.Again, at)
    return card.due if card else None
