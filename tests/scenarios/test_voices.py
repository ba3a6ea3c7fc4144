"""Nobody says the same sentence twice, on the call or outside, whatever is played."""

from collections import Counter

import pytest

from simulator.domain.entry import ROOM
from simulator.exercise import Exercise
from simulator.exercise.players import ByTheBook, Idle, RandomWords, play
from tests.plays import shipped
from tests.scenarios.conftest import OUTAGES


def said_in(entries):
    """Every sentence that the room heard."""
    heard = (entry.fact for entry in entries if entry.seen == ROOM)
    return [fact.says for fact in heard if getattr(fact, "says", "")]


@pytest.mark.parametrize("outage", OUTAGES)
@pytest.mark.parametrize(
    ("player", "seeds"), [(ByTheBook, (1, 2)), (RandomWords, range(1, 7)), (Idle, (1, 2, 3))]
)
def test_no_sentence_is_heard_twice(outage, player, seeds):
    scenario, doctrine = shipped(outage)
    for seed in seeds:
        it = play(Exercise(scenario, doctrine, seed), player(seed))
        twice = [says for says, times in Counter(said_in(it.entries)).items() if times > 1]
        assert twice == []


@pytest.mark.parametrize("outage", OUTAGES)
def test_people_have_a_lot_to_say(outage):
    scenario, doctrine = shipped(outage)
    it = play(Exercise(scenario, doctrine, 3), RandomWords(3))
    assert len(said_in(it.entries)) > 10
