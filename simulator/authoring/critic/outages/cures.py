"""Which changes end a cause, and how soon at the earliest."""

from simulator.domain.scenario import Outcome, Scenario


def ending(scenario: Scenario, cause: str) -> tuple[str, ...]:
    """The changes that cure a cause, or stop it."""
    return tuple(change for change in scenario.outcomes if _may_end(scenario.outcome(change, cause)))


def curing(scenario: Scenario, cause: str) -> tuple[tuple[str, Outcome], ...]:
    """The changes that cure a cause, and their outcomes."""
    outcomes = ((change, scenario.outcome(change, cause)) for change in scenario.outcomes)
    return tuple((change, outcome) for change, outcome in outcomes if outcome.cures and outcome.chance > 0)


def soonest(scenario: Scenario, cause: str) -> int | None:
    """The seconds of the quickest cure: medians of what it needs and of itself, and its signal's lag."""
    known = [
        sum(_takes(scenario, each) for each in (*outcome.after, change)) + _lag(scenario, change)
        for change, outcome in curing(scenario, cause)
    ]
    return min(known, default=None)


def last_effect_goes(scenario: Scenario, cause: str) -> int | None:
    """The second at which all that a cause does has gone by itself; None when something stays."""
    ends = [
        None if effect.lasts is None else effect.at + effect.ramp + effect.lasts
        for effect in scenario.causes[cause].effects
        if effect.kind != "lost"
    ]
    return None if None in ends else max((end for end in ends if end is not None), default=0)


def _may_end(outcome: Outcome) -> bool:
    """A cure with a chance of 0 % is none."""
    return (outcome.cures or outcome.stops) and outcome.chance > 0


def _takes(scenario: Scenario, change: str) -> int:
    return scenario.organisation.runbook[change].takes.median


def _lag(scenario: Scenario, change: str) -> int:
    return scenario.organisation.lag_of(scenario.organisation.runbook[change])
