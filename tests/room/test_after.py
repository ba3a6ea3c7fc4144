"""Afterwards: what may be read when, by whom, and what it says."""

import io
import json
from zipfile import ZipFile

import pytest

from simulator.domain.course import impact, lost_by
from simulator.exercise import Departure, read_recording, what_if
from simulator.room.after import again, kept
from simulator.room.after.courses import courses
from simulator.room.keys import Pass
from simulator.room.reopening import reopen
from simulator.room.rooms import Rooms
from simulator.room.sqlite import SqliteStore
from simulator.scoring.case import Case
from simulator.scoring.score import score
from tests.room.people import facilitates, joined, pinned, say_all

# ---- when, and by whom ----


AFTER = (
    "",
    "/debrief",
    "/debrief.json",
    "/replay",
    "/film",
    "/board",
    "/guide/5",
    "/beside",
    "/commitments.md",
)


def test_nothing_of_it_opens_before_it_is_over(server, room):
    place = joined(server, room)
    for page in AFTER:
        answer = server.get(f"{place}/after{page}")
        assert answer.status_code == 403, page
        assert not [cause for cause in room.outage.scenario.causes.values() if cause.name in answer.text]


def test_nothing_of_it_opens_while_another_team_plays_the_same(server, over):
    place = joined(server, over)
    assert server.get(f"{place}/after/film").status_code == 200
    server.portal.call(lambda: server.rooms.open(over.outage, over.seed))
    assert server.get(f"{place}/after/film").status_code == 403


def test_every_seat_gets_the_pages_of_afterwards(server, over):
    place = joined(server, over, "scribe")
    for page in ("", "/replay", "/guide/5", "/guide/30", "/debrief", "/debrief.md"):
        assert server.get(f"{place}/after{page}").status_code == 200, page
    assert server.get(f"{place}/after/guide/12").status_code == 404
    assert server.get(f"{place}/after/debrief.exe").status_code == 404


def test_the_pages_run_no_script_of_their_own(server, over):
    place = joined(server, over)
    for page in ("", "/replay", "/guide/5"):
        text = server.get(f"{place}/after{page}").text
        assert "<script>" not in text
        assert " onclick" not in text
        assert " style=" not in text


def test_a_debrief_has_a_way_back_to_where_its_reader_came_from(server, over):
    place, desk = joined(server, over), facilitates(server, over)
    link = server.post(f"{desk}/after/share", json={}).json()["address"]
    shared = link.removeprefix("http://testserver")
    for base, page in ((f"{place}/after", f"{place}/debrief"), (f"{place}/after", f"{place}/after/debrief"),
                       (shared, f"{shared}/debrief")):  # fmt: skip
        html = server.get(page).text
        assert f'<a href="{base}">\u2190 Afterwards</a>' in html, page
    assert f"/r/{over.id}" not in server.get(f"{shared}/debrief").text, "a link leads nobody to a seat"
    assert server.get(shared).status_code == 200
    for kept_ in ("debrief.md", "debrief.json"):
        assert "\u2190 Afterwards" not in server.get(f"{place}/after/{kept_}").text


# ---- deciding again ----


def test_a_new_room_starts_a_moment_before_the_decision(server, over):
    place = joined(server, over)
    moment = kept.worst(over)[0]
    told = server.post(f"{place}/after/retry", json={"moment": moment.number}).json()
    opened = server.rooms.by_code(told["code"])
    assert server.get(told["to"]).status_code == 200
    assert opened.holder("commander").name == "Aoife"
    departure = Departure(moment.at, mode="take over")
    expected = what_if(over.exercise.recording, over.outage.scenario, over.outage.doctrine, departure)
    assert opened.exercise.recording.text().startswith(expected.recording.text())
    assert opened.clock.stopped


