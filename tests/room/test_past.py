"""The hour before: charts have a past, by the same exit as the present, and no more than dashboards show."""

import pytest

from tests.room.people import joined


def heard(server, place, *wanted):
    sent: dict = {}
    with server.websocket_connect(f"{place}/ws") as socket:
        while not set(wanted) <= set(sent):
            sent |= socket.receive_json()
    return sent


def test_whoever_sits_down_sees_the_hour_before(server, room):
    sent = heard(server, joined(server, room), "past", "gauges")
    past = sent["past"]
    assert (past["at"][0], past["at"][-1]) == (-3600, -30)
    assert set(past["signals"]) == set(sent["gauges"])
    errors = past["signals"]["app errors"]
    assert max(errors[:100]) < 0.01
    assert errors[-1] > 0.05  # it began some minutes before the first second


def test_it_is_late_as_any_reading_is(server, room):
    past = heard(server, joined(server, room), "past")["past"]
    delivered = dict(zip(past["at"], past["signals"]["message delivery"], strict=True))
    lag = room.outage.scenario.organisation.signals["message delivery"].lag
    begun = min(at for at, value in delivered.items() if value < 0.9)
    assert begun == pytest.approx(-360 + lag, abs=30)


def test_it_is_the_same_for_all_and_after_a_restart(server, room, library):
    past = heard(server, joined(server, room, "commander"), "past")["past"]
    assert heard(server, joined(server, room, "observer", "Bo"), "past")["past"] == past
    again = server.portal.call(lambda: server.rooms.open(library.outage("write-stall"), 3))
    assert again.past.told(again.gauges()) == room.past.told(room.gauges())


def test_while_the_dashboards_do_not_load_there_is_no_past_either(store, opened):
    def played(room):
        return room.past.told(room.gauges()), room.past.told({})

    light, dark = opened(store, played)
    assert light["at"]
    assert dark == {}


def test_a_quiet_line_is_heard_to_hold(server, room, monkeypatch):
    monkeypatch.setattr("simulator.room.feed.BEAT", 0.01)
    assert "beat" in heard(server, joined(server, room), "beat")
