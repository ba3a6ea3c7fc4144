"""What can be read in every size and light: placeholders, the newest line, what a tab shows, who leaves."""

import re

import pytest

from tests.room.browser.conftest import AT_END, PHONE, WALL, WIDE, holds, sees, until

pytestmark = pytest.mark.browser
HELD_ACROSS = {"width": PHONE["height"], "height": PHONE["width"]}
PLACEHOLDER = """(one => { const asked = getComputedStyle(one, "::placeholder");
    return [asked.color, asked.opacity, getComputedStyle(one).backgroundColor]; })(
    [...document.querySelectorAll("[placeholder]")].find((one) => one.offsetParent))"""


def middle(page, what):
    """How far down the middle of something is."""
    box = page.locator(what).bounding_box()
    return box["y"] + box["height"] / 2


def contrast(ink, opacity, paper):
    """How well something can be told from what is behind it, by WCAG."""
    behind = channels(paper)
    seen = [float(opacity) * a + (1 - float(opacity)) * b for a, b in zip(channels(ink), behind, strict=True)]
    dark, light = sorted((luminance(seen), luminance(behind)))
    return (light + 0.05) / (dark + 0.05)


def channels(colour):
    return [int(part) for part in re.findall(r"\d+", colour)[:3]]


def luminance(colour):
    linear = [(c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4) for c in colour]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_what_stands_in_an_empty_field_can_be_read_by_day_and_in_the_dark(visit, code):
    one = visit()
    one.page.goto(one.address)
    front = one.page
    seat = visit().join(code)
    seat.click("#tab-runbook")
    for page in (front, seat):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert contrast(*page.evaluate(PLACEHOLDER)) >= 4.5


def test_the_console_keeps_its_newest_line_when_the_window_changes(visit, host, code):
    one = visit()
    one.join(code)
    one.say("declare P1")
    host.act("skip", 3000)
    host.enter("facilitator")
    page = host.page
    sees(page, "#lines li >> nth=30")
    for size in (WALL, WIDE, {"width": 1000, "height": 600}, PHONE, WIDE):
        page.set_viewport_size(size)
        until(page, AT_END)
        assert page.is_hidden("#jump")


@pytest.mark.parametrize("size", [PHONE, HELD_ACROSS], ids=["upright", "across"])
def test_on_a_phone_a_tab_of_the_console_brings_what_it_shows_into_sight(host, code, size):
    host.enter("facilitator")
    page = host.page
    page.set_viewport_size(size)
    holds(page, "#truth h2")
    page.click("#tab-score")
    seen = page.locator("#score").bounding_box()
    tabs = page.locator(".tabs").bounding_box()
    assert tabs["height"] < 70, "in one row"
    assert tabs["y"] < seen["y"] < size["height"] / 2
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]


def test_before_the_start_the_big_screen_has_how_to_join_in_its_middle(visit, host, code):
    visit().join(code, "scribe", "Sam")
    host.enter("screen")
    page = host.page
    sees(page, "#sitting >> text=Sam")
    for size in (WALL, WIDE):
        page.set_viewport_size(size)
        page.wait_for_timeout(200)
        assert middle(page, ".joinhere") == pytest.approx(middle(page, ".wall"), abs=30)
        assert middle(page, "#sitting") == pytest.approx(middle(page, ".wall"), abs=30)


@pytest.mark.parametrize("name", ["Bo", "Maximiliane Featherstonehaugh"])
def test_on_a_phone_leave_stands_at_the_end_of_two_rows(visit, host, code, name):
    ann = visit()
    ann.join(code, "commander", name)
    page = visit(PHONE).join(code, "beside-commander", name)
    for words, waits in (("", "not declared"), ("declare P1", f"{name} leads")):
        if words:
            ann.say(words)
        holds(page, f".head >> text={waits}")
        leave = page.locator("#leave").bounding_box()
        assert leave["x"] + leave["width"] > PHONE["width"] - 20
        assert page.locator(".head").bounding_box()["height"] < 90


def test_on_a_phone_rooms_and_log_break_no_word(visit, host, code):
    page = host.page
    host.act("skip", 60)
    page.set_viewport_size(PHONE)
    page.goto(f"{host.address}/host")
    assert page.locator(".rooms td >> nth=1").bounding_box()["width"] > 150
    page.goto(f"{host.address}/r/{host.room}/facilitator/log")
    page.set_viewport_size(PHONE)
    row = page.locator(".log tr >> nth=1")
    assert row.locator("td >> nth=-1").bounding_box()["width"] > 300
    assert row.bounding_box()["height"] < 60
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
