"""Marks that say the same of many updates, told once: the table of updates has each of them."""

from collections.abc import Callable, Sequence

from simulator.domain.course import Sent
from simulator.domain.duration import show_minutes
from simulator.domain.value import replace
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark, cited
from simulator.scoring.rules import cadence, promises_kept
from simulator.scoring.scorecard import AxisScore, RuleScore, Scorecard
from simulator.scoring.updates import TOGETHER


def promises_nothing(mark: Mark) -> bool:
    """Whether it is about an update that did not say when the next would come."""
    return mark.rule == promises_kept.NAME and mark.weight < 1


def _in_time(mark: Mark) -> bool:
    return mark.rule == cadence.NAME and mark.earned == 1


def gathered(card: Scorecard, case: Case) -> Scorecard:
    """The card with such marks as one each. They earn the same, so that no points change."""
    return replace(card, axes=tuple(_axis(axis, case) for axis in card.axes))


def _axis(axis: AxisScore, case: Case) -> AxisScore:
    return replace(axis, rules=tuple(_rule(rule, case) for rule in axis.rules))


def _rule(rule: RuleScore, case: Case) -> RuleScore:
    return replace(rule, marks=_silent_together(_timely_together(rule.marks), case))


def _timely_together(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    some = [mark for mark in marks if _in_time(mark)]
    if len(some) < 2:
        return marks
    lines = (line for mark in some for line in mark.evidence)
    return _together(
        marks, _in_time, f"{len(some)} updates came in time for their clock, or within its tolerance.", *lines
    )


def _silent_together(marks: tuple[Mark, ...], case: Case) -> tuple[Mark, ...]:
    """One mark for the updates that promised nothing: all in the table, not only those with a mark."""
    some = [mark for mark in marks if promises_nothing(mark)]
    every = [one for sent in case.updates.values() for one in sent if _left_more(case, one)]
    silent = [one for one in every if one.due is None and one.entry not in case.records.unread]
    if not some or len(silent) < 2:
        return marks
    says = (
        f"{len(silent)} of {len(every)} updates did not say when the next would come.{_counted(some, silent)}"
    )
    return _together(marks, promises_nothing, says, *(one.entry for one in silent))


def _left_more(case: Case, one: Sent) -> bool:
    """Whether an update went out before it was over."""
    return one.at <= case.over and one.fact.update.state != "resolved"


def _counted(some: Sequence[Mark], silent: Sequence[Sent]) -> str:
    if len(some) == len(silent):
        return ""
    return (
        f" They count as {len(some)}: one that another goes on with within {show_minutes(TOGETHER)}, or that"
        " repeats the one before, is none of its own."
    )


def _together(
    marks: tuple[Mark, ...], alike: Callable[[Mark], bool], says: str, *lines: int
) -> tuple[Mark, ...]:
    some = [mark for mark in marks if alike(mark)]
    weight = sum(mark.weight for mark in some)
    one = replace(some[0], weight=weight, evidence=cited(*lines), summary=says)
    return (one, *(mark for mark in marks if not alike(mark)))
