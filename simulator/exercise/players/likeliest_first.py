"""The player that tries what is likeliest to work, whatever it costs: no looks, no checks, no hurry."""

from collections.abc import Iterator

from simulator.exercise.players.book_changes import changes
from simulator.exercise.players.ordering import order
from simulator.exercise.players.well_mannered import WellMannered
from simulator.exercise.sight import Sight
from simulator.reasoning import Belief, belief, evidence, in_place


class LikeliestFirst(WellMannered):
    """Orders the change that most probably ends or eases it; a fix of several parts, part by part."""

    name = "likeliest-first"

    def acts(self, sight: Sight) -> Iterator[str]:
        """One change at a time, the likeliest first, each verified."""
        yield from changes(sight, self.said, _likeliest)


def _likeliest(sight: Sight, _said: set[str]) -> Iterator[str]:
    times = [attempt.change for attempt in sight.board.changes]
    believed = belief(sight.scenario, evidence(sight.seen, sight.now, sight.scenario))
    chances = {change: _chance(sight, change, believed) for change in sight.scenario.outcomes}
    hopeful = [change for change, chance in chances.items() if chance > 0]
    ranked = sorted(hopeful, key=lambda change: (times.count(change), -chances[change]))
    if ranked:
        yield order(sight, _first_part(sight, ranked[0], believed))


def _chance(sight: Sight, change: str, believed: Belief) -> float:
    """How probably a change ends, stops or eases what is wrong."""
    under = ((believed[cause], sight.scenario.outcome(change, cause)) for cause in believed)
    return sum(share * o.chance for share, o in under if o.cures or o.stops or o.relieves)


def _first_part(sight: Sight, change: str, believed: Belief) -> str:
    """The change, or what it needs first under the likeliest cause and is not in place."""
    made = in_place(sight.seen, sight.now)
    needs = sight.scenario.outcome(change, believed.ranked[0][0]).after
    return next((part for part in needs if part not in made), change)
