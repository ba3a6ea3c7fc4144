"""Letting time pass in turns: until news, until a time of the day, or past everything quiet."""

import pytest

from simulator.domain.command import Skip
from simulator.domain.entry import each
from simulator.domain.fact import (
    ChangeDone,
    ChangeReverted,
    CustomersReported,
    HintGiven,
    Joined,
    StakeholderAsked,
    Whispered,
)
from simulator.domain.messages import NEWS
from simulator.domain.seats import COMMANDER, RELIEVED
from simulator.exercise import Exercise, Receipt, follow, take_turn
from simulator.exercise.clocks import dues_of
from simulator.exercise.dues import owing
from simulator.exercise.sight import Sight
from tests.plays import shipped

MINUTE, HOUR = 60, 3600


@pytest.fixture
def exercise():
    """A first outage that begins on Wednesday at 21:40, a second before its first news."""
    scenario, doctrine = shipped("write-stall")
    return Exercise(scenario, doctrine, 7)


def says(exercise, *lines):
    for line in lines:
        assert take_turn(exercise, COMMANDER, line).status == "done", line
    return exercise


def test_wait_until_a_time_of_the_day_which_is_in_utc(exercise):
    assert says(exercise, "wait until 22:00").now == 20 * MINUTE
    assert says(exercise, "wait until 22:30").now == 50 * MINUTE


def test_a_time_that_has_passed_is_tomorrows(exercise):
    says(exercise, "wait until 21:40")
    assert exercise.now == min(24 * HOUR, exercise.scenario.limit)


def test_wait_until_news_waits_no_longer_than_told(exercise):
    before = says(exercise, "wait until news for up to 1m").now
    assert 0 < before <= MINUTE
    assert says(exercise, "wait until news until 21:42").now <= 2 * MINUTE


def test_waiting_in_steps_or_by_events_comes_out_the_same(exercise):
    scenario, doctrine = shipped("write-stall")
    slow = Exercise(scenario, doctrine, 7)
    receipt = slow.submit(COMMANDER, "wait")
    heard = len(slow.entries)
    while slow.now < receipt.at + 600 and not any(e.seen == "room" for e in slow.entries[heard:]):
        slow.tick(slow.now + 1)
    says(exercise, "wait")
    assert exercise.now == slow.now


def stops(exercise, until):
    """Wait for news again and again; the seconds at which that ended."""
    ended = []
    while exercise.now < until and not exercise.over:
        says(exercise, "wait")
        ended.append(exercise.now)
    return ended


def test_a_wait_for_news_ends_when_an_update_has_fallen_due_and_not_again(exercise):
    """At P1 the first word to the status page is due ten minutes after the declaration."""
    says(exercise, "declare P1")
    declared = exercise.board().declared
    due = dues_of(exercise.board(), exercise.doctrine, exercise.now).get("status page")
    assert declared is not None
    assert due is not None
    assert due == declared + 10 * MINUTE
    assert stops(exercise, due + 5 * MINUTE).count(due + 1) == 1


def test_it_ends_when_a_promised_one_has_and_none_is_due_once_it_is_resolved(exercise):
    says(exercise, "declare P1", "brief support investigating affecting send a message next in 13m")
    promised = exercise.board().promised["support"]
    assert promised + 1 in stops(exercise, promised + MINUTE)
    says(exercise, "brief support resolved", "resolve")
    assert owing(Sight(exercise)) == []


def test_it_ends_before_that_too_while_there_is_time_to_write_it(exercise):
    says(exercise, "declare P1")
    due = dues_of(exercise.board(), exercise.doctrine, exercise.now).get("status page")
    assert due is not None
    assert due - 3 * MINUTE in stops(exercise, due - MINUTE)


def test_what_was_seen_to_meanwhile_does_not_end_it(exercise):
    """Somebody else has the update written while the commander waits."""
    says(exercise, "declare P1")
    due = dues_of(exercise.board(), exercise.doctrine, exercise.now).get("support")
    assert due is not None
    while exercise.now < due - 3 * MINUTE:
        says(exercise, "wait")
    assert exercise.now == due - 3 * MINUTE
    exercise.submit("business-lead", "brief support investigating affecting send a message")
    assert due + 1 not in stops(exercise, due + MINUTE)
    assert due - 3 * MINUTE < exercise.board().heard["support"] < due


@pytest.fixture
def till():
    """A company that answers to a central bank, which asks two minutes after it was declared."""
    exercise = Exercise(*shipped("everywhere-at-once"), 3)
    exercise.submit(COMMANDER, "declare SEV-1")
    exercise.tick(2 * MINUTE)
    exercise.submit("facilitator", 'have central bank say "How many payments fail, and since when?"')
    return exercise


