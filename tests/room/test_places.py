"""Places beside a seat, moving between seats, what a seat is offered, and what the dashboards showed."""

import pytest

from simulator.domain.entry import TRUTH
from simulator.domain.seats import FACILITATOR, RELIEVED, TRAINEES
from simulator.room.asides import asides_to
from simulator.room.forms import forms, may
from simulator.room.names import names_for
from simulator.room.seats import PLACES, SEATS, eyes, speaks
from simulator.room.trace import EVERY, MOST, Trace
from simulator.world.seats import MAY


def test_the_room_has_a_place_for_every_seat_that_is_trained():
    assert tuple(SEATS) == TRAINEES
    assert set(MAY) == {*TRAINEES, RELIEVED, FACILITATOR} - {"commander", "deputy"}


def test_beside_a_seat_one_has_its_eyes_and_no_voice():
    assert [eyes(place) for place in ("commander", "shadow-commander", "beside-deputy")] == [
        "commander", "commander", "deputy",
    ]  # fmt: skip
    assert all(speaks(seat) for seat in SEATS)
    assert not any(speaks(place) for place in PLACES if place not in SEATS)


def test_a_shadow_is_sent_what_the_seat_is_sent(store, opened):
    def played(room):
        room.say("", "commander", "declare P1")
        room.say("", "commander", "signals")
        room.skip("", 300)
        assert room.lines("shadow-commander") == room.lines("commander")
        assert room.lines("commander") != room.lines("deputy")
        return room.board("beside-commander") == room.board("commander")

    assert opened(store, played)


def test_others_hear_the_name_of_whoever_commands(store, opened):
    def played(room):
        room.sit("a", "Aoife", "commander")
        room.say("a", "commander", "declare P1")
        told = {seat: [line["text"] for line in room.lines(seat)] for seat in ("commander", "deputy")}
        assert room.board("deputy")["leads"] == "Aoife"
        assert room.board("commander")["leads"] == "you"
        return told

    told = opened(store, played)
    assert "You declare the incident at P1 and take command." in told["commander"]
    assert "Aoife declares the incident at P1 and takes command." in told["deputy"]


def test_a_nudge_is_read_at_its_seat_alone_and_survives_a_restart(store, opened, restored):
    def played(room):
        room.sit("d", "Di", "beside-commander")
        room.aside("d", "commander", "Who tells the customers?")
        return [
            asides_to(room, place, "") for place in ("commander", "shadow-commander", "deputy", "facilitator")
        ]

    at_seat, at_side, elsewhere, facilitator = opened(store, played)
    assert at_seat == at_side
    assert [(each["at"], each["by"], each["text"]) for each in at_seat] == [
        (0, "Di", "Who tells the customers?")
    ]
    assert elsewhere == facilitator == []
    assert restored(store, lambda room: asides_to(room, "commander", "")) == at_seat


def test_somebody_is_moved_and_not_onto_somebody(store, opened):
    def played(room):
        room.sit("a", "Aoife", "observer")
        room.sit("b", "Bo", "scribe")
        return room.move(1, "deputy"), room.move(2, "deputy"), room.move(9, "deputy"), room.people["a"].seat

    moved, taken, nobody, seat = opened(store, played)
    assert (moved, seat) == ("", "deputy")
    assert taken.startswith("Aoife sits there")
    assert nobody == "Nobody of that number is in the room."


@pytest.mark.parametrize("seat", SEATS)
def test_a_seat_is_offered_what_the_world_lets_it_say(seat):
    offered = may(seat)
    assert {"Note", "Look"} <= set(offered)
    if seat in MAY:
        assert set(offered) == {kind.__name__ for kind in MAY[seat]}
    assert ("End" in offered) == (seat == "commander")


def test_forms_hold_nothing_that_is_hidden(library):
    outage = library.outage("write-stall")
    told = str(forms(outage, "commander"))
    for cause in outage.scenario.causes.values():
        assert cause.name not in told
        assert cause.truth not in told


def test_a_leap_leaves_no_hole_in_the_charts(store, opened, restored):
    def played(room):
        room.skip("", 600)
        return room.trace.told()

    told = opened(store, played)
    assert told["at"] == list(range(EVERY, 601, EVERY))
    assert len(told["signals"]["app errors"]) == len(told["at"])
    assert restored(store, lambda room: room.trace.told()) == told


def test_looking_at_dashboards_changes_nothing(store, opened, library):
    exercise = library.outage("write-stall").exercise(3)
    exercise.tick(900)

    def played(room):
        room.skip("", 900)
        return room.exercise.recording.text()

    assert opened(store, played) == exercise.recording.text()
    assert any(entry.seen == TRUTH for entry in exercise.entries)


def test_long_charts_grow_coarser_where_they_are_old():
    trace = Trace()
    for at in range(0, 4 * MOST * EVERY, EVERY):
        trace.keep(at, {"load": at / 1000})
    assert len(trace.at) <= MOST
    assert trace.at[0] == 0
    assert trace.at == sorted(trace.at)
    assert trace.at[-1] - trace.at[-2] == EVERY


def test_a_blank_dashboard_is_a_hole_in_the_chart():
    trace = Trace()
    for at, gauges in ((0, {"load": 0.51239}), (15, {}), (30, {"load": 0.5})):
        trace.keep(at, gauges)
    assert trace.told() == {"at": [0, 15, 30], "signals": {"load": [0.5124, None, 0.5]}}


def test_a_wrong_code_costs_a_try_and_the_right_one_does_not(server):
    server.stand_still()
    room = server.portal.call(lambda: server.rooms.open(server.rooms.library.outage("write-stall"), 3))
    for _ in range(30):
        assert server.get(f"/j/{room.code}").status_code == 200
    wrong = {server.get("/j/BBB-BBB-BBB").status_code for _ in range(12)}
    assert wrong == {404, 429}
    assert server.get(f"/j/{room.code}").status_code == 429
    assert server.post("/join", json={"code": room.code, "name": "A", "seat": "scribe"}).status_code == 429


def test_a_seat_is_told_you_of_itself_and_others_are_told_which_seat(room):
    lead = names_for(room.exercise, "business-lead", {"commander": "Aoife"})
    assert (lead.does("business-lead", "updates"), lead.does("commander", "declares")) == (
        "You update",
        "Aoife declares",
    )
    others = names_for(room.exercise, "commander")
    assert others.does("business-lead", "updates") == "The business lead updates"
    assert others["commander"] == "you"
    known = names_for(room.exercise, "commander", {"business-lead": "Cas", "responder": "Niamh"})
    assert known.does("business-lead", "updates") == "Cas updates"
    assert known.does("responder", "asks") == "Niamh (responder) asks", "the company has a Niamh too"