def test_a_new_exercise_begins_at_any_second_and_not_after_the_end(server, over):
    desk = facilitates(server, over)
    told = server.post(f"{desk}/after/retry", json={"at": 700}).json()
    opened = server.rooms.by_code(told["code"])
    assert opened.now >= 700
    assert opened.clock.stopped
    assert all(line.at < 700 for line in opened.exercise.recording.commands)
    assert server.post(f"{desk}/after/retry", json={"at": over.now}).status_code == 400
    assert server.post(f"{desk}/after/retry", json={"moment": 77}).status_code == 404


def test_any_second_of_the_longest_outage_can_be_decided_again(library):
    assert max(outage.scenario.limit for outage in library.exercises()) <= again.LONGEST


def test_deciding_again_closes_nobody_elses_debrief(server, over):
    place = joined(server, over)
    told = server.post(f"{place}/after/retry", json={"at": 700}).json()
    assert server.get(f"{place}/after").status_code == 200
    assert server.get(f"{told['to']}/after").status_code == 403


def test_a_room_that_decided_again_comes_back_after_a_restart(kept, opened, restored, words, library):
    store = SqliteStore(kept)

    def left(room):
        say_all(room, words)
        child = Rooms(store, library).adopt(
            room.outage, again.reentered(room, 700), again.origin_of(room, 700, 0)
        )
        return child.id, child.exercise.recording.text()

    id_, text = opened(store, left)
    store.close()
    store = SqliteStore(kept)

    def found(room):
        _, code, header = next(each for each in store.rooms() if each[0] == id_)
        read = read_recording(f"{header}\n").recording
        assert read is not None
        back = reopen(id_, code, room.outage, read.header, store)
        return back.exercise.recording.text(), back.origin["at"]

    assert restored(store, found) == (text, 700)
    store.close()


def test_then_and_now_are_compared_as_icsim_retry_does(server, over):
    place = joined(server, over)
    told = server.post(f"{place}/after/retry", json={"moment": 1}).json()
    opened = server.rooms.by_code(told["code"])
    assert server.get(f"{told['to']}/after/beside").status_code == 403
    server.portal.call(opened.skip, "", 8 * 3600)
    html = server.get(f"{told['to']}/after/beside").text
    assert "Customer-minutes lost" in html
    assert "as long as both went on, customers lost" in html
    assert "That is said of this one decision" in html
    assert "a part of an exercise has no grade" in html
    assert server.get(f"{place}/after/beside").status_code == 404


def test_both_courses_are_counted_over_the_same_stretch_and_what_was_cut_short_is_no_saving(server, over):
    desk = facilitates(server, over)
    told = server.post(f"{desk}/after/retry", json={"at": 700}).json()
    opened = server.rooms.by_code(told["code"])
    server.portal.call(opened.skip, "", over.now - 60 - opened.now)
    server.portal.call(opened.say, "facilitator", "facilitator", "end")
    found = courses(over, opened, 700)
    assert (found.since, found.until) == (700, opened.now)
    entries = tuple(over.exercise.entries)
    assert found.then.lost == pytest.approx(
        lost_by(impact(entries), opened.now) - lost_by(impact(entries), 700)
    )
    assert found.cut_short
    html = server.get(f"{desk}/after/beside/{opened.code}").text
    assert f"this time was ended while {found.now.failing:,} customers still failed" in html
    assert f"the first time {found.then.failing:,} did at that second" in html
    assert not [moment for moment in kept.worst(opened) if moment.at < 700], "what others did before"


def test_what_was_done_before_the_moment_earns_nothing_after_it(over):
    whole, nothing = courses(over, over, 0), courses(over, over, over.now)
    card = score(Case(over.outage.scenario, over.outage.doctrine, tuple(over.exercise.entries)))
    assert whole.then.axes == {str(each.axis): each.points for each in card.axes}
    assert set(nothing.then.axes.values()) == {None}
    assert nothing.then.lost == nothing.saved == 0


