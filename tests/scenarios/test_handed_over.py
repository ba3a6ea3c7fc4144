"""Handing over at once, with a brief, to somebody who leads well: it is over soon, and nobody passes."""

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import Ended, LedOn
from simulator.exercise import Exercise, replay, take_turn
from simulator.exercise.players.successor import successor
from simulator.exercise.succession import Succession
from simulator.scoring.case import Case
from simulator.scoring.score import score
from tests.plays import DOCTRINES, shipped

OUTAGES = ("write-stall", "late-messages", "cold-cache", "comes-and-goes", "restless-workers")


@pytest.fixture(scope="module", params=OUTAGES)
def escaped(request) -> Exercise:
    """Declared, a commander paged and briefed, and gone."""
    scenario, doctrine = shipped(request.param)
    exercise = Exercise(scenario, doctrine, 1)
    exercise.lead_with(Succession(exercise, successor))
    trained = [one for one in scenario.organisation.people.values() if one.role == "commander"]
    for text in ("declare P1", *(f"page {one.name}" for one in trained), "freeze"):
        take_turn(exercise, "commander", text)
    while not any(one.id in exercise.board().here for one in trained):
        take_turn(exercise, "commander", "wait 1m")
    name = next(one.name for one in trained if one.id in exercise.board().here)
    for text in ("sitrep it has just begun and nothing is changed", f"hand over to {name}", "wait 4m", "end"):
        take_turn(exercise, exercise.trainee, text)
    return exercise


def test_it_is_led_to_an_end(escaped):
    assert len([*each(escaped.entries, LedOn)]) == 1
    assert [fact.why for _, fact in each(escaped.entries, Ended)] == ["ended by the commander"]


def test_and_is_no_pass_under_any_doctrine(escaped):
    for name in DOCTRINES:
        _, doctrine = shipped(escaped.scenario.id, name)
        card = score(Case(escaped.scenario, doctrine, tuple(escaped.entries)))
        assert card.grade in (None, "not yet"), name
        assert card.withheld or card.grade, name


def test_and_is_played_again_without_a_program(escaped):
    assert replay(escaped.recording, escaped.scenario, escaped.doctrine).difference is None
