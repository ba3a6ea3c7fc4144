"""The room can be used by keyboard, on a phone, in the dark, with a screen reader, over a thin line."""

import json

import pytest

from tests.room.browser.conftest import PHONE, WALL, until

pytestmark = pytest.mark.browser
VIEWS = ("board", "charts", "map", "runbook", "post", "crew")
LARGEST = 500_000


def faults(page):
    """What axe finds on a page, in short."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe in this environment")
    found = axe.Axe().run(page).response["violations"]
    return [(fault["id"], [node["target"] for node in fault["nodes"]][:4]) for fault in found]


def busy(one, host, code):
    """A seat in the middle of an exercise: an alert, work, a change, an update, news."""
    page = one.join(code)
    for words in ("declare P1", "page datastores", "signals"):
        one.say(words)
    host.act("skip", 900)
    for words in ("order stop the migration", "investigate app within 5m"):
        one.say(words)
    one.say("post status page investigating affecting send a message next in 5m")
    host.act("skip", 1500)
    page.wait_for_selector("#board .call .left", state="attached")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_fault_that_axe_knows(visit, host, code, scheme):
    host.page.emulate_media(color_scheme=scheme)
    host.page.goto(f"{host.address}/host")
    found = {"rooms": faults(host.page)}
    host.enter("screen")
    host.page.wait_for_selector("#impact svg")
    found["screen"] = faults(host.page)
    one = visit(color_scheme=scheme)
    for name, path in {"front": "/", "lobby": f"/j/{code}", "fault": "/r/nowhere/commander"}.items():
        one.page.goto(f"{one.address}{path}")
        found[name] = faults(one.page)
    page = busy(one, host, code)
    for view in VIEWS:
        page.click(f"#tab-{view}")
        found[view] = faults(page)
    page.click("#buttons >> text=Order")
    found["form"] = faults(page)
    assert {name: each for name, each in found.items() if each} == {}


def test_a_phone_scrolls_only_up_and_down(visit, host, code):
    one = visit(PHONE, has_touch=True)
    page = busy(one, host, code)
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) == PHONE["width"]
    for view in VIEWS:
        page.tap(f"#tab-{view}")
        assert page.is_hidden("#lines"), view
        assert page.evaluate(wide) == PHONE["width"], view
        bottom = page.locator(".tabs").bounding_box()
        assert bottom["y"] + bottom["height"] == PHONE["height"], view
    assert faults(page) == []
    page.goto(f"{one.address}/j/{code}")
    assert page.evaluate(wide) == PHONE["width"]
    page.goto(one.address)
    assert page.evaluate(wide) == PHONE["width"]


def test_the_big_screen_fits_a_wall_and_tells_nobody_what_is_wrong(visit, host, code):
    busy(visit(), host, code)
    host.enter("screen")
    page = host.page
    page.wait_for_selector("#impact svg polyline")
    size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert size == [WALL["width"], WALL["height"]]
    assert page.inner_text("#number") != "?"
    assert page.inner_text("#leads") == "Aoife leads"
    sent = page.content() + json.dumps(page.evaluate("document.body.innerText"))
    assert "stalled primary" not in sent


def test_what_is_read_aloud_is_little_and_what_wants_one_comes_first(visit, host, code):
    page = busy(visit(), host, code)
    page.wait_for_timeout(600)
    host.act("skip", 600)
    assert page.get_attribute("#lines", "aria-live") == "off"
    until(page, "document.getElementById('announce').textContent !== ''")
    said = page.text_content("#announce")
    assert len(said) < 600


@pytest.mark.parametrize("place", ["commander", "screen"])
def test_a_page_is_light(visit, host, code, place):
    if place == "screen":
        page = host.page
        host.enter(place)
        page.wait_for_selector("#impact svg")
    else:
        page = visit().join(code, place)
    page.wait_for_load_state("networkidle")
    weighed = page.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".reduce((sum, each) => sum + each.transferSize, 0)"
    )
    assert 20_000 < weighed < LARGEST
