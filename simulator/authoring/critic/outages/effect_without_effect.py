"""An effect without effect: every effect changes something for some time.

Why: `errors: 0%`, `slow: 1x` or `for: 0s` look like something and are nothing.

Bad:
    -     always: {harms: {to: web, errors: 4%, for: 6m}}
    +     always: {harms: {to: web, errors: 4%, for: 0s}}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft, effects
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Effect, Scenario

NAME = "effect-without-effect"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each effect of no size, no duration, or that was over before the exercise began."""
    for node, effect in effects(draft):
        if effect.amount == (1 if effect.kind == "slow" else 0):
            yield node[effect.kind].problem("this changes nothing", f"more {effect.kind}, or no such effect")
        elif effect.lasts == 0 and not effect.ramp:
            yield node["for"].problem("this is over as soon as it begins", "a longer time")
        elif _over(effect):
            yield node["for"].problem(
                "this was over before the exercise began", "a longer time", "causes count from 'began'"
            )


def _over(effect: Effect) -> bool:
    if effect.every is not None:
        return False
    return effect.lasts is not None and effect.kind != "lost" and effect.at + effect.ramp + effect.lasts <= 0
