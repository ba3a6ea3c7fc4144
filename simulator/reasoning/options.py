"""What can be decided next: changes, looks and pre-checks, each with what it costs and may bring.

Costs are customer-minutes, durations seconds. A change takes its expected execution time (the mean of its
spread) and the lag of the signal that shows its effect: only then can the next one be judged (doctrine D2
and section 5).
"""

from dataclasses import dataclass, field
from fractions import Fraction

from simulator.domain.duration import MINUTE
from simulator.domain.organisation import Change
from simulator.domain.scenario import Effect, Outcome, Scenario
from simulator.reasoning.estimate import FailingOf, usual_estimate
from simulator.reasoning.harm import customer_minutes, eased_share, growth
from simulator.reasoning.likelihood import TOLD_FROM_NOISE, answers
from simulator.reasoning.odds import exact, under
from simulator.reasoning.relief import Ease

LOOK = 4 * MINUTE
"""An investigation by someone who knows the place, unless told otherwise (assumption)."""
GIVE_UP = 180 * MINUTE
"""When the quick options are worthless: the slow way, about a rollback through the full pipeline."""
STOPPED_FOR = 30 * MINUTE
"""How long further growth of the outage would have been felt, had it not been stopped (assumption)."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What no file gives: seconds of a look and of giving up, the second it is now, the estimate."""

    look: int = LOOK
    give_up: int = GIVE_UP
    now: int = 0
    failing_of: FailingOf | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """What a change brings under one cause, once the changes `after` are in place.

    With probability `chance` it cures, or eases the impact; `saves` is what stopping the growth is worth
    (expected), `harm` what the change costs in any case, both in customer-minutes.
    """

    chance: Fraction = Fraction(0)
    cures: bool = False
    ease: Ease | None = None
    saves: float = 0.0
    harm: float = 0.0
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Risk:
    """A hazard of a change: its odds under each cause, and the customer-minutes it costs when it holds."""

    hazard: str
    odds: tuple[Fraction, ...]
    harm: float


@dataclass(frozen=True, slots=True)
class ChangeOption:
    """A change of the runbook; `under` has one promise for each cause, in the order of the scenario."""

    name: str
    seconds: int
    under: tuple[Promise, ...]
    risks: tuple[Risk, ...] = ()


@dataclass(frozen=True, slots=True)
class LookOption:
    """A place to investigate: for each answer it may give, the odds under each cause."""

    name: str
    seconds: int
    answers: tuple[tuple[Fraction, ...], ...]


@dataclass(frozen=True, slots=True)
class CheckOption:
    """A pre-check of all hazards of a change; `risks` are those that the scenario gives odds for."""

    name: str
    seconds: int
    risks: tuple[Risk, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that can be decided, in the order of the files."""

    causes: tuple[str, ...]
    changes: tuple[ChangeOption, ...]
    looks: tuple[LookOption, ...] = ()
    checks: tuple[CheckOption, ...] = ()
    give_up: int = field(default=GIVE_UP, kw_only=True)


def options_of(scenario: Scenario, assumed: Assumptions) -> Options:
    """Compile a scenario: its whole runbook, every place, every change with hazards."""
    failing_of = assumed.failing_of or usual_estimate(scenario)
    runbook = scenario.organisation.runbook.values()
    changes = tuple(_change(scenario, change, assumed, failing_of) for change in runbook)
    looks = tuple(_look(scenario, place, assumed.look) for place in scenario.places)
    risks = {option.name: option.risks for option in changes}
    checks = tuple(_check(change, risks[change.name]) for change in runbook if change.hazards)
    return Options(tuple(scenario.causes), changes, looks, checks, give_up=assumed.give_up)


def _change(scenario: Scenario, change: Change, assumed: Assumptions, failing_of: FailingOf) -> ChangeOption:
    lag = scenario.organisation.signals[change.signal].lag
    stays = assumed.give_up if change.undo is None else change.undo + lag
    under_each = tuple(
        _promise(scenario, change.name, cause, stays, assumed, failing_of) for cause in scenario.causes
    )
    risks = tuple(
        Risk(
            danger.hazard,
            tuple(under(danger.odds, cause) for cause in scenario.causes),
            customer_minutes(danger.harms, stays, failing_of),
        )
        for danger in scenario.dangers_of(change.name)
    )
    return ChangeOption(change.name, round(change.takes.mean) + lag, under_each, risks)


def _promise(
    scenario: Scenario, change: str, cause: str, stays: int, assumed: Assumptions, failing_of: FailingOf
) -> Promise:
    outcome, effects = scenario.outcome(change, cause), scenario.causes[cause].effects
    chance = exact(outcome.chance)
    ease = _ease(outcome, effects, assumed.give_up, failing_of)
    spared = growth(effects, assumed.now, failing_of) if outcome.stops and not outcome.cures else 0.0
    side = outcome.does if outcome.cures or outcome.relieves is not None or ease is None else ()
    harm = customer_minutes(outcome.harms, stays, failing_of)
    return Promise(
        chance=chance if outcome.cures or ease is not None else Fraction(0),
        cures=outcome.cures,
        ease=None if outcome.cures else ease,
        saves=float(chance) * spared * STOPPED_FOR / MINUTE,
        harm=harm + float(chance) * customer_minutes(side, stays, failing_of),
        after=frozenset(outcome.after),
    )


def _ease(outcome: Outcome, effects: tuple[Effect, ...], give_up: int, failing_of: FailingOf) -> Ease | None:
    """The relief that the author wrote, or else what the change's own effects (load shed, say) spare.

    One too small to be told from noise is left out: it is worth little, and nothing can be learned from it.
    """
    if outcome.relieves is not None:
        ease = Ease(*outcome.relieves)
    elif outcome.does:
        lasts = min(give_up if effect.lasts is None else effect.lasts for effect in outcome.does)
        ease = Ease(min(1.0, eased_share(effects, outcome.does, failing_of)), lasts)
    else:
        return None
    return ease if ease.share >= TOLD_FROM_NOISE else None


def _look(scenario: Scenario, place: str, seconds: int) -> LookOption:
    """Answers with the same odds under every cause, up to a factor, tell the same and are taken together."""
    by_cause = [answers(scenario, place, cause) for cause in scenario.causes]
    merged: dict[tuple[Fraction, ...], tuple[Fraction, ...]] = {}
    for odds in zip(*by_cause, strict=True):
        total = sum(odds, start=Fraction(0))
        if total:
            shape = tuple(each / total for each in odds)
            before = merged.get(shape, (Fraction(0),) * len(odds))
            merged[shape] = tuple(a + b for a, b in zip(before, odds, strict=True))
    return LookOption(place, seconds, tuple(merged.values()))


def _check(change: Change, risks: tuple[Risk, ...]) -> CheckOption:
    return CheckOption(change.name, sum(hazard.check for hazard in change.hazards), risks)