def answer_due(exercise):
    """The second by which the bank is owed an answer."""
    (by,) = [due.at for due in owing(Sight(exercise)) if due.audience == "regulator"]
    return by


def test_who_asked_and_is_bound_by_no_clock_ends_a_wait_when_the_status_calls_it_late_and_not_again(till):
    by = answer_due(till)
    ended = stops(till, by + 5 * MINUTE)
    assert ended.count(by - 3 * MINUTE) == 1
    assert ended.count(by + 1) == 1


def test_so_it_does_a_skip_in_time_to_answer(till):
    by, ended = answer_due(till), []
    while till.now < by + MINUTE:
        ended.append(says(till, "skip").now)
    assert ended.count(by - 3 * MINUTE) == 1
    assert ended.count(by + 1) == 1


def test_once_they_are_answered_it_does_not(till):
    by = answer_due(till)
    says(till, "answer central bank saying three in four, since 11:38")
    assert not {by - 3 * MINUTE, by + 1} & set(stops(till, by + MINUTE))


def test_who_was_relieved_waits_and_skips_over_what_others_owe():
    exercise = Exercise(*shipped("write-stall"), 1)
    says(exercise, "declare P1", "brief leadership investigating affecting send a message next in 20m")
    promised, ended = exercise.board().promised["leadership"], []
    while exercise.now < promised + MINUTE:
        follow(exercise, Receipt("done", RELIEVED, "skip", exercise.now, exercise.now, command=Skip()))
        ended.append(exercise.now)
    assert not {promised - 3 * MINUTE, promised, promised + 1} & set(ended)


def test_a_wait_for_so_long_runs_on_over_what_is_due(exercise):
    says(exercise, "declare P1")
    before = exercise.now
    assert says(exercise, "wait 15m").now == before + 15 * MINUTE


def test_skip_ends_in_time_for_the_next_promised_update(exercise):
    says(exercise, "declare P1", "brief support investigating affecting send a message next in 2h")
    says(exercise, "brief sales investigating affecting send a message next in 2h")
    says(exercise, "brief leadership investigating affecting send a message next in 20m")
    for _ in range(40):
        before = exercise.now
        says(exercise, "skip")
        promised = exercise.board().promised["leadership"]
        if exercise.now == promised - 3 * MINUTE:
            return
        assert before < exercise.now < promised
    pytest.fail("never stopped for the promise")


def test_skip_ends_in_time_for_an_update_that_the_process_asks_for_unpromised(exercise):
    says(exercise, "declare P1", "post status page investigating affecting send a message")
    due = dues_of(exercise.board(), exercise.doctrine, exercise.now).get("support")
    assert due is not None
    assert "support" not in exercise.board().promised
    while exercise.now < due - 3 * MINUTE:
        says(exercise, "skip")
    assert exercise.now == due - 3 * MINUTE


def test_skip_passes_over_those_who_only_ask_again(exercise):
    stops = set()
    while exercise.now < 40 * MINUTE and not exercise.over:
        says(exercise, "skip 1h")
        stops.add(exercise.now - 1)
    asked = [(e.at, f) for e, f in each(exercise.entries, StakeholderAsked) if f.who == "customers"]
    assert len(asked) > 1
    others = {e.at for e in exercise.entries if not isinstance(e.fact, StakeholderAsked | CustomersReported)}
    again = {at for at, _ in asked[1:]} - others
    assert again
    assert not again & stops


def test_skip_lasts_no_longer_than_told(exercise):
    assert says(exercise, "skip 1m").now <= MINUTE


def test_skip_ends_with_a_time_box(exercise):
    says(exercise, "page datastores", "wait 6m", "declare P1")
    if not exercise.board().here:
        pytest.skip("nobody came with this seed")
    leader = exercise.board().here[0]
    says(exercise, f"open workstream shards led by {leader} within 20m")
    end = exercise.board().workstreams["shards"].since + 20 * MINUTE
    while exercise.now < end:
        says(exercise, "skip")
    assert exercise.now in (end, end + 1)


def waits_for(exercise, kind):
    """Wait for news again and again until there is some of a kind; the second at which it came."""
    while not exercise.over:
        says(exercise, "wait until news for up to 10m")
        if came := [entry.at for entry, _ in each(exercise.entries, kind)]:
            return came[-1]
    pytest.fail(f"no {kind.__name__}")


def test_what_is_undone_ends_a_wait_for_news(exercise):
    says(exercise, "declare P1", "page product")
    waits_for(exercise, Joined)
    says(exercise, "order turn off new inbox by dario because it is quick")
    waits_for(exercise, ChangeDone)
    says(exercise, "revert turn off new inbox by dario")
    assert exercise.now - waits_for(exercise, ChangeReverted) <= 1


def test_words_beside_the_play_end_no_wait_for_news():
    assert {HintGiven, Whispered}.isdisjoint(NEWS)
