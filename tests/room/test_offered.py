"""What a room can be opened with is read once, however often the page of rooms is opened."""

from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest

from simulator.library.outage import process_in
from simulator.room.keys import Pass
from simulator.room.offered import SPEEDS, Offered, offer, process, with_talk


def test_a_library_is_read_once_also_when_many_ask_at_once(library):
    read, easy, hard = [], library.outage("write-stall"), library.outage("spam-list")

    def outages():
        read.append("once")
        return (easy, hard)

    offered = Offered(outages)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: offered.outages(), range(40)))
    assert found == 40 * [(easy, hard)]
    assert read == ["once"]


def test_the_page_of_rooms_offers_every_outage(server, library):
    server.cookies.set("icsim-host", server.keys.sign(Pass("", "host", "facilitator")))
    page = unescape(server.get("/host").text)
    for outage in library.outages():
        told = outage.scenario
        assert f'name="outage" value="{told.id}"' in page
        assert f"<strong>{told.title}</strong>" in page
        assert offer(told)["about"] in page  # of each, not only of the one that is chosen
        assert f"Process: {outage.doctrine.title}." in page


def test_the_page_of_rooms_says_what_each_process_is_like(server, library):
    server.cookies.set("icsim-host", server.keys.sign(Pass("", "host", "facilitator")))
    page = unescape(server.get("/host").text)
    assert "Type 1 is the gravest of 5 levels" in page
    for name in library.ids("doctrine"):
        doctrine = process_in(library.doctrine(name))
        assert f'<option value="{name}">{doctrine.title}</option>' in page
        assert process(doctrine)["about"] in page


@pytest.mark.parametrize("speed", SPEEDS)
def test_a_room_is_opened_with_the_speed_it_will_run_at(server, speed):
    server.cookies.set("icsim-host", server.keys.sign(Pass("", "host", "facilitator")))
    told = server.post("/host/open", json={"outage": "write-stall", "seed": 3, "speed": speed}).json()
    room = server.rooms.get(told["id"])
    assert (room.clock.speed, room.clock.stopped, room.now) == (speed, True, 0)


@pytest.mark.parametrize("speed", [0, 3, 1000, True, "fast", None, [1]])
def test_no_other_speed_is_taken(server, speed):
    server.cookies.set("icsim-host", server.keys.sign(Pass("", "host", "facilitator")))
    for way, more in (("open", {}), ("parallel", {"teams": "One\nTwo"})):
        asked = {"outage": "write-stall", "speed": speed, **more}
        assert server.post(f"/host/{way}", json=asked).status_code == 400
    assert not server.rooms.cards()


def test_what_an_outage_is_about_gives_nothing_away(library):
    for outage in library.outages():
        told, scenario = offer(outage.scenario), outage.scenario
        assert told["about"]
        assert told["about"] in " ".join(scenario.briefing.split())
        assert "commander on call" not in told["about"]
        assert not [cause for cause in scenario.causes.values() if cause.truth in told["about"]]


def test_the_easiest_is_offered_for_a_first_game_day(library):
    first = [outage.scenario.id for outage in library.outages() if offer(outage.scenario)["first"]]
    assert first == ["write-stall"]


@pytest.mark.parametrize(("minutes", "plan"), [(40, 90), (45, 90), (46, 120), (90, 150)])
def test_there_is_time_for_the_talk_afterwards(minutes, plan):
    assert with_talk(minutes) == plan
