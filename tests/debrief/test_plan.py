"""What the best choice was the beginning of, told on its card."""

import pytest

from simulator.debrief import report, to_html, to_markdown
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.scoring.case import Case
from tests.debrief.conftest import MADE_FROM, REFERENCES, REPORTS
from tests.debrief.pages import parsed
from tests.plays import shipped

PLAN = (
    "And then, if each time the likeliest thing was seen: order 'turn off batched pushes', then order "
    "'restart the push nodes', then order 'fail over the flag storage'."
)


@pytest.fixture(scope="module")
def memorised():
    """A play of somebody who tried the cure of another day, and then waited."""
    scenario, doctrine = shipped("late-messages")
    entries = play(Exercise(scenario, doctrine, 3), PLAYERS["memorised"](3)).entries
    return report(Case(scenario, doctrine, tuple(entries)), REFERENCES, MADE_FROM)


def test_a_first_step_is_told_with_those_after_it(memorised):
    """A pre-check, likely to help in one case of ten, is best since a fix of two parts needs it in half."""
    card = memorised.cards[0]
    assert card.best.name == "check whether 'restart the push nodes' is safe"
    assert card.best.chance == "10 %, for a while; 52 % as one part"
    assert card.plan == PLAN


def test_they_stand_on_the_page_and_in_the_text(memorised):
    assert PLAN in to_markdown(memorised, REPORTS)
    assert PLAN in " ".join(parsed(to_html(memorised, REPORTS)).text.split())


def test_where_the_best_choice_most_probably_ends_it_there_is_none(rough_report):
    found = {(card.best.name, card.best.chance): card.plan for card in rough_report.cards}
    assert found["order 'stop the migration'", "54 %"] == ""
