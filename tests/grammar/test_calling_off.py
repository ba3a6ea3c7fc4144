"""Saying that something is not to be done: it calls an order off, and is never taken for one."""

import pytest

from simulator.domain.command import CallOff, Command, Revert, Withdraw
from simulator.grammar import Unreadable, read

CLEAR = CallOff("clear cache")

OFF = [
    "cancel clear cache",
    "cancel the order clear cache",
    "abort clear cache",
    "stop clear cache",
    "stop the clear cache now",
    "do not clear the cache",
    "don't clear the cache",
    "Don\u2019t clear the cache!",
    "dont clear the cache",
    "please do not clear the cache",
    "do not order clear cache",
    "bo please do not clear the cache",
    "bo, don't clear the cache",
    "all, do not clear the cache",
]


@pytest.mark.parametrize("text", OFF)
def test_an_order_is_called_off_in_many_words(text, vocabulary):
    assert read(text, vocabulary) == CLEAR


def test_one_is_called_off_by_its_number(vocabulary):
    assert read("cancel c3", vocabulary) == read("stop c3", vocabulary) == CallOff("c3")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("revert clear cache", Revert("clear cache")),
        ("call off clear cache", Withdraw("clear cache")),
        ("withdraw clear cache", Withdraw("clear cache")),
        ("stop bo", Withdraw("bo")),
    ],
)
def test_what_was_understood_before_means_the_same(text, meant, vocabulary):
    assert read(text, vocabulary) == meant


@pytest.mark.parametrize("text", ["stop the migration", "cancel the migration", "abort the migration"])
def test_a_change_that_stops_something_is_no_order_taken_back(text, vocabulary):
    told = read(text, vocabulary)
    assert isinstance(told, Unreadable)
    assert told.answer.endswith("To have a change made, say: order stop the migration.")


def test_such_a_change_can_be_called_off_too(vocabulary):
    assert read("do not stop the migration", vocabulary) == CallOff("stop the migration")


NEGATED = [
    "no, don't clear the cache",
    "we must never clear the cache",
    "ask ana not to clear cache",
    "order not clear cache",
    "bo, you must not clear cache",
    "don't clear cache but restart app",
    "don't worry",
    "do not panic",
]


@pytest.mark.parametrize("text", NEGATED)
def test_nobody_who_says_no_is_told_to_order_it(text, vocabulary):
    told = read(text, vocabulary)
    assert isinstance(told, Unreadable)
    assert "order clear" not in told.answer
    assert "order CHANGE" not in told.answer


@pytest.mark.parametrize("text", NEGATED[:6])
def test_they_are_told_how_to_call_it_off(text, vocabulary):
    told = read(text, vocabulary)
    assert not isinstance(told, Command)
    assert "call it off: cancel clear cache" in told.answer
