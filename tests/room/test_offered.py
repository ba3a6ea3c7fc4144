"""What a room can be opened with is read once, however often the page of rooms is opened."""

from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest

from simulator.room.keys import Pass
from simulator.room.offered import Offered, offer, with_talk


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
        assert f'<option value="{told.id}">{told.difficulty} of 5: {told.title}</option>' in page


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
