"""The verdict in plain words: what happened, what was done best, what cost most, and what the grade means."""

from collections.abc import Callable, Iterator, Sequence

from simulator.debrief.axes import MarkLine, about_of, costs_of, mark_line, title_of
from simulator.debrief.choices import Card, telling
from simulator.debrief.outcome import Bar, Outcome
from simulator.debrief.truth import Truth
from simulator.domain.doctrine import Doctrine
from simulator.domain.prose.capital import capital
from simulator.domain.value import Value, replace
from simulator.scoring.case import Case
from simulator.scoring.decisions import taken
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import Scorecard
from simulator.scoring.spells import lasted, one_by_one
from simulator.scoring.words import clock, listed, minutes, summed


class Verdict(Value):
    """The grade with its reason, and a paragraph in three parts.

    `outdone` is how it came out beside others; `decided` are the marks that cost most of the weakest axis;
    `ahead` is what to do next.
    """

    grade: str
    reason: str
    happened: str
    best: str
    costliest: str
    outdone: str = ""
    decided: tuple[MarkLine, ...] = ()
    ahead: tuple[str, ...] = ()


DECIDED_BY = 3
"""Marks that are told of what decided the grade, at most."""


def verdict_of(
    case: Case,
    card: Scorecard,
    outcome: Outcome,
    truth: Truth,
    praise: Sequence[MarkLine],
    cards: Sequence[Card],
    told: tuple[str, str] = ("You", ""),
) -> Verdict:
    """The verdict on a case; `told` is who played, and who else led."""
    who, led = told
    return Verdict(
        card.grade or "not scored",
        reason_of(card, case.doctrine),
        f"{_happened(outcome, truth)}{led}",
        _best(praise),
        _costliest(case, cards, card),
        _outdone(outcome, card, who),
        _decided(card, _unborne(cards) | _inherited(case)),
        tuple(_ahead(card, cards)),
    )


def _happened(outcome: Outcome, truth: Truth) -> str:
    cause = f" What was wrong: {truth.says.strip()}" if truth.says else ""
    return f"{_suffered(outcome)}{cause}"


def _unborne(cards: Sequence[Card]) -> frozenset[tuple[int, ...]]:
    """The lines of the decisions that were no worse than the best ones when they were played on."""
    return frozenset(card.entries for card in cards if not card.teaches)


def _inherited(case: Case) -> frozenset[tuple[int, ...]]:
    """The lines of the looks that only bear what those before them cost."""
    return frozenset(one.entries for one in taken(case) if one.inherited)


def _decided(card: Scorecard, unborne: frozenset[tuple[int, ...]]) -> tuple[MarkLine, ...]:
    """The dearest mark of each rule of the axis that decides, the rule first that cost most of it.

    None where the axis is as good as can be told.
    """
    if card.weakest is None or card.grade == "distinction":
        return ()
    by_rule: dict[str, list[tuple[float, Mark]]] = {}
    for share, mark in costs_of(card.weakest):
        by_rule.setdefault(mark.rule, []).append((share, mark))
    dearest = sorted(by_rule.values(), key=lambda costs: -round(sum(share for share, _ in costs), 6))
    return tuple(_one_of(costs, unborne) for costs in dearest[:DECIDED_BY])


def _refuted(mark: Mark, unborne: frozenset[tuple[int, ...]]) -> bool:
    """Whether a mark is about a decision that was no worse than the best one when it was played on."""
    return mark.rule == "least-regret" and mark.evidence in unborne


def _one_of(costs: Sequence[tuple[float, Mark]], unborne: frozenset[tuple[int, ...]]) -> MarkLine:
    """The first of some marks, one that other worlds bear out before the others; and how many like it."""
    (share, mark), *more = sorted(costs, key=lambda pair: _refuted(pair[1], unborne))
    line = mark_line(mark, share)
    others = f"And {len(more)} more like it." if len(more) > 1 else "And one more like it."
    return replace(line, summary=f"{line.summary} {others}") if more else line


def _ahead(card: Scorecard, cards: Sequence[Card]) -> Iterator[str]:
    """What to do next: what the rule asks that cost most of the deciding axis, and a decision to retry."""
    rules = card.weakest.rules if card.weakest and card.grade != "distinction" else ()
    if rules:
        worst = max(rules, key=lambda rule: rule.weight * (100 - rule.points))
        yield f"{title_of(worst.rule)}: {about_of(worst.rule)}"
    for first in telling(cards)[:1]:
        yield f"Decide again at {first.clock}. {first.lesson}"


