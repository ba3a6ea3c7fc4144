"""Turn-based time: after each command time goes on until the seat is free again, or has waited enough."""

from simulator.domain.command import Wait
from simulator.domain.entry import Entry
from simulator.domain.fact import (
    AlertCleared,
    AlertFired,
    Answered,
    ChangeDone,
    ChangeFailed,
    ChangeWoreOff,
    ClueFound,
    CustomersReported,
    Drafted,
    HazardChecked,
    Joined,
    NotKnown,
    Objected,
    PageUnanswered,
    Said,
    StakeholderAsked,
    Swooped,
    Verified,
)
from simulator.exercise.exercise import Exercise, may_see
from simulator.exercise.receipt import Receipt

NEWS = (
    AlertCleared,
    AlertFired,
    Answered,
    ChangeDone,
    ChangeFailed,
    ChangeWoreOff,
    ClueFound,
    CustomersReported,
    Drafted,
    HazardChecked,
    Joined,
    NotKnown,
    Objected,
    PageUnanswered,
    Said,
    StakeholderAsked,
    Swooped,
    Verified,
)
"""What ends a wait for news."""
AT_MOST = 600
"""Nobody waits longer than this for news (seconds)."""


def take_turn(exercise: Exercise, seat: str, text: str) -> Receipt:
    """Say something and let time run until the seat can speak again. `wait` alone waits for news."""
    receipt = exercise.submit(seat, text)
    follow(exercise, receipt)
    return receipt


def follow(exercise: Exercise, receipt: Receipt) -> None:
    """Let time run as the turn asks; resuming a recording does this after its last command."""
    if isinstance(receipt.command, Wait) and not receipt.command.seconds and receipt.status == "done":
        _until_news(exercise, receipt)
    elif receipt.until > exercise.now:
        exercise.tick(receipt.until)


def _until_news(exercise: Exercise, receipt: Receipt) -> None:
    heard = len(exercise.entries)
    while not exercise.over and exercise.now < receipt.at + AT_MOST:
        exercise.tick(exercise.now + 1)
        if any(_is_news(entry, receipt.seat) for entry in exercise.entries[heard:]):
            return
        heard = len(exercise.entries)


def _is_news(entry: Entry, seat: str) -> bool:
    return isinstance(entry.fact, NEWS) and may_see(entry, seat)
