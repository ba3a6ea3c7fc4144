"""By the book: where what was wrong has likely ended, what a change of one's own broke is put right."""

from simulator.domain.entry import each
from simulator.domain.fact import HazardChecked
from simulator.exercise.sight import Sight
from simulator.reasoning import Advice, Choice


def mending(sight: Sight, advice: Advice) -> Choice | None:
    """The change that takes away what one in place may have broken, while customers are seen to fail."""
    if not (advice.likelier_over and sight.affected):
        return None
    in_place = {one.change for one in sight.board.changes if one.done and one.in_place(sight.now)}
    broke = in_place - {fact.change for _, fact in each(sight.seen, HazardChecked) if not fact.holds}
    tried = {one.change for one in sight.board.changes}
    menders = (name for name in sight.scenario.outcomes if sight.scenario.mends(name) & broke)
    return next((advice.of("change", name) for name in menders if name not in tried), None)
