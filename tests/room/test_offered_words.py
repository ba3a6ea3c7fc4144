"""A seat is told of the words that it may say, and of no others."""

import pytest

from simulator.domain.command import Withdraw
from simulator.grammar import VERBS
from simulator.room.forms import forms, may, words_of
from simulator.room.seats import SEATS
from tests.room.people import joined


@pytest.mark.parametrize("seat", SEATS)
def test_the_sheet_of_words_holds_what_the_seat_may_say(library, seat):
    outage = library.outage("write-stall")
    told = forms(outage, seat)
    kinds = {row.kind.__name__ for row in VERBS.rows}
    assert {row.kind.__name__ for row in words_of(seat).rows} == kinds & set(may(seat)) - {"Wait", "Skip"}
    assert [each["verb"] for each in told["words"]] == [row.verb for row in words_of(seat).rows]


def test_an_observer_has_few_words(library):
    verbs = {each["verb"] for each in forms(library.outage("write-stall"))["words"]}
    assert {"signals", "note", "help"} <= verbs
    assert not verbs & {"declare", "assign", "say", "ask", "wait", "skip"}


def test_completion_offers_what_the_seat_may_say(server, room):
    joined(server, room, "observer", "Eli")
    offered = server.get(f"/r/{room.id}/observer/offers", params={"text": "de"}).json()
    assert offered == []
    joined(server, room)
    offered = server.get(f"/r/{room.id}/commander/offers", params={"text": "de"}).json()
    assert [each["text"] for each in offered] == ["declare", "decide"]


def test_nobody_is_told_that_time_passed_when_it_did_not(server, room):
    place = joined(server, room)
    told = server.post(f"{place}/say", json={"text": "skip 10m", "key": "1"}).json()
    assert told["answer"].startswith("Time runs for all of you here.")
    assert room.now == 0


def test_who_can_work_on_a_part_is_told(library):
    told = forms(library.outage("write-stall"), "commander")
    assert set(told["able"]) == {each["name"] for each in told["services"]}
    assert "raj" in told["able"]["db-shards"]
    assert told["looks"]["who"] == "people"
    assert set(told["belongs"].values()) <= set(told["teams"])


def test_a_line_of_talk_has_its_words_and_a_call_its_audience(room):
    room.sit("a", "Ann", "commander")
    room.say("a", "commander", "say hello Ann and all")
    (line,) = [each for each in room.lines("deputy") if each["kind"] == "Spoke"]
    assert (line["words"], line["author"], line["from"]) == ("hello Ann and all", "Ann", "commander")
    room.skip("", 1800)
    called = [each for each in room.lines("commander") if each["kind"] in ("Swooped", "StakeholderAsked")]
    assert called
    assert {each["audience"] for each in called} <= set(room.outage.doctrine.clocks)


def test_what_was_asked_for_is_told_with_the_words_that_take_it_back(room):
    room.sit("a", "Ann", "commander")
    room.say("a", "commander", "page datastores")
    room.skip("", 1500)
    for text in ("investigate db-shards", "check fail over a shard", "investigate app by me"):
        room.say("a", "commander", text)
        room.skip("", 40)
    asked = [each["withdraw"] for each in room.board("commander")["work"]]
    assert asked[0].startswith("withdraw look db-shards")
    exercise = room.exercise
    for words in asked:
        assert isinstance(exercise.meaning("commander", words), Withdraw)
