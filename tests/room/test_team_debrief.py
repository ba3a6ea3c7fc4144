"""A team's debrief: who did what by name, `you` for its reader, and nothing that was another's alone."""

import io
import json
from zipfile import ZipFile

import pytest

from simulator.debrief.axes import title_of
from simulator.domain.seats import FACILITATOR
from simulator.room.after import kept, notes
from simulator.room.after.cast import stays
from simulator.room.rooms import Rooms
from simulator.room.sqlite import SqliteStore
from tests.room.people import facilitates, joined, pinned

TO_ANN, TO_CEM, BY_HAND = "Ann, breathe", "Cem, ask Raj first", "what on earth is going on here"
LEAST = title_of("least-regret")
READ = (
    "/after",
    "/debrief",
    "/after/debrief",
    "/after/debrief.md",
    "/after/debrief.json",
    "/after/film",
    "/after/guide/5",
    "/after/guide/30",
    "/after/replay",
    "/recording",
)


def say(server, place, text):
    answer = server.post(f"{place}/say", json={"text": text})
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture
def played(server, room):
    """A short exercise: Ann leads, Cem is her technical lead, Dee responds, Frida is at the desk."""
    places = {
        "Ann": joined(server, room, "commander", "Ann"),
        "Cem": joined(server, room, "technical-lead", "Cem"),
        "Dee": joined(server, room, "responder", "Dee"),
    }
    places["Frida"] = facilitates(server, room)
    say(server, places["Ann"], "declare P1")
    say(server, places["Cem"], BY_HAND)
    say(server, places["Frida"], f'whisper commander saying "{TO_ANN}"')
    say(server, places["Frida"], f'whisper technical-lead saying "{TO_CEM}"')
    server.portal.call(room.skip, "", 60)
    say(server, places["Cem"], "page datastores")
    server.portal.call(room.skip, "", 600)
    say(server, places["Cem"], "poll fail over a shard")
    say(server, places["Cem"], "order fail over a shard")
    server.portal.call(room.skip, "", 1200)
    say(server, places["Frida"], "end")
    assert room.exercise.over
    return places


def read_by(server, place):
    """All that somebody can read at a place, page by page."""
    return {page: server.get(f"{place}{page}").text for page in READ}


def test_a_word_to_one_seat_is_read_there_and_at_the_desk_and_nowhere_else(server, room, played):
    link = server.post(f"{played['Frida']}/after/share", json={}).json()["address"]
    shared = link.removeprefix("http://testserver")
    for who, mine, others in (("Ann", TO_ANN, TO_CEM), ("Cem", TO_CEM, TO_ANN)):
        told = read_by(server, played[who])
        assert not [page for page, text in told.items() if others in text], who
        for page in ("/debrief", "/after/debrief.md", "/after/debrief.json", "/after/film"):
            assert mine in told[page], (who, page)
    for page, text in read_by(server, played["Dee"]).items():
        assert TO_ANN not in text and TO_CEM not in text, page  # noqa: PT018
    for page in ("", "/debrief", "/debrief.md", "/debrief.json", "/film"):
        text = server.get(f"{shared}{page}").text
        assert TO_ANN not in text and TO_CEM not in text, page  # noqa: PT018
    desk = read_by(server, played["Frida"])
    assert TO_ANN in desk["/recording"]
    assert TO_CEM in desk["/after/debrief"]


SHARED = (
    "",
    "/debrief",
    "/debrief.html",
    "/debrief.md",
    "/debrief.json",
    "/replay",
    "/film",
    "/film/far",
    "/board",
)
"""All that a link opens of a room that was by itself."""


def by_link(server, desk, **how):
    """All that whoever has a link can read, page by page, with no seat of their own."""
    link = server.post(f"{desk}/after/share", json=how).json()["address"].removeprefix("http://testserver")
    cookies = list(server.cookies.jar)
    server.cookies.clear()
    told = {page: server.get(f"{link}{page}") for page in SHARED}
    seats = told["/film"].json()["turns"]
    told |= {seat: server.get(f"{link}/board", params={"seat": seat, "at": 900}) for seat in seats}
    for cookie in cookies:
        server.cookies.jar.set_cookie(cookie)
    assert {answer.status_code for answer in told.values()} == {200}
    return {page: answer.text for page, answer in told.items()}


