"""The story of the search that is out: two tracks, a storm not to be started, and a queue at the end."""

import pytest

from simulator.domain.command import Order
from simulator.domain.duration import MINUTE
from simulator.reasoning import ClueHeard, HazardSeen, Problem
from tests.plays import shipped

QUORUM, FIELDS, REINDEX = "no quorum", "too many fields", "runaway reindexing"
PARTS = [(QUORUM, "form a new quorum"), (FIELDS, "refuse new fields"), (REINDEX, "stop the reindexing")]
CAUSES = [cause for cause, _ in PARTS]
PLAIN, SMALL = "turn off smart lists", "serve search from the small index"
RECOVER, ALL_SIX = "recover the index node by node", "restart all index nodes"
OLD = "a master with an old state would win"
COPY = "all of them would copy at once"
PARTLY = 0.65
"""The first track leaves less than this share of those who failed."""


@pytest.fixture
def search(rehearse):
    return lambda cause=QUORUM, seed=4: rehearse("no-search", cause, seed)


def waits(it) -> int:
    """The minutes of work in the index queue."""
    return round(it._plant.at(it.world.now).waits[0] / MINUTE)


@pytest.mark.parametrize("cause", CAUSES)
def test_it_begins_with_a_sixth_of_all_customers_and_a_queue_that_nobody_feels_yet(search, cause):
    it = search(cause)
    assert 0.14 < it.failing < 0.19
    assert waits(it) < 8


@pytest.mark.parametrize("cause", CAUSES)
def test_left_alone_the_index_falls_apart_and_the_queue_grows(search, cause):
    it = search(cause)
    before = it.failing
    it.wait("3h")
    assert it.failing > before + 0.005
    assert waits(it) > 15


@pytest.mark.parametrize("cause", CAUSES)
def test_what_needs_no_cluster_is_served_in_minutes_whatever_is_wrong(search, cause):
    it = search(cause)
    before = it.failing
    it.make(PLAIN)
    assert it.minute < 15
    assert it.failing < PARTLY * before
    served = it.failing
    it.make(SMALL)
    assert it.minute < 60
    assert it.failing < PARTLY * served
    assert it.wait("1h").failing > 0.02  # what is old, and what is new, only the cluster knows


@pytest.mark.parametrize(("cause", "part"), PARTS)
def test_the_cluster_comes_back_slowly_and_only_after_what_kept_it_down(search, cause, part):
    alone = search(cause).make(RECOVER)
    assert alone.acted[-1].acted == "nothing"
    it = search(cause).make(part)
    assert it.acted[-1].acted == "stopped"
    assert it.wait("20m").failing > 0.1
    it.make(RECOVER)
    assert it.acted[-1].acted == "cured"
    assert it.minute > 50


@pytest.mark.parametrize(("cause", "part"), PARTS)
def test_search_works_long_before_the_queue_is_worked_off(search, cause, part):
    it = search(cause).make(part).wait("40m").make(RECOVER).wait("2m")
    assert waits(it) > 8
    assert 0 < it.failing < 0.05
    left = waits(it)
    it.wait("10m")
    assert waits(it) < left
    it.wait("90m")
    assert waits(it) == 0
    assert it.failing == 0


def test_two_tracks_at_once_cost_no_more_than_the_longer_of_them(search):
    one_by_one = search().make(PLAIN, SMALL, "form a new quorum")
    it = search()
    people = {"bo": PLAIN, "kofi": SMALL, "ida": "form a new quorum"}
    for person, change in people.items():
        it.world.issue(Order(change, by=person), change, "commander")
    while len(it.acted) < len(people):
        it.wait("1m")
    assert it.minute < 0.8 * one_by_one.minute
    assert it.failing <= one_by_one.failing


@pytest.mark.parametrize("cause", CAUSES)
def test_all_six_at_once_is_a_storm_of_more_than_an_hour(search, cause):
    storm = next(it for it in (search(cause, seed) for seed in range(1, 30)) if holds(it))
    left = search(cause)
    storm.make(ALL_SIX)
    assert storm.acted[-1].harmed
    left.wait(f"{storm.minute}m")
    left.wait("30m")
    storm.wait("30m")
    assert storm.failing > left.failing + 0.05
    assert storm.make(PLAIN).failing < 0.6 * left.failing  # plain lists do not care


def holds(it) -> bool:
    return it.world._parts.changes.hazards[ALL_SIX, COPY]


def test_with_too_many_fields_the_restart_is_green_for_a_moment(search):
    it = search(FIELDS)
    before = it.failing
    it.make(ALL_SIX)
    it.wait("7m")
    assert it.failing < before
    it.wait("15m")
    assert it.failing > 0.9 * before


def test_more_nodes_help_half_and_only_against_the_reindexing(search):
    it = search(REINDEX)
    before = it.failing
    it.make("add index nodes")
    assert it.acted[-1].acted == "relieved"
    assert before / 2 < it.wait("2m").failing < before
    assert search(QUORUM).make("add index nodes").acted[-1].harmed


def test_who_forms_a_quorum_around_an_old_master_has_it_mended_by_the_recovery(search):
    worlds = (search(QUORUM, seed) for seed in range(1, 30))
    it = next(it for it in worlds if it.world._parts.changes.hazards["form a new quorum", OLD])
    before = it.failing
    it.make("form a new quorum")
    assert it.failing > before + 0.005
    assert it.make(RECOVER).wait("70m").failing < 0.002


# ---- what an expert would decide, on the author's table ----


def advice(*told, place=frozenset()):
    return Problem.of(shipped("no-search")[0], 8000).advise(told, place, place)


def test_plain_lists_come_first_and_cost_nothing_to_find_out():
    first = advice()
    assert first.best.name == PLAIN
    assert first.of("change", ALL_SIX).regret > 0.1 * first.best.cost


@pytest.mark.parametrize(("clue", "cause"), list(enumerate(reversed(CAUSES), 1)))
def test_a_look_at_the_index_tells_most_of_it(clue, cause):
    assert advice(ClueHeard("search-index", clue)).belief.ranked[0][0] == cause


@pytest.mark.parametrize(("clue", "part"), [(n, part) for n, (_, part) in enumerate(reversed(PARTS), 1)])
def test_once_lists_are_served_the_fix_of_two_parts_is_found(clue, part):
    safe = HazardSeen("form a new quorum", OLD, False)
    told = (ClueHeard("search-index", clue), safe)
    path = [name for kind, name in advice(*told, place=frozenset({PLAIN})).path if kind == "change"]
    assert path.index(part) < path.index(RECOVER)
