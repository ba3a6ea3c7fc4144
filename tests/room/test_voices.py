"""A line tells of whoever did it: by name to others, as `you` to them, whoever sits in the seat by now."""

from simulator.room.seats import FIRST, SEATS
from simulator.room.sqlite import SqliteStore
from simulator.room.voices import Voices
from tests.room.people import every, joined


def told(room, seat):
    """The lines of a seat as (who, what it hears itself, what others hear)."""
    return [(line.get("by"), line["text"], line.get("told")) for line in room.lines(seat)]


def test_a_seat_has_each_line_about_itself_in_two_forms(room):
    room.sit("a", "Ann", "commander")
    room.say("a", "commander", "declare P1")
    own = "You declare the incident at P1 and take command."
    others = "Ann declares the incident at P1 and takes command."
    assert ("Ann", own, others) in told(room, "commander")
    assert (None, others, None) in told(room, "scribe")


def test_whoever_speaks_from_a_shared_seat_is_told_by_name(room):
    for who, name in (("a", "Ann"), ("b", "Zoe")):
        room.sit(who, name, "responder")
    room.say("b", "responder", "investigate db-shards")
    (line,) = [each for each in told(room, "responder") if "investigate" in each[1]]
    assert line[0] == "Zoe"
    assert line[1].startswith('You ask for "investigate db-shards"')
    assert line[2].startswith('Zoe asks for "investigate db-shards"')


def test_what_a_program_said_from_the_empty_chair_is_not_told_of_who_sits_down_later(room):
    room.say("", "commander", "declare P1")
    room.sit("a", "Ann", "commander")
    spoken, done = told(room, "commander")[-2:]
    assert spoken == ("a program", "declare P1", None)
    assert done[0] == "a program"
    assert done[2] == "A program declares the incident at P1 and takes command."


def test_the_line_of_a_seat_that_changed_hands_keeps_who_it_was(room):
    room.sit("a", "Ann", "business-lead")
    room.say("a", "business-lead", "note first")
    room.skip("", 60)
    room.leave("a")
    room.sit("b", "Zoe", "business-lead")
    room.say("b", "business-lead", "note second")
    said = [(by, text) for by, text, _ in told(room, "business-lead") if text.startswith("note")]
    assert said == [("Ann", "note first"), ("Zoe", "note second")]


def test_names_are_as_they_were_after_a_restart(kept, opened, restored):
    store = SqliteStore(kept)

    def played(room):
        room.sit("a", "Ann", "business-lead")
        room.say("a", "business-lead", "note first")
        room.skip("", 60)
        room.leave("a")
        room.sit("b", "Zoe", "business-lead")
        room.say("", "commander", "declare P1")
        return told(room, "business-lead")

    before = opened(store, played)
    store.close()
    again = SqliteStore(kept)
    after = restored(again, lambda room: told(room, "business-lead"))
    again.close()
    assert after == before


def test_the_board_names_who_has_a_role_and_that_the_chair_is_empty(room):
    room.sit("a", "Ann", "commander")
    room.sit("c", "Cas", "business-lead")
    room.say("a", "commander", "declare P1")
    room.say("c", "business-lead", "note here")
    assert {"role": "Business Lead", "person": "Cas"} in room.board("scribe")["roles"]
    assert room.board("scribe")["leads"] == "Ann"
    room.leave("a")
    assert room.board("scribe")["leads"] == "nobody"
    room.let_play("", "by-the-book")
    assert room.board("scribe")["leads"] == "a program"


def away(room, name, monkeypatch):
    """Have the browser of somebody be gone for a while."""
    (who,) = [each.id for each in room.people.values() if each.name == name]
    room.presence.away(who)
    monkeypatch.setattr("simulator.room.presence.AWAY", 0.0)


def test_whoever_is_away_goes_on_from_another_browser_by_their_name(server, monkeypatch):
    room = server.portal.call(lambda: server.rooms.open(server.rooms.library.outage("write-stall"), 3))
    joined(server, room, "technical-lead", "Ben")
    server.cookies.clear()
    again = {"code": room.code, "name": "ben", "seat": "technical-lead"}
    assert server.post("/join", json=again).status_code == 409, "Ben is still there"
    away(room, "Ben", monkeypatch)
    refused = server.post("/join", json={**again, "name": "Eve"})
    assert refused.status_code == 409
    assert "Ben sits there and is away" in refused.json()["answer"]
    assert server.post("/join", json=again).status_code == 200
    assert [p["name"] for p in room.standing()["people"]] == ["ben"]


