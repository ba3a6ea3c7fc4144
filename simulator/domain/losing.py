"""What loses customers' work, and what only leaves it on one side of a split, to be lost or merged."""

from collections.abc import Iterable, Mapping

from simulator.domain.scenario import Cause, Danger, Effect, Outcome, Scenario

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
    scenario: Scenario,
    shares: Mapping[str, float],
    made: Iterable[str],
    helped: Iterable[str],
    checked: Mapping[tuple[str, str], bool],
) -> float:
    """How likely it is that work is being lost, or may be: by the causes that are possible, and by changes.

    A change counts under the causes under which it loses something, and where one of its hazards holds that
    does: `checked` is whether it does, by change and hazard, as far as somebody looked. What was on one side
    of a split is safe once a change was seen to help that merges the two.
    """
    done = tuple(dict.fromkeys(made))
    whole = any(_merges(scenario, change) for change in helped)

    def chance(cause: Cause) -> float:
        if loses(cause) or (strands(cause) and not whole):
            return 1.0
        return max((_loses_by(scenario, change, cause.name, checked) for change in done), default=0.0)

    possible = ((shares.get(name, 0.0), cause) for name, cause in scenario.causes.items())
    return sum(share * chance(cause) for share, cause in possible if share)


def _loses_by(scenario: Scenario, change: str, cause: str, checked: Mapping[tuple[str, str], bool]) -> float:
    """How likely a change that was made loses work under a cause, by itself or by one of its hazards."""
    outcome = scenario.outcome(change, cause)
    if outcome.discards or _harmful(outcome):
        return 1.0
    dangers = (one for one in scenario.dangers_of(change) if any(map(_takes, one.harms)))
    return max((_holds(one, cause, checked) for one in dangers), default=0.0)


def _holds(danger: Danger, cause: str, checked: Mapping[tuple[str, str], bool]) -> float:
    """How likely a hazard holds under a cause; what somebody has looked at is certain."""
    found = checked.get((danger.change, danger.hazard))
    return danger.odds.get(cause, danger.odds.get("always", 0.0)) if found is None else float(found)


def _any_of(kind: str, cause: Cause) -> bool:
    return any(effect.kind == kind for effect in cause.effects)


def _harmful(outcome: Outcome) -> bool:
    return any(map(_takes, (*outcome.harms, *outcome.does)))


def _takes(effect: Effect) -> bool:
    """Whether an effect takes work from customers, or leaves it on one side."""
    return effect.kind in (LOSES, STRANDS)


def _merges(scenario: Scenario, change: str) -> bool:
    return any(one.merges for one in scenario.outcomes.get(change, {}).values())
