"""Observers' notes: pinned to a line, seen by few, changed by nobody."""

import json

from simulator.domain.entry import TRUTH
from simulator.room.after import notes
from simulator.room.sqlite import SqliteStore
from tests.room.people import facilitates, joined, pinned


def line_of(server, place, words):
    """The number of the line that holds some words, as the seat counts."""
    with server.websocket_connect(f"{place}/ws") as socket:
        lines = socket.receive_json()["lines"]
    return next(line["n"] for line in lines if words in line["text"])


def test_a_note_is_pinned_to_the_line_that_the_observer_saw(server, room):
    server.portal.call(room.say, "", "commander", "declare P1")
    place = joined(server, room, "observer", "Olu")
    line = line_of(server, place, "declares the incident")
    assert pinned(server, place, line).status_code == 200
    (note,) = notes.notes_of(room)
    assert "Declared" in type(room.exercise.entries[note.entry - 1].fact).__name__
    assert (note.by, note.rating, note.competence, note.text) == ("Olu", 4, "command", "Said it calmly")


NO_NOTES = (
    ({"line": 9999, "text": "x"}, "no such line"),
    ({"line": 1}, "Write something"),
    ({"line": 1, "text": "x", "rating": 6}, "from 0 to 5"),
    ({"line": 1, "text": "x", "competence": "charm"}, "no competence"),
    ({"line": True, "text": "x"}, "whole number"),
)


def test_a_note_that_makes_no_sense_is_refused(server, room):
    place = joined(server, room, "observer")
    for body, says in NO_NOTES:
        answer = server.post(f"{place}/note", json=body)
        assert answer.status_code == 400
        assert says in answer.json()["answer"]
    assert not room.notes


def test_only_those_who_watch_are_sent_notes(server, room):
    olu = joined(server, room, "observer", "Olu")
    assert pinned(server, olu, 1, text="I saw that").status_code == 200
    leads = joined(server, room, "commander")
    assert server.get(f"{leads}/notes").status_code == 403
    assert pinned(server, leads, 1).status_code == 403
    with server.websocket_connect(f"{leads}/ws") as socket:
        sent = "".join(socket.receive_text() for _ in range(4))
    assert "I saw that" not in sent
    desk = facilitates(server, room)
    assert server.get(f"{desk}/notes").json()["notes"][0]["text"] == "I saw that"


def test_a_note_comes_over_the_socket_of_another_observer(server, room):
    olu, pia = joined(server, room, "observer", "Olu"), room.id
    pinned(server, olu, 1, text="Quick")
    with server.websocket_connect(f"/r/{pia}/observer/ws?after=9999") as socket:
        told = [socket.receive_json() for _ in range(6)]
    assert any(each.get("notes", [{}])[0].get("text") == "Quick" for each in told if "notes" in each)


def test_what_is_pinned_to_the_truth_is_not_there_for_observers(server, room):
    desk = facilitates(server, room)
    hidden = next(entry for entry in room.exercise.entries if entry.seen == TRUTH)
    assert pinned(server, desk, hidden.number, text="Here it began").status_code == 200
    olu = joined(server, room, "observer", "Olu")
    assert server.get(f"{olu}/notes").json()["notes"] == []
    assert "entry" not in json.dumps(server.get(f"{olu}/notes").json())


def test_a_note_can_be_withdrawn_by_its_writer_and_stays_on_record(server, room):
    olu = joined(server, room, "observer", "Olu")
    pinned(server, olu, 1)
    desk = facilitates(server, room)
    assert server.post(f"{desk}/note", json={"withdraw": 1}).status_code == 403
    assert server.post(f"{olu}/note", json={"withdraw": 1}).status_code == 200
    (note,) = notes.notes_of(room)
    assert note.withdrawn
    assert note.text == "Said it calmly"
    assert notes.seen_of(room) == ()


def test_notes_come_back_after_a_restart(kept, opened, restored):
    store = SqliteStore(kept)

    def played(room):
        room.sit("o", "Olu", "observer")
        room.note("o", 1, "Well seen", 5, "command")
        room.note("o", 1, "No, wrong", 1, "severity")
        room.note("o", 1, "", withdraws=2)
        return notes.notes_of(room)

    before = opened(store, played)
    assert [note.withdrawn for note in before] == [False, True]
    assert restored(store, notes.notes_of) == before
    store.close()


