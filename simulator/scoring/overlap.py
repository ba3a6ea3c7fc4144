"""Confounded time: while two interacting changes are both in flight, nobody can tell which of them acted."""

from dataclasses import dataclass

from simulator.domain.attempt import Attempt
from simulator.scoring.case import Case


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


def landed(case: Case, attempt: Attempt) -> int:
    """The second from which an attempt no longer confounds others; never verified, it does to the end."""
    return case.end if attempt.closed is None else attempt.closed


def overlaps(case: Case) -> tuple[Overlap, ...]:
    """Every overlap of changes that interact, by the beginning of the later one."""
    pairs = (
        overlap(case, earlier, later)
        for index, later in enumerate(case.started)
        for earlier in case.started[:index]
        if case.interact(earlier, later)
    )
    return tuple(found for found in pairs if found is not None)


def _begun(attempt: Attempt) -> int:
    return attempt.ordered if attempt.started is None else attempt.started
