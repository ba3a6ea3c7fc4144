"""People: pages, the call, work and answers."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

TaskKind: TypeAlias = Literal[
    "investigate", "check", "change", "prepare", "verify", "revert", "write", "answer", "lead", "assist"
]


@dataclass(frozen=True, slots=True)
class Paged:
    """Someone's pager went off; `team` when the on-call of a team was meant."""

    person: str
    team: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Someone answered their page."""

    person: str


@dataclass(frozen=True, slots=True)
class PageUnanswered:
    """Nobody answered a page in time."""

    person: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Someone joined the call."""

    person: str


@dataclass(frozen=True, slots=True)
class Left:
    """Someone left the call."""

    person: str


@dataclass(frozen=True, slots=True)
class TaskGiven:
    """Work was given out. `owner` is empty when the request had no name on it; `within` 0 is no time-box."""

    task: str
    what: TaskKind
    subject: str
    owner: str
    within: int


@dataclass(frozen=True, slots=True)
class TaskStarted:
    """Someone took a piece of work up."""

    task: str
    what: TaskKind
    subject: str
    owner: str


@dataclass(frozen=True, slots=True)
class TaskEnded:
    """Someone finished a piece of work, or dropped it."""

    task: str
    what: TaskKind
    subject: str
    owner: str


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A question cost someone time in the middle of their work (truth)."""

    person: str
    seconds: int


@dataclass(frozen=True, slots=True)
class ClueFound:
    """An investigation said something. `clue` counts the place's clues from 1; 0 is inconclusive."""

    person: str
    place: str
    clue: int
    says: str


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Someone had no answer about a place, and is at it no more.

    `longer` when they could go on and wait for the word; else they do not know the place.
    """

    person: str
    place: str
    says: str
    longer: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """Someone answered a question; `sure` is 0 to 1 as they put it, not as it is."""

    person: str
    topic: str
    says: str
    sure: float


@dataclass(frozen=True, slots=True)
class ActedAlone:
    """Someone made a change that nobody had ordered: said when they began, or only once it was done.

    `id` is the change's. Until they say so, it is truth, and so is its beginning.
    """

    person: str
    id: str
    change: str
    says: str


@dataclass(frozen=True, slots=True)
class Warned:
    """The commander told someone who derailed the call to stop."""

    person: str


@dataclass(frozen=True, slots=True)
class Said:
    """Someone said something on the call that is none of the above."""

    who: str
    says: str
