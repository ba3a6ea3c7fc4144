"""Set phrases of a call."""

import pytest

from simulator.domain.command import (
    Ask,
    CallOff,
    Draft,
    Freeze,
    HandOver,
    Investigate,
    Look,
    Mitigated,
    Note,
    Order,
    Page,
    Poll,
    Post,
    Release,
    Resolve,
    Review,
    SetSeverity,
    Verify,
    Wait,
    Withdraw,
)
from simulator.domain.duration import MINUTE
from simulator.grammar import Unreadable, read


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("give it 5 minutes", Wait(5 * MINUTE)),
        ("Let's give it another ten minutes.", Wait(10 * MINUTE)),
        ("give it five", Wait(5 * MINUTE)),
        ("let's wait for Ana", Wait(0)),
        ("wait for Ana to join", Wait(0)),
        ("hold off on the failover", CallOff("fail over a shard")),
        ("I propose we fail over a shard", Poll("fail over a shard")),
        ("I propose to fail over a shard, any strong objections?", Poll("fail over a shard")),
        ("what do we know so far?", Look("board")),
        ("where do we stand?", Look("board")),
        ("Bo, you can drop off now", Release("bo")),
        ("Bo, feel free to leave, thanks!", Release("bo")),
        ("Niamh has command", HandOver("niamh")),
        ("Niamh, you have the conn", HandOver("niamh")),
        ("call it mitigated", Mitigated()),
        ("We are resolved.", Resolve()),
        ("we\u2019re mitigated", Mitigated()),
        ("let's call it resolved please", Resolve()),
        ("page the search team", Page("product")),
        ("page somebody who knows db-shards", Page("product")),
        ("get me someone from datastores", Page("datastores")),
        ("for the record, it began at 21:20", Note("it began at 21:20")),
        ("schedule a review by Bo due Thursday", Review("bo", "Thursday")),
        ("review on Friday by Bo", Review("bo", "Friday")),
        ("Ana, can you check db-shards please", Investigate("db-shards", "ana")),
        ("check db-shards", Investigate("db-shards")),
        ("this is a P2, not a P1", SetSeverity("P2")),
        ("raise the severity to P0", SetSeverity("P0")),
        ("bring in Bo", Page("bo")),
        ("get Ana on the call", Page("ana")),
        ("is Ana here yet?", Look("people")),
        ("has Ana joined?", Look("people")),
        ("where's Ana?", Look("people")),
        ("nobody touch anything!", Freeze()),
        ("stop all deploys", Freeze()),
        ("no more changes to production please", Freeze()),
        ("Ana, stop what you're doing", Withdraw("ana")),
        ("Ana, you have 10 minutes for db-shards", Investigate("db-shards", "ana", 10 * MINUTE)),
        ("can someone confirm restart app worked?", Verify("restart app")),
        ("Ana, could you check on db-shards, please?", Investigate("db-shards", "ana")),
        ("Bo, restart app, one node first", Order("restart app", "bo", staged=True)),
        ("order restart app on one region first", Order("restart app", staged=True)),
        ("approved", None),
        ("let's not do anything yet", None),
        ("what's plan B?", Ask("options")),
        ("what's the quickest thing we can try?", Ask("options")),
        ("were there any deploys?", Ask("what changed")),
        ("is it getting better?", Ask("impact")),
        ("did that help?", Ask("impact")),
        ("Ana, what's happening with db-shards?", Ask("theory", "ana")),
    ],
)
def test_a_phrase_is_the_command_it_stands_for(vocabulary, said, command):
    heard = read(said, vocabulary)
    if command is None:
        assert isinstance(heard, Unreadable)
    else:
        assert heard == command


@pytest.mark.parametrize(
    ("said", "audience", "state", "text"),
    [
        (
            "tell customers we are investigating problems with sending messages",
            "status page", "investigating", "We are investigating problems with sending messages",
        ),
        (
            "let support know that we've identified the cause, and are on it.",
            "support", "identified", "We've identified the cause, and are on it.",
        ),
        ("inform leadership that it's resolved now", "leadership", "resolved", "It's resolved now"),
        ("post investigating", "status page", "investigating", ""),
        ("publish monitoring next in 20m", "status page", "monitoring", ""),
    ],
)  # fmt: skip
def test_an_update_may_be_a_sentence_that_says_how_things_stand(vocabulary, said, audience, state, text):
    heard = read(said, vocabulary)
    assert isinstance(heard, Post)
    assert (heard.update.audience, heard.update.state, heard.update.text) == (audience, state, text)


def test_one_is_drafted_as_a_sentence_too(vocabulary):
    heard = read("draft customers we have identified what it is", vocabulary)
    assert isinstance(heard, Draft)
    assert (heard.update.state, heard.update.text) == ("identified", "We have identified what it is")


def test_an_update_may_be_told_as_let_them_know(vocabulary):
    told = read("let support know investigating next 20m", vocabulary)
    assert isinstance(told, Post)
    assert (told.update.audience, told.update.state, told.update.next_in) == (
        "support",
        "investigating",
        20 * MINUTE,
    )
    assert read("post to the status page investigating", vocabulary) == read(
        "post status page investigating", vocabulary
    )


@pytest.mark.parametrize(
    "said",
    [
        "give it a look",
        "give it your best",
        "let's wait for the tide",
        "we have command of the facts",
        "you can drop off",
        "page somebody who knows better",
        "we are not resolved",
        "tell customers we have not identified anything",
        "tell Bo we are investigating the cause of it",
        "get well soon",
        "call it resolved?",
        "we're resolved?",
        "Bo, you can leave?",
        "Niamh, you have command?",
        "stop all deploys?",
        "should we check db-shards?",
        "did Ana check db-shards?",
        "I can't confirm restart app worked",
        "should we revert restart app?",
        "tell customers we have identified nothing",
        "tell customers we have resolved nothing yet",
        "tell customers we have resolved the login issue but messages still fail",
        "where is the runbook?",
        "it is resolved, isn't it",
        "is it getting dark outside by now, folks, what do you think of it?",
    ],
)
def test_what_only_sounds_like_one_is_none(vocabulary, said):
    assert isinstance(read(said, vocabulary), Unreadable)


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("let leadership know we have a P1", "'we have a P1' is not a state of an update"),
        ("I propose we go for lunch", "Say: poll CHANGE"),
        ("looks good, send it", "'approve' needs an audience"),
        ("what should I do?", "board tells what is owed now"),
        ("review tomorrow", "Somebody has to write it. Say: review by PERSON due tomorrow"),
        ("schedule a review for Thursday", "Somebody has to write it. Say: review by PERSON due Thursday"),
    ],
)
def test_the_answer_tells_what_it_lacks_as_a_command(vocabulary, said, hint):
    heard = read(said, vocabulary)
    assert isinstance(heard, Unreadable)
    assert hint in heard.answer
    assert heard.text == said
