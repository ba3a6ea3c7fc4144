"""Who asked for what is under way: whose words brought a line about."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from simulator.domain.entry import Entry
from simulator.domain.fact import Commanded, TaskGiven
from simulator.domain.seats import FACILITATOR
from simulator.exercise import Exercise
from simulator.room.seats import SEATS


class Words(NamedTuple):
    """What somebody said from a seat, and its line."""

    entry: Entry
    fact: Commanded


Said: TypeAlias = Callable[[Words], str]
"""What whoever said some words is called."""


def words_behind(exercise: Exercise, entry: Entry) -> Words | None:
    """The words that brought a line about at once, itself if it has none before it; None if no words did."""
    cause = exercise.entries[entry.because - 1] if entry.because else entry
    return Words(cause, cause.fact) if isinstance(cause.fact, Commanded) else None


def seat_of(words: Words) -> str:
    """What a seat is called of which no name is known."""
    seat = words.fact.seat
    return SEATS[seat].title if seat in SEATS else seat


def asked_for(exercise: Exercise, number: int, seat: str, said: Said) -> str:
    """Who asked for what line `number` tells, as a seat is told; empty where nobody did by themselves.

    What a facilitator has happen is not theirs to anybody else.
    """
    words = words_behind(exercise, exercise.entries[number - 1]) if number else None
    if words is None or words.fact.seat == FACILITATOR != seat:
        return ""
    return said(words)


def given(seen: Sequence[Entry]) -> Mapping[str, int]:
    """The line that gave each piece of work, by its id."""
    return {entry.fact.task: entry.number for entry in seen if isinstance(entry.fact, TaskGiven)}
