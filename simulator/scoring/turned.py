"""What an update says has turned, held against what had been seen to turn since this was last told."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from simulator.domain.course import Sent
from simulator.domain.entry import about
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
SHOWING: frozenset[type] = frozenset({
    AlertCleared, AlertFired, ChangeDone, ChangeFailed, ChangeOrdered, ChangePrepared, ChangeReverted,
    ChangeStarted, ChangeWoreOff, HazardChecked, RevertStarted, Verified,
})  # fmt: skip
"""Kinds of line that show one."""
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
    said = {kind for turn in fresh for kind in _MEANS[turn]}
    return any(_last(case, kind, sent.entry) > told.get(kind, 0) for kind in said)


def _last(case: Case, kind: Kind, line: int) -> int:
    """The last line before one that showed a kind; 0 where none did."""
    lines = _shown(case).get(kind, ())
    index = bisect_left(lines, line)
    return lines[index - 1] if index else 0


@once
def _shown(case: Case) -> Mapping[Kind, list[int]]:
    """The lines that showed each kind; an alert shows that it got worse when it came again."""
    shown: dict[Kind, list[int]] = {}
    cleared: set[str] = set()
    for entry in about(case.seen, SHOWING):
        match entry.fact:
            case AlertFired(alert=alert) if alert not in cleared:
                continue
            case AlertCleared(alert=alert):
                cleared.add(alert)
        for kind in _shows(entry.fact):
            shown.setdefault(kind, []).append(entry.number)
    return shown


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
