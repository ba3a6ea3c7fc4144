"""A decision played again with other choices, in worlds that fit what was known. Shown, and never scored."""

from collections.abc import Sequence

from simulator.domain.duration import show_minutes
from simulator.domain.value import Value
from simulator.scoring.weighing import Decision, Option
from simulator.scoring.words import summed

LOW, HIGH = 0.1, 0.9
"""The range that is told: a tenth of the worlds lie below it, a tenth above."""
ALIKE = 0.02
"""Losses that differ by no more than this share are the same to anyone (assumption)."""
BORNE_OUT = 0.6
"""Worlds bear out a weighing where the best choice cost less in more than this share of them (assumption): of
twenty that a coin decides, twelve are on one side often enough."""


class Replay(Value):
    """One option: customer-minutes lost from the decision on, in each world, and `here` in this one."""

    option: Option
    lost: tuple[float, ...]
    here: float


class Replayed(Value):
    """A decision, known by its lines, with its options; losses were counted for `seconds` at most."""

    entries: tuple[int, ...]
    seconds: int
    options: tuple[Replay, ...]


class ReplayLine(Value):
    """One option in numbers and in words.

    `fewer` is in how many worlds it cost less than what was chosen, `fewer_still` than the best choice.
    """

    name: str
    yours: bool
    best: bool
    median: float
    low: float
    high: float
    here: float
    says: str
    says_here: str
    fewer: int
    fewer_still: int


def played(decision: Decision, replayed: Sequence[Replayed]) -> Replayed | None:
    """How a decision was played again, if it was."""
    same = (each for each in replayed if each.entries == decision.entries)
    return next((each for each in same if each.options[0].option.kind == decision.chosen.kind), None)


def lines_of(decision: Decision, replayed: Replayed, names: Sequence[str]) -> tuple[ReplayLine, ...]:
    """The options of a decision, in the order they were weighed; `names` are what each is called."""
    lost = {each.option: each.lost for each in replayed.options}
    beside = lost[decision.chosen], lost.get(decision.best, ())
    return tuple(
        _line(decision, each, name, *beside) for each, name in zip(replayed.options, names, strict=True)
    )


def doubted(decision: Decision, replayed: Replayed) -> bool:
    """Whether the worlds do not bear out the weighing: they do where what was chosen cost more than the best
    choice in the middle one, and in clearly most of those in which it made a difference which of the two it
    was.
    """
    lost = {each.option: each.lost for each in replayed.options}
    yours, best = lost[decision.chosen], lost.get(decision.best)
    if best is None or decision.best == decision.chosen:
        return False
    told = [(one, other) for one, other in zip(yours, best, strict=True) if not _alike((one, other))]
    dearer = sum(one > other for one, other in told)
    return dearer <= BORNE_OUT * len(told) or quantile(yours, 0.5) <= quantile(best, 0.5)


def made_no_difference(replayed: Replayed) -> bool:
    """Whether in each world all choices cost the same: by then it did not matter any more what was chosen."""
    return all(map(_alike, zip(*(each.lost for each in replayed.options), strict=True)))


def sentence_of(replayed: Replayed, lines: Sequence[ReplayLine], doubt: bool = False) -> str:
    """How it was played, how often the best choice would have been the better one, and what follows."""
    worlds = len(replayed.options[0].lost)
    how = (
        f"Played on by the book in {worlds} worlds that fit what was known, and in this one; counted for up "
        f"to {show_minutes(replayed.seconds)}."
    )
    follows = f" {_SOFTENED}" if doubt else ""
    best = next((line for line in lines if line.best and not line.yours), None)
    if made_no_difference(replayed):
        return f"{how} By then no choice made a difference.{follows}"
    if best is None:
        return how
    yours = next(line for line in lines if line.yours)
    still = _better_still(lines, best, worlds)
    apart = f" {_APART}" if not doubt and (still or _dearer_here(best, yours)) else ""
    return f"{how} {_how_often(best, yours, worlds, doubt)}.{still}{apart}{follows}"


def _better_still(lines: Sequence[ReplayLine], best: ReplayLine, worlds: int) -> str:
    """Another option that did clearly better than the one called best; empty where none did."""
    least = min(lines, key=lambda line: line.median)
    if least.yours or least.best or least.fewer_still <= BORNE_OUT * worlds or not least.median < best.median:
        return ""
    return (
        f" To {least.name} did better than all: in {least.fewer_still} of the {worlds} it cost less than the "
        "best choice."
    )


def _dearer_here(best: ReplayLine, yours: ReplayLine) -> bool:
    """Whether in this world the best choice would have cost more than what was done."""
    return best.here > yours.here and not _alike((best.here, yours.here))


def _how_often(best: ReplayLine, yours: ReplayLine, worlds: int, doubt: bool) -> str:
    """In how many worlds the best choice was cheaper, and where that says less than it seems to."""
    if not best.fewer:
        return f"In none of the {worlds} did the best choice cost less than what was done"
    often = f"In {best.fewer} of the {worlds} the best choice cost less than what was done"
    if doubt:
        mostly = 2 * best.fewer > worlds and yours.median <= best.median
        return f"{often}, but not in the middle one" if mostly else often
    return f"{often}; in this world it cost more" if _dearer_here(best, yours) else often


_APART = (
    "It need not be as expected: that is an average over causes, with the best order of all that follows, "
    "and here a program goes on by the book."
)
_SOFTENED = (
    "By what was known it was expected to cost less. Played on, it did not, or not clearly: this is an "
    "inaccuracy at most, and no advice follows from it."
)


def _alike(lost: Sequence[float]) -> bool:
    """Whether nobody can tell losses in one world apart."""
    return max(lost) <= (1 + ALIKE) * min(lost)


def _line(
    decision: Decision, replay: Replay, name: str, chosen: Sequence[float], best: Sequence[float]
) -> ReplayLine:
    low, median, high = (quantile(replay.lost, share) for share in (LOW, 0.5, HIGH))
    return ReplayLine(
        name=name,
        yours=replay.option == decision.chosen,
        best=replay.option == decision.best,
        median=median,
        low=low,
        high=high,
        here=replay.here,
        says=f"{_number(median)} ({_number(low)} to {_number(high)})",
        says_here=_number(replay.here),
        fewer=_less(replay.lost, chosen),
        fewer_still=_less(replay.lost, best) if best else 0,
    )


def _less(lost: Sequence[float], other: Sequence[float]) -> int:
    """In how many worlds one option lost less than another."""
    return sum(one < beside for one, beside in zip(lost, other, strict=True))


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which a share of them lies, on a straight line between the two nearest."""
    ordered, place = sorted(values), share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def _number(customer_minutes: float) -> str:
    return summed(customer_minutes).split()[0]
