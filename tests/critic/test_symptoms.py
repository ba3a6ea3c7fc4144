"""What the critic reckons a cause shows is what the world shows when nobody does anything."""

import pytest

from simulator.authoring.critic.outages.cause_no_alert_sees import goes_off
from simulator.authoring.critic.symptoms import course
from simulator.domain.course import impact
from simulator.domain.duration import HOUR
from simulator.domain.fact import AlertFired
from simulator.domain.seats import COMMANDER
from simulator.exercise import take_turn
from simulator.library import Library

LIBRARY = Library.open([])
CASES = [(outage.scenario.id, cause) for outage in LIBRARY.outages() for cause in outage.scenario.causes]


def left_alone(name: str, cause: str):
    """The timeline of an outage under a cause that nobody does anything about, for two hours.

    It is declared, and all is frozen, so that nobody helps unasked.
    """
    outage = LIBRARY.outage(name)
    for seed in range(1, 60):
        exercise = outage.exercise(seed)
        drawn = next(entry.fact.cause for entry in exercise.entries if hasattr(entry.fact, "cause"))
        if drawn == cause:
            for words in (f"declare {next(iter(outage.doctrine.severities))}", "freeze"):
                take_turn(exercise, COMMANDER, words)
            exercise.tick(min(2 * HOUR, outage.scenario.limit - 1))
            return outage.scenario, exercise
    raise AssertionError(cause)


@pytest.mark.parametrize(("name", "cause"), CASES, ids=lambda word: word)
def test_the_worst_of_two_hours(name, cause):
    scenario, exercise = left_alone(name, cause)
    customers = scenario.organisation.customers * max(scenario.organisation.rhythm)
    worst = max(max(step.begins, step.ends) for step in impact(exercise.entries)) / customers
    reckoned = max(moment.state.failing for moment in course(scenario, cause) if moment.at <= 2 * HOUR)
    assert reckoned > 0.01
    assert worst <= reckoned * 1.1


@pytest.mark.parametrize(("name", "cause"), CASES, ids=lambda word: word)
def test_the_alerts_that_go_off(name, cause):
    scenario, exercise = left_alone(name, cause)
    fired = {entry.fact.alert for entry in exercise.entries if isinstance(entry.fact, AlertFired)}
    reckoned = {alert.name for alert in scenario.organisation.alerts if goes_off(scenario, cause, alert)}
    assert fired
    assert fired <= reckoned
