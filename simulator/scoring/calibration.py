"""Calibration: how often somebody was right when they said how sure they were. Shown, and never scored.

Brier's score (Monthly Weather Review 78, 1950) is the mean of (said - so) squared, where `so` is 1 when the
statement was right and 0 when it was not: 0 is perfect, and who always says 50 % earns 0.25.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import (
    DID_GOOD,
    CalledMitigated,
    CauseDrawn,
    ChangeActed,
    Decided,
    Posted,
    Resolved,
)
from simulator.domain.value import Value
from simulator.scoring.case import NEGLIGIBLE, Case
from simulator.scoring.outlook import believed

About: TypeAlias = Literal["cause", "change", "mitigated", "resolved"]

HOLDS = 10 * MINUTE
"""Called mitigated rightly, customers are well then and for so long after (assumption)."""


class Statement(Value):
    """Something said with how sure one was, in percent; `right` is None where the timeline does not tell."""

    at: int
    entry: int
    about: About
    sure: int
    right: bool | None


class Bin(Value):
    """How often just so much was said (percent), and how often rightly."""

    sure: int
    said: int
    right: int


class Calibration(Value):
    """Brier's score, None without a statement, and the statements gathered by how sure they were."""

    brier: float | None
    bins: tuple[Bin, ...]


def calibrated(outcomes: Iterable[tuple[int, bool]]) -> Calibration:
    """The calibration of statements: how sure in percent, and whether it was so. From one play or many."""
    pairs = sorted(outcomes)
    if not pairs:
        return Calibration(None, ())
    brier = sum((sure / 100 - right) ** 2 for sure, right in pairs) / len(pairs)
    gathered: dict[int, list[bool]] = {}
    for sure, right in pairs:
        gathered.setdefault(sure, []).append(right)
    return Calibration(brier, tuple(Bin(sure, len(each), sum(each)) for sure, each in gathered.items()))


def outcomes(said: Iterable[Statement]) -> tuple[tuple[int, bool], ...]:
    """What was said, for `calibrated`, without what the timeline does not tell."""
    return tuple((one.sure, one.right) for one in said if one.right is not None)


def statements(case: Case) -> tuple[Statement, ...]:
    """Everything that the seat said with how sure it was, in order."""
    return tuple(_statements(case))


def _statements(case: Case) -> Iterator[Statement]:
    for entry in case.seen:
        match entry.fact:
            case Posted(update=update) if update.sure is not None and update.state == "identified":
                yield Statement(entry.at, entry.number, "cause", update.sure, _leading(case, entry))
            case CalledMitigated(sure=sure) if sure is not None:
                right = _well(case, entry.at, entry.at + HOLDS)
                yield Statement(entry.at, entry.number, "mitigated", sure, right)
            case Resolved(sure=sure) if sure is not None:
                yield Statement(entry.at, entry.number, "resolved", sure, _well(case, entry.at, case.end))
            case Decided(text=text, sure=sure) if sure is not None:
                yield _decided(case, entry, text.casefold(), sure)


def _decided(case: Case, entry: Entry, text: str, sure: int) -> Statement:
    """A decision that names a change says that it will help; one that speaks of the cause, that it is it."""
    named = [change for change in case.organisation.runbook if change.casefold() in text]
    if named:
        change = max(named, key=len)
        return Statement(entry.at, entry.number, "change", sure, _helps(case, entry, change))
    return Statement(
        entry.at, entry.number, "cause", sure, _leading(case, entry) if "cause" in text else None
    )


def _leading(case: Case, entry: Entry) -> bool | None:
    """Whether the likeliest cause, by what had been told, is the real one: that is the one they can mean."""
    drawn = next((fact.cause for _, fact in each(case.entries, CauseDrawn)), None)
    shares = believed(case, entry.number)
    return None if drawn is None or not shares else max(shares, key=shares.__getitem__) == drawn


def _helps(case: Case, entry: Entry, change: str) -> bool | None:
    """Whether the change did good when it was next made; None when it never was."""
    acted = (fact for e, fact in each(case.entries, ChangeActed) if e.number > entry.number)
    made = next((fact for fact in acted if fact.change == change), None)
    return None if made is None else made.acted in DID_GOOD and not made.harmed


def _well(case: Case, since: int, until: int) -> bool | None:
    """Whether no customers were failing from one second to another (truth), beyond what any day shows."""
    if not case.impact:
        return None
    turns = {turn for step in case.impact for turn in (step.at, step.until) if since <= turn <= until}
    seconds = sorted({since, min(until, case.end), *turns})
    return all(case.failing(at) <= NEGLIGIBLE * case.active(at) for at in seconds)
