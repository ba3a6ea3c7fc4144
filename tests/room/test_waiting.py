"""What waits for a busy seat is seen, and can be taken back before it is said."""

from simulator.room.sqlite import SqliteStore
from simulator.room.waiting import row, take_back
from tests.room.people import joined

UPDATE = 'brief support investigating affecting send a message saying "one in five fails"'


def texts(room, seat="commander"):
    return [each["text"] for each in row(room, seat)["waiting"]]


def said(room):
    return [line.text for line in room.exercise.recording.commands]


def busy(room):
    room.sit("a", "Ann", "commander")
    room.say("a", "commander", "declare P1")
    for text in ("page datastores", "note first", "page datastores"):
        room.say("a", "commander", text)


def test_all_that_waits_is_listed_in_order_and_until_when(room):
    assert row(room, "commander") == {"until": 0, "waiting": []}
    busy(room)
    told = row(room, "commander")
    assert [(each["by"], each["text"]) for each in told["waiting"]] == [
        ("Ann", "page datastores"), ("Ann", "note first"), ("Ann", "page datastores"),
    ]  # fmt: skip
    assert told["until"] == room.exercise.free_at("commander") > room.now
    assert texts(room, "business-lead") == []


def test_what_is_taken_back_is_never_said_and_in_no_recording(room):
    busy(room)
    before = room.exercise.recording.text()
    assert take_back(room, "a", "commander", "page datastores", 0) == ""
    assert room.exercise.recording.text() == before
    assert texts(room) == ["note first", "page datastores"]
    room.skip("", 200)
    assert said(room) == ["declare P1", "note first", "page datastores"]


def test_what_was_said_meanwhile_cannot_be_taken_back(room):
    busy(room)
    room.skip("", 200)
    assert take_back(room, "a", "commander", "page datastores", 0) == "That has been said by now."
    assert take_back(room, "a", "commander", "note first", 7) == "That has been said by now."


def test_a_restart_keeps_what_was_taken_back_and_who_said_the_rest(kept, opened, restored):
    store = SqliteStore(kept)

    def played(room):
        room.sit("a", "Ann", "responder")
        room.sit("b", "Bo", "responder")
        room.say("a", "responder", "note one")
        for who in ("a", "b"):
            room.say(who, "responder", "note the same")
        assert take_back(room, "a", "responder", "note the same", 0) == ""
        return row(room, "responder")["waiting"]

    left = opened(store, played)
    assert [(each["by"], each["text"]) for each in left] == [("Bo", "note the same")]

    def later(room):
        again = row(room, "responder")["waiting"]
        room.skip("", 100)
        return again, said(room), [line["by"] for line in room.lines("responder") if line.get("said")]

    assert restored(store, later) == (left, ["note one", "note the same"], ["Ann", "Bo"])
    store.close()


def test_an_update_is_told_by_whom_it_is_for_and_what_it_says(room):
    room.sit("b", "Ben", "business-lead")
    room.say("b", "business-lead", UPDATE)
    room.say("b", "business-lead", UPDATE)
    (each,) = row(room, "business-lead")["waiting"]
    assert (each["about"], each["more"]) == ("Update to support", "one in five fails")


def test_an_update_that_waits_has_its_parts_so_that_it_can_go_back_into_the_form(room):
    room.sit("b", "Ben", "business-lead")
    room.say("b", "business-lead", UPDATE)
    room.say("b", "business-lead", f"{UPDATE.replace('brief', 'draft')} next in 25m data safe")
    (each,) = row(room, "business-lead")["waiting"]
    parts = {name: each["update"][name] for name in ("how", "audience", "state", "scope", "next", "data")}
    assert parts == {
        "how": "draft", "audience": "support", "state": "investigating", "scope": ["send a message"],
        "next": 1500, "data": "safe",
    }  # fmt: skip


def test_everybody_sees_what_is_being_written_and_what_comes_after_it(room):
    room.sit("b", "Ben", "business-lead")
    room.say("b", "business-lead", UPDATE)
    room.say("b", "business-lead", UPDATE.replace("support", "leadership"))
    for seat, who in (("commander", "Ben"), ("business-lead", "you")):
        assert room.board(seat)["writing"] == [
            {"audience": "support", "who": who, "out": 60},
            {"audience": "leadership", "who": who, "out": None},
        ]
    room.skip("", 300)
    assert room.board("commander")["writing"] == []


def test_each_takes_back_by_the_browser_what_waits_for_their_seat_alone(server, room):
    joined(server, room)
    place = f"/r/{room.id}/commander"
    for text in ("declare P1", "page datastores"):
        server.post(f"{place}/say", json={"text": text, "key": text})
    took = server.post(f"{place}/unsay", json={"text": "page datastores", "place": 0}).json()
    assert took == {"status": "done", "answer": ""}
    late = server.post(f"{place}/unsay", json={"text": "page datastores", "place": 0}).json()
    assert late["status"] == "refused"
    joined(server, room, "shadow-commander", "Sue")
    beside = server.post(f"/r/{room.id}/shadow-commander/unsay", json={"text": "x", "place": 0})
    assert beside.status_code == 403
