"""Changes to production: ordered, made, watched, undone."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Result: TypeAlias = Literal["recovered", "better", "same", "worse", "unclear"]
Acted: TypeAlias = Literal["cured", "stopped", "relieved", "worked", "nothing", "reverted", "relapsed"]


@dataclass(frozen=True, slots=True)
class HazardChecked:
    """A pre-check said whether a hazard of a change is real."""

    person: str
    change: str
    hazard: str
    holds: bool
    says: str


@dataclass(frozen=True, slots=True)
class ChangeOrdered:
    """The commander ordered a change; `because` is the stated reason, if any."""

    id: str
    change: str
    owner: str
    staged: bool
    because: str


@dataclass(frozen=True, slots=True)
class ChangeStarted:
    """Someone began to make a change."""

    id: str
    change: str
    owner: str


@dataclass(frozen=True, slots=True)
class ChangeDone:
    """The owner reported a change as made. Whether it helped is another matter."""

    id: str
    change: str
    owner: str
    says: str


@dataclass(frozen=True, slots=True)
class ChangeFailed:
    """A change could not be completed."""

    id: str
    change: str
    owner: str
    says: str


@dataclass(frozen=True, slots=True)
class ChangeActed:
    """What a change really did (truth); `harmed` when it also made things worse."""

    id: str
    change: str
    acted: Acted
    harmed: bool


@dataclass(frozen=True, slots=True)
class ChangeWoreOff:
    """Its owner noticed that what a change had made better is back as it was."""

    id: str
    change: str
    owner: str
    says: str


@dataclass(frozen=True, slots=True)
class ChangePrepared:
    """A change was made ready without being applied."""

    change: str
    owner: str


@dataclass(frozen=True, slots=True)
class RevertStarted:
    """Someone began to undo a change."""

    id: str
    change: str
    owner: str


@dataclass(frozen=True, slots=True)
class ChangeReverted:
    """A change was undone."""

    id: str
    change: str
    owner: str


@dataclass(frozen=True, slots=True)
class VerifyStarted:
    """Someone began to watch a signal for the effect of a change, for `window` seconds."""

    id: str
    change: str
    signal: str
    window: int
    owner: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What the signal said of a change: reading before it and now.

    `unclear` names in `confounded` the other changes (ids) that could have caused what is seen;
    `early` is true when the window was shorter than the signal's own lag.
    """

    id: str
    change: str
    signal: str
    window: int
    result: Result
    before: float
    after: float
    early: bool
    confounded: tuple[str, ...]
    owner: str


@dataclass(frozen=True, slots=True)
class ResidualLogged:
    """It was put on record that a change stays in place."""

    id: str
    change: str
    because: str


@dataclass(frozen=True, slots=True)
class Polled:
    """The call was asked for strong objections to a change."""

    change: str


@dataclass(frozen=True, slots=True)
class Objected:
    """Someone objected to a change."""

    person: str
    change: str
    says: str


@dataclass(frozen=True, slots=True)
class NobodyObjected:
    """A poll went by without objection."""

    change: str


@dataclass(frozen=True, slots=True)
class Frozen:
    """Other teams' changes were stopped."""


@dataclass(frozen=True, slots=True)
class Unfrozen:
    """Other teams may change production again."""


@dataclass(frozen=True, slots=True)
class WorkstreamOpened:
    """A workstream was split off."""

    name: str
    leader: str
    scope: str
    within: int


@dataclass(frozen=True, slots=True)
class WorkstreamClosed:
    """A workstream was closed."""

    name: str
