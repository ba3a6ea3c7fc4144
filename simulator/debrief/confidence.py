"""How sure one said one was, and how often rightly. It stands apart from the score."""

from simulator.domain.duration import show_clock
from simulator.domain.value import Value
from simulator.scoring.calibration import Bin, Statement, calibrated, outcomes, statements
from simulator.scoring.case import Case
from simulator.scoring.words import listed

_MEANT = {
    "cause": "the cause is known",
    "change": "the change will help",
    "mitigated": "customers are well again",
    "resolved": "it will not come back",
}
_WORDS = ("never", "once", "twice", "three times", "four times", "five times", "six times")


class SureLine(Value):
    """One statement in words; `right` is `right`, `wrong`, or empty where nobody can tell."""

    clock: str
    meant: str
    sure: int
    right: str
    entry: int


class Confidence(Value):
    """What was said, and how it compares with what was so; all empty when nothing was said."""

    says: str
    brier: float | None
    lines: tuple[SureLine, ...]


def confidence_of(case: Case, who: str = "You") -> Confidence:
    """Everything that was said with how sure one was."""
    said = statements(case)
    found = calibrated(outcomes(said))
    return Confidence(_says(found.bins, found.brier, who), found.brier, tuple(map(_line, said)))


def _line(one: Statement) -> SureLine:
    right = "" if one.right is None else "right" if one.right else "wrong"
    return SureLine(show_clock(one.at), _MEANT[one.about], one.sure, right, one.entry)


def _says(bins: tuple[Bin, ...], brier: float | None, who: str) -> str:
    if brier is None:
        return ""
    told = listed(f"{one.sure} % sure {_times(one.said)}, right {_times(one.right)}" for one in bins)
    return f"{who} said {told}. Brier score {brier:.2f}: 0 is perfect, always saying 50 % earns 0.25."


def _times(number: int) -> str:
    return _WORDS[number] if number < len(_WORDS) else f"{number} times"
