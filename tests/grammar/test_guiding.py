"""The facilitator's words: a table of its own that no trainee's answer, help or completion knows."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.command import End, Help, Say, Skip
from simulator.domain.guidance import (
    PULLS,
    STEPS,
    Fire,
    GiveHint,
    Guidance,
    Hold,
    LetGo,
    Nudge,
    Plan,
    Prompt,
    Reword,
    SendIn,
    Whisper,
)
from simulator.domain.scenario import Inject
from simulator.domain.seats import TRAINEES
from simulator.domain.value import replace
from simulator.grammar import (
    GUIDING,
    GUIDING_VERBS,
    Ambiguous,
    Unreadable,
    complete,
    explain,
    guiding_vocabulary,
    read,
    reference,
    spell,
)
from tests.grammar.conftest import SERVICES, scenario

INJECTS = (
    Inject("time", "", 600, "bo", "Could it be the release of this morning?"),
    Inject("time", "", 900, "leadership", "How long will it be?", swoops=True),
    Inject("time", "", 1200, "bo", "I still think it is the release."),
)
every_row = pytest.mark.parametrize("row", GUIDING, ids=lambda row: row.verb)


@pytest.fixture(scope="module")
def guiding(vocabulary):
    return guiding_vocabulary(vocabulary, replace(scenario(), injects=INJECTS))


@every_row
def test_the_example_says_the_command(row, guiding):
    assert type(read(row.example, guiding, GUIDING_VERBS)) is row.kind


def test_all_that_guides_has_a_row():
    assert {row.kind for row in GUIDING} == {*get_args(Guidance), Say, Skip, Help, End}


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("fire 2", Fire("2")),
        ("fire inject 2", Fire("2")),
        ("fire leadership", Fire("2")),
        ('fire 1 saying "Is it the shard?"', Fire("1", "Is it the shard?")),
        ("hold 3", Hold("3")),
        ("let go 3", LetGo("3")),
        ('reword 2 saying "Is it the shard?"', Reword("2", "Is it the shard?")),
        ('plan support in 10m saying "Hm."', Plan("support", 600, "Hm.")),
        ('schedule support after 5m say "Hm."', Plan("support", 300, "Hm.")),
        ('edit inject 2 to "Is it the shard?"', Reword("2", "Is it the shard?")),
        ('have raj say "It was me"', Prompt("raj", "It was me")),
        ("have Raj Patel say it was me", Prompt("raj", "it was me")),
        ("send in leadership", SendIn("leadership")),
        ("swoop leadership wanting command", SendIn("leadership", "command")),
        ("nudge db shards errors by 20 % for 10m", Nudge("db-shards", "errors", 20, 600)),
        ("nudge app slowness by 50 per cent for 90s", Nudge("app", "slowness", 50, 90)),
        ('whisper to deputy saying "watch"', Whisper("deputy", "watch")),
        ('hint commander direction saying "look at app"', GiveHint("commander", "direction", "look at app")),
        ("end", End()),
        ("skip 10m", Skip(600)),
        ("say welcome, all", Say("welcome, all")),
        ('have support say "Ten more."', Prompt("support", "Ten more.")),
    ],
)
def test_what_a_facilitator_says_is_read(text, command, guiding):
    assert read(text, guiding, GUIDING_VERBS) == command


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("fire bo", "'bo' could be: 1 bo: Could it be the release of, 3 bo: I still think it is the"),
        ("fire 9", "'9' is not an inject of this outage"),
        ("nudge app errors by lots for 5m", "'lots' is not a share such as 20%"),
        ("whisper nobody saying hi", "'nobody' is not a seat"),
        ("declare P1", "'declare P1' is not a command"),
    ],
)
def test_what_is_not_understood_is_answered(text, answer, guiding):
    said = read(text, guiding, GUIDING_VERBS)
    assert isinstance(said, Unreadable | Ambiguous)
    assert said.answer.startswith(answer)


@every_row
def test_a_trainee_who_says_it_is_answered_as_for_any_unknown_words(row, vocabulary):
    if row.kind not in get_args(Guidance):
        return
    said = read(row.example, vocabulary)
    assert not isinstance(said, get_args(Guidance))
    assert row.shown not in explain("")
    assert row.example not in reference()
    assert row.verb not in [offer.text for offer in complete(row.verb[:2], vocabulary)]


words = (
    st.text("abc ,.?'", min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: any(letter.isalpha() for letter in text))
)
commands = st.one_of(
    st.builds(Fire, st.sampled_from("123"), st.just("") | words),
    st.builds(Hold, st.sampled_from("123")),
    st.builds(Reword, st.sampled_from("123"), words),
    st.builds(LetGo, st.sampled_from("123")),
    st.builds(Plan, st.sampled_from(["raj", "bo", "support"]), st.integers(1, 7200), words),
    st.builds(Prompt, st.sampled_from(["raj", "bo", "sam-l", "support", "customers"]), words),
    st.builds(SendIn, st.just("leadership"), st.sampled_from(["news", "eta"]), st.just("") | words),
    st.builds(
        Nudge,
        st.sampled_from(SERVICES),
        st.sampled_from(PULLS),
        st.integers(0, 100),
        st.integers(1, 7200),
    ),
    st.builds(Whisper, st.sampled_from(TRAINEES), words),
    st.builds(GiveHint, st.sampled_from(TRAINEES), st.sampled_from(STEPS), words),
)


@settings(max_examples=200, deadline=None)
@given(command=commands)
def test_the_usual_spelling_of_a_command_says_that_command(command, guiding):
    assert read(spell(command, guiding), guiding, GUIDING_VERBS) == command


def test_help_and_completion_are_of_this_table(guiding):
    assert "fire" in explain("", guiding, GUIDING_VERBS)
    assert "declare" not in explain("", guiding, GUIDING_VERBS)
    assert [offer.text for offer in complete("", guiding, GUIDING_VERBS)] == [row.verb for row in GUIDING]
    assert [offer.text for offer in complete("hold ", guiding, GUIDING_VERBS)] == ["1", "2", "3"]
