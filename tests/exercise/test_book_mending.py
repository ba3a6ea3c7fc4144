"""By the book: what a change of one's own broke is put right, once what was wrong has likely ended."""

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import ChangeOrdered, HazardChecked
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.players.book_changes import advise
from simulator.exercise.players.book_mending import mending
from simulator.exercise.sight import Sight
from simulator.scoring.case import Case
from simulator.scoring.score import score
from tests.plays import say, shipped

OFF, BACK = "turn off all edge rules", "put yesterday's edge rules back"


def ordered(exercise):
    return [fact.change for _, fact in each(exercise.entries, ChangeOrdered)]


@pytest.fixture(scope="module")
def under_attack():
    """The rules are off, and who was kept out by them comes in."""
    played = play(Exercise(*shipped("everywhere-at-once"), 2), PLAYERS["by-the-book"](2))
    assert [fact.holds for _, fact in each(played.entries, HazardChecked)][:1] == [True]
    return played


def test_the_filters_are_put_back_before_anything_else_is_tried(under_attack):
    assert ordered(under_attack)[:2] == [OFF, BACK]
    card = score(Case(under_attack.scenario, under_attack.doctrine, tuple(under_attack.entries)))
    assert card.axis("easy fix first").points == pytest.approx(100)


def test_nothing_is_mended_while_nothing_was_changed():
    exercise = Exercise(*shipped("everywhere-at-once"), 2)
    say(exercise, "declare P1")
    assert mending(Sight(exercise), advise(Sight(exercise))) is None


def test_nor_where_no_change_takes_harm_away():
    exercise = play(Exercise(*shipped("write-stall"), 1), PLAYERS["by-the-book"](1))
    assert mending(Sight(exercise), advise(Sight(exercise))) is None
