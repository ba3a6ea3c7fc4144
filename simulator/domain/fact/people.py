"""People: pages, the call, work and answers."""

from typing import Literal, TypeAlias

from simulator.domain.seats import COMMANDER
from simulator.domain.value import Value

TaskKind: TypeAlias = Literal[
    "investigate", "check", "change", "prepare", "verify", "revert", "write", "answer", "lead", "assist"
]

LOOKS: tuple[TaskKind, ...] = ("investigate", "check")
"""Work that finds something out."""
TECHNICAL: tuple[TaskKind, ...] = (*LOOKS, "change", "prepare", "verify", "revert")
"""Work on the systems. Writing, answering and leading are not."""
ONE_BY_ONE: tuple[TaskKind, ...] = (*LOOKS, "change", "prepare", "revert")
"""Technical work that takes one pair of hands, one piece after the other; two may well watch one signal."""


class Paged(Value):
    """Someone's pager went off; `team` when the on-call of a team was meant."""

    person: str
    team: str


class Acknowledged(Value):
    """Someone answered their page."""

    person: str


class PageUnanswered(Value):
    """Nobody answered a page in time."""

    person: str


class Joined(Value):
    """Someone joined the call."""

    person: str


class Left(Value):
    """Someone left the call."""

    person: str


class TaskGiven(Value):
    """Work was given out. `owner` is empty when the request had no name on it; `within` 0 is no time-box."""

    task: str
    what: TaskKind
    subject: str
    owner: str
    within: int


class TaskStarted(Value):
    """Someone took a piece of work up."""

    task: str
    what: TaskKind
    subject: str
    owner: str


class TaskEnded(Value):
    """Someone finished a piece of work, or dropped it."""

    task: str
    what: TaskKind
    subject: str
    owner: str


class Withdrawn(Value):
    """A piece of work is wanted no more. `by` is the seat that said so; empty when it lapsed.

    `owner` is who had it in hand or before them; empty when nobody had taken it. A request lapses once it is
    answered, or when somebody is at it already.
    """

    task: str
    what: TaskKind
    subject: str
    owner: str
    by: str


class Interrupted(Value):
    """A question cost someone time in the middle of their work (truth)."""

    person: str
    seconds: int


class ClueFound(Value):
    """An investigation said something. `clue` counts the place's clues from 1; 0 is inconclusive."""

    person: str
    place: str
    clue: int
    says: str


class NotKnown(Value):
    """Someone had no answer about a place, and is at it no more.

    `longer` when they could go on and wait for the word; else they do not know the place.
    """

    person: str
    place: str
    says: str
    longer: bool = False


class Answered(Value):
    """Someone answered a question; `sure` is 0 to 1 as they put it, not as it is."""

    person: str
    topic: str
    says: str
    sure: float


class ActedAlone(Value):
    """Someone made a change that nobody had ordered: said when they began, or only once it was done.

    `id` is the change's. Until they say so, it is truth, and so is its beginning.
    """

    person: str
    id: str
    change: str
    says: str


class Warned(Value):
    """Someone who derailed the call was told to stop; `by` is the seat that said so."""

    person: str
    by: str = COMMANDER


class Spoke(Value):
    """Somebody at a keyboard said something to the others from their seat; it decides nothing."""

    seat: str
    text: str


class Said(Value):
    """Someone said something on the call that is none of the above."""

    who: str
    says: str
