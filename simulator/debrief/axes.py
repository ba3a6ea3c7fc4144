"""The axes of the score with their rules and marks, in words."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from simulator.domain.doctrine import Doctrine
from simulator.domain.drill import Drill
from simulator.domain.duration import show_clock
from simulator.domain.value import Value
from simulator.scoring.documentation import page
from simulator.scoring.mark import Mark
from simulator.scoring.rules import RULES
from simulator.scoring.scorecard import AxisScore, RuleScore, Scorecard, grade_of

FULL, NONE = 0.95, 0.05
"""From here a mark counts as earned, or as lost, in words."""


class MarkLine(Value):
    """One mark: `verdict` is `earned`, `partly` or `lost`; `share` is its part of the rule."""

    verdict: str
    earned: float
    share: float
    summary: str
    evidence: tuple[int, ...]
    clock: str


class RuleLine(Value):
    """One rule: its page (`about` in a sentence, `more` in full), points, weight in the axis in percent."""

    name: str
    title: str
    about: str
    more: str
    why: str
    points: int
    weight: int
    marks: tuple[MarkLine, ...]


class AxisLine(Value):
    """One axis: its points, None when there was nothing to judge, and whether it decides the grade."""

    name: str
    points: int | None
    level: str
    weakest: bool
    says: str
    rules: tuple[RuleLine, ...]


def axes_of(card: Scorecard, doctrine: Doctrine, drill: Drill | None = None) -> tuple[AxisLine, ...]:
    """Every axis of a scorecard, in the order of the doctrine; a drill leaves most of them alone."""
    return tuple(_axis(score, card, doctrine, drill) for score in card.axes)


def _axis(score: AxisScore, card: Scorecard, doctrine: Doctrine, drill: Drill | None) -> AxisLine:
    weakest = score is card.weakest
    total = sum(rule.weight for rule in score.rules) or 1.0
    rules = tuple(_rule(rule, total) for rule in score.rules)
    points = None if score.points is None else round(score.points)
    says = "Not judged here." if drill and not rules else _says(rules, points)
    return AxisLine(score.axis, points, _level(score.points, doctrine), weakest, says, rules)


def _level(points: float | None, doctrine: Doctrine) -> str:
    return "not scored" if points is None else grade_of(points, doctrine)


def _says(rules: tuple[RuleLine, ...], points: int | None = None) -> str:
    """What made the axis, in a clause: the rule that cost it most, and the strongest one.

    Beside all `points` no loss is told: it was too small to see.
    """
    if not rules:
        return "Nothing in the timeline could be judged on this."
    strong = max(rules, key=lambda rule: (rule.points, rule.weight))
    weak = max(rules, key=lambda rule: rule.weight * (100 - rule.points))
    if weak.points >= 100 * FULL or (points or 0) >= 100:
        return "All of it earned." if weak.points == 100 else "Nearly all of it earned."
    lost = f"Most was lost on '{weak.title.lower()}' ({weak.points})"
    if strong is weak or strong.points < 100 * FULL:
        return f"{lost}."
    return f"{lost}; '{strong.title.lower()}' earned {'all' if strong.points == 100 else 'nearly all'}."


def title_of(rule: str) -> str:
    """A rule's title, from its page."""
    return _pages().get(rule, (rule.replace("-", " ").capitalize(), "", ""))[0]


def _rule(rule: RuleScore, total: float) -> RuleLine:
    _, text, why = _pages().get(rule.rule, ("", "", ""))
    title = title_of(rule.rule)
    about, more = _parted(text)
    whole = sum(mark.weight for mark in rule.marks)
    marks = tuple(mark_line(mark, mark.weight / whole) for mark in rule.marks)
    return RuleLine(
        rule.rule, title, about, more, why, round(rule.points), round(100 * rule.weight / total), marks
    )


@lru_cache(maxsize=1)
def _pages() -> Mapping[str, tuple[str, str, str]]:
    """Title, rule and reason of every rule, from its page."""
    pages = (page(rule) for rule in RULES)
    return {one.name: (one.title, _plain(one.rule), _plain(one.why)) for one in pages}


def _plain(text: str) -> str:
    return " ".join(text.replace("`", "'").split())


def _parted(text: str) -> tuple[str, str]:
    """The first sentence, and the rest."""
    first, stop, rest = text.partition(". ")
    return (f"{first}.", rest) if stop else (text, "")


def costs_of(axis: AxisScore) -> Iterator[tuple[float, Mark]]:
    """Every mark of an axis that was not earned in full, with what it cost of the axis, the dearest first."""
    found = [
        (rule.weight * mark.lost / sum(each.weight for each in rule.marks), mark)
        for rule in axis.rules
        for mark in rule.marks
        if verdict_on(mark) != "earned"
    ]
    yield from sorted(found, key=lambda pair: (-round(pair[0], 6), pair[1].at, pair[1].rule))


def about_of(rule: str) -> str:
    """What a rule asks, in a sentence, from its page."""
    return _parted(_pages().get(rule, ("", "", ""))[1])[0]


def verdict_on(mark: Mark) -> str:
    """Whether a mark was `earned`, `partly` so, or `lost`."""
    return "earned" if mark.earned >= FULL else "lost" if mark.earned <= NONE else "partly"


def mark_line(mark: Mark, share: float) -> MarkLine:
    """A mark in words."""
    return MarkLine(verdict_on(mark), mark.earned, share, mark.summary, mark.evidence, show_clock(mark.at))
