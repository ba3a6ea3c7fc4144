"""The room can be used by keyboard, on a phone, in the dark, with a screen reader, over a thin line."""

import json

import pytest

from tests.room.browser.conftest import (
    PHONE,
    WALL,
    WIDE,
    drawn,
    follow,
    gone,
    holds,
    passes,
    reaches,
    sees,
    until,
)

pytestmark = pytest.mark.browser
VIEWS = ("board", "charts", "map", "runbook", "post", "crew")
CONSOLE = ("injects", "stepin", "hints", "secret", "score", "pinned", "crew", "board", "charts", "invite")
LARGEST = 500_000
COMMITTED = {"when": "it is late", "will": "ask twice", "owner": "Aoife", "by": "2031-01-15"}


def faults(page):
    """What axe finds on a page, in short: all there is by day, and whether it can be read in the dark."""
    script = pytest.importorskip("axe_playwright_python.base", reason="no axe in this environment").AXE_SCRIPT
    if not page.evaluate("'axe' in window"):
        page.evaluate(script)
    found = checked(page)
    page.emulate_media(color_scheme="dark")
    found += checked(page, runOnly=["color-contrast"])
    page.emulate_media(color_scheme="light")
    return found


def checked(page, **options):
    """Rules of axe that a page breaks, each with the first places."""
    asked = json.dumps({"resultTypes": ["violations"], **options})
    broken = page.evaluate(f"axe.run({asked}).then((found) => found.violations)")
    return [(fault["id"], [node["target"] for node in fault["nodes"]][:4]) for fault in broken]


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
    reaches(page, "0:40:00")
    return page


def test_no_page_has_a_fault_that_axe_knows(visit, host, code):
    host.page.goto(f"{host.address}/host")
    found = {"rooms": faults(host.page)}
    host.enter("screen")
    holds(host.page, "#impact svg")
    found["screen"] = faults(host.page)
    one = visit()
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


def test_no_page_of_the_facilitator_has_a_fault_that_axe_knows(visit, host, code, tmp_path):
    busy(visit(), host, code)
    page, found = host.page, {}
    host.enter("facilitator")
    holds(page, "#truth h2")
    for view in CONSOLE:
        page.click(f"#tab-{view}")
        found[view] = faults(page)
    page.fill("#words", "help")
    page.press("#words", "Enter")
    sees(page, "#help[open]")
    found["help"] = faults(page)
    page.click("#help >> text=Close")
    page.click("#end")
    found["end"] = faults(page)
    page.goto(f"{host.address}/r/{host.room}/facilitator/log")
    found["log"] = faults(page)
    page.goto(f"{host.address}/host/upload")
    bad = tmp_path / "bad.yaml"
    bad.write_text("services: [edge]", encoding="utf-8")
    page.set_input_files("#file", bad)
    page.click("#upload button")
    sees(page, "#problems:visible")
    found["upload"] = faults(page)
    page.goto(f"{host.address}/host")
    found["rooms"] = faults(page)
    page.fill("#teams", "Payments\nSearch")
    page.click("#open > button")
    sees(page, ".team >> text=Search")
    found["side by side"] = faults(page)
    assert {name: each for name, each in found.items() if each} == {}


def test_no_page_of_afterwards_has_a_fault_that_axe_knows(visit, host):
    one = visit()
    luck = 71  # of its own: nothing opens while others play the same
    page, found = busy(one, host, host.open(luck)), {}
    one.walk_away()
    follow(page, "text=See how it went")
    found["after"] = faults(page)
    after = page.url
    page.goto(f"{after}/replay")
    sees(page, "body[data-ready]")
    page.keyboard.press("End")
    sees(page, "#board h2")
    found["replay"] = faults(page)
    page.goto(f"{after}/debrief")
    found["debrief"] = faults(page)
    for minutes in (5, 30):
        page.goto(f"{after}/guide/{minutes}")
        found[f"guide of {minutes}"] = faults(page)
    for name, text in {
        "when": "it is late",
        "will": "ask twice",
        "owner": "Aoife",
        "by": "2031-01-15",
    }.items():
        page.fill(f"#{name}", text)
    page.click("text=Commit to it")
    sees(page, "text=Written down")
    found["commitments"] = faults(page)
    host.enter("facilitator")
    host.page.goto(f"{host.address}/r/{host.room}/facilitator/after")
    host.page.click("#share")
    page.goto(host.page.locator(".links input").first.input_value())
    found["shared"] = faults(page)
    assert {name: each for name, each in found.items() if each} == {}


