"""What strangers missed on a game day: charts with a past, a map to follow, word of what they missed."""

import re

import pytest

from tests.room.browser.conftest import PHONE, WIDE, drawn, holds, passes, reaches, sees, tells, until

pytestmark = pytest.mark.browser
LAPTOP = {"width": 1280, "height": 800}
SILENCE = 10000
"""Milliseconds without a word after which a line is lost."""
TEXT = "document.querySelector('{}')?.textContent ?? ''"
FIRST = """parseFloat(document.querySelector('#charts [data-signal="app errors"] polyline')
    .getAttribute('points'))"""
NAMES = "[...document.querySelectorAll('#charts figure')].map((one) => one.dataset.signal).join()"
FILLED = "document.querySelector('#map svg').clientWidth / document.querySelector('#map .scroll').clientWidth"
THROUGH = """[...document.querySelectorAll('#map .need')].some((line) => {
    const boxes = [...document.querySelectorAll('#map .node rect')].map((each) => each.getBBox());
    const long = line.getTotalLength();
    for (let at = 6; at < long - 6; at += 3) {
        const { x, y } = line.getPointAtLength(at);
        const inside = (b) => x > b.x + 1 && x < b.x + b.width - 1 && y > b.y + 1 && y < b.y + b.height - 1;
        if (boxes.some(inside)) return true;
    }
    return false;
})"""


def test_charts_show_the_hour_before_and_when_it_began(visit, code):
    page = visit().join(code, "technical-lead")
    page.click(".briefing [data-view=charts]")
    holds(page, "#charts polyline")
    until(page, f"{FIRST} < 60")  # the line begins at the left edge: an hour ago
    axis = page.text_content("#charts [data-signal='app errors'] svg") or ""
    assert "-30 min" in axis
    assert "start" in axis
    early = page.inner_text("#charts [data-signal='shard write time'] figcaption")
    assert "beyond its alarm, which rings after" in early
    assert "alarm since 0:00:00" in page.inner_text("#charts [data-signal='app errors'] figcaption")


def test_charts_keep_their_places_and_changes_their_names(visit, host, code):
    one = visit()
    page = one.join(code)
    page.click("#tab-charts")
    sees(page, "#charts figure")
    until(page, f"{FIRST} < 60")
    before = page.evaluate(NAMES)
    one.say("declare P1")
    one.say("order stop the migration by mei")
    host.act("skip", 600)
    one.say("order roll back app by mei")
    host.act("skip", 900)
    reaches(page, "0:25:00")
    sees(page, "#charts .marks li")
    assert page.evaluate(NAMES) == before
    marks = page.inner_text("#charts .marks")
    assert "c1" in marks
    assert "begun 0:" in marks
    assert page.locator("#charts figure >> nth=0").locator("text=c1").count() > 0


def test_lines_of_the_map_pass_the_boxes_by(visit, code):
    for size in ({"width": 1360, "height": 860}, PHONE):
        page = visit(size).join(code, "observer")
        page.click("#tab-map")
        holds(page, "#map .need")
        assert page.evaluate(THROUGH) is False
        assert page.evaluate(FILLED) > 0.8, size


@pytest.mark.parametrize("size", [WIDE, LAPTOP, PHONE], ids=["wide", "laptop", "phone"])
def test_what_customers_cannot_do_is_marked_by_how_much_of_it_fails(visit, code, size):
    page = visit(size).join(code, "observer")
    page.click("#tab-map")
    until(page, "document.querySelectorAll('#map .does.alarmed').length === 1")
    failing = page.locator("#map .does.alarmed").text_content() or ""
    assert failing.replace(" ", "").startswith("customerssend")
    flag = page.locator("#map .does.alarmed .flag").text_content() or ""
    assert re.match(r"✖ \d+ % fail(▲|$)", flag), flag
    assert page.locator("#map .node:not(.does)", has_text="team search").count() > 0


def test_what_the_facilitator_does_with_the_clock_is_told_to_all(visit, host, code):
    page = visit(PHONE).join(code, "business-lead")
    host.act("skip", 90)
    tells(page, "#turned", "The facilitator skipped from 0:00:00 to 0:01:30.")
    sees(page, "#lines .turn >> text=The facilitator skipped from 0:00:00 to 0:01:30.")
    sees(page, "#moment >> text=21:41 UTC")
    host.act("speed", 5)
    sees(page, "#lines .turn >> text=Time will run at 5x.")
    host.act("go")
    sees(page, "#turned >> text=The facilitator started the clock.")
    host.act("pause")
    sees(page, "#paused >> text=Paused by the facilitator.")
    sees(page, "#lines .turn >> text=The facilitator paused.")
    assert page.is_hidden("#turned"), "of a pause one band tells"


