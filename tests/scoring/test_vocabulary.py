"""Words that have to do with an incident, or with any response to one; and those that do not."""

import pytest

from simulator.domain.stem import stem
from simulator.scoring.beside_the_point import beside_the_point
from simulator.scoring.case import Case
from simulator.scoring.vocabulary import about_this, telling
from tests.drills import drill

POST = (
    '0:03:00 declared severity=P1 commander=you\n0:08:00 posted audience="status page" state=investigating '
)


@pytest.fixture(scope="module")
def wrapped_up():
    """The end of a drill in which nobody had looked for the cause."""
    exercise = drill("wrap-up").exercise(1)
    return Case(exercise.scenario, exercise.doctrine, tuple(exercise.entries))


def astray(case, words):
    made = case(POST + words)
    (sent,) = made.sent("status page")
    return beside_the_point(made, sent.fact.update)


@pytest.mark.parametrize(
    "text",
    [
        "Banana carrot.",
        "Banana carrot. We are still investigating.",
        "Lorem ipsum dolor sit amet 12",
    ],
)
def test_nonsense_is_beside_the_point(case, text):
    assert astray(case, f'text="{text}"')
    assert astray(case, f'text="{text}" scope="send a message" cause="a database"')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We are still investigating.",
        "We are still working on this. The next update comes at 10:20.",
        "Hang tight, folks, more soon.",
        "Still chasing gremlins; more at 10:20.",
        "It works again. We keep watching before we call it over.",
        "All has worked again for a while, and this is over.",
        "We restarted it.",
        "The vendor is on the phone with us.",
        "Mei took a look.",
        "Engineers are rolling it back.",
        "About half of you are back.",
        "People come back in bit by bit over 15 min.",
    ],
)
def test_ordinary_words_are_not(case, text):
    assert not astray(case, f'text="{text}"')


def test_a_word_is_the_same_in_all_its_forms():
    assert len({stem(word) for word in ("fail", "fails", "failed", "failing")}) == 1
    assert len({stem(word) for word in ("restart", "restarting", "restarted")}) == 1


def test_names_of_the_company_and_words_of_a_cause_are_telling(case):
    words = frozenset({"shards", "migration", "search", "banana"})
    assert telling(case(POST), words) == words - {"banana"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("find out why the primary stopped committing", True),
        ("why did the primary stop", True),
        ("improve our process", False),
        ("somebody should look into this", False),
    ],
)
def test_work_may_name_what_was_wrong_though_no_look_had_found_it(wrapped_up, text, named):
    assert about_this(wrapped_up, text) is named
