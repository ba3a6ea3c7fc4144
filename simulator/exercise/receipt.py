"""What a seat is told about the words it just said."""

from typing import Literal, NamedTuple, TypeAlias

from simulator.domain.command import Command
from simulator.domain.entry import Entry

Status: TypeAlias = Literal["done", "unreadable", "ambiguous", "refused", "waiting", "help", "over"]


class Receipt(NamedTuple):
    """The answer to one submission.

    `waiting` means that the seat is still busy: the words are carried out when it is free, and are not on
    record until then. `answer` is one line for every status but `done`. `until` is the second at which the
    seat has its attention back, or until which it chose to wait.
    """

    status: Status
    seat: str
    text: str
    at: int
    until: int
    answer: str = ""
    command: Command | None = None
    entries: tuple[Entry, ...] = ()
