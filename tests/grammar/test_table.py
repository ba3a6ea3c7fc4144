"""The command table: whole, clear, and every example is read as what it is an example of."""

from collections import Counter
from typing import get_args

import pytest

from simulator.domain.command import Command, Look
from simulator.domain.guidance import Guidance
from simulator.domain.succession import Relief
from simulator.grammar import explain, read, reference
from simulator.grammar.explanation import example_in, kinds_of
from simulator.grammar.kinds import KINDS
from simulator.grammar.table import GROUPS, TABLE
from simulator.grammar.verbs import POLITE

every_row = pytest.mark.parametrize("row", TABLE, ids=lambda row: row.verb)


def test_every_command_has_a_row():
    others = {*get_args(Guidance), *get_args(Relief)}
    assert {row.kind for row in TABLE} == set(get_args(Command)) - others


def test_no_verb_stands_for_two_commands():
    verbs = Counter(spelling for row in TABLE for spelling in row.spellings)
    assert [verb for verb, count in verbs.items() if count > 1] == []


def test_no_verb_is_taken_for_good_manners():
    assert [row.verb for row in TABLE for spelling in row.spellings if spelling[0] in POLITE] == []


@every_row
def test_the_example_says_the_command(row, vocabulary):
    assert type(read(row.example, vocabulary)) is row.kind


@every_row
def test_a_row_teaches_in_one_line_each(row):
    assert row.group in GROUPS
    assert len(row.meaning) <= 52
    assert row.meaning == row.meaning.strip(" .")
    assert row.advice[-1] in ".?"
    assert set(kinds_of(row)) <= set(KINDS)


@every_row
def test_every_other_verb_is_understood(row, vocabulary):
    rest = row.example.removeprefix(row.verb)
    for verb in row.verbs:
        assert read(f"{verb}{rest}", vocabulary) == read(row.example, vocabulary), verb


def test_the_overview_fits_a_screen():
    lines = explain("").splitlines()
    assert len(lines) <= 52
    assert max(map(len, lines)) <= 78
    assert lines[:7] == [
        "You command by typing. help explains a command or a name: help order",
        "Look around",
        "  board      the incident at a glance   timeline   what happened, in order",
        "  people     who is here, who can come  services   what depends on what",
        "  runbook    changes you may order      signals    what the gauges read",
        "  severities what each level means      clocks     who waits for news",
        "Take command",
    ]


@every_row
def test_every_command_is_in_the_overview(row):
    assert row.kind is Look or f"  {row.shown_short}  " in explain("").replace("\n", "  \n")


def test_help_for_a_command_shows_what_can_be_named(vocabulary):
    assert explain("order", vocabulary).splitlines() == [
        "order CHANGE [by PERSON] [in workstream NAME] [staged] [because TEXT]",
        "  Have a change made on production. One at a time: verify it before you order",
        "      the next. Staged, where that is possible. Until it is begun, and while",
        "      somebody objects, cancel calls it off.",
        "  For instance: order roll back app by bo because the 21:20 release fits",
        "  Also: apply, execute, perform, run, do",
        "  CHANGE    roll back app, fail over a shard, stop the migration, restart app,",
        "      clear cache, turn off new inbox, turn off search, add shard replicas,",
        "      drain traffic by region",
        "  PERSON    ana, raj, bo, carol, niamh, Sam Lee, Sam Wolfe, josé, me",
        "  NAME      a name you make up",
        "  TEXT      any words; they run to the end of the line unless you put them in",
        '      "quotes"',
    ]


def test_help_for_a_shortened_verb_explains_all_it_could_be():
    assert [text.split()[0] for text in explain("rev").split("\n\n")] == ["revert", "review"]


def test_help_for_no_command_says_so():
    assert explain("the weather") == (
        "Nothing is called 'the weather', and no command. Type help to see every command."
    )


@every_row
def test_every_command_is_on_the_reference_page(row):
    page = reference()
    assert f"### {row.verb}\n\n```text\n{row.shown}\n```\n" in page
    assert row.advice in page


@every_row
def test_an_example_can_be_made_from_other_names(row, other_vocabulary):
    assert type(read(example_in(row, other_vocabulary), other_vocabulary)) is row.kind


@pytest.mark.parametrize(("verb", "example"), [
    ("brief", "brief leadership identified affecting pay a bill"), ("review", "review by zoë due thursday"),
])  # fmt: skip
def test_an_example_in_other_names_keeps_to_what_the_usual_one_says(verb, example, other_vocabulary):
    row = next(row for row in TABLE if row.verb == verb)
    assert example_in(row, other_vocabulary) == example
