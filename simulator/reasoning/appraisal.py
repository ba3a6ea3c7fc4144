"""What the author of a scenario promises of each decision, in seconds, odds and customer-minutes.

A change takes its expected execution time (the mean of its spread) and the lag of the signal that shows its
effect: only then can the next one be judged (doctrine D2 and section 5).
"""

from fractions import Fraction
from functools import lru_cache

from simulator.domain.duration import MINUTE
from simulator.domain.impact import LOST_WORK
from simulator.domain.organisation import Change
from simulator.domain.scenario import Effect, Outcome, Scenario
from simulator.domain.value import Value, replace
from simulator.reasoning.estimate import FailingOf, usual_estimate
from simulator.reasoning.harm import added, customer_minutes, eased_share, growth, refilling, stranded
from simulator.reasoning.likelihood import TOLD_FROM_NOISE, answers
from simulator.reasoning.odds import exact, under
from simulator.reasoning.options import (
    Assumptions,
    ChangeOption,
    CheckOption,
    LookOption,
    Options,
    Promise,
    Risk,
)
from simulator.reasoning.relief import Ease

GROWS_FOR = 30 * MINUTE
"""How far ahead the growth of an outage counts, which stopping it would spare (assumption)."""


def options_of(scenario: Scenario, assumed: Assumptions) -> Options:
    """Everything that can be decided: the whole runbook, every place, every change with hazards."""
    appraisal = _appraisal(scenario, assumed)
    runbook = scenario.organisation.runbook.values()
    return Options(
        causes=tuple(scenario.causes),
        changes=_changes(scenario, assumed if _discards(scenario) else replace(assumed, now=0)),
        looks=_looks(scenario, assumed.look),
        checks=tuple(
            CheckOption(change.name, sum(hazard.check for hazard in change.hazards))
            for change in runbook
            if change.hazards
        ),
        growing=tuple(appraisal.growing(cause) for cause in scenario.causes),
        heals=tuple(appraisal.heals(cause) for cause in scenario.causes),
    )


def _appraisal(scenario: Scenario, assumed: Assumptions) -> "Appraisal":
    return Appraisal(scenario, assumed, assumed.failing_of or usual_estimate(scenario))


def _discards(scenario: Scenario) -> bool:
    """Whether a change loses work that is stranded: what that costs is all that depends on the second."""
    return any(outcome.discards for under in scenario.outcomes.values() for outcome in under.values())


@lru_cache(maxsize=64)
def _changes(scenario: Scenario, assumed: Assumptions) -> tuple[ChangeOption, ...]:
    appraisal = _appraisal(scenario, assumed)
    return tuple(appraisal.change(change) for change in scenario.organisation.runbook.values())


@lru_cache(maxsize=64)
def _looks(scenario: Scenario, seconds: int) -> tuple[LookOption, ...]:
    return tuple(look(scenario, place, seconds) for place in scenario.places)


def look(scenario: Scenario, place: str, seconds: int) -> LookOption:
    """A look at a place. Answers with the same odds, up to a factor, tell the same and are taken together."""
    by_cause = [answers(scenario, place, cause) for cause in scenario.causes]
    merged: dict[tuple[Fraction, ...], tuple[Fraction, ...]] = {}
    for odds in zip(*by_cause, strict=True):
        total = sum(odds, start=Fraction(0))
        if total:
            shape = tuple(each / total for each in odds)
            before = merged.get(shape, (Fraction(0),) * len(odds))
            merged[shape] = tuple(a + b for a, b in zip(before, odds, strict=True))
    return LookOption(place, seconds, tuple(merged.values()))


class Appraisal(Value):
    """Weighs the changes of one scenario."""

    scenario: Scenario
    assumed: Assumptions
    failing_of: FailingOf

    def change(self, change: Change) -> ChangeOption:
        """A change of the runbook, under every cause."""
        lag = self.scenario.organisation.lag_of(change)
        stays = self.assumed.give_up if change.undo is None else change.undo + lag
        promises = tuple(self._promise(change.name, cause, stays) for cause in self.scenario.causes)
        risks = tuple(
            Risk(
                danger.hazard,
                tuple(under(danger.odds, cause) for cause in self.scenario.causes),
                self._cost(danger.harms, stays),
            )
            for danger in self.scenario.dangers_of(change.name)
        )
        makes = change.left(change.mean) if change.name in self.assumed.ready else change.mean
        return ChangeOption(change.name, round(makes) + lag, promises, risks)

    def growing(self, cause: str) -> float:
        """The customers who fail besides until the growth is stopped; 0 where nothing can stop it."""
        outcomes = (self.scenario.outcome(change, cause) for change in self.scenario.outcomes)
        if not any(outcome.stops for outcome in outcomes):
            return 0.0
        return growth(self.scenario.causes[cause].effects, self.assumed.now, GROWS_FOR, self.failing_of)

    def heals(self, cause: str) -> int | None:
        """The seconds until a cause is expected to be over by itself, at least a minute."""
        spread = self.scenario.causes[cause].heals
        return None if spread is None else max(MINUTE, round(spread.mean) - self.assumed.now)

    def _promise(self, change: str, cause: str, stays: int) -> Promise:
        outcome, effects = self.scenario.outcome(change, cause), self.scenario.causes[cause].effects
        chance, ease = exact(outcome.chance), self._ease(outcome, effects)
        side = added(effects, outcome.does, stays, self.failing_of) if outcome.does and not ease else 0.0
        return Promise(
            chance=chance if outcome.cures or ease is not None else Fraction(0),
            cures=outcome.cures,
            ease=ease,
            stops=chance if outcome.stops and not outcome.cures else Fraction(0),
            harm=self._cost(outcome.harms, stays) + float(chance) * side + self._discarded(outcome, effects),
            after=frozenset(outcome.after),
            early=self.scenario.may_come_first(change, cause),
        )

    def _discarded(self, outcome: Outcome, effects: tuple[Effect, ...]) -> float:
        """What it costs to lose the work that is stranded by now."""
        if not outcome.discards:
            return 0.0
        return LOST_WORK * stranded(effects, self.assumed.now, self.failing_of)

    def _ease(self, outcome: Outcome, effects: tuple[Effect, ...]) -> Ease | None:
        """The relief that the author wrote, or else what the change's own effects (load shed, say) spare.

        One too small to be told from noise is left out: it is worth little, and nothing is learned from it.
        """
        if outcome.cures or not (outcome.relieves or outcome.does):
            return None
        if outcome.relieves is not None:
            ease = Ease(*outcome.relieves)
        else:
            share = min(1.0, eased_share(effects, outcome.does, self.failing_of))
            forever = self.assumed.give_up
            ease = Ease(share, min(forever if one.lasts is None else one.lasts for one in outcome.does))
        return ease if ease.share >= TOLD_FROM_NOISE else None

    def _cost(self, harms: tuple[Effect, ...], stays: int) -> float:
        return customer_minutes(refilling(harms, self.scenario.organisation), stays, self.failing_of)
