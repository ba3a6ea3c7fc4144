"""By when word is owed, worked out along the severities that held: what marks and boards both go by."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from simulator.domain.doctrine import Doctrine


class Held(Protocol):
    """A severity, with the seconds from and up to which it held."""

    @property
    def severity(self) -> str:
        """The doctrine's own name for it."""

    @property
    def since(self) -> int:
        """The second from which it held."""

    @property
    def until(self) -> int:
        """The second up to which it held."""


H = TypeVar("H", bound=Held)


def deadline(
    held: Sequence[H], rank: Callable[[str], int], limit: Callable[[str], int | None], since: int, until: int
) -> tuple[int, H] | None:
    """The second at which a clock started at `since` runs out, and the severity that set it; None for never.

    `held` are the severities in order, `rank` is 0 for the highest, `limit` the seconds that one allows. What
    holds from later than `until` on starts no clock.

    A rise in severity can only bring it nearer, and never into the past: the new limit runs from the rise.
    After a fall the longer limit counts from the start of the clock, so that changing the severity to and fro
    wins no time.
    """
    due: tuple[int, H] | None = None
    for before, one in zip((None, *held), held, strict=False):
        if one.until < since or one.since > (due[0] if due else until):
            continue
        allowed = limit(one.severity)
        if allowed is None:
            due = None
            continue
        later = one.since > since
        rose = before is not None and later and rank(one.severity) < rank(before.severity)
        candidate = ((one.since if later and (rose or due is None) else since) + allowed, one)
        due = due if due and rose and due[0] <= candidate[0] else candidate
    return due


def declaration_due(evident: int, doctrine: Doctrine) -> int:
    """The second by which trouble that was evident at a second had to be declared."""
    return evident + round(doctrine.threshold("declare within"))


def begins(declared: int, due: int | None) -> int:
    """The second from which clocks run: the declaration, but not from later than it was due, if it was.

    Declaring late wins no time.
    """
    return declared if due is None else min(declared, due)
