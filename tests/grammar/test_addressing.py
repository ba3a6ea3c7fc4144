"""Lines that speak to somebody, as people write in a chat."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain import command as said
from simulator.domain.update import Update
from simulator.grammar import Ambiguous, Unreadable, complete, read, spell
from tests.grammar.conftest import PEOPLE
from tests.grammar.test_round_trip import any_command, line

ASKED = {
    "Raj, what changed in the last hour?": said.Ask("what changed", "raj"),
    "Bo, what do you see?": said.Ask("theory", "bo"),
    "bo: any idea?": said.Ask("theory", "bo"),
    "@raj what changed": said.Ask("what changed", "raj"),
    "raj progress?": said.Ask("progress", "raj"),
    "hey Raj, how far are you?": said.Ask("progress", "raj"),
    "José, what can we try?": said.Ask("options", "jose"),
    "Sam Lee, what changed": said.Ask("what changed", "sam-l"),
    "@here anything deployed in the last hour?": said.Ask("what changed"),
    "all, what changed?": said.Ask("what changed"),
    "team, who is affected?": said.Ask("impact"),
}
ORDERED = {
    "Raj, please look into db-shards, 5 min": said.Investigate("db-shards", "raj", 300),
    "@raj look into db-shards for 5m": said.Investigate("db-shards", "raj", 300),
    "hey raj, can you take a look at db-shards?": said.Investigate("db-shards", "raj"),
    "raj look into db-shards": said.Investigate("db-shards", "raj"),
    "can raj check fail over a shard": said.Check("fail over a shard", "raj"),
    "Raj, order roll back app because it fits": said.Order("roll back app", "raj", because="it fits"),
    "Raj, prepare add shard replicas": said.Prepare("add shard replicas", "raj"),
    "Bo, verify roll back app, 5 min": said.Verify("roll back app", window=300, by="bo"),
    "Raj, look into db-shards by raj": said.Investigate("db-shards", "raj"),
    "Raj, never mind db-shards": said.Withdraw("db-shards", by="raj"),
    "Raj, stop": said.Withdraw("raj"),
    "Bo, stand down please": said.Release("bo"),
    "Raj, follow up: add an alarm": said.FollowUp("add an alarm", "raj"),
    "everyone, investigate app": said.Investigate("app"),
    "let raj look into db-shards": said.Investigate("db-shards", "raj"),
    "please have Raj check fail over a shard": said.Check("fail over a shard", "raj"),
    "ask raj to look into db-shards within 5m": said.Investigate("db-shards", "raj", 300),
    "tell Bo to verify roll back app": said.Verify("roll back app", by="bo"),
    "get raj to prepare add shard replicas": said.Prepare("add shard replicas", "raj"),
    "tell bo to stand down": said.Release("bo"),
    "let raj go on at db-shards": said.Investigate("db-shards", "raj"),
    "Raj, carry on with db-shards, 5 min": said.Investigate("db-shards", "raj", 300),
    "Raj, carry on with db-shards for 5 more minutes": said.Investigate("db-shards", "raj", 300),
    "Raj keep going on db-shards 5 min": said.Investigate("db-shards", "raj", 300),
    "raj, look at db-shards again": said.Investigate("db-shards", "raj"),
    "Raj, status?": said.Ask("progress", "raj"),
    "Bo, is it safe to restart app?": said.Check("restart app", "bo"),
    "Raj, how's it going?": said.Ask("progress", "raj"),
    "Raj, any new reports?": said.Ask("impact", "raj"),
    "Bo, restart app": said.Order("restart app", "bo"),
    "bo restart the app because it fits": said.Order("restart app", "bo", because="it fits"),
    "Bo, please go ahead and restart app": said.Order("restart app", "bo"),
    "have Bo restart app": said.Order("restart app", "bo"),
    "raj, stop the migration": said.Order("stop the migration", "raj"),
    "carol, draft support investigating": said.Draft(Update("support", "investigating"), "carol"),
    "raj dig into db-shards 5m": said.Investigate("db-shards", "raj", 300),
    "investigate db-shards by raj, 5 min": said.Investigate("db-shards", "raj", 300),
}
WORK = "to give work, say: investigate PLACE by raj, or check, order, prepare, verify CHANGE by raj."
QUESTION = "is a person: ask raj theory, progress, impact or what changed; to have it found out, say:"
NOT_UNDERSTOOD = {
    "Raj, you are great": WORK,
    "raj is there an attack going on?": f"{QUESTION} investigate PLACE by raj.",
    "Raj, how is the db-shards?": f"{QUESTION} investigate db-shards by raj.",
    "Raj, find out about db-shards please": "'Raj' is a person: investigate db-shards by raj.",
    "Bo, is that safe?": "'Bo' is a person: to have hazards looked for, say: check CHANGE by bo.",
    "Bo, no blocking yet please": "to have a change not made, say: cancel CHANGE; "
    "to have it on record: note TEXT.",
    "Bo is tech lead": "'Bo' is a person: assign technical lead to bo.",
    "bo writes the review": "'bo' is a person: review by bo.",
    "Bo, restart app?": "To have a change made, say: order restart app by bo.",
    "Bo, should we restart app": "To have a change made, say: order restart app by bo.",
    "Bo, restart app, no wait": "If it was ordered, call it off: cancel restart app.",
    "Bo, restart app that should do": "To have a change made, say: order restart app by bo.",
    "Bo, restart": WORK.replace("raj", "bo"),
    "Bo, is restart app safe?": "To have its hazards looked for, say: check restart app.",
    "Raj, order roll back app by bo": "speaks to Raj Patel and names bo. Say whose work it is.",
    "Raj, declare P1": "cannot do that for you. To do it yourself, say it without the name.",
    "Raj, go on": "Say: investigate PLACE [by PERSON] [in workstream NAME] [within DURATION]",
    "have Bo brief support investigating": "writes, and you approve it before it goes out. "
    "Say: draft support investigating",
    "let them look into db-shards": "to talk to the others, begin with say.",
    "Raj, fix it": WORK,
    "should raj check fail over a shard": "",
    "Ben, tell support and leadership too": "to talk to the others, begin with say.",
    "raj says check the app": "'raj' is a person: investigate app by raj.",
}


@pytest.mark.parametrize(("text", "command"), [*ASKED.items(), *ORDERED.items()])
def test_it_says_what_it_would_say_without_the_chat(text, command, vocabulary):
    assert read(text, vocabulary) == command


@pytest.mark.parametrize(("text", "answer"), list(NOT_UNDERSTOOD.items()))
def test_what_is_no_question_and_no_work_of_theirs_is_not_guessed(text, answer, vocabulary):
    heard = read(text, vocabulary)
    assert isinstance(heard, Unreadable)
    assert heard.answer.endswith(answer)


@pytest.mark.parametrize("text", ["Sam, what changed?", "sam look into app", "@sam progress?"])
def test_with_a_name_that_two_have_one_is_asked_which(text, vocabulary):
    heard = read(text, vocabulary)
    assert isinstance(heard, Ambiguous)
    assert heard.options == ("Sam Lee", "Sam Wolfe")


@pytest.mark.parametrize(
    "text", ["Raj, look into", "Raj, look into the moon", "Raj, order the moon", "Raj, ord"]
)
def test_the_answer_is_that_to_the_words_and_about_the_line(text, vocabulary):
    heard = read(text, vocabulary)
    assert isinstance(heard, Unreadable)
    assert heard.text == text
    assert heard.answer


@pytest.mark.parametrize("text", [*ASKED, *ORDERED, *NOT_UNDERSTOOD, "raj", "mei", "raj and bo"])
def test_nobody_is_told_to_page_a_person_who_may_be_on_the_call(text, vocabulary):
    heard = read(text, vocabulary)
    assert "page" not in getattr(heard, "answer", "")


@settings(max_examples=300, deadline=None)
@given(command=any_command, person=st.sampled_from([*PEOPLE]))
def test_a_command_that_is_said_to_somebody_is_theirs_or_is_answered(command, person, vocabulary):
    """It is never another command, and never somebody else's; an order is called off whoever has it."""
    name = vocabulary.spoken("PERSON", person)
    heard = read(f"{name}, {spell(command, vocabulary)}", vocabulary)
    if isinstance(heard, Unreadable | Ambiguous):
        return
    assert type(heard) in (type(command), said.Ask, said.Withdraw)
    owner = [getattr(heard, field, "") for field in ("by", "person", "owner")]
    assert person in owner or isinstance(heard, said.Help | said.Look | said.CallOff)


@settings(max_examples=300, deadline=None)
@given(person=st.sampled_from([*PEOPLE]), text=line)
def test_whatever_is_said_to_somebody_is_read_or_answered(person, text, vocabulary):
    for form in ("{}, {}", "@{} {}", "{} {}", "hey {} , {}"):
        typed = form.format(person, text)
        heard = read(typed, vocabulary)
        if isinstance(heard, Unreadable | Ambiguous):
            assert heard.text == typed
            assert heard.answer
        complete(typed, vocabulary)


def test_behind_a_name_completion_goes_on_as_without(vocabulary):
    alone = complete("look into db-s", vocabulary)
    assert alone
    assert complete("raj, look into db-s", vocabulary) == alone
    assert [offer.text for offer in complete("@raj inv", vocabulary)] == ["investigate"]
