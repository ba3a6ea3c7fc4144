"""The exact probability of each cause, given what the seat had been told (Bayes' rule in fractions)."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from math import prod

from simulator.domain.scenario import Outcome, Scenario
from simulator.domain.value import Value, replace
from simulator.reasoning.arrival import completed
from simulator.reasoning.likelihood import luck_left, proportions, ruled_out
from simulator.reasoning.told import Evidence
from simulator.reasoning.topics import Topic, by_topic, topics_of


class Belief(Value, dict=True):
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
    weights, kept = _weights(scenario, told), told
    if not any(weights.values()):
        kept = _reconciled(scenario, told)
        weights = _weights(scenario, kept)
    aside = tuple(piece for piece in told if piece not in kept) if kept != told else ()
    total = sum(weights.values())
    return Belief({cause: Fraction(weight, total) for cause, weight in weights.items()}, aside)


def would_help(
    scenario: Scenario, told: Sequence[Evidence], change: str, in_place: frozenset[str]
) -> Fraction:
    """The probability that a change, made now, would cure, relieve, stop or act.

    A change that was seen to do nothing where it could have worked has no chance left.
    """
    return sum(_chances(scenario, told, change, in_place).values(), start=Fraction(0))


def would_last(
    scenario: Scenario, told: Sequence[Evidence], change: str, in_place: frozenset[str]
) -> Fraction:
    """The part of that probability under which what it does is no relief that passes after a while."""
    chances = _chances(scenario, told, change, in_place)
    lasting = (chance for cause, chance in chances.items() if not scenario.outcome(change, cause).wears_off)
    return sum(lasting, start=Fraction(0))


def would_be_part(
    scenario: Scenario, told: Sequence[Evidence], change: str, in_place: frozenset[str]
) -> Fraction:
    """The probability that a change does nothing alone, but ends it together with others not in place.

    Those that it needs before it, or that need it, are taken to be made as well.
    """
    believed = belief(scenario, told)
    kept = tuple(piece for piece in told if piece not in believed.set_aside)
    alone = _chances(scenario, told, change, in_place)
    return sum(
        (
            share * max(_chances_together(scenario, change, cause, kept, in_place), default=Fraction(0))
            for cause, share in believed.exact.items()
            if share and not alone[cause]
        ),
        start=Fraction(0),
    )


def _chances_together(
    scenario: Scenario, change: str, cause: str, told: Sequence[Evidence], in_place: frozenset[str]
) -> Iterator[Fraction]:
    """The chance of each fix of several changes that one of them is part of, under a cause."""
    for last, under in scenario.outcomes.items():
        after = under[cause].after if cause in under else ()
        if after and change in (*after, last) and not in_place.issuperset((*after, last)):
            yield _chance_left(scenario, last, cause, told, in_place.union(after))


def _chances(
    scenario: Scenario, told: Sequence[Evidence], change: str, in_place: frozenset[str]
) -> dict[str, Fraction]:
    """The probability of each cause that is still believed and that the change works under it."""
    believed = belief(scenario, told)
    kept = tuple(piece for piece in told if piece not in believed.set_aside)
    return {
        cause: share * _chance_left(scenario, change, cause, kept, in_place)
        for cause, share in believed.exact.items()
        if share
    }


def _chance_left(
    scenario: Scenario, change: str, cause: str, told: Sequence[Evidence], in_place: frozenset[str]
) -> Fraction:
    """The chance that it works under a cause, or makes work what is in place and waits for it.

    What is in place and works when the last part comes does no more for being made again.
    """
    missed = 1 - _own_chance(scenario, change, cause, told, in_place)
    for other in completed(scenario, cause, change, in_place):
        missed *= 1 - luck_left(scenario, cause, other, told)
    return 1 - missed


def _own_chance(
    scenario: Scenario, change: str, cause: str, told: Sequence[Evidence], in_place: frozenset[str]
) -> Fraction:
    outcome = scenario.outcome(change, cause)
    if not _acts(outcome, in_place) or not in_place.issuperset(outcome.after):
        return Fraction(0)
    if change in in_place and scenario.may_come_first(change, cause):
        return Fraction(0)
    return luck_left(scenario, cause, change, told)


def _acts(outcome: Outcome, in_place: frozenset[str]) -> bool:
    """Whether it can do any good: where it only mends what another change broke, once that is in place."""
    only_mends = outcome.mends and not replace(outcome, mends=()).works
    return not in_place.isdisjoint(outcome.mends) if only_mends else outcome.works


def _weights(scenario: Scenario, told: Sequence[Evidence]) -> dict[str, int]:
    """Prior weight times the odds of all that was told, for each cause, up to a factor."""
    odds = [proportions(scenario, topic, pieces) for topic, pieces in by_topic(scenario, told).items()]
    causes = enumerate(scenario.causes.values())
    return {cause.name: prod([row[n] for row in odds], start=cause.weight) for n, cause in causes}


def _reconciled(scenario: Scenario, told: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The latest pieces that some cause explains together.

    With each piece only what it is about is weighed anew: all else is as likely as it was.
    """
    topics: dict[Topic, tuple[Evidence, ...]] = {}
    weightless = frozenset(n for n, cause in enumerate(scenario.causes.values()) if not cause.weight)
    out, kept = dict[Topic, frozenset[int]](), list[Evidence]()
    for piece in reversed(told):
        longer = {topic: (piece, *topics.get(topic, ())) for topic in topics_of(scenario, piece)}
        tried = out | {topic: ruled_out(scenario, topic, pieces) for topic, pieces in longer.items()}
        if len(weightless.union(*tried.values())) < len(scenario.causes):
            topics, out = topics | longer, tried
            kept.append(piece)
    return tuple(reversed(kept))
