"""How a few typed words find a name."""

import pytest

from simulator.grammar.names import Name, Names
from simulator.grammar.words import split, words_of

CHANGES = Names.of(
    Name(text, text)
    for text in (
        "roll back app", "roll back app config", "restart app", "apply limits", "fail over db-main",
        "clear cache", "flush queue", "the", "send a message",
    )
)  # fmt: skip

FOUND = {
    "roll back app": ["roll back app"],
    "rollback app": ["roll back app"],
    "Roll-back the APP!": ["roll back app"],
    "roll config": ["roll back app config"],
    "rollbackapp": ["roll back app"],
    "r a": ["roll back app", "roll back app config", "restart app"],
    "restart": ["restart app"],
    "app": ["roll back app", "roll back app config", "restart app"],
    "appl": ["apply limits"],
    "app back": [],
    "db": ["fail over db-main"],
    "failover main": ["fail over db-main"],
    "flush": ["flush queue"],
    "flush cache": ["clear cache"],
    "purge queue": ["flush queue"],
    "reboot apps": ["restart app"],
    "sending messages": ["send a message"],
    "the": ["the"],
    "pizza": [],
    "": [],
}


@pytest.mark.parametrize(("typed", "found"), FOUND.items())
def test_words_find_a_name(typed, found):
    assert list(CHANGES.find(split(typed).plain)) == found


def test_a_name_and_what_it_belongs_to():
    people = Names.of([Name("a", "Ana Ruiz"), Name("b", "Bo Ruiz")], also=[("disk", "a"), ("disk", "b")])
    assert people.find(("ruiz",)) == ("a", "b")
    assert people.find(("disk",)) == ("a", "b")
    assert people.find(("ana", "disk")) == ()


def test_the_spoken_name_is_the_shortest_that_is_read_as_nothing_else():
    people = Names.of([
        Name("s1", "Sam Lee", call="Sam"), Name(
        "s2", "Sam Wolfe", call="Sam"), Name("bo", "Bo Oz", call="Bo"),
    ])  # fmt: skip
    assert [people.spoken(person) for person in ("s1", "s2", "bo")] == ["Sam Lee", "Sam Wolfe", "Bo"]
    assert people.spoken("nobody") == "nobody"


def test_near_misses():
    assert CHANGES.near("restrat app")[0] == "restart app"
    assert CHANGES.near("pizza") == ()
    assert CHANGES.near("x" * 5000) == ()


def test_words_of_a_name_leave_out_what_means_nothing():
    assert words_of("Fail over a shard") == ("fail", "over", "shard")
    assert words_of("the") == ("the",)
    assert words_of('José\N{RIGHT SINGLE QUOTATION MARK}s "big" db-main') == ("jose's", "big", "db", "main")
