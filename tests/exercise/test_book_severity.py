"""By the book: the severity that shows, no other."""

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import AlertFired, ClueFound, Declared, HazardChecked, SeverityChanged
from simulator.domain.value import replace
from simulator.exercise import Exercise, take_turn
from simulator.exercise.players.book import ByTheBook
from simulator.exercise.players.book_severity import level, rise_due, severity, warranted
from simulator.exercise.players.play import play
from simulator.exercise.sight import Sight
from tests.plays import shipped
from tests.scoring.severity_cases import warranted as written

LOST = (("ledger", 1), ("settlement", 1))
"""The clues that say that bookings may be lost."""


def begun(*rows, scenario="write-stall", seed=1):
    outage, doctrine = shipped(scenario)
    return Exercise(written(outage, *rows), doctrine, seed)


def says(exercise):
    return list(severity(Sight(exercise)))


@pytest.mark.parametrize(
    ("rows", "declares"),
    [((), "P1"), (("P2",), "P2"), (("P1 or P0",), "P0"), (("SEV-1",), "P0"), (("red",), "P1")],
)
def test_it_declares_what_shows_the_higher_of_two_or_else_the_second_highest(rows, declares):
    assert level(Sight(begun(*rows))) == declares


def test_it_says_nothing_before_it_has_declared():
    assert says(begun("P2")) == []


def test_it_changes_what_does_not_fit_and_says_why():
    exercise = begun("P2")
    take_turn(exercise, "commander", "declare P1")
    assert says(exercise) == ["severity P2 because so says P2"]


def test_either_of_two_may_stay():
    exercise = begun("P1 or P0")
    take_turn(exercise, "commander", "declare P1")
    assert says(exercise) == []


def test_what_is_due_later_waits_for_its_time():
    exercise = begun("P1", "P0: at 10m")
    take_turn(exercise, "commander", "declare P1")
    assert says(exercise) == []
    exercise.tick(600)
    assert says(exercise) == ["severity P0 because so says P0: at 10m"]


def test_impact_lasts_until_it_was_called_mitigated():
    exercise = begun("P1", "P0: impact for 10m")
    take_turn(exercise, "commander", "declare P1")
    exercise.tick(900)
    assert says(exercise) == ["severity P0 because so says P0: impact for 10m"]
    take_turn(exercise, "commander", "mitigated")
    assert says(exercise) == []


def test_where_it_hangs_on_how_many_fail_it_goes_on_looking():
    exercise = begun("P1", "P0: 90% failing for 5m")
    take_turn(exercise, "commander", "declare P1")
    take_turn(exercise, "commander", "signals")
    assert says(exercise) == []
    looked = Sight(exercise).looked
    exercise.tick(looked + 299)
    assert says(exercise) == []
    exercise.tick(looked + 300)
    assert says(exercise) == ["signals"]


def test_one_look_that_shows_many_failing_asks_for_another_soon_and_enough_of_them_raise_it():
    exercise = begun("P1", "P0: 1% failing for 8m")
    take_turn(exercise, "commander", "declare P1")
    exercise.tick(480)
    for _ in range(2):
        take_turn(exercise, "commander", "signals")
        exercise.tick(exercise.now + 200)
        assert says(exercise) == ["signals"]
    take_turn(exercise, "commander", "signals")
    exercise.tick(exercise.now + 150)
    assert says(exercise) == ["severity P0 because so says P0: 1% failing for 8m"]


def test_looks_too_far_apart_prove_nothing():
    exercise = begun("P1", "P0: 1% failing for 8m")
    take_turn(exercise, "commander", "declare P1")
    for second in (480, 900, 1300):
        exercise.tick(second)
        take_turn(exercise, "commander", "signals")
    assert warranted(Sight(exercise)) == exercise.scenario.severity[0]


def test_it_raises_the_ledger_once_it_hears_of_bookings_that_may_be_lost():
    outage, doctrine = shipped("split-ledger")
    exercise = play(Exercise(outage, doctrine, 3), ByTheBook(3))
    (declared,) = each(exercise.entries, Declared)
    (raised,) = each(exercise.entries, SeverityChanged)
    told = (e for e, fact in each(exercise.entries, ClueFound) if (fact.place, fact.clue) in LOST)
    found = (e for e, fact in each(exercise.entries, HazardChecked) if fact.holds)
    paged = (e for e, fact in each(exercise.entries, AlertFired) if fact.signal == "unmatched bookings")
    heard = min((*told, *found, *paged), key=lambda entry: entry.at)
    assert declared[1].severity == "SEV-2"
    assert (raised[1].before, raised[1].severity) == ("SEV-2", "SEV-1")
    assert heard.at <= raised[0].at <= heard.at + 300


def test_late_messages_stay_where_they_are_whoever_is_loud():
    outage, doctrine = shipped("late-messages")
    exercise = play(Exercise(outage, doctrine, 1), ByTheBook(1))
    assert [fact.severity for _, fact in each(exercise.entries, Declared)] == ["P2"]
    assert not list(each(exercise.entries, SeverityChanged))


def test_the_players_levels_are_those_of_another_doctrine_too():
    outage, _ = shipped("late-messages")
    _, plain = shipped("split-ledger")
    exercise = Exercise(replace(outage), plain, 1)
    assert level(Sight(exercise)) == "SEV-3"


def test_it_knows_when_the_clock_alone_will_raise_it():
    """Impact began with the first alert; half an hour later, and a quarter more, it is one level more."""
    exercise = begun("P2", "P1: impact for 30m", "P0: impact for 45m")
    take_turn(exercise, "commander", "declare P2")
    assert rise_due(Sight(exercise)) == 1800
    exercise.tick(1799)
    assert rise_due(Sight(exercise)) == 1800
    exercise.tick(1800)
    assert rise_due(Sight(exercise)) == 2700
    exercise.tick(2700)
    assert rise_due(Sight(exercise)) is None
