"""Hints are made of what is so now: what is being done, or was, is no hint; what only hides is called so."""

import pytest

from simulator.exercise.players import PLAYERS, play
from simulator.room.ladder import _cure_of, doing, next_choice, owed
from simulator.scoring.case import Case
from simulator.scoring.outlook import believed, outlook


def told(library, *lines, seed=3, outage="write-stall"):
    """An exercise in which a commander has said some lines, each as soon as they could."""
    exercise = library.outage(outage).exercise(seed)
    for text in lines:
        exercise.submit("commander", text)
        exercise.tick(exercise.free_at("commander"))
    return exercise


def about(exercise):
    return [each.about for each in owed(exercise)]


def case_of(library, exercise, outage="write-stall"):
    made = library.outage(outage)
    return Case(made.scenario, made.doctrine, tuple(exercise.entries))


def test_the_ladder_begins_with_the_declaration(library):
    first = owed(told(library))[0]
    assert first.about == "declaring"
    assert first.question.endswith("?")
    assert first.answer.startswith("Say: ")


def test_who_is_declaring_is_not_told_to(library):
    exercise = library.outage("write-stall").exercise(3)
    exercise.submit("commander", "declare P1")
    assert "declaring" not in about(exercise)


def test_nobody_is_told_to_page_while_somebody_is_on_their_way(library):
    exercise = told(library, "declare P1", "page datastores")
    assert "people" not in about(exercise)


def test_whoever_is_to_be_paged_runs_what_alarms(library):
    exercise = told(library, "declare P1")
    board = exercise.board("commander")
    for person in board.people:  # as if nobody had been paged by the alarm
        board.people[person] = "left"
    exercise.board = lambda seat: board
    (ladder,) = [each for each in owed(exercise) if each.about == "people"]
    company = exercise.scenario.organisation
    first = next(iter(board.alerts))
    of = company.signals[next(a.signal for a in company.alerts if a.name == first)].of
    assert ladder.answer == f"Say: page {company.services[of].team}"


def test_an_update_that_is_being_written_is_not_asked_for(library):
    exercise = told(library, "declare P1")
    exercise.tick(900)
    assert "an update to support" in about(exercise)
    exercise.submit("commander", "brief support investigating next in 20m")
    assert "an update to support" not in about(exercise)


def test_a_change_that_is_watched_is_not_to_be_verified(library):
    exercise = told(library, "declare P1", "page datastores")
    exercise.tick(900)
    exercise.submit("commander", "order fail over a shard")
    while not exercise.over and not any(each.done for each in exercise.board().changes):
        exercise.tick(exercise.now + 5)
    assert about(exercise)[-1] == "verifying 'fail over a shard'"
    exercise.submit("commander", "verify fail over a shard")
    exercise.tick(exercise.now + 60)
    assert "verifying 'fail over a shard'" not in about(exercise)


def test_what_is_being_looked_into_or_was_checked_is_no_hint(library):
    exercise = told(library, "declare P1", "page datastores")
    exercise.tick(600)
    exercise.submit("commander", "check fail over a shard")
    exercise.tick(exercise.now + 25)
    exercise.submit("commander", "investigate db-shards within 10m")
    exercise.tick(exercise.now + 25)
    busy = doing(exercise)
    assert {("check", "fail over a shard"), ("look", "db-shards")} & busy
    exercise.tick(exercise.now + 900)
    assert ("check", "fail over a shard") in doing(exercise)


@pytest.mark.parametrize("outage", ["write-stall", "split-ledger", "late-messages"])
def test_a_hint_never_names_what_is_being_done(library, outage):
    recording = play(library.outage(outage).exercise(4), PLAYERS["cheapest-first"](4)).recording
    exercise = library.outage(outage).exercise(4)
    hinted = 0
    for line in recording.commands[:24]:
        exercise.tick(line.at)
        exercise.submit(line.seat, line.text)
        busy = doing(exercise)
        ladder = next_choice(case_of(library, exercise, outage), busy)
        if ladder is None:
            continue
        hinted += 1
        kind = {"finding out": "look", "dangers": "check", "acting": "change"}[ladder.about]
        what = ladder.answer.removeprefix("Say: ").split(" ", 1)[1].removesuffix(" within 10m")
        assert (kind, what) not in busy, ladder
    assert hinted


@pytest.mark.parametrize("outage", ["write-stall", "late-messages"])
@pytest.mark.parametrize("seed", [1, 3])
def test_a_hint_to_act_ends_the_likely_cause_or_says_that_it_only_eases_it(library, outage, seed):
    recording = play(library.outage(outage).exercise(seed), PLAYERS["cheapest-first"](seed)).recording
    exercise = library.outage(outage).exercise(seed)
    for line in recording.commands[:24]:
        exercise.tick(line.at)
        exercise.submit(line.seat, line.text)
        case, busy = case_of(library, exercise, outage), doing(exercise)
        ladder = next_choice(case, busy)
        if ladder is None or ladder.about != "acting":
            continue
        cause, share = max(believed(case, case.beyond).items(), key=lambda pair: pair[1])
        outcome = case.scenario.outcome(ladder.answer.removeprefix("Say: order "), cause)
        if outcome.relieves and not (outcome.cures or outcome.stops):
            assert "mends nothing" in ladder.direction
            seen = outlook(case, case.end, case.beyond)
            assert seen
            assert share < 0.5 or _cure_of(case, seen, busy) is None
        else:
            assert "mends nothing" not in ladder.direction
