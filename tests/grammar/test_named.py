"""Help for a name: what it is, what one should know of it, and where it can be said."""

import pytest

from simulator.grammar import Vocabulary
from simulator.grammar.explanation import explain
from tests.plays import shipped


def test_a_change_is_explained_as_in_the_runbook():
    assert explain("roll back app", Vocabulary.of(*shipped())).splitlines() == [
        "roll back app: a change in the runbook. Puts the release before the current",
        "    one back.",
        "  takes about 15 min; undone in 15 min; its effect shows in app errors",
        "  ! harmful if data has been migrated since (check: 2 min)",
        "  staged: one node first",
        "  Named in: check, poll, order, verify, revert, cancel, residual, prepare",
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("bo", "Bo Lindqvist: a person"),
        ("app errors", "app errors: a signal, errors of app"),
        ("P1", "P1: a severity"),
        ("status page", "status page: an audience"),
        ("business lead", "business lead: a role"),
    ],
)
def test_so_is_everything_else_that_can_be_named(vocabulary, name, told):
    assert explain(name, vocabulary).startswith(told)


def test_a_name_in_full_comes_before_a_command_that_its_first_word_begins(vocabulary):
    assert explain("status", vocabulary).startswith("board")
    assert explain("status page", vocabulary).startswith("status page: an audience")


def test_a_command_comes_before_a_name(vocabulary):
    assert explain("review", vocabulary).startswith("review by PERSON")


def test_a_part_of_a_name_will_do_where_it_can_be_only_one(vocabulary):
    assert explain("clear the cache", vocabulary).startswith("clear cache: a change")
    assert explain("sam", vocabulary).startswith("Nothing is called 'sam'")


def test_without_a_company_there_are_no_names():
    assert explain("roll back app").startswith("Nothing is called")
