"""Changes to production: ordered, made, watched, undone."""

from typing import Literal, TypeAlias

from simulator.domain.fact.frozen import frozen
from simulator.domain.seats import COMMANDER

Result: TypeAlias = Literal["recovered", "better", "same", "worse", "unclear"]
HELPED: tuple[Result, ...] = ("recovered", "better")
"""What a watch tells of a change that was for the better."""
Acted: TypeAlias = Literal["cured", "stopped", "relieved", "worked", "nothing", "reverted", "relapsed"]
DID_GOOD: tuple[Acted, ...] = ("cured", "stopped", "relieved", "worked")
"""What a change really did for the better, whatever a watch told of it (truth)."""


@frozen
class HazardChecked:
    """A pre-check said whether a hazard of a change is real."""

    person: str
    change: str
    hazard: str
    holds: bool
    says: str


@frozen
class ChangeOrdered:
    """The commander ordered a change; `because` is the stated reason, if any.

    `since` is the second since which the same is in place already, where to make it again changes nothing.
    """

    id: str
    change: str
    owner: str
    staged: bool
    because: str
    since: int | None = None


@frozen
class ChangeStarted:
    """Someone began to make a change."""

    id: str
    change: str
    owner: str


@frozen
class ChangeDone:
    """The owner reported a change as made, with a `tool` if it takes one. If it helped is another matter."""

    id: str
    change: str
    owner: str
    says: str
    tool: str = ""


@frozen
class ChangeFailed:
    """A change could not be completed, for the sake of a `tool` that is down if one is named.

    Without an owner it was called off before anybody began.
    """

    id: str
    change: str
    owner: str
    says: str
    tool: str = ""


@frozen
class ChangeHung:
    """Its owner said that a change is stuck half-way, and that nobody knows for how long."""

    id: str
    change: str
    owner: str
    says: str


@frozen
class ChangeActed:
    """What a change really did (truth); `harmed` when it also made things worse."""

    id: str
    change: str
    acted: Acted
    harmed: bool


@frozen
class ChangeWoreOff:
    """Its owner noticed that what a change had made better is back as it was."""

    id: str
    change: str
    owner: str
    says: str


@frozen
class ChangePrepared:
    """A change was made ready without being applied."""

    change: str
    owner: str


@frozen
class RevertStarted:
    """Someone began to undo a change."""

    id: str
    change: str
    owner: str


@frozen
class ChangeReverted:
    """A change was undone."""

    id: str
    change: str
    owner: str


@frozen
class VerifyStarted:
    """Someone began to watch a signal for the effect of a change, for `window` seconds."""

    id: str
    change: str
    signal: str
    window: int
    owner: str


@frozen
class Verified:
    """What the signal said of a change: reading before it and now.

    `unclear` names in `confounded` the other changes (ids) that could have caused what is seen;
    `early` is true when the window was shorter than the signal's own lag; `mended` when the signal was
    back to normal before the change acted, and still is: it cannot have made anything better there.
    `on_a_part` is true of a small first form: the reading now is that of the part where it was made.
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
    on_a_part: bool = False
    mended: bool = False


@frozen
class ResidualLogged:
    """It was put on record that a change stays in place."""

    id: str
    change: str
    because: str


@frozen
class Polled:
    """The call was asked for strong objections to a change; `by` is the seat that asked."""

    change: str
    by: str = COMMANDER


@frozen
class Objected:
    """Someone objected to a change."""

    person: str
    change: str
    says: str


@frozen
class NobodyObjected:
    """A poll went by without objection."""

    change: str


@frozen
class Frozen:
    """Other teams' changes were stopped."""


@frozen
class Unfrozen:
    """Other teams may change production again."""


@frozen
class WorkstreamOpened:
    """A workstream was split off."""

    name: str
    leader: str
    scope: str
    within: int


@frozen
class WorkstreamClosed:
    """A workstream was closed."""

    name: str
