"""What an update says has turned, held against what had been seen to turn since this was last told."""

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from simulator.domain.course import Sent
from simulator.domain.fact import (
    HELPED,
    AlertCleared,
    AlertFired,
    ChangeDone,
    ChangeFailed,
    ChangeOrdered,
    ChangePrepared,
    ChangeReverted,
    ChangeStarted,
    ChangeWoreOff,
    Fact,
    HazardChecked,
    RevertStarted,
    Verified,
)
from simulator.domain.turns import Turn, turns
from simulator.scoring.case import Case
from simulator.scoring.sighted import once

Kind: TypeAlias = Literal["good", "bad", "step", "made", "undone"]
"""What a timeline shows: it got better or did not, and something was begun, was made or taken back."""
_MEANS: Mapping[Turn, tuple[Kind, ...]] = {
    "better": ("good",), "worse": ("bad",), "no help": ("bad",), "as before": ("bad", "good"),
    "step": ("step",), "in place": ("made",), "taken back": ("undone",),
}  # fmt: skip
"""`It is back` may be the trouble or the service."""


def kinds(sent: Sent) -> frozenset[Kind]:
    """What an update tells of; that something is made tells also that it was begun."""
    told = frozenset(kind for turn in turns(sent.fact.update).values() for kind in _MEANS[turn])
    return told | {"step"} if "made" in told else told


def turned(case: Case, sent: Sent, before: Sent | None, told: Mapping[Kind, int]) -> bool:
    """Whether an update tells of a turn that the last one did not, and that was seen and not told yet.

    `told` holds the line on which the audience was last told of each kind.
    """
    read = turns(before.fact.update) if before else {}
    fresh = [turn for name, turn in turns(sent.fact.update).items() if name not in read]
    about = {kind for turn in fresh for kind in _MEANS[turn]}
    return any(last > told.get(kind, 0) for kind, last in _seen(case, sent.entry).items() if kind in about)


@once
def _seen(case: Case, line: int) -> Mapping[Kind, int]:
    """The last line before one that showed each kind; an alert shows that it got worse when it came again."""
    seen: dict[Kind, int] = {}
    cleared: set[str] = set()
    for entry in case.known_until(line):
        match entry.fact:
            case AlertFired(alert=alert) if alert not in cleared:
                continue
            case AlertCleared(alert=alert):
                cleared.add(alert)
        seen.update(dict.fromkeys(_shows(entry.fact), entry.number))
    return seen


def _shows(fact: Fact) -> Iterator[Kind]:
    match fact:
        case Verified(result=result):
            yield "good" if result in HELPED else "bad"
        case AlertCleared():
            yield "good"
        case ChangeWoreOff() | AlertFired():
            yield "bad"
        case ChangeOrdered() | ChangeStarted() | ChangePrepared() | HazardChecked():
            yield "step"
        case ChangeDone():
            yield "made"
        case ChangeFailed():
            yield from ("bad", "undone")
        case RevertStarted() | ChangeReverted():
            yield "undone"
        case _:
            return
