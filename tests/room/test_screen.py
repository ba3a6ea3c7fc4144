"""The big screen: open to all who sit in the room, and nothing on it that they may not know."""

import pytest
from starlette.websockets import WebSocketDisconnect

from simulator.domain.entry import TRUTH
from simulator.room.door import SCREEN
from simulator.room.feed import NO_SEAT
from simulator.room.keys import Pass
from simulator.room.seats import PLACES
from tests.room.people import facilitates, joined


def screen_of(room):
    return f"/r/{room.id}/{SCREEN}"


def heard(server, place, most=6):
    with server.websocket_connect(f"{place}/ws") as socket:
        return [socket.receive_text() for _ in range(most)]


def end_of(socket):
    """The code with which a socket is closed, once all that was under way has come."""
    try:
        for _ in range(20):
            socket.receive_json()
    except WebSocketDisconnect as ended:
        return ended.code
    return None


@pytest.mark.parametrize("seat", list(PLACES))
def test_whoever_sits_in_the_room_may_open_it_and_finds_the_way(server, room, seat):
    place = joined(server, room, seat)
    assert f'href="{screen_of(room)}"' in server.get(place).text
    assert server.get(screen_of(room)).status_code == 200
    told = "".join(heard(server, screen_of(room)))
    assert '"standing"' in told
    assert '"board"' in told


def test_whoever_sits_nowhere_or_elsewhere_may_not(server, room):
    assert server.get(screen_of(room)).status_code == 401
    other = server.portal.call(lambda: server.rooms.open(server.rooms.library.outage("write-stall"), 4))
    joined(server, other, "observer", "Eli")
    assert server.get(screen_of(room)).status_code == 401
    with pytest.raises(WebSocketDisconnect), server.websocket_connect(f"{screen_of(room)}/ws") as socket:
        socket.receive_text()


def test_whoever_gets_up_looks_on_no_more(server, room):
    place = joined(server, room, "observer", "Eli")
    with server.websocket_connect(f"{screen_of(room)}/ws") as socket:
        socket.receive_json()
        assert server.post(f"{place}/leave", json={}).status_code == 200
        assert end_of(socket) == NO_SEAT
    assert server.get(screen_of(room)).status_code == 401


def test_there_is_no_truth_on_it_nor_a_word_to_one_seat_alone(server, room):
    place, desk = joined(server, room, "observer", "Eli"), facilitates(server, room)
    server.post(f"{place}/aside", json={"text": "Psst, is it the replica?"})
    server.post(f"{desk}/say", json={"text": 'whisper observer saying "Psst, watch Ann."'})
    server.portal.call(room.skip, "", 900)
    told = "".join([server.get(screen_of(room)).text, *heard(server, screen_of(room))])
    scenario = room.outage.scenario
    assert any(entry.seen == TRUTH for entry in room.exercise.entries)
    for cause in scenario.causes.values():
        assert cause.truth not in told
        assert cause.name not in told
    assert scenario.facilitator.strip()[:60] not in told
    for private in ("Psst", '"console"', '"sayings"', '"pins"'):
        assert private not in told


def test_who_looks_at_it_does_nothing_from_there(server, room):
    joined(server, room, "commander", "Ann")
    for what, body in (("say", {"text": "declare P1"}), ("act", {"act": "go"}), ("tell", {"text": "Hm."}),
                       ("note", {"line": 1, "text": "Hm."}), ("aside", {"text": "Hm."})):  # fmt: skip
        assert server.post(f"{screen_of(room)}/{what}", json=body).status_code == 401, what
    for what in ("offers", "assessed", "log", "debrief", "recording", "after"):
        assert server.get(f"{screen_of(room)}/{what}").status_code == 401, what
    assert not room.exercise.recording.commands


def test_nothing_is_said_from_the_screen_of_the_facilitator(server, room):
    server.cookies.set(f"icsim-{SCREEN}", server.keys.sign(Pass(room.id, SCREEN, SCREEN)))
    assert server.post(f"{screen_of(room)}/say", json={"text": "declare P1"}).status_code == 403
    assert not room.exercise.recording.commands


def test_a_screen_does_not_keep_its_viewer_at_their_seat(server, room):
    joined(server, room, "commander", "Ann")
    (ann,) = room.people.values()
    with server.websocket_connect(f"{screen_of(room)}/ws") as socket:
        socket.receive_json()
        assert not room.presence.sockets[ann.id]
