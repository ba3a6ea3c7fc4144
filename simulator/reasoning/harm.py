"""What effects cost in customer-minutes: customers failing because of them, times how long."""

from collections.abc import Sequence
from itertools import pairwise

from simulator.domain.duration import MINUTE
from simulator.domain.scenario import Effect
from simulator.reasoning.estimate import FailingOf


def customer_minutes(effects: Sequence[Effect], stays: int, failing_of: FailingOf) -> float:
    """The customer-minutes lost to some effects by themselves.

    Each is a step: on from the middle of its ramp until it goes, or for `stays` seconds when it has no end.
    Overlapping effects are weighed together: sum over stretches of failing_of(those acting) x minutes.
    """
    spans = [(*_span(effect, stays), effect) for effect in effects]
    turns = sorted({second for begins, ends, _ in spans for second in (begins, ends)})
    return (
        sum(
            failing_of(tuple(effect for begins, ends, effect in spans if begins <= turn < ends))
            * (until - turn)
            for turn, until in pairwise(turns)
        )
        / MINUTE
    )


def growth(effects: Sequence[Effect], now: int, failing_of: FailingOf) -> float:
    """The further customers who will fail once the effects that have not set in by `now` have done so."""
    present = tuple(effect for effect in effects if effect.at <= now)
    return max(0.0, failing_of(tuple(effects)) - failing_of(present))


def eased_share(effects: Sequence[Effect], does: Sequence[Effect], failing_of: FailingOf) -> float:
    """The share of a cause's failing customers that a change's own effects spare; below 0 it fails more."""
    failing = failing_of(tuple(effects))
    return 1 - failing_of((*effects, *does)) / failing if failing > 0 else 0.0


def _span(effect: Effect, stays: int) -> tuple[float, float]:
    begins = max(0, effect.at) + effect.ramp / 2
    lasts = stays if effect.lasts is None else effect.lasts + effect.ramp / 2
    return begins, begins + lasts
