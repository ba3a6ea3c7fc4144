"""Changes that nothing spoke for: cheap beside a long outage, and no sound choice all the same."""

from simulator.scoring.case import Case
from simulator.scoring.weighing import Decision

NO_CHANCE = 0.01
"""A change no more likely to help than this could not be expected to (assumption)."""


def in_vain(case: Case, decision: Decision) -> bool:
    """Whether a change had nothing going for it, alone or as a part, and something else had."""
    chosen = decision.chosen
    if chosen.kind != "change" or decision.regret <= 0:
        return False
    if chosen.chance is None or chosen.chance > NO_CHANCE:
        return False
    outcomes = (outcome for under in case.scenario.outcomes.values() for outcome in under.values())
    return not any(chosen.name in outcome.after for outcome in outcomes)