def test_no_page_that_compares_has_a_fault_that_axe_knows(visit, host):
    """Teams at the same seconds, and what was decided again beside the first time."""
    luck = 73  # with a decision that cost something
    page, found = host.page, {}
    side, rooms = parallel(host, luck)
    one = visit()
    seat = one.join(rooms[0]["code"], "commander", "Aoife")
    one.say("declare P1")
    for room in rooms:
        host.room = room["id"]
        host.act("skip", 900)
        host.say("end")
    page.goto(f"{side}/comparison")
    found["side by side"] = faults(page)
    assert page.get_attribute("text=Side by side", "href") == side.removeprefix(host.address)
    follow(seat, "text=See how it went")
    follow(seat, "text=Side by side")
    found["from a seat"] = faults(seat)
    follow(seat, "text=Afterwards")
    decided_again(one, host)
    found["again"] = faults(seat)
    left(one, host)
    assert "a part of an exercise has no grade" in seat.inner_text("main")
    found["then and now"] = faults(seat)
    assert {name: each for name, each in found.items() if each} == {}


def decided_again(one, host):
    """Somebody is back a moment before their costliest decision."""
    one.page.click("text=Decide again >> nth=-1")
    sees(one.page, ".again")
    sees(one.page, "#pace:not(:empty)")
    host.room = one.page.url.split("/")[-2]


def left(one, host):
    """Somebody orders a change, walks away, and looks at both courses."""
    one.say("order stop the migration")
    host.act("skip", 120)
    one.page.click("#buttons >> text='End'")
    one.page.click("dialog button[value=say]")
    follow(one.page, "text=See how it went")
    follow(one.page, "text=Then and now")


def parallel(host, luck):
    """Two rooms for two teams: the page on which they stand, and how each stands."""
    page = host.page
    page.goto(f"{host.address}/host")
    page.fill("#teams", "Payments\nSearch")
    page.fill("#seed", str(luck))
    page.click("#open > button")
    page.wait_for_url("**/side/**")
    return page.url, json.loads(page.request.get(f"{page.url}/now").text())


def test_a_phone_scrolls_only_up_and_down(visit, host, code):
    one = visit(PHONE, has_touch=True)
    page = busy(one, host, code)
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) == PHONE["width"]
    for view in VIEWS:
        page.tap(f"#tab-{view}")
        drawn(page)
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
    sees(page, "#impact svg polyline")
    size = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert size == [WALL["width"], WALL["height"]]
    assert page.inner_text("#number") != "?"
    assert page.inner_text("#leads") == "Aoife leads"
    sent = page.content() + json.dumps(page.evaluate("document.body.innerText"))
    assert "stalled primary" not in sent


def test_what_is_read_aloud_is_little_and_what_wants_one_comes_first(visit, host, code):
    page = busy(visit(), host, code)
    host.act("skip", 600)
    assert page.get_attribute("#lines", "aria-live") == "off"
    until(page, "document.getElementById('announce').textContent !== ''")
    said = page.text_content("#announce")
    assert len(said) < 600


OUTSIDE = """[...document.querySelectorAll("#map .node text:not(.flag)")].filter((text) => {
  const box = text.parentNode.querySelector("rect").getBoundingClientRect();
  const at = text.getBoundingClientRect();
  return at.left < box.left || at.right > box.right;
}).map((text) => text.textContent)"""
COUNTED = """new Promise((done) => { let many = 0; const told = document.getElementById("announce");
  new MutationObserver(() => { many += 1; }).observe(told, { childList: true });
  setTimeout(() => done(many), 4500); })"""
SMALLEST = """Math.min(...[...document.querySelectorAll("#map svg text")].filter((one) => one.textContent)
  .map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a))"""


@pytest.mark.parametrize("size", [WIDE, PHONE, WALL], ids=["wide", "phone", "wall"])
def test_every_letter_of_the_map_can_be_read_and_none_lies_outside(visit, host, code, size):
    page = busy(visit(size), host, code)
    page.click("#tab-map")
    sees(page, "#map svg .flag tspan")
    drawn(page)
    assert page.evaluate(SMALLEST) >= 12
    sheet = page.locator("#map .scroll")
    assert sheet.evaluate("each => each.scrollWidth <= each.clientWidth")
    assert page.evaluate(OUTSIDE) == []


def test_the_map_is_drawn_anew_when_its_width_changes_and_keeps_what_it_shows(visit, host, code):
    page = busy(visit(), host, code)
    page.click("#tab-map")
    sees(page, "#map svg .flag tspan")
    page.focus("#map [role=button] >> nth=2")
    named = "document.activeElement.getAttribute('aria-label')"
    before = page.evaluate(named)
    flags = "[...document.querySelectorAll('#map .alarmed')].length"
    alarmed = page.evaluate(flags)
    wide = page.get_attribute("#map svg", "width")
    page.set_viewport_size(WALL)
    until(page, f"document.querySelector('#map svg').getAttribute('width') !== '{wide}'")
    assert page.evaluate(named) == before
    assert page.evaluate(flags) == alarmed > 0


