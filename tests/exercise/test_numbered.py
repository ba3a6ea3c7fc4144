"""What the board numbers can be named by its number."""

import pytest

from simulator.domain.attempt import Attempt
from simulator.exercise import Exercise
from simulator.exercise.numbered import by_name
from tests.plays import say, shipped


@pytest.fixture
def ordered():
    """Write-stall with one change that has been made."""
    exercise = Exercise(*shipped(), 3)
    for text in ("declare P1", "page datastores", "wait 10m", "order stop the migration", "wait 30m"):
        say(exercise, text)
    return exercise


def test_a_change_is_verified_and_kept_by_its_number(ordered):
    assert ordered.meaning("commander", "verify c1 for 5m") == ordered.meaning(
        "commander", "verify stop the migration for 5m"
    )
    receipt = ordered.submit("commander", "residual C1 because it helps")
    assert (receipt.status, receipt.command.change) == ("done", "stop the migration")
    assert ordered.recording.commands[-1].text == "residual C1 because it helps"


def test_a_number_that_nothing_has_is_not_understood(ordered):
    assert "'c7' is not a change" in ordered.submit("commander", "verify c7 for 5m").answer


def test_only_whole_numbers_of_changes_are_names():
    change = Attempt("c1", "restart app", "bo", False, "", 1, 60)
    assert by_name("verify c1, not c12, c1-like or abc1", [change]) == (
        "verify restart app, not c12, c1-like or abc1"
    )
