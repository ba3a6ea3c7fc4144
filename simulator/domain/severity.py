"""Which severity an outage warrants from when, in signs that the response can see for itself."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from simulator.domain.origin import NOWHERE, Origin
from simulator.domain.value import Value

SignKind: TypeAlias = Literal[
    "time",
    "impact",
    "failing",
    "reports",
    "change",
    "in place",
    "mitigated",
    "known",
    "clue",
    "hazard",
    "alert",
]


class Sign(Value):
    """One thing that shows, and that has then shown for `seconds`.

    `time`: the exercise goes on; `impact`: customers are known to be failing; `failing`: at least the share
    `amount` of those active is; `reports`: `amount` customers have written in; `change`: the change
    `subject` was made; `in place`: it was, and was not undone; `mitigated`: it was called so; `known`: an
    inject has made `subject` known; `clue`: the clue with the number `amount` of the place `subject` was
    told; `hazard`: a check found the hazard `subject` to be real; `alert`: the alert `subject` went off.
    """

    kind: SignKind
    subject: str = ""
    seconds: int = 0
    amount: float = 0.0


@dataclass(frozen=True, slots=True)
class Warrant:
    """A severity that is right once all signs show at one time; with no signs, from the first evidence.

    Of several `levels` each can be defended. They are names or aliases in any doctrine. Of the warrants of a
    scenario that are due, the last one holds.
    """

    levels: tuple[str, ...]
    because: str
    signs: tuple[Sign, ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)
