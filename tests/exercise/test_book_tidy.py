"""By the book: what did not help is undone when it goes on doing harm."""

from types import SimpleNamespace

import pytest

from simulator.exercise.players.book_tidy import _goes_on_harming, _part_of_a_cure
from tests.plays import shipped


def seen(outage):
    return SimpleNamespace(scenario=shipped(outage)[0])


@pytest.mark.parametrize(
    ("outage", "change", "harms"),
    [
        ("comes-and-goes", "ask for a second proof", True),
        ("stuck-vault", "restart the ledger", False),
        ("stuck-vault", "restart all vault nodes", False),
        ("write-stall", "turn off new inbox", False),
    ],
    ids=["buyers give up at the code", "for minutes", "for a minute", "nobody minds"],
)
def test_some_measures_harm_for_as_long_as_they_are_in_place(outage, change, harms):
    assert _goes_on_harming(seen(outage), change) is harms


@pytest.mark.parametrize(
    ("outage", "change", "part"),
    [
        ("hot-replicas", "kill queries automatically", True),
        ("stuck-vault", "throttle traffic", False),
        ("hot-replicas", "throttle traffic", False),
    ],
)
def test_a_part_of_a_cure_stays_and_what_is_only_lifted_again_does_not(outage, change, part):
    assert _part_of_a_cure(seen(outage), change) is part
