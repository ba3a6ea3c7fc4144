"""What effects cost in customer-minutes: customers failing because of them, times how long."""

from collections.abc import Sequence
from itertools import pairwise

from simulator.domain.duration import MINUTE
from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Effect
from simulator.domain.value import replace
from simulator.reasoning.estimate import FailingOf


def customer_minutes(effects: Sequence[Effect], stays: int, failing_of: FailingOf) -> float:
    """The customer-minutes lost to some effects by themselves.

    Each is a step: on from the middle of its ramp until it goes, or for `stays` seconds when it has no end.
    Overlapping effects are weighed together: sum over stretches of failing_of(those acting) x minutes.
    """
    spans = [(*_span(effect, stays), evened(effect)) for effect in effects]
    turns = sorted({second for begins, ends, _ in spans for second in (begins, ends)})
    return (
        sum(
            failing_of(tuple(effect for begins, ends, effect in spans if begins <= turn < ends))
            * (until - turn)
            for turn, until in pairwise(turns)
        )
        / MINUTE
    )


def growth(effects: Sequence[Effect], now: int, ahead: int, failing_of: FailingOf) -> float:
    """How many more customers fail than at `now`, on average over the seconds `ahead`, as effects set in."""
    turns = sorted({now, now + ahead, *(effect.at for effect in effects if now < effect.at < now + ahead)})
    failing = {turn: failing_of(tuple(effect for effect in effects if effect.at <= turn)) for turn in turns}
    more = sum((failing[turn] - failing[now]) * (until - turn) for turn, until in pairwise(turns))
    return max(0.0, more / ahead)


def eased_share(effects: Sequence[Effect], does: Sequence[Effect], failing_of: FailingOf) -> float:
    """The share of a cause's failing customers that a change's own effects spare; below 0 it fails more."""
    failing = failing_of(tuple(effects))
    return 1 - failing_of((*effects, *does)) / failing if failing > 0 else 0.0


def added(effects: Sequence[Effect], does: Sequence[Effect], stays: int, failing_of: FailingOf) -> float:
    """The customer-minutes that a change's own effects add to a cause's: who fails already fails but once."""
    before = failing_of(tuple(effects))
    return customer_minutes(does, stays, lambda acting: max(0.0, failing_of((*effects, *acting)) - before))


def refilling(effects: Sequence[Effect], organisation: Organisation) -> tuple[Effect, ...]:
    """The effects, where a cache that lost what it held has it again after its usual time."""
    return tuple(
        replace(effect, lasts=organisation.services[effect.to].refill)
        if effect.kind == "lost" and effect.lasts is None
        else effect
        for effect in effects
    )


def evened(effect: Effect) -> Effect:
    """What comes back again and again, as if it were there all the time with its average."""
    if effect.every is None:
        return effect
    on = (effect.ramp / 2 + (effect.lasts or 0)) / effect.every
    amount = 1 + (effect.amount - 1) * on if effect.kind == "slow" else effect.amount * on
    return replace(effect, amount=amount, ramp=0, lasts=None, every=None)


def stranded(effects: Sequence[Effect], now: int, failing_of: FailingOf) -> float:
    """The customer-minutes of work that a cause has stranded by a second, if nothing stopped that."""
    through = (
        failing_of((replace(effect, kind="errors", ramp=0),)) * max(0, now - effect.at) / MINUTE
        for effect in effects
        if effect.kind == "strands"
    )
    return sum(through)


def _span(effect: Effect, stays: int) -> tuple[float, float]:
    begins = max(0, effect.at) + effect.ramp / 2
    forever = effect.lasts is None or effect.every is not None
    lasts = stays if forever else (effect.lasts or 0) + effect.ramp / 2
    return begins, begins + lasts
