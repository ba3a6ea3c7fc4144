"""The shipped outages, and plays of them from words; the folders here hold the blessed ones."""

from functools import cache
from pathlib import Path

import yaml

from simulator.authoring import read_doctrine, read_organisation, read_scenario
from simulator.domain.doctrine import Doctrine
from simulator.domain.scenario import Scenario
from simulator.domain.seats import COMMANDER
from simulator.exercise import Exercise, take_turn
from simulator.exercise.script import pass_time

SHIPPED = Path(__file__).parents[2] / "scenarios"
DOCTRINES = tuple(sorted(path.stem for path in (SHIPPED / "doctrines").glob("*.yaml")))


@cache
def shipped(outage: str = "write-stall", doctrine: str = "") -> tuple[Scenario, Doctrine]:
    """A shipped outage with a doctrine, its own if none is named."""
    text = (SHIPPED / f"{outage}.yaml").read_text()
    named = yaml.safe_load(text)["organisation"]
    company = read_organisation((SHIPPED / f"organisations/{named}.yaml").read_text(), f"{named}.yaml").value
    assert company
    scenario = read_scenario(text, f"{outage}.yaml", company, DOCTRINES).value
    assert scenario
    of = doctrine or scenario.doctrine
    process = read_doctrine((SHIPPED / f"doctrines/{of}.yaml").read_text(), f"{of}.yaml").value
    assert process
    return scenario, process


def say(exercise: Exercise, script: str) -> list:
    """Say the lines of a script, a turn each; moments that a line names are waited for first."""
    receipts = []
    for line in filter(None, map(str.strip, script.splitlines())):
        words, missed = pass_time(exercise, line)
        assert not missed, line
        receipts.append(take_turn(exercise, COMMANDER, words))
    return receipts


def asked_for_longer() -> Exercise:
    """The first outage, where Raj had two minutes for the shards and has asked for more."""
    exercise = Exercise(*shipped("write-stall"), 1)
    for text in (
        "declare P2",
        "page raj",
        "@joined raj",
        "investigate db-shards by raj within 2m",
        "wait 4m",
    ):
        say(exercise, text)
    return exercise
