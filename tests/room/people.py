"""Who takes part in the tests: trainees who join by the code, and the facilitator."""

from simulator.room.keys import Pass


def every(rooms):
    """All rooms of a server, opened where they were not open."""
    return [rooms.get(card.id) for card in rooms.cards()]


def joined(server, room, seat="commander", name="Aoife"):
    answer = server.post("/join", json={"code": room.code, "name": name, "seat": seat})
    assert answer.status_code == 200, answer.text
    return answer.json()["to"]


def facilitates(server, room):
    """The address of the facilitator's desk, with their cookie."""
    keys = server.keys
    cookie = keys.sign(Pass(room.id, "facilitator", "facilitator"))
    server.cookies.set("icsim-facilitator", cookie)
    return f"/r/{room.id}/facilitator"


def say_all(room, recording):
    for line in recording.commands:
        room.clock.jump(line.at)
        room.tick()
        room.say("", line.seat, line.text)
    room.skip("", 8 * 3600)
    assert room.exercise.over


def pinned(server, place, line, text="Said it calmly", rating=4, competence="command"):
    body = {"line": line, "text": text, "rating": rating, "competence": competence}
    return server.post(f"{place}/note", json=body)
