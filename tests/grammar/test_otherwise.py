"""What people say on a call in another order than commands have."""

import pytest

from simulator.domain.command import Ask, Assign, Check, Declare, Investigate, Look, Order, Poll, Verify
from simulator.grammar import Ambiguous, Unreadable, read


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("fail over a shard, Ana", Order("fail over a shard", "ana")),
        ("fail over a shard now, Ana please", Order("fail over a shard", "ana")),
        ("verify roll back app, bo", Verify("roll back app", by="bo")),
        ("Bo, you take technical lead", Assign("technical lead", "bo")),
        ("Bo, you are the technical lead now", Assign("technical lead", "bo")),
        ("Carol, please act as business lead", Assign("business lead", "carol")),
        ("I'm taking command, it's a P1", Declare("P1")),
        ("I am the incident commander, this is a p0", Declare("P0")),
        ("Ana, any strong objections to fail over a shard?", Poll("fail over a shard")),
        ("carol you are business lead", Assign("business lead", "carol")),
        ("This is a P1, I'm in command", Declare("P1")),
        ("I'm declaring a P1", Declare("P1")),
        ("look at db-shards, Ana, 5 min", Investigate("db-shards", "ana", 300)),
        ("roll back app, Bo, because it fits", Order("roll back app", "bo", because="it fits")),
        ("Bo is technical lead", Assign("technical lead", "bo")),
        ("Carol takes comms", Assign("business lead", "carol")),
        ("what does Ana think?", Ask("theory", "ana")),
        ("What has Bo found?", Ask("progress", "bo")),
        ("Ana, is it safe to fail over a shard?", Check("fail over a shard", "ana")),
        ("is it safe to fail over a shard?", Check("fail over a shard")),
        ("is it safe to wait?", None),
        ("how bad is it?", Ask("impact")),
        ("what changed?", Ask("what changed")),
        ("what can we try?", Ask("options")),
        ("any ideas?", Ask("theory")),
        ("who can do comms?", Look("people")),
        ("who did this?", None),
        ("can we roll back?", None),
        ("what is wrong with app?", None),
        ("Bo is technical lead?", None),
        ("Bo is on db-shards", None),
        ("I'm not taking command, it's a P1", None),
        ("I'm taking command, is it a P1 or a P0?", None),
        ("Bo, are you technical lead?", None),
        ("Bo, you ask the technical lead", None),
        ("we wait, Ana", None),
    ],
)
def test_it_is_read_as_what_it_is_in_the_usual_order(vocabulary, said, command):
    heard = read(said, vocabulary)
    if command is None:
        assert isinstance(heard, Unreadable | Ambiguous)
    else:
        assert heard == command


def test_names_at_the_end_go_round_only_once(vocabulary):
    assert isinstance(read("Ana, Raj, Bo, Ana", vocabulary), Unreadable | Ambiguous)
