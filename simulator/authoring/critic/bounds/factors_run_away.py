"""Factors run away: all factors on one service that can come together stay below a million.

Why: factors multiply. A load a thousand times a thousand times the usual is no outage; a few more of them
are no number that a machine can hold.

Bad:
    -     does: {to: web, load: +90%, ramp: 2m}
    +     does: [{to: web, load: +99999%}, {to: web, load: +99999%}]
"""

from collections.abc import Iterator
from itertools import accumulate, chain
from operator import mul

from simulator.authoring.critic.draft import Draft, effects_under
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import Node, quoted
from simulator.domain.scenario import Effect, Scenario

NAME = "factors-run-away"
OF: Kind = "scenario"
TASTE = False
MOST = 1e6
_FACTORS = ("load", "cost", "slow", "capacity")


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding at the effect with which a kind of factor on a service goes beyond `MOST`."""
    every = (_beyond(list(effects_under(draft, cause))) for cause in draft.value.causes)
    yield from dict.fromkeys(chain.from_iterable(every))


def _beyond(under: list[tuple[Node, Effect]]) -> Iterator[Problem]:
    """The factors that can come together under one cause, multiplied by what they act on."""
    for key in dict.fromkeys((effect.to, effect.part, effect.kind) for _, effect in under):
        some = [(node, e) for node, e in under if (e.to, e.part, e.kind) == key and e.kind in _FACTORS]
        products = accumulate((_factor(effect) for _, effect in some), mul)
        over = (pair for pair in zip(some, products, strict=True) if pair[1] > MOST)
        for (node, effect), product in [*over][:1]:
            yield node.problem(
                f"all {effect.kind} on {quoted(effect.to)} together is {product:.3g} times the usual",
                f"at most {MOST:,.0f} times",
            )


def _factor(effect: Effect) -> float:
    return max(1.0, effect.amount if effect.kind == "slow" else 1 + effect.amount)