def test_who_stayed_reads_then_and_now_too_and_nobody_elsewhere_does(server, over):
    place = joined(server, over)
    told = server.post(f"{place}/after/retry", json={"moment": 1}).json()
    opened, eli = server.rooms.by_code(told["code"]), joined(server, over, "observer", "Eli")
    assert "Aoife decides again from 1:" in server.get(f"{eli}/after").text
    assert f'href="/j/{told["code"]}"' in server.get(f"{eli}/after").text
    assert server.get(f"{eli}/after/beside/{told['code']}").status_code == 403, "it still goes on"
    server.portal.call(opened.skip, "", 8 * 3600)
    assert f"{eli}/after/beside/{told['code']}" in server.get(f"{eli}/after").text
    assert "as long as both went on, customers lost" in server.get(f"{eli}/after/beside/{told['code']}").text
    assert server.get(f"{eli}/after/beside/{over.code}").status_code == 404, "it left no other one"


def test_a_room_that_decides_again_says_what_it_is_and_knows_who_comes_from_the_debrief(server, over):
    place = joined(server, over)
    told = server.post(f"{place}/after/retry", json={"at": 700}).json()
    joined(server, over, "responder", "Rhea")
    html = server.get(f"/j/{told['code']}").text
    assert "<h1>Decide again, from 0:11:40</h1>" in html
    assert "Aoife opened this room to decide again" in html
    assert 'value="Rhea" required' in html
    assert 'value="responder" required checked' in html
    assert html.count("required checked") == 1
    server.cookies.clear()
    for code in (told["code"], over.code):
        html = server.get(f"/j/{code}").text
        assert 'value="" required' in html
        assert "required checked" not in html
    assert "Decide again" not in html


def test_whoever_decided_again_finds_the_way_back_to_the_talk_they_came_from(server, over):
    place = joined(server, over, "responder", "Rhea")
    told = server.post(f"{place}/after/retry", json={"at": 700}).json()
    assert "may join" in server.get(told["to"]).text
    server.portal.call(server.rooms.by_code(told["code"]).skip, "", 8 * 3600)
    assert f'href="{place}/after"' in server.get(f"{told['to']}/after").text


def test_the_facilitator_is_told_who_decides_again_and_goes_there_as_facilitator(server, over):
    place, desk = joined(server, over), facilitates(server, over)
    told = server.post(f"{place}/after/retry", json={"at": 700}).json()
    opened = server.rooms.by_code(told["code"])
    (message,) = server.get(f"{desk}/talk").json()["messages"]
    assert (message["by"], message["enters"]) == ("Aoife", f"/host/enter/{opened.id}/facilitator")
    assert "enters" not in server.get(f"{place}/talk").json()["messages"][0]
    page = server.get(f"{desk}/after").text
    assert f'href="/host/enter/{opened.id}/facilitator"' in page
    assert "There now: Aoife" in page


# ---- what is taken away ----

WELL = {"when": "two fixes are ready", "will": "hold the second", "owner": "Aoife", "by": "2027-01-15"}


def test_a_commitment_is_written_down_shown_and_kept(server, over):
    place = joined(server, over)
    assert server.post(f"{place}/after/commit", json=WELL).status_code == 200
    text = "When two fixes are ready, I will hold the second. (Aoife, look at it again on 2027-01-15; "
    text += "written down by Aoife"
    assert text in server.get(f"{place}/after/guide/30").text
    assert f"- [ ] {text} on " in server.get(f"{place}/after/commitments.md").text


def test_a_commitment_says_nothing_twice_that_the_form_says_already(server, over):
    place = joined(server, over)
    server.post(f"{place}/after/commit", json={**WELL, "when": "When two are ready", "will": "I will wait."})
    (told,) = made(server, place)
    assert told["says"].startswith("When two are ready, I will wait. (Aoife, ")
    assert (told["when"], told["will"]) == ("When two are ready", "I will wait."), (
        "to be corrected as written"
    )


