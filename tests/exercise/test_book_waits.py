"""By the book: while one waits for people, those who are there look around; nobody is waited for for ever."""

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import ChangeOrdered, Joined, Paged, TaskEnded, TaskGiven
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.sight import Sight
from simulator.library import Library
from tests.plays import say

LATE, SEED = "late-messages", 6
"""Petra misses her page; Omar, asleep in San Francisco, says that he comes and takes half an hour."""


@pytest.fixture(scope="module")
def outages():
    library = Library.open()
    return {name: library.outage(name) for name in (LATE, "restless-workers")}


@pytest.fixture(scope="module")
def late(outages):
    return play(outages[LATE].exercise(SEED), PLAYERS["by-the-book"](SEED))


def test_somebody_is_on_the_way_for_as_long_as_one_waits_for_them(outages):
    exercise = outages[LATE].exercise(SEED)
    say(exercise, "declare P2\nwait 20m\npage omar")
    paged = exercise.now
    assert Sight(exercise).coming("edge")
    say(exercise, "wait 19m")
    assert Sight(exercise).board.people["omar"] in ("paged", "acknowledged")
    assert Sight(exercise).coming("edge")
    assert not Sight(exercise).coming("db-shards"), "of which he knows nothing"
    say(exercise, "wait 2m")
    assert exercise.now - paged > 20 * 60
    assert Sight(exercise).board.people["omar"] in ("paged", "acknowledged")
    assert not Sight(exercise).coming("edge")


def test_after_that_another_one_who_can_is_paged(late):
    paged = {fact.person: entry.at for entry, fact in each(late.entries, Paged)}
    joined = {fact.person: entry.at for entry, fact in each(late.entries, Joined)}
    assert joined.get("omar", late.now) - paged["omar"] > 20 * 60
    assert 20 * 60 <= paged["bo"] - paged["omar"] < 25 * 60


def test_who_is_there_looks_around_meanwhile(late):
    """Sean can do nothing about the flag storage; he can see what his own part shows."""
    paged = {fact.person: entry.at for entry, fact in each(late.entries, Paged)}
    looks = [
        (entry.at, fact.subject)
        for entry, fact in each(late.entries, TaskGiven)
        if fact.what == "investigate" and fact.owner == "sean"
    ]
    assert any(paged["petra"] <= at < paged["bo"] for at, _ in looks)
    assert len({place for _, place in looks}) == len(looks), "the same place says nothing new"


def test_a_look_that_only_fills_the_time_keeps_nobody_waiting(outages):
    """Whoever was waited for has something to do at once, while others still look around."""
    orders = [
        seed
        for seed in range(1, 9)
        for entry in _ordered_while_looking(play(_restless(outages, seed), PLAYERS["by-the-book"](seed)))
    ]
    assert orders


def _restless(outages, seed):
    return outages["restless-workers"].exercise(seed)


def _ordered_while_looking(exercise):
    """The orders that were given while somebody looked into something."""
    looking: set[str] = set()
    for entry in exercise.entries:
        match entry.fact:
            case TaskGiven(what="investigate", task=task):
                looking.add(task)
            case TaskEnded(task=task):
                looking.discard(task)
            case ChangeOrdered() if looking:
                yield entry
            case _:
                pass
