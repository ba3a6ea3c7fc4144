"""Who did what: every kind of act in plain words, whatever it was about."""

from typing import get_args

import pytest

from simulator.room.audit import PLAIN, audit
from simulator.room.event import Act, Event

TOLD = {
    "opened": ({"set": "x1", "team": "Search"}, "opened the room: for the team Search"),
    "sat": ({"name": "Aoife", "seat": "beside-commander"}, "sat down: Supervisor of the Incident Commander"),
    "left": ({}, "left the seat"),
    "said": ({"seat": "business-lead", "text": "signals"}, "said: signals (Business Lead)"),
    "clock": ({"speed": 2.0, "stopped": False}, "clock: runs at 2x"),
    "noted": (
        {"entry": 4, "text": "calm", "rating": 4, "competence": "command"},
        "pinned a note: calm, 4 of 5, command (at line 4 of the record)",
    ),
    "whispered": (
        {"seat": "commander", "text": "ask Raj"},
        "said in private: ask Raj (to the Incident Commander)",
    ),
    "committed": (
        {"when": "late", "will": "ask", "owner": "Bo", "by": "2031-01-15"},
        "wrote down a commitment: when late, I will ask (Bo, by 2031-01-15)",
    ),
    "shared": ({"link": 2, "open": False}, "link: number 2 was taken back"),
    "program": ({"player": "by-the-book"}, "had a program lead: by-the-book"),
    "entered": ({"from": "10.0.0.7"}, "came in: from 10.0.0.7"),
    "unsaid": (
        {"seat": "commander", "text": "page app", "place": 0, "later": 0},
        "took back before it was said: page app (Incident Commander)",
    ),
    "announced": ({"text": "Welcome", "place": "", "over": False}, "said to everybody: Welcome"),
    "hidden": ({"hidden": True}, "put out of sight"),
    "took": ({"what": "recording"}, "took away: recording"),
    "talked": ({"text": "That was fair."}, "said afterwards: That was fair."),
}


def read(act, body, who="p1"):
    (row,) = audit([Event(1, 60, act, who, body, 0.0)])
    return row


def test_no_kind_of_act_is_without_plain_words():
    assert set(PLAIN) == set(TOLD) == set(get_args(Act))
    assert not {"noted", "whispered", "took", "sat"} & set(PLAIN.values())


@pytest.mark.parametrize("act", sorted(TOLD))
def test_each_is_told_in_words(act):
    body, words = TOLD[act]
    assert read(act, body)["what"] == words


def test_what_was_opened_said_or_noted_otherwise():
    again = {"from": "abc", "at": 700, "moment": 2, "name": "again from 0:11:40"}
    assert read("opened", again)["what"] == "opened the room: again from 0:11:40"
    assert read("opened", {})["what"] == "opened the room"
    taken = {"entry": 4, "text": "", "rating": 0, "competence": "", "withdraws": 1}
    assert read("noted", taken)["what"] == "pinned a note: took back note 1"
    assert read("noted", {"entry": 9, "text": "", "rating": 2, "competence": ""})["what"] == (
        "pinned a note: 2 of 5 (at line 9 of the record)"
    )
    assert read("clock", {"speed": 1.0, "stopped": True})["what"] == "clock: paused"
    assert read("shared", {"link": 1, "open": True})["what"] == "link: number 1 was given out"


def test_whoever_did_it_is_called_by_name_and_the_room_itself_the_server():
    events = [
        Event(1, 0, "sat", "p1", {"name": "Aoife", "seat": "commander"}, 0.0),
        Event(2, 7, "left", "p1", {}, 0.0),
        Event(3, 9, "clock", "", {"speed": 1.0, "stopped": True}, 0.0),
    ]
    rows = audit(events)
    assert [row["who"] for row in rows] == ["the server", "Aoife", "Aoife"]
    assert rows[0]["at"] == "0:00:09"