@pytest.mark.parametrize("i_will", ["I will", "I'll", "I\u2019ll"])
def test_what_the_sentence_brings_itself_is_said_once(server, over, i_will):
    place = joined(server, over)
    will = f"{i_will} name one person."
    said = {"when": "When it pages, ", "will": will, "owner": "Ann", "by": WELL["by"]}
    assert server.post(f"{place}/after/commit", json=said).status_code == 200
    told = server.get(f"{place}/after/commitments.md").text
    assert "- [ ] When it pages, I will name one person. (Ann, look at it again on" in told


def test_a_commitment_without_what_makes_it_one_is_refused(server, over):
    place = joined(server, over)
    for name, value in (("when", ""), ("will", " "), ("owner", ""), ("by", "soon"), ("when", 3)):
        assert server.post(f"{place}/after/commit", json={**WELL, name: value}).status_code == 400, name
    assert "None is written down yet" in server.get(f"{place}/after").text


def made(server, place):
    return server.get(f"{place}/after/commitments").json()


@pytest.mark.parametrize("corrects", ["who wrote it", "the facilitator"])
def test_a_commitment_is_corrected_in_its_place_by_who_wrote_it_or_the_facilitator(server, over, corrects):
    place = joined(server, over)
    server.post(f"{place}/after/commit", json=WELL)
    server.post(f"{place}/after/commit", json={**WELL, "will": "write"})
    by = place if corrects == "who wrote it" else facilitates(server, over)
    anew = {**WELL, "will": "hold the second one", "correct": 1}
    assert server.post(f"{by}/after/commit", json=anew).status_code == 200
    assert [(each["number"], each["will"]) for each in made(server, place)] == [
        (1, "hold the second one"), (2, "write"),
    ]  # fmt: skip
    assert "written down by Aoife" in made(server, place)[0]["says"]
    assert "hold the second." not in server.get(f"{place}/after/commitments.md").text


def test_a_commitment_is_taken_back_and_is_for_nobody_else_to_change(server, over):
    place, other = joined(server, over), joined(server, over, "scribe", "Ed")
    server.post(f"{place}/after/commit", json=WELL)
    assert [each["yours"] for each in made(server, other)] == [False]
    for change in ({"withdraw": 1}, {**WELL, "correct": 1}):
        assert server.post(f"{other}/after/commit", json=change).status_code == 403
    assert [each["yours"] for each in made(server, place)] == [True]
    assert server.post(f"{place}/after/commit", json={"withdraw": 1}).status_code == 200
    assert made(server, place) == []
    assert server.post(f"{place}/after/commit", json={"withdraw": 1}).status_code == 404
    assert "None is written down yet" in server.get(f"{place}/after").text


def test_a_day_that_is_over_everywhere_is_refused_and_today_is_not(server, over, monkeypatch):
    place = joined(server, over)
    noon = 1_796_040_000  # 2026-11-30 12:00 UTC: where clocks are furthest behind it is just midnight
    monkeypatch.setattr("simulator.room.after.commitments.time", lambda: noon)
    for day, status in (("2025-12-19", 400), ("2026-11-29", 400), ("2026-11-30", 200)):
        answer = server.post(f"{place}/after/commit", json={**WELL, "by": day})
        assert answer.status_code == status, day
        assert ("is over" in answer.text) is (status == 400)
    monkeypatch.setattr("simulator.room.after.commitments.time", lambda: noon - 60)
    assert server.post(f"{place}/after/commit", json={**WELL, "by": "2026-11-29"}).status_code == 200


def test_long_words_are_kept_whole_or_refused_and_never_cut(server, over):
    place, long = joined(server, over), "word " * 190
    assert server.post(f"{place}/after/commit", json={**WELL, "will": long}).status_code == 200
    assert made(server, place)[0]["will"] == long.strip()
    assert server.post(f"{place}/after/commit", json={**WELL, "will": long * 2}).status_code == 400