def _suffered(outcome: Outcome) -> str:
    if outcome.lost is None:
        return "The timeline does not say how many customers were affected."
    spells = outcome.spells
    if not outcome.worst or not spells:
        return "No customer was affected."
    who = f"up to {outcome.worst:,} customers could not do what they came for"
    if outcome.ended is not None:
        back = f" in all ({one_by_one(spells)})" if len(spells) > 1 else ""
        return f"For {minutes(lasted(spells))}{back}, {who}."
    back = f"; it had come back at {clock(spells[-1].since)}" if len(spells) > 1 else ""
    return f"{capital(who)}, and some still could not when it ended{back}."


_BESIDE = {
    "knew the cause": "by a program that knew the cause",
    "by the book": "by one that leads by the book",
    "nobody leads": "with nobody leading",
}


def _outdone(outcome: Outcome, card: Scorecard, who: str) -> str:
    """What was lost, beside what was lost by others in the same world.

    None of them is a bound: the program that knew the cause made its changes at once, and no more.
    """
    if not outcome.lost:
        return ""
    return f"{who} lost {summed(outcome.lost)}{_beside(outcome.bars)}.{_none_the_less(outcome, card)}"


def _beside(bars: Sequence[Bar]) -> str:
    """What the others lost; in one breath where it made no difference who led."""
    others = [(bar.says, _BESIDE.get(bar.name, f"by {bar.name}")) for bar in bars if not bar.yours]
    if not others:
        return ""
    if len({bar.says for bar in bars}) == 1:
        return f". In the same world it was as many {listed([who for _, who in others])}"
    return f". In the same world: {', '.join(f'{lost} {who}' for lost, who in others)}"


def _none_the_less(outcome: Outcome, card: Scorecard) -> str:
    """Why the grade is low where customers lost little."""
    book = next((bar.lost for bar in outcome.bars if bar.name == "by the book"), 0.0)
    if card.grade != "not yet" or (outcome.lost or 0.0) >= book:
        return ""
    return " That is less than by the book. The grade does not count it: it judges how it was led."


def _best(praise: Sequence[MarkLine]) -> str:
    if not praise:
        return "No part of the score was earned in full this time."
    return praise[0].summary


def _costliest(case: Case, cards: Sequence[Card], card: Scorecard) -> str:
    for first in telling(cards)[:1]:
        return f"{first.title} ({first.clock}); to {first.best.name} was expected to save {first.regrets}."
    own, unborne = _own_shares(case), _unborne(cards)
    borne = ((mark.lost * own(mark), mark) for mark in card.marks if not _refuted(mark, unborne))
    lost = [(cost, mark) for cost, mark in borne if cost > 0]
    if not lost:
        return "Nothing that could be known then would have saved customers noticeable time."
    return max(lost, key=lambda each: (each[0], -each[1].at))[1].summary


def _own_shares(case: Case) -> Callable[[Mark], float]:
    """What of a mark's cost is owed to its own decision alone: a look is charged with those before it too."""
    looks = [one for one in taken(case) if one.earlier and one.chosen.kind in ("look", "check")]
    shares = {one.entries: 0.0 if one.inherited else one.own / one.regret for one in looks}
    return lambda mark: shares.get(mark.evidence, 1.0) if mark.rule == "least-regret" else 1.0


def reason_of(card: Scorecard, doctrine: Doctrine) -> str:
    """What decided the grade, and what was not scored."""
    scored = [axis for axis in card.axes if axis.points is not None]
    if not scored:
        return "Nothing in the timeline could be judged."
    missing = [axis.axis for axis in card.axes if axis.points is None]
    unscored = f" Not scored: {listed(missing)}." if missing else ""
    return f"{_gate(card, doctrine)}{unscored}"


def _gate(card: Scorecard, doctrine: Doctrine) -> str:
    weakest = card.weakest
    if card.withheld:
        return card.withheld
    if weakest is None or weakest.points is None:
        return ""
    points = f"{weakest.points:.0f}"
    at = f"{weakest.axis} is at {points}"
    match card.grade:
        case "distinction":
            if points == "100":
                return "Every scored axis is at 100."
            return (
                f"Every scored axis is at {doctrine.distinction} or more; the weakest is {weakest.axis}, at "
                f"{points}."
            )
        case "pass":
            return f"Every scored axis is at {doctrine.pass_mark} or more. The weakest decides: {at}."
        case _:
            return f"The weakest axis decides: {at}, and a pass needs {doctrine.pass_mark} on every axis."