@pytest.fixture
def watched(server, room):
    """Ann leads, and asks her page for something; Olu watches, pins and asks too; Frida ends it."""
    ann, olu = joined(server, room, "commander", "Ann"), joined(server, room, "observer", "Olu")
    say(server, ann, "declare P1")
    say(server, olu, "signals")
    server.portal.call(room.skip, "", 60)
    say(server, ann, "board")
    assert pinned(server, olu, 1, "Ann hesitates", 2).status_code == 200
    say(server, facilitates(server, room), "end")
    return ann, olu


def test_what_observers_pinned_is_for_the_team_and_not_for_whoever_has_a_link(server, room, watched):
    ann, olu = watched
    desk = facilitates(server, room)
    for place in (ann, olu, desk):
        assert "Ann hesitates" in server.get(f"{place}/after/debrief").text
    told = by_link(server, desk)
    assert not [page for page, text in told.items() if "Ann hesitates" in text]
    assert json.loads(told["/debrief.json"])["observed"] == []


def test_pins_are_shown_by_a_link_that_was_made_with_them_and_it_says_so(server, room, watched):
    ann, _ = watched
    desk = facilitates(server, room)
    for how in ({"pins": "yes"}, {"pins": 1}, {"pins": False}):
        assert "Ann hesitates" not in by_link(server, desk, **how)["/debrief"], how
    assert "with pins" not in server.get(f"{ann}/after").text
    assert "Ann hesitates" in by_link(server, desk, pins=True)["/debrief"]
    for place in (ann, desk):
        assert server.get(f"{place}/after").text.count(">with pins<") == 1


def test_what_somebody_asked_their_own_page_to_show_stays_theirs(server, room, watched):
    ann, olu = watched
    desk = facilitates(server, room)
    mine = {ann: "board", olu: "signals", desk: None}
    for place, own in mine.items():
        lines = server.get(f"{place}/after/film").json()["lines"]
        asked = {line["text"] for line in lines if line["text"] in ("board", "signals")}
        assert asked == ({own} if own else {"board", "signals"}), place
        debrief = server.get(f"{place}/after/debrief.json").json()
        told = {line["text"] for line in debrief["lines"]}
        assert any("at the signals" in text for text in told) is (own != "board"), place
    told = by_link(server, desk)
    assert not [line for line in json.loads(told["/film"])["lines"] if line["text"] in ("board", "signals")]
    assert not [page for page, text in told.items() if "at the signals" in text or "at the board" in text]
    assert server.get(f"{ann}/recording").status_code == 403, "it holds what Olu looked up"
    late = joined(server, room, "observer", "Pia")
    assert "signals" not in {line["text"] for line in server.get(f"{late}/after/film").json()["lines"]}


def test_whoever_sits_down_when_it_is_over_reads_no_word_to_who_sat_there(server, room, played):
    assert server.post(f"{played['Ann']}/leave", json={}).status_code == 200
    for seat in ("commander", "shadow-commander", "beside-commander"):
        late = joined(server, room, seat, "Ann")
        assert TO_ANN not in "".join(read_by(server, late).values()), seat


def test_words_that_came_to_nothing_are_told_to_nobody_else(server, room, played):
    assert BY_HAND in server.get(f"{played['Cem']}/after/debrief.md").text
    assert BY_HAND not in server.get(f"{played['Ann']}/after/debrief.md").text
    assert BY_HAND not in server.get(f"{played['Ann']}/after/film").text


def test_the_recording_is_the_facilitators_where_it_holds_words_to_others(server, room, played):
    assert server.get(f"{played['Dee']}/recording").status_code == 403
    assert server.get(f"{played['Frida']}/recording").status_code == 200
    with ZipFile(io.BytesIO(server.get(f"{played['Frida']}/after/everything.zip").content)) as every:
        assert any(TO_ANN in every.read(name).decode() for name in every.namelist())