def test_whoever_was_away_is_told_for_how_long_and_what_they_missed(visit, host, code):
    one = visit()
    page = one.join(code, "technical-lead")
    host.act("skip", 600)
    reaches(page, "0:10:00")
    kept = "JSON.stringify({ n: 1, at: 0, when: Date.now() - 60000 })"
    page.context.add_init_script(f"localStorage.setItem(`icsim last ${{location.pathname}}`, {kept})")
    later = []

    def slow(line):
        """Lines come at once, and how things stand later."""
        line.connect_to_server().on_message(
            lambda told: line.send(told) if '{"lines"' in told else later.append((line, told))
        )

    page.route_web_socket("**/ws?*", slow)
    page.reload()
    sees(page, "#lines li")
    passes(page, 400)
    for line, told in later:
        line.send(told)
    fence = sees(page, "#lines .fence.away")
    assert fence.inner_text().startswith("You were away from 0:00:00 to 0:10:00: ")
    after = page.evaluate("document.querySelector('.fence.away').nextElementSibling.id")
    assert after == "line-2"


HEARD = "[...document.querySelectorAll('#lines > li .text')].map((line) => line.textContent)"


def test_what_is_said_in_a_pause_stands_in_its_order_also_after_a_reload(visit, host, code):
    one = visit()
    page = one.join(code, "commander", "Ann")
    host.act("skip", 60)
    one.say("say one of us first")
    assert host.post("tell", {"text": "What do you look at?"}).ok
    sees(page, "#lines >> text=What do you look at?")
    one.say("say how many wait")
    sees(page, "#lines >> text=how many wait")
    host.act("skip", 60)
    sees(page, "#lines .turn >> text=to 0:02:00")
    before = page.evaluate(HEARD)
    order = [
        next(n for n, line in enumerate(before) if each in line)
        for each in ("one of us first", "What do you look", "how many wait")
    ]
    assert order == sorted(order)
    page.reload()
    sees(page, "#lines .turn >> text=to 0:02:00")
    assert page.evaluate(HEARD) == before


def test_a_reload_shows_the_same_view_again(visit, code):
    page = visit().join(code, "technical-lead")
    page.click("#tab-map")
    page.reload()
    sees(page, "#map svg")
    assert page.get_attribute("#tab-map", "aria-selected") == "true"


def test_a_line_that_falls_silent_is_told_to_be_lost(visit, served, code):
    one = visit(PHONE)
    one.page.clock.install()
    page = one.join(code, "business-lead")
    served.process.send_signal(19)
    try:
        page.clock.fast_forward(SILENCE)
        sees(page, "#net >> text=Connection lost")
    finally:
        served.process.send_signal(18)
    until(page, TEXT.format("#net") + " === ''")


def test_the_board_names_every_seat_that_is_taken_and_who_asked(visit, host, code):
    ann, dee = visit(), visit()
    page = ann.join(code, "commander", "Ann")
    dee.join(code, "responder", "Dee")
    ann.say("declare P1")
    host.act("skip", 300)
    dee.say("investigate app by mei within 10m")
    sees(page, "#board >> text=asked by Dee")
    ann.say("check fail over a shard")
    sees(page, "#board >> text=/nobody has taken it, for .*, time-box .* from when it is begun/")
    roles = page.locator("#board section", has_text="Roles").inner_text()
    assert "Incident Commander: you" in roles
    assert "Responder: Dee" in roles
    sees(page, "#stage >> text=finding out")
    assert "support" in page.locator("#board section", has_text="Customers").first.inner_text().lower()


def test_a_briefing_that_does_not_fit_says_that_it_goes_on(visit, code):
    page = visit(PHONE).join(code, "business-lead")
    sees(page, "#more:visible")
    while page.is_visible("#more"):
        page.click("#more")
        drawn(page)
    rest = "(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)"
    assert page.evaluate(f"{rest}(document.querySelector('.briefing'))") < 13


def test_views_without_anything_say_so(visit, code):
    page = visit().join(code, "observer")
    page.click("#tab-post")
    told = page.evaluate("getComputedStyle(document.getElementById('post'), '::after').content")
    assert "Nothing has been sent yet" in told
    page.click("#tab-pinned")
    told = page.evaluate("getComputedStyle(document.getElementById('pins'), '::after').content")
    assert "Nothing is pinned yet" in told