def test_what_is_sent_twice_by_a_bad_line_is_written_down_once(server, over):
    place = joined(server, over)
    for _ in range(2):
        assert server.post(f"{place}/after/commit", json={**WELL, "key": "a"}).status_code == 200
    assert len(made(server, place)) == 1


def test_everything_comes_in_one_file_for_the_facilitator(server, over):
    place = joined(server, over)
    assert server.get(f"{place}/after/everything.zip").status_code == 403
    server.post(f"{place}/after/commit", json=WELL)
    desk = facilitates(server, over)
    pinned(server, desk, 2, text="Noted")
    got = server.get(f"{desk}/after/everything.zip")
    with ZipFile(io.BytesIO(got.content)) as found:
        names = {name.partition("/")[2] for name in found.namelist()}
        folder = found.namelist()[0].partition("/")[0]
        assert found.read(f"{folder}/write-stall-3.jsonl").decode() == over.exercise.recording.text()
        assert json.loads(found.read(f"{folder}/notes.json"))[0]["text"] == "Noted"
        (kept_,) = json.loads(found.read(f"{folder}/commitments.json"))
        assert kept_.items() >= {**WELL, "author": "Aoife"}.items()
    assert names == {
        "write-stall-3.jsonl", "debrief.html", "debrief.md", "debrief.json", "notes.json",
        "commitments.json", "commitments.md", "talk.txt",
    }  # fmt: skip


# ---- links ----


@pytest.fixture
def link(server, over):
    desk = facilitates(server, over)
    address = server.post(f"{desk}/after/share", json={}).json()["address"]
    return address.removeprefix(str(server.base_url))


def test_a_link_opens_what_there_is_to_read_without_a_seat(server, link):
    server.cookies.clear()
    for page in ("", "/debrief", "/debrief.md", "/replay", "/film", "/board"):
        assert server.get(link + page).status_code == 200, page


def test_a_link_opens_nothing_else(server, link):
    server.cookies.clear()
    for page in (
        "/guide/5",
        "/everything.zip",
        "/beside",
        "/commitments.md",
        "/commitments",
        "/notes",
        "/talk",
    ):
        assert server.get(link + page).status_code == 404, page
    assert server.post(f"{link}/retry", json={"at": 5}).status_code in (404, 405)
    assert "everything.zip" not in server.get(link).text


def test_every_seat_sees_the_link_that_stands_and_only_the_facilitator_takes_it_back(server, over, link):
    eli = joined(server, over, "observer", "Eli")
    page = server.get(f"{eli}/after").text
    assert f'value="http://testserver{link}"' in page
    assert "data-take-back" not in page
    server.post(f"{facilitates(server, over)}/after/share", json={"take_back": 1})
    assert "/s/" not in server.get(f"{eli}/after").text


def test_a_link_that_was_taken_back_opens_nothing(server, over, link):
    desk = facilitates(server, over)
    other = server.post(f"{desk}/after/share", json={}).json()["address"]
    assert server.post(f"{desk}/after/share", json={"take_back": 1}).status_code == 200
    assert server.get(link).status_code == 404
    assert server.get(f"{link}/film").status_code == 404
    assert server.get(other).status_code == 200
    assert "was taken back" in server.get(f"{desk}/after").text


def test_nobody_makes_a_link_but_the_facilitator_and_none_can_be_guessed(server, over, link):
    place = joined(server, over)
    assert server.post(f"{place}/after/share", json={}).status_code == 403
    assert server.get(f"{link}x").status_code == 404
    seat = server.keys.sign(Pass(over.id, "x", "facilitator"))
    assert server.get(f"/s/{seat}").status_code == 404


def test_a_link_opens_nothing_while_the_same_is_played(server, over, link):
    server.portal.call(lambda: server.rooms.open(over.outage, over.seed))
    assert server.get(f"{link}/film").status_code == 403
