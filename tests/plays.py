"""The shipped first outage, and plays of it from words."""

from functools import cache
from pathlib import Path

from simulator.authoring import read_doctrine, read_organisation, read_scenario
from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import read_clock
from simulator.domain.scenario import Scenario
from simulator.exercise import COMMANDER, Exercise, take_turn

SHIPPED = Path(__file__).parents[1] / "scenarios"


@cache
def shipped(outage: str = "write-stall", doctrine: str = "intercom") -> tuple[Scenario, Doctrine]:
    """A shipped outage with a doctrine."""
    company = read_organisation((SHIPPED / "organisations/parley.yaml").read_text(), "parley.yaml").value
    assert company
    text = (SHIPPED / f"{outage}.yaml").read_text()
    scenario = read_scenario(text, f"{outage}.yaml", company, ("intercom", "pagerduty")).value
    process = read_doctrine((SHIPPED / f"doctrines/{doctrine}.yaml").read_text(), f"{doctrine}.yaml").value
    assert scenario
    assert process
    return scenario, process


def say(exercise: Exercise, script: str) -> list:
    """Say the lines of a script, a turn each; `@0:05:00 words` lets time run to that second first."""
    receipts = []
    for line in filter(None, map(str.strip, script.splitlines())):
        words = line
        if line.startswith("@"):
            clock, _, words = line[1:].partition(" ")
            second = read_clock(clock)
            assert second is not None, line
            exercise.tick(second)
        receipts.append(take_turn(exercise, COMMANDER, words))
    return receipts
