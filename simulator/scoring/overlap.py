"""Confounded time: while two interacting changes are both in flight, nobody can tell which of them acted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.domain.attempt import Attempt
from simulator.scoring.case import Case
from simulator.scoring.sighted import once


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two changes of which the later began before the earlier was verified, undone or failed."""

    earlier: Attempt
    later: Attempt
    since: int
    until: int

    @property
    def seconds(self) -> int:
        """How long both were in flight."""
        return self.until - self.since


def overlap(case: Case, earlier: Attempt, later: Attempt) -> Overlap | None:
    """The time two attempts were in flight together, None when they were not."""
    since = max(_begun(earlier), _begun(later))
    until = min(landed(case, earlier), landed(case, later))
    return Overlap(earlier, later, since, until) if since < until else None


def made_after(earlier: Attempt, later: Attempt) -> bool:
    """Whether it was told what the later one did while the earlier was still being made: it had not acted."""
    told = settled(later)
    return told is not None and (earlier.done is None or earlier.done >= told) and earlier.failed is None


def landed(case: Case, attempt: Attempt) -> int:
    """The second from which an attempt no longer confounds others; never settled, it does to the end."""
    at = settled(attempt)
    return case.end if at is None else at


def settled(attempt: Attempt) -> int | None:
    """When it was verified, undone or failed, or the call was told that it has worn off; None while open.

    What has worn off acts no more, and from then on it is known that it had acted.
    """
    return min((at for at in (attempt.closed, attempt.worn) if at is not None), default=None)


def beside(case: Case, tried: Sequence[Attempt]) -> Iterator[tuple[Attempt, list[Overlap]]]:
    """Some attempts in the order they began, each with its overlaps with those before it."""
    flying: list[tuple[Attempt, int]] = []
    for later in tried:
        since, until = _begun(later), landed(case, later)
        flying = [(one, lands) for one, lands in flying if lands > since]
        found = flying if since < until else []
        yield later, [Overlap(one, later, since, min(lands, until)) for one, lands in found]
        flying.append((later, until))


@once
def overlaps(case: Case) -> tuple[Overlap, ...]:
    """Every overlap of changes that interact, by the beginning of the later one."""
    together = (one for _, found in beside(case, case.started) for one in found)
    return tuple(one for one in together if case.interact(one.earlier, one.later))


def _begun(attempt: Attempt) -> int:
    return attempt.ordered if attempt.started is None else attempt.started
