"""What an unchecked hazard was expected to cost, and what checking it would have cost."""

from collections.abc import Mapping

from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import HazardChecked
from simulator.domain.organisation import Change
from simulator.domain.scenario import Danger
from simulator.domain.value import Value
from simulator.reasoning import usual_estimate
from simulator.reasoning.harm import customer_minutes
from simulator.reasoning.options import slow_way
from simulator.scoring.at_stake import at_stake
from simulator.scoring.case import Case
from simulator.scoring.outlook import believed


class Exposure(Value):
    """A hazard of a change as it stood before an order: how likely, its expected harm, the price of a check.

    Harm and price are customer-minutes.
    """

    hazard: str
    chance: float
    harm: float
    price: float


class Answer(Value):
    """What a pre-check said, and on which line."""

    hazard: str
    holds: bool
    entry: int
    at: int


def answers(case: Case, change: str, before: int) -> Mapping[str, Answer]:
    """The last answer to each hazard of a change before a line."""
    told = ((e, fact) for e, fact in each(case.seen, HazardChecked) if e.number < before)
    return {
        fact.hazard: Answer(fact.hazard, fact.holds, entry.number, entry.at)
        for entry, fact in told
        if fact.change == change
    }


def exposures(case: Case, change: Change, at: int, before: int) -> tuple[Exposure, ...]:
    """The hazards not checked before a line; empty when the number of failing customers is unknown."""
    rate = at_stake(case, at)
    if rate is None:
        return ()
    shares, known = believed(case, before), answers(case, change.name, before)
    dangers = (danger for danger in case.scenario.dangers_of(change.name) if danger.hazard not in known)
    return tuple(_exposure(case, change, danger, shares, rate) for danger in dangers)


def _exposure(
    case: Case, change: Change, danger: Danger, shares: Mapping[str, float], rate: float
) -> Exposure:
    chance = sum(share * _odds(danger, cause) for cause, share in shares.items())
    stays = slow_way(case.scenario) if change.undo is None else change.undo + case.lag(change)
    harm = chance * customer_minutes(danger.harms, stays, usual_estimate(case.scenario))
    seconds = sum(hazard.check for hazard in change.hazards if hazard.name == danger.hazard)
    return Exposure(danger.hazard, chance, harm, rate * seconds / MINUTE)


def _odds(danger: Danger, cause: str) -> float:
    return danger.odds.get(cause, danger.odds.get("always", 0.0))
