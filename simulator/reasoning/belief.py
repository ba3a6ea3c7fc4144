"""The exact probability of each cause, given what the seat had been told (Bayes' rule in fractions)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from simulator.domain.scenario import Scenario
from simulator.reasoning.likelihood import helped_where_it_could, lag_of, likelihoods, seen_of, shows
from simulator.reasoning.odds import exact
from simulator.reasoning.told import Evidence


@dataclass(frozen=True)
class Belief:
    """How probable each cause is; `exact` holds fractions that sum to 1.

    `set_aside` is what was told and fits no cause together with the rest (see `belief`).
    """

    exact: Mapping[str, Fraction]
    set_aside: tuple[Evidence, ...] = ()

    def __getitem__(self, cause: str) -> float:
        return float(self.exact[cause])

    def __iter__(self) -> Iterator[str]:
        return iter(self.exact)

    @cached_property
    def ranked(self) -> tuple[tuple[str, float], ...]:
        """Causes with their probabilities, the likeliest first; equal ones in the order of the file."""
        ordered = sorted(self.exact.items(), key=lambda pair: -pair[1])
        return tuple((cause, float(share)) for cause, share in ordered)


def belief(scenario: Scenario, told: Sequence[Evidence]) -> Belief:
    """The belief over causes: prior weight times likelihood, normalised.

    People may be wrong and readings mislead, so what was told can be impossible under every cause. Then the
    latest counts most: going back in time, each piece is kept if some cause still explains it and
    everything kept so far, else it is set aside.
    """
    return _belief(scenario, tuple(told))


@lru_cache(maxsize=256)
def _belief(scenario: Scenario, told: tuple[Evidence, ...]) -> Belief:
    """Whoever leads asks again and again while nothing new is told."""
    kept, weights = told, _weights(scenario, told)
    if not any(weights.values()):
        kept, weights = _reconciled(scenario, told)
    total = sum(weights.values(), start=Fraction(0))
    shares = {cause: weight / total for cause, weight in weights.items()}
    return Belief(shares, tuple(piece for piece in told if piece not in kept))


def would_help(
    scenario: Scenario, told: Sequence[Evidence], change: str, in_place: frozenset[str]
) -> Fraction:
    """The probability that a change, made now, would cure, relieve, stop or act.

    A change that was seen to do nothing where it could have worked has no chance left.
    """
    believed = belief(scenario, told)
    kept = tuple(piece for piece in told if piece not in believed.set_aside)
    chances = (
        share * _chance_left(scenario, change, cause, kept, in_place)
        for cause, share in believed.exact.items()
        if share
    )
    return sum(chances, start=Fraction(0))


def _chance_left(
    scenario: Scenario, change: str, cause: str, told: Sequence[Evidence], in_place: frozenset[str]
) -> Fraction:
    """The chance that it works under a cause, given what was seen of it: its luck is drawn once."""
    outcome = scenario.outcome(change, cause)
    if not outcome.works or not in_place.issuperset(outcome.after):
        return Fraction(0)
    helped = helped_where_it_could(outcome, seen_of(told, change), lag_of(scenario, change))
    works, visible = exact(outcome.chance), exact(outcome.chance) * shows(outcome)
    if not helped:
        return works
    return Fraction(1) if True in helped else (works - visible) / (1 - visible)


def _weights(scenario: Scenario, told: Sequence[Evidence]) -> dict[str, Fraction]:
    likely = likelihoods(scenario, told)
    return {name: cause.weight * likely[name] for name, cause in scenario.causes.items()}


def _reconciled(
    scenario: Scenario, told: Sequence[Evidence]
) -> tuple[tuple[Evidence, ...], dict[str, Fraction]]:
    """The latest pieces that some cause explains together, and the causes' weights given them."""
    kept: tuple[Evidence, ...] = ()
    weights = _weights(scenario, kept)
    for piece in reversed(told):
        tried = _weights(scenario, (piece, *kept))
        if any(tried.values()):
            kept, weights = (piece, *kept), tried
    return kept, weights
