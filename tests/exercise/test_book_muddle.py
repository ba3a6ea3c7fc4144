"""By the book: who takes over from somebody who changed much at a time does not watch for ever."""

import pytest

from simulator.domain.attempt import attempts
from simulator.domain.entry import each
from simulator.domain.fact import CalledMitigated, ChangeReverted, Verified, VerifyStarted
from simulator.domain.notation import read_timeline
from simulator.domain.seats import COMMANDER
from simulator.exercise import Exercise
from simulator.exercise.players.book_muddle import IN_VAIN, still_open
from simulator.exercise.players.instead import Instead
from simulator.exercise.turns import take_turn
from tests.plays import shipped

MADE = """
0:05:00 change-ordered id=c1 change="roll back app" owner=mei
0:05:00 change-started id=c1 change="roll back app" owner=mei
0:06:00 change-ordered id=c2 change="fail over a shard" owner=raj
0:06:00 change-started id=c2 change="fail over a shard" owner=raj
0:15:00 change-done id=c2 change="fail over a shard" owner=raj
0:16:00 change-done id=c1 change="roll back app" owner=mei
"""
WATCHED = """
0:17:00 verify-started id=c2 change="fail over a shard" signal="shard write time" window=4m
0:21:00 verified id=c2 change="fail over a shard" signal="shard write time" window=4m {result}
"""
VAIN = WATCHED.format(result="result=unclear confounded=c1")
DARK = WATCHED.format(result="result=unclear")


def opened(text):
    """What is still open of what was made, by its number."""
    return [one.id for one in still_open(attempts(read_timeline(text)))]


def test_what_two_watches_could_not_tell_is_seen_through_and_so_is_what_it_was_taken_for():
    assert opened(MADE) == ["c1", "c2"]
    assert opened(MADE + VAIN) == ["c1", "c2"]
    assert opened(MADE + VAIN * IN_VAIN) == []


def test_while_no_dashboard_loads_only_what_was_watched_is_given_up():
    assert opened(MADE + DARK) == ["c1", "c2"]
    assert opened(MADE + DARK * IN_VAIN) == ["c1"]
    alone = "".join(line + "\n" for line in (MADE + DARK * IN_VAIN).splitlines() if "id=c1" not in line)
    assert opened(alone) == []


def test_what_a_later_watch_could_tell_is_closed_as_ever():
    told = WATCHED.format(result="result=same")
    assert opened(MADE + VAIN + told) == ["c1"]


def test_of_what_was_made_again_a_watch_tells_the_last_making_only():
    again = """
0:17:00 change-ordered id=c3 change="roll back app" owner=mei
0:17:00 change-started id=c3 change="roll back app" owner=mei
"""
    done = '0:27:00 change-done id=c3 change="roll back app" owner=mei\n'
    told = '0:33:00 verified id=c3 change="roll back app" signal="app errors" window=3m result=same\n'
    assert opened(MADE + again) == ["c1", "c2", "c3"]
    assert opened(MADE + again + done) == ["c2", "c3"]
    assert opened(MADE + again + done + told) == ["c2"]


RASH = (
    "declare P1", "page datastores", "page product", "page traffic", "wait 6m",
    "order roll back app by mei", "order fail over a shard by raj", "order throttle traffic by omar",
)  # fmt: skip


@pytest.fixture(scope="module")
def taken_over():
    """Three changes at a time that do not cure, and then the book."""
    exercise = Exercise(*shipped("write-stall"), 1)
    for text in RASH:
        take_turn(exercise, COMMANDER, text)
    player = Instead()
    while not exercise.over:
        take_turn(exercise, COMMANDER, player.says(exercise))
    return exercise.entries


def test_it_comes_to_an_end_and_no_change_is_watched_more_than_twice_in_vain(taken_over):
    assert any(True for _ in each(taken_over, CalledMitigated))
    vain = [fact.id for _, fact in each(taken_over, Verified) if fact.confounded]
    assert vain
    assert max(vain.count(one) for one in vain) == IN_VAIN
    assert len(list(each(taken_over, VerifyStarted))) < 10


def test_what_keeps_customers_out_is_taken_back_when_nobody_can_tell_that_it_helps(taken_over):
    back = [(entry.at, fact.change) for entry, fact in each(taken_over, ChangeReverted)]
    assert [change for _, change in back] == ["throttle traffic"]
    assert back[0][0] < next(entry.at for entry, _ in each(taken_over, CalledMitigated))
