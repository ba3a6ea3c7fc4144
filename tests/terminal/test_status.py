"""The two lines below the prompt."""

import pytest

from simulator.exercise import Exercise, take_turn
from simulator.exercise.sight import Sight
from simulator.terminal.status import status
from tests.plays import shipped


def after(exercise, *texts: str, width: int = 100) -> tuple[str, str]:
    for text in texts:
        take_turn(exercise, "commander", text)
    return status(Sight(exercise), "", width)


def test_at_first_nothing_is_declared(exercise):
    first, second = after(exercise)
    assert first.startswith(" 0:00:00 | not declared | ")
    assert second == " nobody else here"


def test_it_says_severity_customers_promise_people_and_changes(exercise):
    first, second = after(
        exercise, "declare high", "page data", "wait 10m", "order fail over db by ada", "wait 15m"
    )
    assert "high triage" in first
    assert "alert" in first
    assert "status page" in first
    assert "LATE" in first
    assert "Ada" in second
    assert "c1 fail over db NOT VERIFIED" in second


def test_it_says_what_hangs():
    """Seed 2: the flag should have been turned within ten minutes."""
    exercise = Exercise(*shipped("no-search"), 2)
    _, second = after(
        exercise, "declare P1", "wait 3m", "order turn off smart lists by ida", "wait 20m", width=120
    )
    assert "c1 turn off smart lists HANGS" in second


def test_people_are_shortened_before_what_is_under_way(exercise):
    texts = ("declare high", "page data", "page site", "wait 20m", "order fail over db by ada")
    _, wide = after(exercise, *texts, width=200)
    assert "Ada, Ben" in wide
    _, narrow = status(Sight(exercise), "", len(wide) - 2)
    assert "2 here" in narrow
    assert narrow.partition(" | ")[2] == wide.partition(" | ")[2]
    assert "c1 fail over db" in narrow


@pytest.mark.parametrize("width", [20, 40, 80])
def test_it_never_takes_more_than_its_line(exercise, width):
    lines = after(
        exercise, "declare high", "page data", "page site", "wait 40m", "order fail over db", width=width
    )
    assert all(len(line) <= width for line in lines)


def test_a_line_that_is_too_long_keeps_the_count_at_its_end():
    exercise = Exercise(*shipped("write-stall"), 1370)
    texts = ("declare P1", "page datastores", "freeze", "wait 10m", "order roll back app by mei", "wait 17m")
    wide = after(exercise, *texts, width=200)
    narrow = status(Sight(exercise), "", 80)
    assert [line.rpartition(" (")[2] for line in wide] == [line.rpartition(" (")[2] for line in narrow]
    assert narrow[0].endswith(" late)")
    assert narrow[1].endswith(" more)")
    assert all(len(line) <= 80 for line in narrow)
    assert "LATE" in narrow[0]
