"""What by-the-book says to those who wait: true, said with the signals in view, and never twice the same."""

from functools import cache
from itertools import islice

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import Looked, Posted, PostFailed, TaskEnded, TaskGiven
from simulator.exercise import Exercise, take_turn
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.players.book_known import data_now, state_now
from simulator.exercise.players.book_news import LOOKED, WRITING, news
from simulator.exercise.players.book_words import made
from simulator.exercise.sight import Sight
from simulator.scoring.case import Case
from simulator.scoring.claims import claims_of
from simulator.scoring.plain_words import findings
from simulator.scoring.rules import another_way_out
from tests.plays import shipped

OUTAGES = ["write-stall", "restless-workers", "cold-cache"]
BOTH = pytest.mark.parametrize(("outage", "seed"), [(outage, seed) for outage in OUTAGES for seed in (1, 2)])


@cache
def case_of(outage, seed):
    scenario, doctrine = shipped(outage)
    played = play(Exercise(scenario, doctrine, seed), PLAYERS["by-the-book"](seed))
    return Case(scenario, doctrine, tuple(played.entries))


def updates(case):
    return [(entry.at, posted.update) for entry, posted in each(case.seen, Posted)]


@pytest.mark.parametrize(
    ("taken", "helped", "says"),
    [
        (1, 0, "The one measure taken made no difference."),
        (1, 1, "The one measure taken made a difference."),
        (2, 0, "Of two measures taken none made a difference."),
        (3, 1, "Of three measures taken one made a difference."),
    ],
)
def test_what_was_done_is_counted_as_people_say_it(taken, helped, says):
    assert made(taken, helped) == says


@BOTH
def test_what_it_claims_is_true_as_far_as_could_be_known(outage, seed):
    wrong = [
        claim for claim in claims_of(case_of(outage, seed)) if claim.verdict not in ("true", "not checked")
    ]
    assert wrong == []


@BOTH
def test_customers_hear_no_cause_and_no_time_and_plain_words(outage, seed):
    case = case_of(outage, seed)
    public = [update for _, update in updates(case) if update.audience == "status page"]
    assert public
    assert all((update.cause, update.eta) == ("", None) for update in public)
    assert all(findings(update.text, case.organisation) == () for update in public)


@BOTH
def test_the_last_word_says_what_became_of_data(outage, seed):
    last = [update for _, update in updates(case_of(outage, seed)) if update.state == "resolved"]
    assert last
    assert all(update.data for update in last)


@BOTH
def test_nothing_is_told_from_memory(outage, seed):
    case = case_of(outage, seed)
    looks = [entry.at for entry, look in each(case.seen, Looked) if look.readings]
    for at, update in updates(case):
        if update.state in ("investigating", "identified"):
            assert any(at - LOOKED - WRITING - 60 <= look <= at for look in looks)


def test_before_anything_was_told_nothing_is_claimed():
    scenario, doctrine = shipped("write-stall")
    sight = Sight(Exercise(scenario, doctrine, 1))
    assert (state_now(sight), data_now(sight)) == ("investigating", "safe")


def test_nobody_is_asked_to_write_what_somebody_is_writing():
    """With this seed whoever writes is tired in the end, and takes long over each update."""
    at_it = dict[str, int]()
    for entry in case_of("spam-list", 3).seen:
        match entry.fact:
            case TaskGiven(what="write", subject=audience):
                at_it[audience] = at_it.get(audience, 0) + 1
                assert at_it[audience] == 1, entry
            case TaskEnded(what="write", subject=audience):
                at_it[audience] -= 1
            case _:
                pass
    assert at_it


@pytest.mark.parametrize("seed", [1, 2, 4])
def test_what_the_status_page_does_not_take_goes_out_by_mail_at_once(seed):
    case = case_of("comes-and-goes", seed)
    ((failed, _),) = each(case.seen, PostFailed)
    to_customers = [(at, update) for at, update in updates(case) if update.audience == "status page"]
    at, update = next((at, update) for at, update in to_customers if at > failed.at)
    assert update.via == "mail"
    assert at - failed.at < 4 * 60
    assert {later.via for at, later in to_customers if later is not update} == {""}
    assert [mark.earned for mark in another_way_out.marks(case)] == [1]


def test_an_all_clear_that_was_not_taken_is_said_another_way():
    scenario, doctrine = shipped("comes-and-goes")
    exercise = Exercise(scenario, doctrine, 1)
    said = ["declare SEV-2", "wait 9m", "post status page monitoring", "wait 3m"]
    for text in said:
        take_turn(exercise, "commander", text)
    assert any(True for _ in each(exercise.entries, PostFailed))
    (look, told) = islice(news(Sight(exercise), {"status page": 9 * 60}), 2)
    assert look == "signals"
    assert told.startswith("post status page monitoring ")
    assert " via mail saying " in told
