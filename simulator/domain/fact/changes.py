"""Changes to production: ordered, made, watched, undone."""

from typing import Literal, TypeAlias

from simulator.domain.seats import COMMANDER
from simulator.domain.value import Value

Result: TypeAlias = Literal["recovered", "better", "same", "worse", "unclear"]
HELPED: tuple[Result, ...] = ("recovered", "better")
"""What a watch tells of a change that was for the better."""
Acted: TypeAlias = Literal[
    "cured", "stopped", "relieved", "locally", "worked", "nothing", "reverted", "relapsed"
]
DID_GOOD: tuple[Acted, ...] = ("cured", "stopped", "relieved", "locally", "worked")
"""What a change really did for the better, whatever a watch told of it (truth)."""


class HazardChecked(Value):
    """A pre-check said whether a hazard of a change is real."""

    person: str
    change: str
    hazard: str
    holds: bool
    says: str


class ChangeOrdered(Value):
    """The commander ordered a change; `because` is the stated reason, if any.

    `since` is the second since which the same is in place already, where to make it again changes nothing.
    """

    id: str
    change: str
    owner: str
    staged: bool
    because: str
    since: int | None = None


class ChangeStarted(Value):
    """Someone began to make a change."""

    id: str
    change: str
    owner: str


class ChangeDone(Value):
    """The owner reported a change as made, with a `tool` if it takes one. If it helped is another matter."""

    id: str
    change: str
    owner: str
    says: str
    tool: str = ""


class ChangeFailed(Value):
    """A change could not be completed, for the sake of a `tool` that is down if one is named.

    Without an owner it was called off before anybody began.
    """

    id: str
    change: str
    owner: str
    says: str
    tool: str = ""


class ChangeHung(Value):
    """Its owner said that a change is stuck half-way, and that nobody knows for how long."""

    id: str
    change: str
    owner: str
    says: str


class ChangeActed(Value):
    """What a change really did (truth); `harmed` when it also made things worse."""

    id: str
    change: str
    acted: Acted
    harmed: bool


class ChangeWoreOff(Value):
    """Its owner noticed that what a change had made better is back as it was."""

    id: str
    change: str
    owner: str
    says: str


class ChangePrepared(Value):
    """A change was made ready without being applied."""

    change: str
    owner: str


class RevertStarted(Value):
    """Someone began to undo a change."""

    id: str
    change: str
    owner: str


class ChangeReverted(Value):
    """A change was undone."""

    id: str
    change: str
    owner: str


class VerifyStarted(Value):
    """Someone began to watch a signal for the effect of a change, for `window` seconds."""

    id: str
    change: str
    signal: str
    window: int
    owner: str


class Verified(Value):
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


class ResidualLogged(Value):
    """It was put on record that a change stays in place."""

    id: str
    change: str
    because: str


class Polled(Value):
    """The call was asked for strong objections to a change; `by` is the seat that asked."""

    change: str
    by: str = COMMANDER


class Objected(Value):
    """Someone objected to a change."""

    person: str
    change: str
    says: str


class NobodyObjected(Value):
    """A poll went by without objection."""

    change: str


class Frozen(Value):
    """Other teams' changes were stopped."""


class Unfrozen(Value):
    """Other teams may change production again."""


class WorkstreamOpened(Value):
    """A workstream was split off."""

    name: str
    leader: str
    scope: str
    within: int


class WorkstreamClosed(Value):
    """A workstream was closed."""

    name: str
