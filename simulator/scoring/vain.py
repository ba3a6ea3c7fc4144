"""Changes that nothing spoke for: cheap beside a long outage, and no sound choice all the same."""

from simulator.scoring.weighing import Decision

NO_CHANCE = 0.01
"""A change no likelier than this to help, or to be a part of what does, has nothing for it (assumption)."""


def in_vain(decision: Decision) -> bool:
    """Whether a change had nothing going for it, alone or as a part of a fix, and something else had.

    Each part is one: what must be in place first, and what only takes effect then.
    """
    chosen = decision.chosen
    if chosen.kind != "change" or decision.regret <= 0:
        return False
    if chosen.chance is None or chosen.chance > NO_CHANCE:
        return False
    return chosen.part <= NO_CHANCE
