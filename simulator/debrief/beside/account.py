"""The comparison as values: everything its pages show, worked out from one timeline and two doctrines."""

from simulator.debrief.axes import title_of
from simulator.debrief.lines import Line, lines_of
from simulator.debrief.provenance import Provenance, written
from simulator.debrief.reader import reader_of
from simulator.debrief.verdict import reason_of
from simulator.domain.doctrine import AXES, Axis, Doctrine
from simulator.domain.duration import show_clock
from simulator.domain.value import Value
from simulator.domain.week import show_moment
from simulator.scoring.beside import MarkPair, RuleBeside, Setting, differing, rules_beside
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.score import score
from simulator.scoring.scorecard import AxisScore, Scorecard, grade_of


class Process(Value):
    """One of the two processes, and its verdict."""

    id: str
    title: str
    source: str
    grade: str
    reason: str
    pass_mark: int
    distinction: int


class Judged(Value):
    """One mark in words."""

    clock: str
    earned: int
    summary: str
    entries: tuple[int, ...]


class PairLine(Value):
    """One deed as each process judges it; None where a process makes nothing of it."""

    here: Judged | None
    there: Judged | None


class RuleRow(Value):
    """One rule: its points under each process, its share of the axis in percent, and why they differ.

    `unasked` is the process that gives it no points, empty when both do give some.
    """

    name: str
    title: str
    here: int | None
    there: int | None
    share_here: int
    share_there: int
    pairs: tuple[PairLine, ...]
    reasons: tuple[Setting, ...]
    together: bool
    unasked: str

    @property
    def differs(self) -> bool:
        """Whether the two processes see it differently, in points or in weight."""
        return bool(self.pairs) or self.here != self.there or self.share_here != self.share_there


class AxisRow(Value):
    """One axis under each process, None where it was not scored."""

    name: str
    here: int | None
    there: int | None
    level_here: str
    level_there: str
    decides_here: bool
    decides_there: bool
    says: str
    rules: tuple[RuleRow, ...]


class Beside(Value):
    """One play judged twice. `without_effect` are settings that differ and changed no mark of it."""

    title: str
    organisation: str
    starts: str
    here: Process
    there: Process
    axes: tuple[AxisRow, ...]
    without_effect: tuple[Setting, ...]
    lines: tuple[Line, ...]
    provenance: Provenance


def beside(case: Case, other: Doctrine, provenance: Provenance | None = None) -> Beside:
    """A case under its own doctrine and under another."""
    there_case = Case(case.scenario, other, case.entries, case.seat, case.records)
    here, there = score(case), score(there_case)
    rules = rules_beside(case, other, here, there)
    used = {setting.name for rule in rules for setting in rule.reasons}
    apart = differing(case.doctrine, other, [span.severity for span in case.spans])
    left = tuple(one for one in apart if one.name not in used)
    return Beside(
        title=case.scenario.title,
        organisation=case.organisation.title,
        starts=show_moment(case.scenario.starts),
        here=_process(case.doctrine, here),
        there=_process(other, there),
        axes=tuple(_axis(axis, case.doctrine, other, here, there, rules) for axis in AXES),
        without_effect=left,
        lines=lines_of(case.entries, reader_of(case), case.organisation),
        provenance=provenance or written(case),
    )


def _process(doctrine: Doctrine, card: Scorecard) -> Process:
    return Process(
        doctrine.id, doctrine.title, doctrine.source, card.grade or "not scored", reason_of(card, doctrine),
        doctrine.pass_mark, doctrine.distinction,
    )  # fmt: skip


def _axis(
    axis: Axis,
    one: Doctrine,
    other: Doctrine,
    here: Scorecard,
    there: Scorecard,
    every: tuple[RuleBeside, ...],
) -> AxisRow:
    first, second = here.axis(axis), there.axis(axis)
    rules = tuple(_rule(rule, one, other) for rule in every if rule.axis == axis)
    return AxisRow(
        axis, _points(first), _points(second), _level(first, one), _level(second, other),
        first is here.weakest, second is there.weakest, _says(first, second, rules), rules,
    )  # fmt: skip


def _points(score: AxisScore) -> int | None:
    return None if score.points is None else round(score.points)


def _level(score: AxisScore, doctrine: Doctrine) -> str:
    return "not scored" if score.points is None else grade_of(score.points, doctrine)


def _says(here: AxisScore, there: AxisScore, rules: tuple[RuleRow, ...]) -> str:
    """What makes the difference of an axis, in a clause."""
    marks = [rule.title.lower() for rule in rules if rule.pairs]
    weights = any(rule.share_here != rule.share_there for rule in rules)
    if here.points is None and there.points is None:
        return "Nothing to judge under either."
    if marks:
        return f"Judged differently: {', '.join(marks)}."
    if _points(here) != _points(there):
        return "The same marks, weighed differently."
    return "The same marks; weights differ." if weights else "The same under both."


def _rule(rule: RuleBeside, one: Doctrine, other: Doctrine) -> RuleRow:
    without = (process.id for process in (one, other) if not process.weights.get(rule.rule))
    return RuleRow(
        name=rule.rule,
        title=title_of(rule.rule),
        here=None if rule.here is None else round(rule.here.points),
        there=None if rule.there is None else round(rule.there.points),
        share_here=round(100 * rule.share_here),
        share_there=round(100 * rule.share_there),
        pairs=tuple(_pair(pair) for pair in rule.pairs),
        reasons=rule.reasons,
        together=rule.together,
        unasked=next(without, ""),
    )


def _pair(pair: MarkPair) -> PairLine:
    return PairLine(_judged(pair.here), _judged(pair.there))


def _judged(mark: Mark | None) -> Judged | None:
    if mark is None:
        return None
    return Judged(show_clock(mark.at), round(100 * mark.earned), mark.summary, mark.evidence)
