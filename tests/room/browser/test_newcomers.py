"""What a game day of half an hour found: people who get lost, leave and come back; small and bad screens."""

import pytest

from tests.room.browser.conftest import PHONE, WALL, drawn, gone, holds, passes, sees, tells, until

pytestmark = pytest.mark.browser
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
TABS = """[...document.querySelectorAll('.seated .tabs [role=tab]')].filter((tab) => tab.offsetParent)
    .every((tab) => tab.getBoundingClientRect().right <= innerWidth)"""


def test_the_words_there_are_leave_room_for_the_channel_and_go_again(visit, code):
    one = visit()
    page = one.join(code)
    one.say("declare P1")
    until(page, "!document.querySelector('.briefing').open")  # it makes room for the channel
    high = page.locator("#lines").bounding_box()["height"]
    one.say("help")
    sees(page, "#help >> text=declare SEVERITY")
    assert page.locator("#lines").bounding_box()["height"] >= high > 100
    page.click("#help >> text=Close")
    gone(page, "#help")


@pytest.mark.parametrize("size", [(1024, 700), (844, 390)])
def test_every_view_can_be_reached_on_a_small_screen(visit, code, size):
    page = visit({"width": size[0], "height": size[1]}).join(code, "observer")
    until(page, FITS)
    until(page, TABS)
    page.click("#tab-pinned")
    sees(page, "#pin-text:visible")


def test_whoever_goes_back_to_the_lobby_finds_the_way_to_their_seat(visit, code):
    page = visit().join(code, "business-lead", "Cas")
    page.go_back()
    page.click("text=Back to your seat")
    page.wait_for_url("**/business-lead")
    assert page.inner_text(".who") == "Cas Business Lead"


def test_who_waits_for_the_network_is_heard_once_it_is_back_and_no_clock_runs_on_meanwhile(visit, host, code):
    one = visit()
    page = one.join(code)
    host.act("go")
    one.context.set_offline(True)
    sees(page, "#net >> text=You are offline")
    stands = page.inner_text("#clock")
    page.fill("#words", "note all well")
    page.press("#words", "Enter")
    passes(page, 1500)
    assert page.inner_text("#clock") == stands
    one.context.set_offline(False)
    sees(page, "#lines .own >> text=Note: all well")


def test_a_phone_is_answered_on_every_view_and_told_that_it_is_over(visit, host, code):
    page = visit(PHONE).join(code, "business-lead")
    visit().join(code)
    page.click("#tab-post")
    page.check("[name=scope] >> nth=0")
    page.click("#composer > button")
    tells(page, ".toast", "free again at")
    host.say("end")
    sees(page, ".paused >> text=Read how it went")
    assert not page.is_visible("#composer")


def test_what_one_asks_to_see_is_shown(visit, code):
    one = visit()
    page = one.join(code)
    one.say("people")
    sees(page, "#crew:visible")


def test_two_in_one_seat_read_who_did_what(visit, code):
    one, other = visit(), visit()
    first, second = one.join(code, "responder", "Zoe"), other.join(code, "responder", "Xan")
    one.say("note first")
    sees(second, "#lines >> text=Zoe: Note: first")
    assert second.locator("#lines .own").count() == 0
    sees(first, "#lines .own")
    assert first.locator("#lines .own").count() == 1


def test_the_facilitator_sees_who_is_here_and_who_is_to_be_helped(visit, host, code):
    leader = visit().join(code)
    visit().join(code, "business-lead", "Cas")
    host.enter("facilitator")
    page = host.page
    page.click("#tab-invite")
    sees(page, "#here >> text=Cas, Business Lead")
    page.click("#tab-stepin")
    holds(page, "#stepin option >> text=Business Lead: Cas")
    options = page.locator("#stepin option").all_inner_texts()
    assert "Business Lead: Cas" in options
    assert "Deputy: nobody" in options
    leader.fill("#words", "where are we now")
    leader.press("#words", "Enter")
    sees(leader, "#answer.wrong")
    leader.fill("#words", "note we are somewhere")
    leader.press("#words", "Enter")
    sees(page, "#lines >> text=we are somewhere")
    assert "where are we now" not in page.inner_text("#lines")  # their box has told them
    page.click("#tab-crew")
    page.click("#program")
    sees(page, "text=A program stands by: undo")
    page.click("#program")
    sees(page, "#program[aria-pressed=false]")


def test_the_wall_keeps_the_code_in_sight(visit, host, code):
    one = visit()
    one.join(code)
    one.say("declare P1")
    for state in ("investigating", "identified", "investigating"):
        one.say(f'post status page {state} affecting send a message saying "{"Long words. " * 20}"')
        host.act("skip", 200)
    host.enter("screen")
    host.page.set_viewport_size(WALL)
    sees(host.page, "#status >> text=Long words.")
    drawn(host.page)
    box = host.page.locator(".joinhere .code").bounding_box()
    assert box["y"] + box["height"] <= WALL["height"]


def test_changes_stand_by_what_they_are_made_on(visit, code):
    page = visit().join(code)
    page.click("#buttons >> text=Order")
    groups = page.locator("dialog optgroup").evaluate_all("groups => groups.map(group => group.label)")
    assert "db-shards" in groups
    assert len(groups) == len(set(groups))


def test_what_was_missed_while_away_is_no_straight_line(visit, host, code):
    one = visit()
    page = one.join(code)
    page.click("#tab-charts")
    holds(page, "#charts polyline")
    one.context.set_offline(True)
    sees(page, "#net >> text=You are offline")
    host.act("skip", 1200)
    one.context.set_offline(False)
    until(page, "document.getElementById('clock').textContent >= '0:20:00'")
    until(page, "document.querySelector('#charts polyline').getAttribute('points').split(' ').length > 60")
