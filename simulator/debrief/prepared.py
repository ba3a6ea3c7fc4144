"""A large change that was prepared: the call was asked, its dangers were checked, and why was said."""

from simulator.debrief.axes import MarkLine
from simulator.domain.value import replace
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import Scorecard

BESIDE = {
    "check-hazards": "its dangers had been checked",
    "say-the-change-aloud": "the reason was said",
}
"""What else is done before a large change, by the rule that asks for it."""


def prepared(line: MarkLine, asked: Mark, card: Scorecard) -> MarkLine:
    """The praise for having asked the call, with what else had been done before the same order."""
    also = [mark for rule in BESIDE for mark in card.marks if mark.rule == rule and _before(mark, asked)]
    if not also:
        return line
    told = ", and ".join(BESIDE[mark.rule] for mark in also)
    lines = sorted({*line.evidence, *(number for mark in also for number in mark.evidence)})
    return replace(line, summary=f"{line.summary.removesuffix('.')}; {told}.", evidence=tuple(lines))


def _before(mark: Mark, asked: Mark) -> bool:
    """Whether a mark was earned before the same order; of a check, by having made one."""
    made = mark.rule != "check-hazards" or len(mark.evidence) > 1
    return made and mark.earned == 1 and mark.evidence[-1] == asked.evidence[-1]
