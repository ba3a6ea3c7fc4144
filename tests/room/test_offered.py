"""What a room can be opened with is read once, however often the page of rooms is opened."""

from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest

from simulator.room.keys import Pass
from simulator.room.offered import Offered, teaser, with_talk


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
        scenario = outage.scenario
        assert f'<option value="{scenario.id}" data-about="{teaser(outage)}"' in page
        assert f"{scenario.title} ({scenario.difficulty} of 5" in page
    assert page.count("First time? Take this one.") == 2  # in the form for one room, and in that for several


def test_an_outage_is_told_of_in_one_sentence_that_gives_nothing_away(library):
    for outage in library.outages():
        said = teaser(outage)
        assert said in " ".join(outage.scenario.briefing.split())
        assert "commander" not in said
        assert 20 < len(said) < 250
        for cause in outage.scenario.causes:
            assert cause not in said


@pytest.mark.parametrize(("minutes", "plan"), [(40, 90), (45, 90), (46, 120), (90, 150)])
def test_there_is_time_for_the_talk_afterwards(minutes, plan):
    assert with_talk(minutes) == plan