def test_each_reads_you_of_themselves_and_names_of_others(server, room, played):
    by = {who: server.get(f"{place}/after/debrief.md").text for who, place in played.items()}
    assert "You declare the incident" in by["Ann"]
    assert "Cem asks for strong objections" in by["Ann"]
    assert "Ann declares the incident" in by["Cem"]
    assert "You ask for strong objections" in by["Cem"]
    for who in ("Dee", "Frida"):
        assert "Ann declares the incident" in by[who]
        assert "Cem asks for strong objections" in by[who]
        assert "You declare" not in by[who] and "You ask" not in by[who]  # noqa: PT018
        assert "the technical lead" not in by[who]


def test_the_top_says_how_it_came_out_for_the_team(server, room, played):
    told = json.loads(server.get(f"{played['Dee']}/after/debrief.json").text)["verdict"]
    assert told["outdone"].startswith("The team lost ")
    assert "by the book" in told["outdone"]
    assert told["ahead"]


def test_ones_own_part_counts_what_one_did(server, room, played):
    own = {
        who: json.loads(server.get(f"{place}/after/debrief.json").text)["own"]
        for who, place in played.items()
    }
    assert own["Ann"]["did"] == "You declared the incident."
    assert "ordered one change" in own["Cem"]["did"]
    assert own["Frida"] is None
    cited = {number for mark in own["Cem"]["marks"] for number in mark["evidence"]}
    assert cited & set(own["Cem"]["lines"])
    assert "Your part, as technical lead" in server.get(f"{played['Cem']}/debrief").text


def test_a_web_page_names_no_command_of_a_shell_and_the_file_does(server, room, played):
    web, kept_ = (
        server.get(f"{played['Cem']}/debrief").text,
        server.get(f"{played['Cem']}/after/debrief.md").text,
    )
    assert "icsim retry" not in web
    assert kept.report(room, "facilitator").cards == () or "icsim retry" in kept_


def test_the_replay_marks_changes_by_their_id_and_says_once_what_was_typed(server, room, played):
    film = json.loads(server.get(f"{played['Dee']}/after/film").text)
    assert [mark["id"] for mark in film["marks"] if mark["kind"] == "change"] == ["c1"]
    assert next(line["text"] for line in film["lines"] if line.get("echo")) == "declare P1"
    assert {line["by"] for line in film["lines"] if line["kind"] == "ChangeOrdered"} == {"Cem"}


# ---- while it goes on ----


def test_the_facilitators_pins_are_theirs_until_the_end(server, room):
    ann, eli = joined(server, room, "commander", "Ann"), joined(server, room, "observer", "Eli")
    desk = facilitates(server, room)
    say(server, ann, "declare P1")
    assert pinned(server, desk, 1, "dangerous today").status_code == 200
    assert pinned(server, eli, 1, "calm").status_code == 200
    assert [note["text"] for note in server.get(f"{eli}/notes").json()["notes"]] == ["calm"]
    with server.websocket_connect(f"{eli}/ws") as socket:
        assert "dangerous today" not in "".join(socket.receive_text() for _ in range(5))
    assert len(server.get(f"{desk}/notes").json()["notes"]) == 2
    say(server, desk, "end")
    assert len(notes.shown(room, "observer", "")) == 2


# ---- deciding again ----


def test_who_decides_again_from_another_seat_hears_no_word_to_the_commander(server, room, played):
    told = server.post(f"{played['Cem']}/after/retry", json={"at": 900}).json()
    again = server.rooms.by_code(told["code"])
    assert again.clock.stopped
    said = json.dumps(again.lines("commander"))
    assert TO_ANN not in said
    assert "Cem" in [line.get("author") for line in again.lines("commander") if line["kind"] == "Paged"]
    assert [line["author"] for line in again.lines("commander") if line["kind"] == "Declared"] == ["Ann"]


def test_the_past_stays_anothers_after_a_restart(server, room, played, library, kept):
    told = server.post(f"{played['Cem']}/after/retry", json={"at": 900}).json()

    async def reopened():
        rooms = Rooms(SqliteStore(kept), library)
        rooms.restore()
        try:
            room = rooms.by_code(told["code"])
            assert room
            return room.lines("commander")
        finally:
            rooms.close()

    lines = server.portal.call(reopened)
    assert TO_ANN not in json.dumps(lines)
    assert [line["author"] for line in lines if line["kind"] == "Declared"] == ["Ann"]


