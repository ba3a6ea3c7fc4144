"""What the best choice was the beginning of, told on its card."""

import pytest

from simulator.debrief import to_html, to_markdown
from simulator.domain.notation import read_timeline
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


THROTTLED = """
0:00:00 cause-drawn cause="smaller nodes" truth="Half the size." seen=truth
0:00:00 impact-changed failing=42000 arriving=42000 seen=truth
0:02:00 alert-fired alert="cache hits low" signal="cache hits" pages=datastores
0:05:00 joined person=petra
0:05:30 joined person=bo
0:06:00 change-ordered id=c1 change="pause the infrastructure rollout" owner=petra
0:06:00 change-started id=c1 change="pause the infrastructure rollout" owner=petra
0:10:00 change-done id=c1 change="pause the infrastructure rollout" owner=petra says="{says}"
0:11:00 change-ordered id=c2 change="throttle traffic" owner=petra
0:11:00 change-started id=c2 change="throttle traffic" owner=petra
0:14:00 change-done id=c2 change="throttle traffic" owner=petra
0:22:00 verified id=c2 change="throttle traffic" signal="cache hits" result=better
1:30:00 noted
1:30:00 ended
""".format(says="Paused, a third of the way. What it put in their place is half the size, and stays so.")


def test_what_only_relieves_is_told_as_that_with_what_ends_it():
    scenario, doctrine = shipped("cold-cache")
    found = report(Case(scenario, doctrine, read_timeline(THROTTLED)), REFERENCES, MADE_FROM)
    card = next(card for card in found.cards if card.best.name == "order 'turn off inbox counts'")
    assert card.best.chance == "100 %, relieves"
    assert "100 % likely to relieve, and ends nothing by itself" in card.explanation
    assert card.plan.endswith("then order 'ship the smaller inbox query'.")
