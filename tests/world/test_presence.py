"""Seniors in the room: what they want, what lets them leave, and what does not."""

import pytest

from simulator.domain.command import Answer, Declare, Post, SetSeverity
from simulator.domain.fact import Replied, StakeholderAsked, SteppedBack, Swooped
from simulator.domain.update import Update

AUDIENCE = "leadership"


@pytest.fixture
def room(play):
    """A play in which leadership has just stepped in and wants something."""

    def stepped_in(wants):
        it = play().until("5m")
        it.parts.stakeholders.swoop(it.scenario.organisation.stakeholders["leadership"], wants=wants)
        return it

    return stepped_in


def brief(**said):
    return Post(Update(AUDIENCE, "identified", **said))


def stays(it) -> bool:
    return AUDIENCE in it.parts.stakeholders.presence


@pytest.mark.parametrize(
    ("wants", "said", "leaves"),
    [
        ("news", {}, False),
        ("news", {"text": "Two people are on it."}, True),
        ("news", {"scope": ("buy",)}, True),
        ("command", {"cause": "a lock"}, True),
        ("eta", {"scope": ("buy",), "text": "We are on it."}, False),
        ("eta", {"eta": 1800}, True),
        ("severity", {"text": "We are on it."}, False),
        ("severity", {"scope": ("buy",)}, True),
    ],
)
def test_a_brief_with_what_they_came_for_lets_them_leave(room, wants, said, leaves):
    it = room(wants)
    it.say(brief(**said))
    it.until("7m")
    assert stays(it) is not leaves
    assert len(it.facts(SteppedBack)) == leaves
    assert any(fact.who == "leadership" for fact in it.facts(StakeholderAsked)) is not leaves


def test_that_it_is_over_lets_everyone_leave(room):
    it = room("eta")
    it.say(Post(Update(AUDIENCE, "monitoring")))
    assert not stays(it.until("7m"))


@pytest.mark.parametrize(
    ("wants", "answer", "leaves"),
    [
        ("eta", {"no_eta": True}, True),
        ("eta", {"eta": 600}, True),
        ("eta", {"severity_stays": True}, False),
        ("severity", {"severity_stays": True, "because": "half cannot buy"}, True),
        ("severity", {"no_eta": True}, False),
        ("command", {"take_command": True}, True),
        ("command", {"no_eta": True}, False),
        ("news", {"take_command": True}, True),
    ],
)
def test_a_clear_answer_ends_it_and_one_beside_the_point_does_not(room, wants, answer, leaves):
    it = room(wants)
    it.say(Answer(AUDIENCE, **answer))
    assert len(it.facts(Replied)) == 1
    assert stays(it) is not leaves
    assert len(it.facts(SteppedBack)) == leaves


@pytest.mark.parametrize(
    ("wants", "words", "how", "leaves"),
    [
        ("command", "no, it stays; Bo has found something", "in words", True),
        ("news", "the release was yesterday, and Bo has a likelier lead", "in words", True),
        ("news", "more from me at 15:30", "later", True),
        ("eta", "we do not know yet when it is over", "no eta", True),
        ("eta", "Bo has found something, you hear from me at 15:30", "later", True),
        ("eta", "Bo has found something", "in words", False),
        ("severity", "it stays a P1, half cannot buy", "severity stays", True),
        ("severity", "Bo has found something", "in words", False),
        ("command", "do you want to take command?", "take command", True),
    ],
)
def test_an_answer_in_words_says_what_it_says(room, wants, words, how, leaves):
    it = room(wants)
    it.say(Answer(AUDIENCE, because=words))
    assert [fact.how for fact in it.facts(Replied)] == [how]
    assert stays(it) is not leaves


def test_a_sentence_after_a_short_answer_is_news(room):
    it = room("news")
    it.say(Answer(AUDIENCE, no_eta=True))
    assert stays(it)
    it.say(Answer(AUDIENCE, no_eta=True, because="Bo has found a full table"))
    assert not stays(it)


def test_words_that_may_mean_several_things_are_said_back(room):
    allows = room("eta").world.allows
    assert allows(Answer(AUDIENCE, because="by 15:30, says Bo")) == (
        "If that is when it is over: answer leadership eta 30m. If it is when they hear more: later. "
        "If there is no time yet: no eta."
    )
    assert room("command").world.allows(Answer(AUDIENCE, because="no")) == (
        "Say what you answer: eta 30m, no eta, take command, severity stays, later, or a sentence."
    )


def test_changing_the_severity_ends_the_argument_about_it(room):
    it = room("severity")
    it.say(Declare("P1"))
    assert stays(it)
    it.say(SetSeverity("P0"))
    assert not stays(it)


def test_who_is_put_off_comes_back_unless_briefed(room):
    forgotten, kept = room("eta"), room("eta")
    for it in (forgotten, kept):
        it.say(Answer(AUDIENCE, later=True))
        assert not stays(it)
    kept.say(brief(text="Here is where we are."))
    assert stays(forgotten.until("16m"))
    assert not stays(kept.until("16m"))
    assert [fact.wants for fact in forgotten.facts(Swooped)] == ["eta", "eta"]


def test_nobody_can_be_answered_who_is_not_there(play, room):
    assert "brief leadership investigating saying" in play().world.allows(Answer(AUDIENCE, no_eta=True))
    assert "eta 30m" in room("eta").world.allows(Answer(AUDIENCE))
    assert not room("eta").world.allows(Answer(AUDIENCE, no_eta=True))


@pytest.mark.parametrize(("audience", "state"), [(AUDIENCE, "monitoring"), ("support", "investigating")])
def test_the_brief_that_is_offered_instead_fits_the_state_that_was_told(play, audience, state):
    """Leadership was told last; support had its own last word before that."""
    it = play()
    for update in (Update("support", "investigating"), Update(AUDIENCE, "monitoring")):
        it.say(Post(update))
        it.until(it.world.now + 61)
    assert f"brief {audience} {state} saying" in it.world.allows(Answer(audience, no_eta=True))


def test_an_audience_that_was_told_nothing_is_offered_what_others_were_told(play):
    it = play()
    it.say(Post(Update("sales", "identified")))
    assert "brief leadership identified saying" in it.until("3m").world.allows(Answer(AUDIENCE, no_eta=True))


def test_whoever_asked_is_named_as_the_one_who_was_answered(room):
    it = room("news")
    it.say(Answer(AUDIENCE, because="Bo has found a full table"))
    assert [fact.who for fact in it.facts(Replied)] == [""], "leadership goes by the name of its audience"
    it.parts.stakeholders.swoop(it.scenario.organisation.stakeholders["customers"], wants="news")
    it.say(Answer("status page", because="Bo has found a full table"))
    assert it.facts(Replied)[-1].who == "customers"


def test_a_time_given_in_an_answer_is_held_against_us_when_it_passes(room):
    it = room("eta")
    it.say(Answer(AUDIENCE, eta=600))
    it.until("20m")
    assert it.parts.stakeholders.opinions.of(AUDIENCE).misled
