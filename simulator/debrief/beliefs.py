"""What could be believed, and when: the shares of the causes after each thing that was told."""

from collections.abc import Iterable

from simulator.domain.entry import each
from simulator.domain.fact import CauseDrawn, ClueFound, HazardChecked, Verified
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.outlook import believed

TELLING = (ClueFound, HazardChecked, Verified)
NOTICEABLE = 0.005
DIGITS = 4
"""Digits to which a share is told, wherever it stands: 89.5 % is not 89 % here and 90 % there."""


class Share(Value):
    """How probable a cause was; `really` when it is the one that was drawn."""

    cause: str
    share: float
    really: bool


class Belief(Value):
    """The shares of all causes from a second on, in the scenario's order, and the line that brought it."""

    at: int
    entry: int
    shares: tuple[Share, ...]


def really(case: Case) -> str:
    """The cause that was drawn; empty when the timeline does not tell."""
    return next((fact.cause for _, fact in each(case.entries, CauseDrawn)), "")


def beliefs_of(case: Case) -> tuple[Belief, ...]:
    """The belief at the start and after each line that moved it; empty without causes."""
    if not case.scenario.causes or not case.entries:
        return ()
    course = [_belief(case, 0, case.entries[0].number, case.entries[0].number)]
    for entry in case.seen:
        if isinstance(entry.fact, TELLING):
            told = _belief(case, entry.at, entry.number, entry.number + 1)
            if _moved(course[-1], told):
                course.append(told)
    return tuple(course)


def _belief(case: Case, at: int, entry: int, before: int) -> Belief:
    return Belief(at, entry, shares(case, believed(case, before).items()))


def shares(case: Case, pairs: Iterable[tuple[str, float]]) -> tuple[Share, ...]:
    """Probabilities by cause, in the scenario's order."""
    by_cause, drawn = dict(pairs), really(case)
    return tuple(
        Share(name, round(by_cause.get(name, 0.0), DIGITS), name == drawn) for name in case.scenario.causes
    )


def _moved(before: Belief, after: Belief) -> bool:
    pairs = zip(before.shares, after.shares, strict=True)
    return any(abs(one.share - other.share) >= NOTICEABLE for one, other in pairs)
