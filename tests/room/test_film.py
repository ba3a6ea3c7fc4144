"""The film: at any second, what was shown and known then."""

import json

from simulator.debrief import reader_of
from simulator.domain.notation import read_timeline
from simulator.exercise import board_of, replay
from simulator.room.after.film import film_of, marks_of, told_to
from simulator.room.names import names_for
from simulator.room.toall import announce
from simulator.scoring.case import Case
from tests.room.people import joined


def told(film, outage, words):
    """The film as whoever has the recording is sent it."""
    exercise = replay(words, outage.scenario, outage.doctrine).exercise
    case = Case(outage.scenario, outage.doctrine, tuple(exercise.entries))
    return told_to(film, exercise, reader_of(case))


def test_the_film_shows_what_the_dashboards_showed_then(library, words):
    outage = library.outage("write-stall")
    film = film_of(words, outage)
    reel = film.reel
    exercise, line = outage.exercise(3), 0
    for second in (600, 1200):
        while line < len(words.commands) and words.commands[line].at < second:
            exercise.tick(words.commands[line].at)
            exercise.submit(words.commands[line].seat, words.commands[line].text)
            line += 1
        exercise.tick(second)
        frame = second // reel["step"]
        assert frame * reel["step"] == second
        shown = {name: round(value, 4) for name, value in exercise.gauges}
        told = {signal["name"]: signal["values"][frame] for signal in reel["signals"]}
        assert {name: value for name, value in told.items() if value is not None} == shown


def test_the_board_of_the_film_is_what_a_seat_knew_at_that_second(library, words):
    outage = library.outage("write-stall")
    film = film_of(words, outage)
    for second in (0, 1, 300, 1000, 2000, words.entries[-1].at):
        board = json.loads(film.board_at("commander", second) or "")
        known = board_of(words.entries, "commander", second)
        names = names_for(outage.exercise(3), "commander")
        assert board["severity"] == known.severity
        assert board["declared"] == known.declared
        assert [change["id"] for change in board["changes"]] == [each.id for each in known.changes]
        assert {each["name"] for each in board["people"]} == {names[person] for person in known.people}
    assert film.board_at("nobody", 0) is None


def test_the_film_is_small_and_always_the_same(library, words):
    outage = library.outage("write-stall")
    first, second = film_of(words, outage), film_of(words, outage)
    assert first.reel == second.reel
    assert len(told(first, outage, words)) < 400_000
    reel = json.loads(told(first, outage, words))
    assert all(len(signal["values"]) <= 601 for signal in reel["signals"])
    assert len(reel["lines"]) == len(words.entries)


def test_a_browser_gets_the_film_and_one_board_at_a_time(server, over):
    place = joined(server, over)
    reel = server.get(f"{place}/after/film").json()
    assert reel["end"] == over.exercise.entries[-1].at
    assert reel["causes"][reel["really"]]
    board = server.get(f"{place}/after/board", params={"at": reel["end"], "seat": "commander"}).json()
    assert board["severity"]
    assert server.get(f"{place}/after/board", params={"seat": "queen"}).status_code == 404
    assert server.get(f"{place}/after/board", params={"at": "nonsense"}).status_code == 200


def test_who_waits_is_told_how_far_the_film_is(library, words):
    shares: list[float] = []
    film_of(words, library.outage("write-stall"), shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] >= 1


def test_a_browser_asks_how_far_it_is(server, over):
    place = joined(server, over)
    assert server.get(f"{place}/after/film/far").json() == {"share": 0}
    server.get(f"{place}/after/film")
    assert server.get(f"{place}/after/film/far").json()["share"] >= 1


def test_words_to_everybody_and_turns_of_the_clock_stand_at_their_time(server, room):
    place = joined(server, room)
    server.portal.call(announce, room, "facilitator", "Welcome.")
    server.portal.call(room.skip, "", 300)
    server.portal.call(announce, room, "facilitator", "Halfway.")
    server.portal.call(room.say, "facilitator", "facilitator", "end")
    server.portal.call(announce, room, "facilitator", "It is over.")
    lines = server.get(f"{place}/after/film").json()["lines"]
    assert [line["at"] for line in lines] == sorted(line["at"] for line in lines)
    desk = [(line["at"], line["text"]) for line in lines if line["kind"] in ("Announced", "Turn")]
    assert desk == [
        (0, "Welcome."), (300, "The facilitator skipped from 0:00:00 to 0:05:00."), (300, "Halfway."),
    ]  # fmt: skip


CAME_BACK = """
0:00:00 impact-changed failing=9000 arriving=0 seen=truth
0:05:00 change-ordered id=c1 change="turn off new inbox" owner=bo
0:10:00 change-done id=c1 change="turn off new inbox" owner=bo
0:10:00 impact-changed failing=0 arriving=9000 total=90000 seen=truth
0:13:00 verified id=c1 change="turn off new inbox" signal="inbox loading" window=2m result=recovered
0:40:00 change-reverted id=c1 change="turn off new inbox" owner=bo
0:40:00 impact-changed failing=9000 arriving=0 total=90000 seen=truth
0:42:00 change-ordered id=c2 change="roll back app" owner=bo
0:44:00 verified id=c2 change="roll back app" signal="app errors" window=2m result=unclear confounded=c1
"""


def test_the_marks_tell_an_undo_a_relapse_and_a_watch_that_told_nothing(library):
    outage = library.outage("write-stall")
    case = Case(outage.scenario, outage.doctrine, read_timeline(CAME_BACK))

    marks = [
        (mark["at"], mark["kind"], mark.get("id", mark["text"])) for mark in marks_of(case, reader_of(case))
    ]
    assert marks == [
        (2400, "moment", "failing again"),
        (300, "change", "c1"),
        (780, "verified", "c1"),
        (2400, "change", "c1 undone"),
        (2520, "change", "c2"),
        (2640, "watched", "c2"),
    ]
