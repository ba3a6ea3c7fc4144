"""By the book: providers are called when something is found in what they run, and make the changes there."""

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import ChangeDone, ChangeOrdered, ClueFound, Contacted, Refused, Verified
from simulator.domain.value import replace
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.players.book_outside import outside
from simulator.exercise.sight import Sight
from simulator.library import Library
from tests.plays import say

MINE = "use the spare mail route"
BEGUN = "declare P1\npage platform\n@joined sean\n"


@pytest.fixture(scope="module")
def refused_mail():
    """Mail that goes nowhere for as long as the provider's certificate is not exchanged by themselves."""
    outage = Library.open().outage("expired-certificate")
    company = outage.scenario.organisation
    theirs = replace(company.runbook[MINE], on="mail-out", staged="")
    scenario = replace(
        outage.scenario,
        organisation=replace(company, runbook={**company.runbook, MINE: theirs}),
        drill=None,
        here=(),
        limit=6 * 3600,
    )
    return lambda: Exercise(scenario, outage.doctrine, 1)


def wants(exercise):
    return list(outside(Sight(exercise), set()))


def test_a_provider_is_called_once_something_was_found_in_what_they_run(refused_mail):
    exercise = refused_mail()
    say(exercise, BEGUN)
    assert wants(exercise) == []
    say(exercise, "investigate mail-out by sean\n@clue-found")
    assert wants(exercise) == ["page Postline"]
    say(exercise, "page Postline")
    assert wants(exercise) == []


def test_nobody_is_called_before_there_is_an_incident_or_when_it_is_over(refused_mail):
    exercise = refused_mail()
    assert wants(exercise) == []
    say(exercise, f"{BEGUN}investigate mail-out by sean\n@clue-found\nmitigated")
    assert wants(exercise) == []


@pytest.mark.parametrize("player", ["by-the-book", "likeliest-first", "shotgun"])
def test_what_only_they_can_change_is_ordered_from_them_once_they_answer(refused_mail, player):
    exercise = play(refused_mail(), PLAYERS[player](1))
    assert any(fact.who == "Postline" for _, fact in each(exercise.entries, Contacted))
    (order, *_) = [fact for _, fact in each(exercise.entries, ChangeOrdered) if fact.change == MINE]
    assert order.owner == "Postline"
    assert any(fact.change == MINE for _, fact in each(exercise.entries, ChangeDone))
    assert not [fact.reason for _, fact in each(exercise.entries, Refused) if "Postline" in fact.reason]


def test_by_the_book_what_they_changed_is_watched_by_one_of_ours(refused_mail):
    exercise = play(refused_mail(), PLAYERS["by-the-book"](1))
    (watched, *_) = [fact for _, fact in each(exercise.entries, Verified) if fact.change == MINE]
    assert watched.result == "recovered"
    assert watched.owner in exercise.scenario.organisation.people
    assert not any(
        fact.place == "mail-out" and not fact.clue for _, fact in each(exercise.entries, ClueFound)
    )


def test_a_provider_is_called_too_when_all_that_was_told_points_to_them():
    exercise = play(Library.open().outage("stuck-vault").exercise(2), PLAYERS["by-the-book"](2))
    (call,) = [entry.at for entry, fact in each(exercise.entries, Contacted) if fact.who == "Altocumulus"]
    (watched,) = [(entry.at, fact.result) for entry, fact in each(exercise.entries, Verified)]
    assert watched[1] == "same"
    assert call > watched[0]
    assert not any(fact.place == "cloud" for _, fact in each(exercise.entries, ClueFound))
