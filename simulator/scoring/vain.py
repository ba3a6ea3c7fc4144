"""Changes that nothing spoke for: cheap beside a long outage, and no sound choice all the same."""

from simulator.scoring.weighing import Decision, Option

NO_CHANCE = 0.01
"""A change no likelier than this to help, or to be a part of what does, has nothing for it (assumption)."""


def nothing_for_it(option: Option) -> bool:
    """Whether a change, or the change that a check is about, could hardly help, alone or as a part of a fix.

    Each part is one: what must be in place first, and what only takes effect then.
    """
    return option.chance is not None and option.chance <= NO_CHANCE and option.part <= NO_CHANCE


def in_vain(decision: Decision) -> bool:
    """Whether a change had nothing going for it, and something else had."""
    return decision.chosen.kind == "change" and decision.regret > 0 and nothing_for_it(decision.chosen)
