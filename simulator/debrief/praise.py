"""What went well: marks earned in full. What was decided is first, then what was told, then the rest."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

from simulator.debrief.axes import FULL, MarkLine, mark_line
from simulator.debrief.merits import Merits
from simulator.debrief.prepared import prepared
from simulator.domain.doctrine import Axis
from simulator.domain.value import replace
from simulator.scoring.mark import Mark
from simulator.scoring.rules.promises_kept import broken
from simulator.scoring.scorecard import AxisScore, RuleScore, Scorecard

Earned: TypeAlias = tuple[float, Mark]
"""A mark earned in full, with its share of its rule's weight."""

AT_MOST = 5
SHOWN = 5
"""So many of the lines are cited, where there may be dozens."""
ON_CHANGES: tuple[Axis, ...] = ("sequencing", "easy fix first")
"""The axes whose rules look at the same orders."""
JUDGEMENT = (
    "ask-for-objections", "check-hazards", "least-regret", "verify-before-next", "keep-the-evidence",
    "think-again", "staged-first", "right-severity", "escalate-on-triggers", "rein-in",
)  # fmt: skip
"""What it takes judgement to earn, the rarest first."""
TOLD = (
    "another-way-out", "first-post", "cadence", "data-stated", "answer-the-swoop", "scope-post",
    "promises-kept", "no-guesses", "same-story", "news-in-it", "plain-words", "true-scope", "true-state",
)  # fmt: skip
"""What it takes to keep others informed, the dearest first."""
IN_TIME = ("cadence", "promises-kept")
"""What praises updates as timely."""
OF_JUDGEMENT, OF_TOLD = 3, 1
"""So much of each kind has its turn before the next one begins."""


def praise_of(
    card: Scorecard,
    leads: str = "You",
    whose: Callable[[Mark], bool] = lambda mark: True,
    merits: Merits | None = None,
) -> tuple[MarkLine, ...]:
    """A handful of earned marks: decisions and judgement, then news, then all else, the best axis first.

    `leads` is who led; by `merits` a choice is praised that was one, and no error is.
    """
    scored = [(axis.points, axis) for axis in card.axes if axis.points is not None]
    in_order = [axis for _, axis in sorted(scored, key=lambda pair: -round(pair[0]))]
    misled, broke = _misled(card), any(broken(mark) for mark in card.marks)

    def theirs(mark: Mark) -> bool:
        if broke and mark.rule in IN_TIME:
            return False  # some of what was promised did not come in time
        return whose(mark) and _deserved(mark, merits) and mark.evidence[-1] not in misled

    by_axis = [_best(axis, theirs) for axis in in_order]
    in_turn = [pair for turn in zip_longest(*by_axis) for pair in turn if pair]
    chosen = tuple(_in_kinds(in_turn, merits))[:AT_MOST]
    return tuple(_praised(mark_line(mark, share), mark, card, leads) for share, mark in chosen)


def _misled(card: Scorecard) -> frozenset[int]:
    """The lines that told people what was not so, or told them of it far too late: neither is praised."""
    lost = [mark for mark in card.marks if not mark.earned]
    false = (mark.evidence[-1] for mark in lost if mark.rule == "true-state")
    late = (mark.evidence[-1] for mark in lost if mark.rule == "first-post" and len(mark.evidence) > 1)
    return frozenset((*false, *late))


def _deserved(mark: Mark, merits: Merits | None) -> bool:
    """Whether a mark praises no error, and of choices only those that were a merit."""
    if merits is None or mark.axis not in ON_CHANGES:
        return True
    if mark.rule == "least-regret":
        return mark.evidence in merits.best
    return merits.errors.isdisjoint(mark.evidence)


