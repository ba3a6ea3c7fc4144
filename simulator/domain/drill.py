"""A drill: one decision, taken over in the middle of an outage, and judged on little else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from simulator.domain.attempt import premature
from simulator.domain.entry import Entry
from simulator.domain.fact import (
    Answered,
    CalledMitigated,
    ChangeDone,
    ChangeFailed,
    ChangeOrdered,
    ClueFound,
    Commanded,
    CommandHanded,
    Declared,
    Fact,
    HazardChecked,
    Looked,
    Posted,
    ResidualLogged,
    Resolved,
    RevertStarted,
    SeverityChanged,
    TakenOver,
    Verified,
)
from simulator.domain.origin import NOWHERE, Origin
from simulator.domain.value import Value
from simulator.domain.what_changed import asks_what_changed

Event: TypeAlias = Literal[
    "declared", "severity changed", "posted", "answered", "checked", "ordered", "verified",
    "undone or recorded", "handed over", "mitigated", "resolved",
]  # fmt: skip
EVENTS: tuple[Event, ...] = get_args(Event)

_FACTS: Mapping[Event, tuple[type[Fact], ...]] = {
    "declared": (Declared,),
    "severity changed": (SeverityChanged,),
    "posted": (Posted,),
    "answered": (Answered, ClueFound),
    "checked": (HazardChecked,),
    "ordered": (ChangeOrdered,),
    "verified": (Verified,),
    "undone or recorded": (RevertStarted, ResidualLogged),
    "handed over": (CommandHanded,),
    "mitigated": (CalledMitigated,),
    "resolved": (Resolved,),
}


class Point(Value):
    """A point of time: `seconds` from the first second, or from when a change was made or verified."""

    seconds: int
    change: str = ""
    verified: bool = False

    def reached(self, entries: Iterable[Entry]) -> int | None:
        """The second that it is, None as long as what it counts from has not happened."""
        if not self.change:
            return self.seconds
        kinds = (Verified,) if self.verified else (ChangeDone, ChangeFailed)
        made = (e.at for e in entries if isinstance(e.fact, kinds) and e.fact.change == self.change)
        since = next(made, None)
        return None if since is None else since + self.seconds


@dataclass(frozen=True, slots=True)
class Step:
    """Something that the commander before said, and when."""

    at: Point
    say: str
    origin: Origin = field(default=NOWHERE, compare=False)


class Ending(Value):
    """What ends a drill: so many `decisions`, or an event, about an audience or a change if one is named."""

    event: Event | None = None
    subject: str = ""
    decisions: int = 0

    def holds(self, since: Iterable[Entry]) -> bool:
        """Whether the lines since the take-over end it. Looking and waiting are no decisions.

        Nor is a watch that ended before its signal could show anything a verification, or what a look found
        an answer, unless what changed was looked for.
        """
        if self.event is None:
            return _decisions(since) >= self.decisions
        kinds = _FACTS[self.event]
        return any(isinstance(entry.fact, kinds) and self._about(entry.fact) for entry in since)

    def _about(self, fact: Fact) -> bool:
        if isinstance(fact, Verified) and premature(fact):
            return False
        if isinstance(fact, ClueFound) and not asks_what_changed(fact.place):
            return False
        about = fact.update.audience if isinstance(fact, Posted) else getattr(fact, "change", "")
        return not self.subject or about == self.subject


@dataclass(frozen=True, slots=True)
class Line:
    """Words that may be said at the take-over, and what speaks for or against them."""

    say: tuple[str, ...]
    because: str
    origin: Origin = field(default=NOWHERE, compare=False)


class Drill(Value):
    """The task, what went before, when it ends, what is judged, and what would have been good.

    `judged` names rules or whole axes. It ends when one of `ends` holds, `within` seconds at the latest.
    The `model` answer and the `tempting` one are shown afterwards, never before.
    """

    task: str
    so_far: tuple[Step, ...]
    takes_over: Point
    ends: tuple[Ending, ...]
    within: int
    judged: tuple[str, ...]
    model: Line
    tempting: Line

    def judges(self, rule: str, axis: str) -> bool:
        """Whether marks of a rule count here."""
        return rule in self.judged or axis in self.judged


def _decisions(entries: Iterable[Entry]) -> int:
    facts = [entry.fact for entry in entries]
    spoken = sum(isinstance(fact, Commanded) and fact.takes > 0 for fact in facts)
    return spoken - sum(isinstance(fact, Looked) for fact in facts)


def taken_over(entries: Iterable[Entry]) -> Entry | None:
    """The line on which the one who is trained took over, None in an outage played from its start."""
    return next((entry for entry in entries if isinstance(entry.fact, TakenOver)), None)
