"""A claim: one thing that one update says, held against what was so and what could be known."""

from typing import Literal, TypeAlias

from simulator.domain.course import Sent
from simulator.domain.value import Value

What: TypeAlias = Literal["state", "scope", "extent", "cause", "time", "workaround", "data"]
Verdict: TypeAlias = Literal[
    "true", "stale", "early", "over-claimed", "under-claimed", "guessed", "false", "kept", "broken",
    "revised", "not checked",
]  # fmt: skip


class Told(Value):
    """An update that is to be measured, with the one before it to the same audience and those after it."""

    sent: Sent
    before: Sent | None
    later: tuple[Sent, ...]

    @property
    def audience(self) -> str:
        """Who was told."""
        return self.sent.fact.update.audience


class Claim(Value):
    """One claim with its verdict.

    `says` is what was claimed; `because` a clause that says what it is measured by; `lines` are the lines
    of that; `earned` runs from 0 to 1 and is None where it cannot be checked. `fresh` tells what is said for
    the first time from what is only said again. `same` is what makes it one claim, whoever is told it and in
    whatever words; empty where each telling stands for itself.
    """

    what: What
    entry: int
    at: int
    audience: str
    says: str
    verdict: Verdict
    earned: float | None
    because: str
    lines: tuple[int, ...]
    fresh: bool
    same: str = ""


def claim(
    told: Told, what: What, says: str, verdict: Verdict, earned: float | None, because: str,
    *lines: int, fresh: bool,
) -> Claim:  # fmt: skip
    """A claim of an update."""
    sent = told.sent
    return Claim(
        what, sent.entry, sent.at, told.audience, says, verdict, earned, because,
        tuple(sorted({line for line in lines if line})), fresh,
    )  # fmt: skip
