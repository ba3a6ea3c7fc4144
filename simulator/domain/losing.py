"""What loses customers' work, and what only leaves it on one side of a split, to be lost or merged."""

from collections.abc import Iterable, Mapping

from simulator.domain.scenario import Cause, Outcome, Scenario

LOSES, STRANDS = "loses", "strands"


def loses(cause: Cause) -> bool:
    """Whether work is lost under a cause, whatever is done."""
    return _any_of(LOSES, cause)


def strands(cause: Cause) -> bool:
    """Whether a cause leaves work on one side of a split."""
    return _any_of(STRANDS, cause)


def only_split(scenario: Scenario) -> bool:
    """Whether no cause loses work by itself and some leave it on one side: nothing is lost by that alone."""
    causes = scenario.causes.values()
    return any(map(strands, causes)) and not any(map(loses, causes))


def may_lose(scenario: Scenario, change: str) -> bool:
    """Whether a change can lose work, under any cause."""
    outcomes = scenario.outcomes.get(change, {}).values()
    return any(one.discards or _harmful(one) for one in outcomes)


def at_risk(
    scenario: Scenario, shares: Mapping[str, float], made: Iterable[str], helped: Iterable[str]
) -> float:
    """How likely it is that work is being lost, or may be: by the causes that are possible, and by changes.

    What was on one side of a split is safe once a change was seen to help that merges the two.
    """
    if any(may_lose(scenario, change) for change in made):
        return 1.0
    whole = any(_merges(scenario, change) for change in helped)
    causes = scenario.causes.values()
    return sum(shares.get(one.name, 0.0) for one in causes if loses(one) or (strands(one) and not whole))


def _any_of(kind: str, cause: Cause) -> bool:
    return any(effect.kind == kind for effect in cause.effects)


def _harmful(outcome: Outcome) -> bool:
    return any(effect.kind in (LOSES, STRANDS) for effect in (*outcome.harms, *outcome.does))


def _merges(scenario: Scenario, change: str) -> bool:
    return any(one.merges for one in scenario.outcomes.get(change, {}).values())
