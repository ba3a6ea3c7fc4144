"""Whoever has a seat finds the way back there, from the front page and from pages that are not theirs."""

import pytest

from tests.room.people import joined

HTML = {"accept": "text/html"}


def test_the_front_page_knows_the_seat_one_has(server, room):
    assert "Back to your seat" not in server.get("/").text
    place = joined(server, room, "business-lead", "Ben")
    page = server.get("/").text
    assert "You are Ben, Business Lead, in “Some customers cannot send messages”" in page
    assert server.get(f"/j/{room.code}/back", follow_redirects=False).headers["location"] == place


def test_it_forgets_a_seat_that_was_given_back(server, room):
    place = joined(server, room, "business-lead", "Ben")
    server.post(f"{place}/leave")
    assert "Back to your seat" not in server.get("/").text


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("/facilitator", "This is the facilitator&#39;s page."),
        ("/commander", "This is somebody else&#39;s seat."),
        ("", "There is nothing at this address."),
        ("/replay", "There is nothing at this address."),
    ],
)
def test_a_page_that_is_not_ones_own_says_so_and_shows_the_way_back(server, room, page, says):
    joined(server, room, "observer", "Eli")
    told = server.get(f"/r/{room.id}{page}", headers=HTML)
    assert told.status_code in (401, 404)
    assert says in told.text
    assert "Your seat is here: Eli, Observer" in told.text


def test_whoever_has_no_seat_is_told_to_join(server, room):
    told = server.get(f"/r/{room.id}/facilitator", headers=HTML).text
    assert "You have no seat here. Join with the code." in told
    assert "Your seat is here" not in told


def test_a_seat_in_one_room_is_no_word_about_another(server, room, library):
    joined(server, room, "observer", "Eli")
    other = server.portal.call(server.rooms.open, library.outage("write-stall"), 4)
    assert "You have no seat here" in server.get(f"/r/{other.id}/facilitator", headers=HTML).text


def test_the_first_step_names_views_that_can_be_opened(server, room):
    page = server.get(joined(server, room, "technical-lead", "Cem")).text
    for name, view in (("Charts", "charts"), ("Map", "map")):
        assert f'data-view="{view}">{name}</button>' in page
