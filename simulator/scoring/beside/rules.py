"""The rules that judge a timeline otherwise under two doctrines, each with the settings that make it so."""

from collections.abc import Iterator, Sequence

from simulator.domain.doctrine import Axis, Doctrine
from simulator.domain.value import Value
from simulator.scoring.beside.reads import read
from simulator.scoring.beside.settings import Setting, differing, swapped
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.rules import RULES, Rule
from simulator.scoring.scorecard import RuleScore, Scorecard

SAME = 0.005
"""Marks and points this close (as shares) are the same."""


class MarkPair(Value):
    """One thing that was done, as each doctrine judges it; None where it makes nothing of it."""

    here: Mark | None
    there: Mark | None


class RuleBeside(Value):
    """One rule under both: its scores, None where it was not scored, and its share of the axis in each.

    `pairs` are the marks that differ; `reasons` the settings each of which alone makes such a difference, or,
    where `together`, those that only do so in company.
    """

    rule: str
    axis: Axis
    here: RuleScore | None
    there: RuleScore | None
    share_here: float
    share_there: float
    pairs: tuple[MarkPair, ...]
    reasons: tuple[Setting, ...]
    together: bool = False


def rules_beside(case: Case, other: Doctrine, here: Scorecard, there: Scorecard) -> tuple[RuleBeside, ...]:
    """Every rule that was scored under either doctrine, in the order of the rules."""
    settings = differing(case.doctrine, other, [span.severity for span in case.spans])
    beside = Case(case.scenario, other, case.entries, case.seat, case.records)
    found = (_rule(rule, case, beside, here, there, settings) for rule in RULES)
    return tuple(one for one in found if one is not None)


def _rule(
    rule: Rule, case: Case, beside: Case, here: Scorecard, there: Scorecard, settings: tuple[Setting, ...]
) -> RuleBeside | None:
    one, share_one = _scored(here, rule)
    other, share_other = _scored(there, rule)
    if one is None and other is None:
        return None
    pairs = tuple(_pairs(one.marks if one else (), other.marks if other else ()))
    reasons: tuple[Setting, ...] = ()
    together = False
    if pairs and case.doctrine.weights.get(rule.NAME) and beside.doctrine.weights.get(rule.NAME):
        reasons, together = _reasons(rule, case, beside, settings)
    return RuleBeside(
        rule.NAME, rule.AXIS, one, other, share_one, share_other, pairs, reasons, together
    )  # fmt: skip


def _scored(card: Scorecard, rule: Rule) -> tuple[RuleScore | None, float]:
    """A rule's score on a card, and its share of its axis there."""
    rules = card.axis(rule.AXIS).rules
    total = sum(one.weight for one in rules)
    score = next((one for one in rules if one.rule == rule.NAME), None)
    return score, score.weight / total if score else 0.0


def _pairs(here: Sequence[Mark], there: Sequence[Mark]) -> Iterator[MarkPair]:
    """The marks that differ, put together where they are about the same thing."""
    partner = dict(_matched(here, there))
    for index, mark in enumerate(here):
        other = there[partner[index]] if index in partner else None
        if other is None or abs(mark.earned - other.earned) > SAME:
            yield MarkPair(mark, other)
    taken = set(partner.values())
    yield from (MarkPair(None, mark) for index, mark in enumerate(there) if index not in taken)


def _matched(here: Sequence[Mark], there: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Which mark of the one goes with which of the other: the likeliest pairs first, each mark once."""
    likely = [
        (-nearness, index, place)
        for index, mark in enumerate(here)
        for place, other in enumerate(there)
        if (nearness := _nearness(mark, other))
    ]
    ours, theirs = set[int](), set[int]()
    for _, index, place in sorted(likely):
        if index not in ours and place not in theirs:
            ours.add(index)
            theirs.add(place)
            yield index, place


def _nearness(mark: Mark, other: Mark) -> float:
    """How much speaks for two marks being about one thing, 0 for nothing: lines, then time, then words."""
    shared = set(mark.evidence) & set(other.evidence)
    if not shared:
        return 0.0
    lines = 2 if mark.evidence == other.evidence else 1
    return lines + 0.5 * (mark.at == other.at) + 0.4 * _alike(mark.summary, other.summary)


def _alike(one: str, other: str) -> float:
    """The share of words that two sentences have in common."""
    ours, theirs = set(one.split()), set(other.split())
    return len(ours & theirs) / len(ours | theirs)


def _reasons(
    rule: Rule, case: Case, beside: Case, settings: tuple[Setting, ...]
) -> tuple[tuple[Setting, ...], bool]:
    """The settings that change the marks when one of them alone is exchanged; else all that were read."""
    asked = read(rule, case, settings)
    asked += tuple(one for one in read(rule, beside, settings) if one not in asked)
    earned = _earned(rule, case, case.doctrine)
    alone = tuple(
        one for one in asked if _earned(rule, case, swapped(case.doctrine, beside.doctrine, one)) != earned
    )
    return (alone, False) if alone else (asked, len(asked) > 1)


def _earned(rule: Rule, case: Case, doctrine: Doctrine) -> list[tuple[tuple[int, ...], float]]:
    """What the rule's marks come to under a doctrine, whatever they say."""
    under = Case(case.scenario, doctrine, case.entries, case.seat, case.records)
    return [(mark.evidence, round(mark.earned, 4)) for mark in rule.marks(under)]
