"""The room over HTTP and its socket: joining, saying, and what is refused."""

import json

import pytest

from simulator.domain.entry import TRUTH
from simulator.room.keys import Pass


@pytest.fixture
def room(server):
    return server.portal.call(lambda: server.rooms.open(server.rooms.library.outage("write-stall"), 3))


def joined(server, room, seat="commander", name="Aoife"):
    answer = server.post("/join", json={"code": room.code, "name": name, "seat": seat})
    assert answer.status_code == 200, answer.text
    return answer.json()["to"]


def test_somebody_joins_by_the_code_and_says_something(server, room):
    place = joined(server, room)
    assert "Incident Commander" in server.get(place).text
    said = server.post(f"{place}/say", json={"text": "declare P1", "key": "1"})
    assert said.json()["status"] == "done"
    with server.websocket_connect(f"{place}/ws") as socket:
        lines = socket.receive_json()["lines"]
    assert any(line["text"] == "You declare the incident at P1 and take command." for line in lines)


def test_a_browser_that_comes_back_is_sent_what_it_missed_and_nothing_twice(server, room):
    place = joined(server, room)
    with server.websocket_connect(f"{place}/ws") as socket:
        had = socket.receive_json()["lines"]
    server.post(f"{place}/say", json={"text": "declare P1", "key": "1"})
    with server.websocket_connect(f"{place}/ws?after={had[-1]['n']}") as socket:
        missed = socket.receive_json()["lines"]
    assert [line["n"] for line in missed] == list(range(had[-1]["n"] + 1, missed[-1]["n"] + 1))


@pytest.mark.parametrize("seat", ["commander", "observer", "business-lead"])
def test_no_seat_is_sent_the_truth(server, room, seat):
    place = joined(server, room, seat)
    hidden = [entry for entry in room.exercise.entries if entry.seen == TRUTH]
    assert hidden
    with server.websocket_connect(f"{place}/ws") as socket:
        sent = socket.receive_text() + socket.receive_text() + socket.receive_text() + socket.receive_text()
    page = server.get(place).text
    for cause in room.outage.scenario.causes.values():
        assert cause.truth not in sent + page
        assert cause.name not in sent
    assert room.outage.scenario.facilitator.strip()[:60] not in page


def test_the_numbers_of_lines_say_nothing_of_what_is_hidden(server, room):
    place = joined(server, room)
    with server.websocket_connect(f"{place}/ws") as socket:
        lines = socket.receive_json()["lines"]
    assert [line["n"] for line in lines] == list(range(1, len(lines) + 1))
    assert not {"entry", "truth", "source", "because"} & set(lines[0])


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/j/AAA-AAA-AAA", 404),
        ("get", "/host", 401),
        ("get", "/host/wrong-key", 404),
        ("get", "/r/nowhere/commander", 401),
        ("post", "/r/nowhere/commander/say", 401),
        ("get", "/r/nowhere/facilitator", 401),
    ],
)
def test_who_has_no_seat_gets_nothing(server, room, method, path, status):
    assert getattr(server, method)(path).status_code == status


def test_a_seat_opens_no_other_seat(server, room):
    place = joined(server, room, "observer")
    server.cookies.set("icsim-commander", server.cookies.get("icsim-observer", path=place) or "")
    server.cookies.set("icsim-facilitator", server.cookies.get("icsim-observer", path=place) or "")
    assert server.post(f"/r/{room.id}/commander/say", json={"text": "declare P1"}).status_code == 401
    assert server.get(f"/r/{room.id}/facilitator").status_code == 401
    assert server.post(f"{place}/act", json={"act": "go"}).status_code == 403


@pytest.mark.parametrize("origin", ["http://elsewhere.test", "null"])
def test_what_another_site_asks_is_refused(server, room, origin):
    place = joined(server, room)
    asked = server.post(f"{place}/say", json={"text": "declare P1"}, headers={"origin": origin})
    assert asked.status_code == 403
    assert not room.exercise.recording.commands


def test_the_debrief_opens_when_it_is_over_for_all_who_play_it(server, room):
    place = joined(server, room)
    assert server.get(f"{place}/debrief").status_code == 403
    other = server.portal.call(lambda: server.rooms.open(room.outage, room.seed))
    server.portal.call(room.skip, "", 4 * 3600)
    assert room.exercise.over
    assert server.get(f"{place}/debrief").status_code == 403
    server.portal.call(other.skip, "", 4 * 3600)
    assert "customer-minutes" in server.get(f"{place}/debrief").text
    assert server.get(f"{place}/recording").text == room.exercise.recording.text()


def test_pages_run_no_script_but_the_rooms_own(server, room):
    policy = server.get("/").headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_the_facilitator_of_one_room_is_not_the_host_of_all(server, room):
    passed = server.portal.call(lambda: server.keys.sign(Pass(room.id, "facilitator", "facilitator")))
    server.cookies.set("icsim-host", passed, path="/host")
    assert server.get("/host").status_code == 401


def hosting(server):
    assert server.get(f"/host/{server.keys.facilitator}").status_code == 200


@pytest.mark.parametrize("outage", ["/etc/passwd", "../write-stall.yaml", "no-such-outage", ""])
def test_a_room_is_opened_from_the_library_and_from_no_file(server, outage):
    hosting(server)
    assert server.post("/host/open", json={"outage": outage}).status_code == 400


@pytest.mark.parametrize("text", ["note \ud800", "note \x00", "note \u202egnihton", "note \x1b[31m"])
def test_signs_that_cannot_be_shown_are_refused(server, room, text):
    place = joined(server, room)
    body = json.dumps({"text": text}).encode()
    said = server.post(f"{place}/say", content=body, headers={"content-type": "application/json"})
    assert said.status_code == 400
