"""Confounded time: while two interacting changes are both in flight, nobody can tell which of them acted."""

from collections.abc import Iterator, Sequence

from simulator.domain.attempt import Attempt
from simulator.domain.entry import each
from simulator.domain.fact import Verified
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.sighted import once


class Overlap(Value):
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
    since = max(earlier.began, later.began)
    until = min(landed(case, earlier), landed(case, later))
    return Overlap(earlier, later, since, until) if since < until else None


def led_through(case: Case, found: Overlap) -> int:
    """The second until which an overlap went on while somebody led: whoever left is told of no more.

    What it costs is counted to its end all the same, or one would leave to shorten it.
    """
    return found.until if case.left is None else max(found.since, min(found.until, case.left.at))


def made_after(earlier: Attempt, later: Attempt) -> bool:
    """Whether it was told what the later one did while the earlier was still being made: it had not acted."""
    told = settled(later)
    return told is not None and (earlier.done is None or earlier.done >= told) and earlier.failed is None


def landed(case: Case, attempt: Attempt) -> int:
    """The second from which an attempt no longer confounds others; never settled, it does to the end.

    It does not either once another change was told by a reading of its own signal in which all that it does
    was in already: what moves after that is none of its doing, whether or not anybody verified it.
    """
    known = [at for at in (settled(attempt), _read(case, attempt)) if at is not None]
    return min(known, default=case.end)


def _read(case: Case, attempt: Attempt) -> int | None:
    """When the signal of an attempt was first read, for another change, after its effect had to show."""
    change = case.change(attempt)
    if change is None or attempt.done is None:
        return None
    shows = attempt.done + case.lag(change)
    return next(
        (at for at, made in _readings(case, change.signal) if at >= shows and made != attempt.id), None
    )


@once
def _readings(case: Case, signal: str) -> tuple[tuple[int, str], ...]:
    """When a signal told what a change had done, and which; what could not be told is no reading."""
    read = ((entry.at, fact) for entry, fact in each(case.seen, Verified) if fact.signal == signal)
    return tuple((at, fact.id) for at, fact in read if fact.result != "unclear" and not fact.early)


def settled(attempt: Attempt) -> int | None:
    """When it was verified, undone or failed, or the call was told that it has worn off; None while open.

    What has worn off acts no more, and from then on it is known that it had acted.
    """
    return min((at for at in (attempt.closed, attempt.worn) if at is not None), default=None)


def beside(case: Case, tried: Sequence[Attempt]) -> Iterator[tuple[Attempt, list[Overlap]]]:
    """Some attempts in the order they began, each with its overlaps with those before it."""
    flying: list[tuple[Attempt, int]] = []
    for later in tried:
        since, until = later.began, landed(case, later)
        flying = [(one, lands) for one, lands in flying if lands > since]
        found = flying if since < until else []
        yield later, [Overlap(one, later, since, min(lands, until)) for one, lands in found]
        flying.append((later, until))


@once
def overlaps(case: Case) -> tuple[Overlap, ...]:
    """Every overlap of changes that interact, by the beginning of the later one."""
    together = (one for _, found in beside(case, case.started) for one in found)
    return tuple(one for one in together if case.interact(one.earlier, one.later))