def _in_kinds(earned: Sequence[Earned], merits: Merits | None) -> Iterator[Earned]:
    """Some of what was decided, some of what was told, then all else of any kind in turn."""
    best = merits.best if merits else ()
    ranked = sorted(earned, key=lambda pair: best.index(pair[1].evidence) if pair[1].evidence in best else 0)
    judged, told = _once_a_line(_by_rule(ranked, JUDGEMENT)), _by_rule(earned, TOLD)
    other = [pair for pair in earned if pair[1].rule not in (*JUDGEMENT, *TOLD)]
    yield from judged[:OF_JUDGEMENT]
    yield from told[:OF_TOLD]
    yield from _in_turn(other, told[OF_TOLD:], judged[OF_JUDGEMENT:])


def _in_turn(*kinds: Iterable[Earned]) -> Iterator[Earned]:
    """One of each kind in turn, as long as there are any."""
    for turn in zip_longest(*kinds):
        yield from (pair for pair in turn if pair)


def _once_a_line(earned: Iterable[Earned]) -> list[Earned]:
    """What ends in one line, said once: the first of it."""
    found: dict[int, Earned] = {}
    for pair in earned:
        found.setdefault(pair[1].evidence[-1], pair)
    return list(found.values())


def _by_rule(earned: Sequence[Earned], rules: Sequence[str]) -> list[Earned]:
    """The marks of some rules: one of each in the rules' order, then another one of each."""
    return list(_in_turn(*([pair for pair in earned if pair[1].rule == rule] for rule in rules)))


def _best(axis: AxisScore, whose: Callable[[Mark], bool]) -> list[Earned]:
    """An axis' earned marks, those first of whose rule it earned most; what ends in one line is said once."""
    merits = {rule.rule: round(rule.weight * rule.points, 6) for rule in axis.rules}
    earned = [pair for rule in axis.rules for pair in _earned(rule)]
    theirs = [pair for pair in earned if _clean(axis, pair[1]) and whose(pair[1])]
    ranked = sorted(theirs, key=lambda pair: (_rank(pair[1]), -merits[pair[1].rule], *_weightiest(pair)))
    by_line = {mark.evidence[-1]: (share, mark) for share, mark in reversed(ranked)}
    return [pair for pair in ranked if by_line[pair[1].evidence[-1]] == pair]


def _rank(mark: Mark) -> int:
    """Of what ends in one line what took judgement is told."""
    return JUDGEMENT.index(mark.rule) if mark.rule in JUDGEMENT else len(JUDGEMENT)


def _praised(line: MarkLine, mark: Mark, card: Scorecard, leads: str) -> MarkLine:
    """A mark as praise: what somebody did, and not what they left alone; what was kept up, as a whole."""
    of_rule = [
        one for axis in card.axes for rule in axis.rules for one in rule.marks if one.rule == mark.rule
    ]
    match mark.rule:
        case "commander-commands":
            pieces = f"{len(line.evidence)} piece{'s' if len(line.evidence) > 1 else ''} of it"
            says = f"{leads} led, and gave all technical work to others: {pieces}."
            return replace(line, summary=says, evidence=line.evidence[:SHOWN])
        case "cadence" if len(of_rule) > 1:
            kept = [one.evidence[-1] for one in of_rule if one.earned >= FULL]
            how_many = f"All {len(kept)}" if len(kept) == len(of_rule) else f"{len(kept)} of {len(of_rule)}"
            says = f"{how_many} further updates came in time."
            return replace(line, summary=says, evidence=tuple(kept[:SHOWN]))
        case "ask-for-objections":
            return prepared(line, mark, card)
        case _:
            return line


def _clean(axis: AxisScore, mark: Mark) -> bool:
    """Whether its last line cost no other mark everything: nobody is praised for how soon they erred."""
    if axis.axis not in ON_CHANGES:
        return True
    lost = (one.evidence[-1] for rule in axis.rules for one in rule.marks if one.earned == 0)
    return mark.evidence[-1] not in lost


def _earned(rule: RuleScore) -> list[Earned]:
    """The rule's earned marks, each with its share of the rule's weight."""
    total = sum(mark.weight for mark in rule.marks)
    return [(rule.weight * mark.weight / total, mark) for mark in rule.marks if mark.earned == 1]


def _weightiest(pair: Earned) -> tuple[float, int, str]:
    weight, mark = pair
    return (-round(weight, 6), mark.at, mark.rule)
