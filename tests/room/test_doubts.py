"""What is asked back before it is said: the same from two seats at once, and letting go whoever is needed."""

import pytest

from simulator.room.doubts import LATELY, doubt


@pytest.fixture
def called(room):
    """Two who lead together, and Mei and Raj on the call."""
    room.sit("a", "Ann", "commander")
    room.sit("c", "Cem", "technical-lead")
    room.say("a", "commander", "declare P1")
    room.say("a", "commander", "page datastores")
    room.skip("", 900)
    return room


def why(room, text, seat="technical-lead"):
    told = doubt(room, seat, text)
    return told["why"] if told else ""


def test_who_pages_whom_another_has_just_paged_is_asked_first(called):
    called.say("a", "commander", "page traffic")
    assert why(called, "call the traffic team") == "Ann asked for the same 0 s ago: page traffic."
    assert why(called, "page product") == ""
    assert why(called, "page traffic", "commander") == "", "one's own words are no surprise"
    called.skip("", LATELY + 1)
    assert why(called, "page traffic") == ""


def test_what_waits_for_a_busy_seat_is_asked_for_too(called):
    for text in ("page traffic", "check fail over a shard by raj"):
        called.say("a", "commander", text)
    assert "Ann asks for the same as soon as they are free" in why(called, "check fail over a shard")
    assert why(called, "note fail over a shard") == ""


def test_whoever_has_a_role_or_work_is_let_go_only_by_whoever_means_it(called):
    assert doubt(called, "commander", "release mei") is None
    called.say("a", "commander", "assign deputy to mei")
    called.say("a", "commander", "investigate app by mei within 10m")
    called.skip("", 120)
    told = doubt(called, "commander", "release mei") or {}
    assert told["why"].startswith("Mei is the deputy and has been asked to look into app.")
    assert (told["yes"], told["no"]) == ("Release Mei", "Mei stays")