def test_who_opened_a_room_for_themselves_keeps_its_time(server, room, played):
    told = server.post(f"{played['Cem']}/after/retry", json={"at": 900}).json()
    again = server.rooms.by_code(told["code"])
    assert server.post(f"{told['to']}/act", json={"act": "speed", "amount": 5}).status_code == 200
    assert server.post(f"{told['to']}/act", json={"act": "skip", "amount": 60}).status_code == 200
    assert again.now == 960
    before = again.now
    assert say(server, told["to"], "skip 10m")["status"] == "done"
    assert again.now > before
    assert server.post(f"{told['to']}/act", json={"act": "program"}).status_code == 400
    assert server.post(f"{told['to']}/act", json={"act": "go"}).status_code == 200
    assert not again.clock.stopped
    guest = joined(server, again, "scribe", "Gus")
    assert server.post(f"{guest}/act", json={"act": "pause"}).status_code == 403


def test_nobody_else_is_offered_to_skip_or_may(server, room):
    ann = joined(server, room, "commander", "Ann")
    told = say(server, ann, "skip 10m")
    assert (told["status"], room.now) == ("refused", 0)
    assert "facilitator" in told["answer"]
    assert not [offer for offer in server.get(f"{ann}/offers?text=sk").json() if "skip" in offer["text"]]


def test_where_somebody_was_is_told_by_when_they_came_and_went(server, room):
    ann = joined(server, room, "commander", "Ann")
    who = room.holder("commander").id
    server.portal.call(room.skip, "", 30)
    assert server.post(f"{ann}/leave", json={}).status_code == 200
    assert [(stay.seat, stay.since, stay.until) for stay in stays(room, who)] == [("commander", 0, 30)]
    assert stays(room, "") == ()


# ---- commitments ----


def test_a_commitment_says_who_wrote_it_whoever_it_is_for(server, room, played):
    body = {"when": "it pages", "will": "lead", "owner": "Ann", "by": "2027-01-15"}
    assert server.post(f"{played['Cem']}/after/commit", json=body).status_code == 200
    for page in ("/after/guide/5", "/after", "/after/commitments.md"):
        told = server.get(f"{played['Ann']}{page}").text
        assert "(Ann, look at it again on 2027-01-15; written down by Cem on " in told, page


def test_the_form_is_filled_in_with_who_writes(server, room, played):
    assert 'autocomplete="name" value="Cem"' in server.get(f"{played['Cem']}/after/guide/5").text


# ---- decisions ----


@pytest.fixture
def decided(server, room):
    """Cem gives an order that does nothing, and Ann leads."""
    ann, cem = joined(server, room, "commander", "Ann"), joined(server, room, "technical-lead", "Cem")
    say(server, ann, "declare P1")
    say(server, ann, "page datastores")
    server.portal.call(room.skip, "", 300)
    say(server, cem, "order restart app")
    server.portal.call(room.skip, "", 2400)
    server.portal.call(room.say, FACILITATOR, FACILITATOR, "end")
    return {person.name: kept.report(room, person.seat, person.id) for person in room.people.values()}


def regrets(report):
    """What decisions cost, of all and of what its reader did."""
    rules = [rule for axis in report.axes for rule in axis.rules]
    every = {line.summary for rule in rules if rule.title == LEAST for line in rule.marks}
    return every & {line.summary for line in report.own.marks}


def test_a_decision_of_a_team_names_who_gave_the_order_and_is_charged_to_who_leads(decided):
    for name, giver in (("Ann", "Cem"), ("Cem", "you")):
        titles = [card.title for card in decided[name].cards]
        assert f"The order of 'restart app' (given by {giver})" in titles
    assert regrets(decided["Ann"])
    assert not regrets(decided["Cem"])
    assert not decided["Ann"].own.given
    assert [line.name for line in decided["Cem"].own.given] == ["order 'restart app'"]
