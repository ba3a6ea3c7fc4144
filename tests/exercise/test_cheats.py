"""Cheats and the optimum: what they do is legal, and each does what its name says."""

import pytest

from simulator.domain.course import customer_minutes
from simulator.domain.entry import each
from simulator.domain.fact import (
    ChangeDone,
    ChangeOrdered,
    Decided,
    Ended,
    FollowedUp,
    HazardChecked,
    Joined,
    Misread,
    Paged,
    Polled,
    Posted,
    Refused,
    TaskGiven,
    Verified,
)
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.players.cast import EVERYONE
from simulator.exercise.players.cheats import CHEATS
from simulator.exercise.players.optimum import UNANSWERED
from tests.plays import shipped

NAMES = [cheat.name for cheat in CHEATS]


def entries(player, outage="write-stall", seed=2):
    return play(Exercise(*shipped(outage), seed), EVERYONE[player](seed)).entries


def facts(player, kind, outage="write-stall", seed=2):
    return [fact for _, fact in each(entries(player, outage, seed), kind)]


def test_there_are_24_cheats_and_no_name_is_taken_twice():
    assert len(set(NAMES)) == 24
    assert len(EVERYONE) == 10 + 1 + 25 + 24 - len(set(NAMES) & set(PLAYERS))


@pytest.mark.parametrize("outage", ["write-stall", "customer-config"])
@pytest.mark.parametrize("name", [*NAMES, "optimum"])
def test_a_cheat_types_only_what_can_be_understood_and_done(name, outage):
    played = entries(name, outage)
    assert not [fact.text for _, fact in each(played, Misread)]
    assert not [(fact.text, fact.reason) for _, fact in each(played, Refused)]


@pytest.mark.parametrize(
    "name",
    ["waiter", "page-spammer", "declares-and-resolves", "decides-only", "hands-off", "mass-pager", "assigner",
     "pads-follow-ups"],
)  # fmt: skip
def test_those_who_wait_change_nothing(name):
    assert not facts(name, ChangeOrdered)
    assert not facts(name, Verified)


def test_those_who_go_round_in_circles_learn_nothing():
    asked = [given.subject for given in facts("asks-for-ever", TaskGiven) if given.what == "investigate"]
    assert len(asked) > 10
    assert set(asked) == {"what changed?"}
    tried = facts("undoes-unseen", ChangeOrdered)
    assert len(tried) > 3
    assert not facts("undoes-unseen", Verified)


def test_words_stand_for_deeds():
    assert len(facts("decides-only", Decided)) > 2
    assert len(facts("reciter", Polled)) > 1
    assert not facts("reciter", Verified)
    orders = facts("reason-abuser", ChangeOrdered)
    assert len(orders) > 4
    assert all("very good reason" in order.because for order in orders)


def test_watches_are_of_a_second_and_updates_of_nothing():
    watches = facts("instant-verifier", Verified)
    assert watches
    assert {watch.window for watch in watches} == {1}
    posts = [post.update for post in facts("contentless", Posted)]
    assert len(posts) > 3
    assert {(post.state, post.scope, post.text) for post in posts} == {
        ("investigating", (), "We are working on it.")
    }


def test_who_pads_pads_and_who_spams_spams():
    assert len(facts("pads-follow-ups", FollowedUp)) >= 20
    assert len(facts("page-spammer", Posted)) > 25


def test_who_declares_and_resolves_is_gone_at_once():
    last = entries("declares-and-resolves")[-1]
    assert last.fact == Ended("nobody led it any more")


@pytest.mark.parametrize("outage", ["write-stall", "stuck-vault"])
def test_the_optimum_loses_fewer_customer_minutes_than_the_book(outage):
    lost = {
        p: sum(customer_minutes(entries(p, outage, s)) for s in (1, 2, 3)) for p in ("optimum", "by-the-book")
    }
    assert lost["optimum"] < lost["by-the-book"]


def test_the_optimum_checks_the_next_fix_while_one_is_under_way():
    checks = sum(len(facts("optimum", HazardChecked, "cold-cache", seed)) for seed in (1, 5, 7))
    assert checks > sum(len(facts("by-the-book", HazardChecked, "cold-cache", seed)) for seed in (1, 5, 7))


def test_the_optimum_pages_a_colleague_of_whoever_lets_a_page_ring():
    """With this seed both who are on call for the shards do not answer for many minutes."""
    played = entries("optimum", "write-stall", 3)
    paged = {fact.person: entry.at for entry, fact in each(played, Paged)}
    joined = {fact.person: entry.at for entry, fact in each(played, Joined)}
    assert joined["niamh"] < joined["grace"]
    assert UNANSWERED <= paged["niamh"] - paged["grace"] <= 2 * UNANSWERED


def test_the_optimum_pages_no_third_when_one_answers():
    paged = [fact.person for fact in facts("optimum", Paged, "write-stall", 1)]
    assert "niamh" not in paged


def test_the_optimum_asks_what_changed_while_the_first_change_is_made():
    played = entries("optimum", "write-stall", 2)
    asked = [e.at for e, fact in each(played, TaskGiven) if fact.subject == "what changed?"]
    first = next(each(played, ChangeOrdered))[0].at
    made = next(each(played, ChangeDone))[0].at
    assert len(asked) == 1
    assert first < asked[0] < made
