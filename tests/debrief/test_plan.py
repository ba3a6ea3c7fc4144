"""What the best choice was the beginning of, told on its card."""

import pytest

from simulator.debrief import to_html, to_markdown
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.scoring.case import Case
from tests.debrief.conftest import MADE_FROM, REFERENCES, REPORTS
from tests.debrief.pages import parsed
from tests.debriefs import report
from tests.plays import shipped

PLAN = (
    "And then, if each time the likeliest thing was seen: check whether 'switch the ledger to the other "
    "region' is safe, then order 'pause payouts and webhooks', then order 'merge the two ledgers'."
)


@pytest.fixture(scope="module")
def idle():
    """A play of somebody who left a split to itself."""
    scenario, doctrine = shipped("split-ledger")
    entries = play(Exercise(scenario, doctrine, 1), PLAYERS["idle"](1)).entries
    return report(Case(scenario, doctrine, tuple(entries)), REFERENCES, MADE_FROM)


def test_a_first_step_is_told_with_those_after_it(idle):
    """What is most probably one part of a fix is best since other parts follow it."""
    card = idle.cards[0]
    assert card.best.name == "order 'stop the failover manager'"
    assert card.best.chance == "27 %; 48 % as one part"
    assert card.plan == PLAN


def test_they_stand_on_the_page_and_in_the_text(idle):
    assert PLAN in to_markdown(idle, REPORTS)
    assert PLAN in " ".join(parsed(to_html(idle, REPORTS)).text.split())


def test_where_the_best_choice_most_probably_ends_it_there_is_none(rough_report):
    found = {(card.best.name, card.best.chance): card.plan for card in rough_report.cards}
    assert found["order 'stop the migration'", "54 %"] == ""
