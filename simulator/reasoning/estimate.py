"""How many customers fail because of some effects, as far as the organisation's own description tells.

A pure estimate, used to weigh harm: each effect at its full level, caches warm but for what the effects take,
at the hour in which the scenario starts. Customers whose work is lost count as often as that weighs. It knows
nothing of the running world.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

from simulator.domain.health import Health, health, loads
from simulator.domain.impact import LOST_WORK
from simulator.domain.scenario import Effect, Scenario
from simulator.domain.strain import Strain, Warmth
from simulator.domain.wiring import Wiring, wiring_of

FailingOf: TypeAlias = Callable[[tuple[Effect, ...]], float]
"""Customers whose journeys fail while these effects, and no others, act."""


@lru_cache(maxsize=64)
def usual_estimate(scenario: Scenario) -> FailingOf:
    """Active customers times the failing share of journeys, by the domain's health formulas."""
    wiring = wiring_of(scenario.organisation)
    demand = scenario.organisation.demand(scenario.starts)
    active = scenario.organisation.customers * demand

    @lru_cache(maxsize=512)
    def failing(effects: tuple[Effect, ...]) -> float:
        if not effects:
            return 0.0
        state = _state(wiring, effects, demand)
        return active * (state.failing + LOST_WORK * state.losing)

    return failing


def usual_state(scenario: Scenario, effects: Sequence[Effect]) -> Health:
    """How services fare while these effects, and no others, act."""
    return _state(wiring_of(scenario.organisation), effects, scenario.organisation.demand(scenario.starts))


def _state(wiring: Wiring, effects: Sequence[Effect], demand: float) -> Health:
    strains = [_strain(effect, wiring) for effect in effects if effect.kind != "lost"]
    warmths = [Warmth(0, _warmth(effects, wiring.names[line.cache]), 0.0) for line in wiring.caches]
    over = [each for each, load in enumerate(loads(wiring, strains, warmths, demand, 0)) if load > 1]
    return health(wiring, strains, warmths, over, demand, 0)


def _strain(effect: Effect, wiring: Wiring) -> Strain:
    amount = effect.amount - 1 if effect.kind == "slow" else effect.amount
    return Strain(
        wiring.number[effect.to], effect.part, effect.kind, amount, begins=0, full=0, why="estimate"
    )


def _warmth(effects: Sequence[Effect], cache: str) -> float:
    warmth = 1.0
    for effect in effects:
        if effect.kind == "lost" and effect.to == cache:
            warmth *= 1 - effect.amount
    return warmth
