"""The changes that were made, each with its whole life gathered from the timeline."""

from collections.abc import Iterable
from functools import cached_property

from simulator.domain.entry import Entry, read_by
from simulator.domain.fact import (
    HELPED,
    ActedAlone,
    ChangeDone,
    ChangeFailed,
    ChangeHung,
    ChangeOrdered,
    ChangeReverted,
    ChangeStarted,
    ChangeWoreOff,
    ResidualLogged,
    RevertStarted,
    Verified,
    VerifyStarted,
)
from simulator.domain.value import Value, replace


class Verification(Value):
    """One watch of a change's effect, from the second it began; `fact` is None while it goes on."""

    began: int
    at: int | None
    signal: str
    window: int
    entry: int
    fact: Verified | None = None


class Attempt(Value, dict=True):
    """One change as it was ordered, made, watched and undone. Seconds are None until they happen.

    Whoever leads asks of every one at every turn how it stands, so that is worked out once.

    `entries` are the numbers of the timeline's lines about it, in order; `order` the first of them. `alone`
    is a change that nobody ordered: its owner made it unasked, and `order` is the line that says so. `hung`
    is when its owner said that it is stuck half-way, `worn` when they said that what it had made better is
    back as it was.
    """

    id: str
    change: str
    owner: str
    staged: bool
    because: str
    order: int
    ordered: int
    started: int | None = None
    done: int | None = None
    failed: int | None = None
    hung: int | None = None
    reverting: int | None = None
    reverted: int | None = None
    residual: int | None = None
    worn: int | None = None
    verifications: tuple[Verification, ...] = ()
    entries: tuple[int, ...] = ()
    alone: bool = False

    @property
    def began(self) -> int:
        """The second at which its owner began to make it, or that of its order where nobody has yet."""
        return self.ordered if self.started is None else self.started

    @cached_property
    def verified(self) -> int | None:
        """The second of the first verification that could tell something, None when there was none."""
        return min((at for at, _ in self._told()), default=None) if self.verifications else None

    @cached_property
    def closed(self) -> int | None:
        """The second from which it no longer confounds others: verified, undone or failed."""
        times = [t for t in (self.verified, self.reverted, self.failed) if t is not None]
        return min(times, default=None)

    @cached_property
    def result(self) -> str | None:
        """What the last conclusive verification said, None when there was none."""
        if not self.verifications:
            return None
        return max(self._told(), key=lambda told: told[0], default=(0, None))[1]

    @property
    def helped(self) -> bool:
        """Whether the last conclusive verification saw it make something better."""
        return self.result in HELPED

    def helped_by(self, at: int) -> bool:
        """Whether a conclusive verification had seen it make something better by a second."""
        return any(told <= at and result in HELPED for told, result in self._told())

    @cached_property
    def worn_off(self) -> int | None:
        """Since when its effect is gone again; None while it lasts, or where a later watch told otherwise."""
        watched = max((at for at, _ in self._told()), default=0)
        return self.worn if self.worn is not None and self.worn >= watched else None

    def _told(self) -> list[tuple[int, str]]:
        """What verifications could tell, each with its second; two watches may end in another order."""
        ended = [(v.at, v.fact) for v in self.verifications if v.at is not None and v.fact is not None]
        return [(at, fact.result) for at, fact in ended if fact.result != "unclear" and not premature(fact)]

    @property
    def hangs(self) -> bool:
        """Whether it is stuck half-way, as far as its owner told: nobody knows when it will act."""
        return self.hung is not None and self.done is None and self.failed is None and self.reverting is None

    def hung_at(self, at: int) -> bool:
        """Whether its owner had said by a second that it is stuck, and nothing had come of it yet."""
        acted = (each for each in (self.done, self.failed, self.reverting) if each is not None)
        return self.hung is not None and self.hung <= at < min(acted, default=at + 1)

    @property
    def called_off(self) -> bool:
        """Whether it was taken back before anybody had begun to make it: nothing came of it."""
        return self.failed is not None and self.started is None

    def in_place(self, at: int) -> bool:
        """Whether it had been made and not undone at a second."""
        made = self.done is not None and self.done <= at
        return made and not (self.reverted is not None and self.reverted <= at)