def test_the_facilitator_hears_what_happens_in_few_words(visit, host, code):
    one = visit()
    one.join(code)
    host.enter("facilitator")
    page = host.page
    sees(page, "#lines li")
    passes(page, 1100)
    assert page.get_attribute("#announce", "role") == "status"
    assert page.text_content("#announce") == "", "what was there before is not read out"
    one.say("declare P1")
    until(page, "document.getElementById('announce').textContent.includes('takes command')")
    host.act("skip", 1500)
    until(page, "/ And [0-9]+ more[.]$/.test(document.getElementById('announce').textContent)")
    assert len(page.text_content("#announce")) < 600
    assert page.evaluate(COUNTED) <= 1, "at most one in five seconds"


@pytest.mark.parametrize("place", ["commander", "screen"])
def test_a_page_is_light(visit, host, code, place):
    if place == "screen":
        page = host.page
        host.enter(place)
        holds(page, "#impact svg")
    else:
        page = visit().join(code, place)
    page.wait_for_load_state("networkidle")
    weighed = page.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".reduce((sum, each) => sum + each.transferSize, 0)"
    )
    assert 20_000 < weighed < LARGEST


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (1006, "Connection lost, trying again..."),
        (1012, "The room is being opened again"),
        (4429, "You have this room open in too many tabs"),
    ],
)
def test_a_page_says_why_its_line_was_closed(visit, host, code, says):
    one = visit()
    page = one.join(host.open())
    page.route_web_socket("**/ws?*", lambda line: line.close(code=code if code != 1006 else 1000))
    page.reload()
    sees(page, f"#net:has-text('{says}')")


def test_whoever_is_offline_is_told_so_and_goes_on_by_themselves(visit, host, code):
    page = visit().join(code)
    page.context.set_offline(True)
    sees(page, "#net:has-text('You are offline')")
    page.context.set_offline(False)
    until(page, "document.getElementById('net').textContent === ''")


def test_an_observer_pins_a_note_to_a_line_with_the_keyboard_alone(visit, host, code):
    busy(visit(), host, code)
    page = visit().join(code, "observer", "Olu")
    sees(page, "#lines li >> nth=3")
    holds(page, "#pins")
    page.focus("#lines")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.keyboard.type("Said at once who leads.")
    page.click("text=Pin it")
    sees(page, "#pins >> text=Said at once who leads.")
    assert page.locator("#lines .noted").count() == 1
    page.click("#pins >> text=Withdraw")
    page.click("#pins >> text=Write it again")
    page.click("#pin-cancel >> text=Cancel")
    page.click("#pins >> text=Write it again")
    page.fill("#pin-text", "")
    page.check("[name=rating][value='2']")
    page.click("#pin-it >> text=Pin it")
    sees(page, "#note-wrong >> text=A rating alone says little.")
    page.fill("#pin-text", "Said at once who looks.")
    page.click("#pin-it")
    sees(page, "#pins >> text=Said at once who looks.")
    page.click("#pins >> text=Edit")
    assert page.inner_text("#pin-it") == "Save"


def test_a_question_goes_away_with_escape_and_the_keyboard_is_where_it_was(visit, code):
    page = visit().join(code)
    page.focus("#buttons >> text=Declare")
    page.keyboard.press("Enter")
    sees(page, "#form[open]")
    page.keyboard.press("Escape")
    gone(page, "#form")
    assert page.evaluate("document.activeElement.textContent") == "Declare"


def test_a_slash_is_the_way_to_the_words_and_never_one_of_them(visit, code):
    page = visit().join(code)
    page.keyboard.press("/")
    page.keyboard.type("/note all well")
    assert page.input_value("#words") == "note all well"


def test_what_is_over_owes_nothing_and_offers_the_way_on(visit, host, code):
    one = visit()
    page = busy(one, host, code)
    assert page.locator("#board >> text=Updates due").count() == 1
    one.walk_away()
    sees(page, "text=See how it went")
    assert page.is_hidden("#say")
    assert page.is_hidden("#buttons")
    assert page.locator("#board >> text=Updates due").count() == 0


def test_the_wall_shows_how_to_join_until_the_clock_starts(visit, host, code):
    visit().join(code, "scribe", "Sam")
    host.enter("screen")
    sees(host.page, "#sitting >> text=Sam")
    assert host.page.is_hidden("#impact")
    assert host.page.is_visible(f"text={code}")
    host.act("skip", 60)
    sees(host.page, "#impact svg")
    assert host.page.is_hidden("#sitting")