def test_the_lobby_knows_who_sits_already_and_leads_back(server):
    room = server.portal.call(lambda: server.rooms.open(server.rooms.library.outage("write-stall"), 3))
    place = joined(server, room, "business-lead", "Cas")
    assert "Back to your seat" in server.get(f"/j/{room.code}").text
    assert server.get(f"/j/{room.code}/back", follow_redirects=False).headers["location"] == place
    assert server.post(f"{place}/leave", json={}).status_code == 200
    assert "Back to your seat" not in server.get(f"/j/{room.code}").text
    assert len(every(server.rooms)) == 1


def test_whoever_sits_down_elsewhere_by_the_same_name_does_not_sit_twice(server):
    room = server.portal.call(lambda: server.rooms.open(server.rooms.library.outage("write-stall"), 3))
    joined(server, room, "business-lead", "Cas")
    joined(server, room, "observer", "Cas")
    assert [(p["name"], p["seat"]) for p in room.standing()["people"]] == [("Cas", "observer")]


def test_that_one_sat_here_opens_no_seat(server):
    room = server.portal.call(lambda: server.rooms.open(server.rooms.library.outage("write-stall"), 3))
    joined(server, room, "business-lead", "Cas")
    known = server.cookies.get("icsim-here")
    server.cookies.clear()
    server.cookies.set("icsim-commander", known)
    assert server.get(f"/r/{room.id}/commander").status_code == 401


def test_whoever_takes_part_from_a_seat_is_told_by_name(room):
    room.sit("a", "Ann", "commander")
    room.sit("c", "Cas", "business-lead")
    room.say("a", "commander", "declare P1")
    room.say("c", "business-lead", "note here")
    assert "Cas takes part as business lead." in [line["text"] for line in room.lines("commander")]
    assert "You take part as business lead: that role is yours." in [
        line["text"] for line in room.lines("business-lead")
    ]


def test_every_seat_but_the_commander_is_told_what_it_could_do_first():
    assert set(FIRST) == set(SEATS) - {"commander"}


def test_what_came_before_a_room_began_is_the_past_of_whoever_sits_down_first():
    voices = Voices(began=600)
    voices.sits(600, "commander", "Ann")
    voices.sits(900, "commander", "Zoe")
    assert [voices.sat("commander", at)[1] for at in (0, 600, 899, 900)] == ["Ann", "Ann", "Ann", "Zoe"]


def authors(room, seat):
    """The lines of a seat that somebody's words brought about, as (whose, to whom, what it says)."""
    return [(each.get("author"), each.get("to"), each["text"]) for each in room.lines(seat) if "from" in each]


def test_what_words_bring_about_says_whose_they_were(room):
    room.sit("a", "Ann", "commander")
    room.sit("c", "Cem", "technical-lead")
    room.say("a", "commander", "declare P1")
    room.say("c", "technical-lead", "note Ann: copy, I take what changed")
    assert ("Cem", None, "Note: Ann: copy, I take what changed.") in authors(room, "commander")
    assert ("Cem", None, "Note: Ann: copy, I take what changed.") in authors(room, "technical-lead")


def test_words_that_brought_a_line_about_are_its_echo(room):
    room.sit("a", "Ann", "commander")
    room.say("a", "commander", "declare P1")
    room.say("a", "commander", "ask everyone what changed")
    said = [(line["text"], line.get("echo", False)) for line in room.lines("commander") if "said" in line]
    assert ("declare P1", True) in said


def test_an_answer_says_who_had_asked(room):
    room.sit("a", "Ann", "commander")
    room.sit("b", "Ben", "business-lead")
    room.say("a", "commander", "declare P1")
    room.skip("", 400)
    room.say("b", "business-lead", "ask mei what is the impact")
    room.skip("", 200)
    asked = [to for author, to, text in authors(room, "scribe") if author is None and to]
    assert asked == ["Ben"]


def test_a_draft_that_is_approved_goes_out_from_its_writer(room):
    """'Ann: You update the status page', Ben had read, who had written it."""
    room.sit("a", "Ann", "commander")
    room.sit("b", "Ben", "business-lead")
    room.say("a", "commander", "declare P1")
    room.skip("", 60)
    room.say("b", "business-lead", 'draft status page investigating saying "Some wait."')
    room.skip("", 600)
    room.say("a", "commander", "approve status page")
    room.skip("", 60)
    out = [line for line in room.lines("business-lead") if line["kind"] == "Posted"]
    assert [(line["text"][:26], line.get("author")) for line in out] == [("You update the status page", None)]


def test_what_a_facilitator_has_happen_is_nobodys_doing(room):
    room.sit("a", "Ann", "commander")
    room.say("f", "facilitator", 'have support say "Is it known?"')
    told = [line for line in room.lines("commander") if "Is it known?" in line["text"]]
    assert told
    assert all("from" not in line and "author" not in line for line in told)


def test_a_program_speaks_by_that_name(room):
    room.say("", "commander", "freeze")
    room.say("", "commander", "declare P1")
    assert {author for author, _, _ in authors(room, "scribe")} == {"a program"}