def premature(fact: Verified) -> bool:
    """Whether a verification saw no effect because it did not wait for the signal's lag."""
    return fact.early and fact.result == "same"


def attempts(entries: Iterable[Entry]) -> tuple[Attempt, ...]:
    """Every change ordered, in order, each with what became of it."""
    return read_by(entries, ABOUT, Attempts).so_far


class Attempts:
    """Reads lines about changes one after the other."""

    def __init__(self) -> None:
        self._known: dict[str, Attempt] = {}

    def take(self, entry: Entry) -> None:
        """One more line."""
        follow(self._known, entry)

    @property
    def so_far(self) -> tuple[Attempt, ...]:
        """Every change ordered, in order, each with what became of it."""
        return tuple(self._known.values())


def follow(known: dict[str, Attempt], entry: Entry) -> None:
    """Take one more entry into the changes known so far, by id."""
    fact = entry.fact
    if isinstance(fact, ChangeOrdered):
        known[fact.id] = _ordered(entry, fact)
    elif isinstance(fact, ActedAlone) and fact.id not in known:
        known[fact.id] = _alone(entry, fact)
    elif isinstance(fact, _LATER) and fact.id in known:
        known[fact.id] = _told(known[fact.id], entry)


_LATER = (
    ChangeStarted, ChangeDone, ChangeFailed, ChangeHung, RevertStarted, ChangeReverted, ResidualLogged,
    VerifyStarted, Verified, ChangeWoreOff,
)  # fmt: skip
ABOUT: frozenset[type] = frozenset({ChangeOrdered, ActedAlone, *_LATER})
"""The kinds of line that tell of changes made."""


def _ordered(entry: Entry, fact: ChangeOrdered) -> Attempt:
    return Attempt(
        fact.id,
        fact.change,
        fact.owner,
        fact.staged,
        fact.because,
        entry.number,
        entry.at,
        entries=(entry.number,),
    )


def _alone(entry: Entry, fact: ActedAlone) -> Attempt:
    line, at = entry.number, entry.at
    return Attempt(fact.id, fact.change, fact.person, False, "", line, at, entries=(line,), alone=True)


_WHEN: dict[type, str] = {
    ChangeDone: "done", ChangeFailed: "failed", ChangeHung: "hung", RevertStarted: "reverting",
    ChangeReverted: "reverted", ResidualLogged: "residual", ChangeWoreOff: "worn",
}  # fmt: skip
"""What an attempt calls the second of a line that tells no more than when."""


def _told(attempt: Attempt, entry: Entry) -> Attempt:
    lines = (*attempt.entries, entry.number)
    when = _WHEN.get(type(entry.fact))
    if when:
        return replace(attempt, entries=lines, **{when: entry.at})  # type: ignore[arg-type] # a second each
    match entry.fact:
        case ChangeStarted(owner=owner):
            first = entry.at if attempt.started is None else attempt.started
            return replace(attempt, entries=lines, started=first, owner=owner)
        case VerifyStarted(signal=signal, window=window):
            watch = Verification(entry.at, None, signal, window, entry.number)
            watches = (*attempt.verifications, watch)
            return replace(attempt, entries=lines, verifications=watches)
        case Verified() as fact:
            told = _concluded(attempt.verifications, entry, fact)
            return replace(attempt, entries=lines, verifications=told)
        case _:
            return attempt


def _concluded(
    verifications: tuple[Verification, ...], entry: Entry, fact: Verified
) -> tuple[Verification, ...]:
    for index, watch in enumerate(verifications):
        if watch.fact is None and watch.signal == fact.signal:
            ended = replace(watch, at=entry.at, entry=entry.number, fact=fact)
            return (*verifications[:index], ended, *verifications[index + 1 :])
    began = max(0, entry.at - fact.window)
    return (*verifications, Verification(began, entry.at, fact.signal, fact.window, entry.number, fact))