def test_the_debrief_tells_notes_apart_from_marks(server, over):
    olu = joined(server, over, "observer", "Olu")
    before = server.get(f"{olu}/after/debrief.json").json()
    assert before["observed"] == []
    pinned(server, olu, 3, text="She asked <b>twice</b>\n# and loudly")
    after = server.get(f"{olu}/after/debrief.json").json()
    assert [note["text"] for note in after.pop("observed")] == ["She asked <b>twice</b> # and loudly"]
    assert after == {name: value for name, value in before.items() if name != "observed"}
    html = server.get(f"{olu}/debrief").text
    assert "What observers saw" in html
    assert "She asked &lt;b&gt;twice" in html
    assert "She asked" in server.get(f"{olu}/after/debrief.md").text


def test_many_notes_can_be_sifted_by_who_wrote_them_topic_and_rating_and_few_cannot(server, over):
    olu = joined(server, over, "observer", "Olu")
    for line in range(1, 9):
        pinned(server, olu, line, text=f"pin {line}", rating=line % 2)
    assert 'class="filter"' not in server.get(f"{olu}/debrief").text
    body = {"line": 9, "text": "pin 9", "competence": "severity", "role": "responder"}
    assert server.post(f"{olu}/note", json=body).status_code == 200
    html = server.get(f"{olu}/debrief").text
    for one in ("Olu", "command", "severity", "responder", "1 of 5", "not rated"):
        assert f">{one}</option>" in html, one
    assert '<li class="by-0 rated-0 on-2 on-1">' in html


def edited(server, place, number, text, **more):
    body = {"edit": number, "text": text, "rating": 2, "competence": "command", **more}
    return server.post(f"{place}/note", json=body)


def test_a_note_that_is_written_anew_is_shown_as_one(server, room):
    olu = joined(server, room, "observer", "Olu")
    pinned(server, olu, 1, text="Calm")
    assert edited(server, olu, 1, "Calm, and too quiet").status_code == 200
    (told,) = server.get(f"{olu}/notes").json()["notes"]
    assert (told["text"], told["rating"], told["edited"]) == ("Calm, and too quiet", 2, True)
    assert [note.text for note in notes.seen_of(room)] == ["Calm, and too quiet"]
    assert [note.text for note in notes.notes_of(room)] == ["Calm", "Calm, and too quiet"]


def test_nobody_writes_anothers_note_anew_nor_one_that_is_gone(server, room):
    olu = joined(server, room, "observer", "Olu")
    pinned(server, olu, 1)
    assert edited(server, facilitates(server, room), 1, "Mine").status_code == 403
    assert edited(server, olu, 1, "").status_code == 200  # the rating stands alone
    assert edited(server, olu, 1, "Again").status_code == 409
    assert edited(server, olu, 2, "x", rating=0, competence="charm").status_code == 400


def test_notes_come_in_the_order_of_what_they_are_about(server, room):
    olu = joined(server, room, "observer", "Olu")
    server.portal.call(room.skip, "", 300)
    for line, text in ((3, "later"), (1, "first"), (2, "between")):
        pinned(server, olu, line, text=text)
    told = server.get(f"{olu}/notes").json()["notes"]
    assert [each["text"] for each in told] == ["first", "between", "later"]


def test_a_note_names_a_topic_and_whose_part_it_is_about(server, room):
    olu = joined(server, room, "observer", "Olu")
    offered = server.get(f"{olu}/notes").json()
    assert "responder" in offered["roles"]
    assert "command" in offered["topics"]
    assert not set(offered["topics"]) & set(offered["roles"])
    body = {"line": 1, "text": "Asked twice", "rating": 3, "competence": "command", "role": "responder"}
    assert server.post(f"{olu}/note", json=body).status_code == 200
    assert server.post(f"{olu}/note", json={**body, "role": "king"}).status_code == 400
    assert [seen.competence for seen in notes.seen_of(room)] == ["command, responder"]


def test_pins_are_marks_of_the_time_axis(server, room):
    olu = joined(server, room, "observer", "Olu")
    pinned(server, olu, 1, text="Calm")
    assert notes.marks(room) == [{"at": 0, "kind": "note", "text": "Olu: Calm"}]
