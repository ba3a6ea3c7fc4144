"""The replay in a browser: any second, with the pointer and with the keyboard alone."""

import re
import socket
import threading

import pytest
import uvicorn

from simulator.domain.fact import ChangeOrdered
from simulator.room.app import application
from simulator.room.keys import Keys, Pass
from simulator.room.rooms import Rooms
from simulator.room.sqlite import SqliteStore
from tests.room.browser.conftest import AT_END, PATIENCE, apart, drawn, sees, until
from tests.room.people import say_all

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
playwright.expect.set_options(timeout=PATIENCE * 1000)
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def played(tmp_path_factory, library, words):
    """A store with a room that is over, its commander's cookie, and the room's id."""
    path = tmp_path_factory.mktemp("replay") / "rooms.db"

    async def fill():
        store = SqliteStore(path)
        rooms = Rooms(store, library)
        room = rooms.open(library.outage("write-stall"), 3)
        room.sit("a", "Aoife", "commander")
        say_all(room, words)
        rooms.close()
        cookie = Keys(store).sign(Pass(room.id, "a", "commander"))
        store.close()
        return room.id, cookie

    return path, *apart(fill())


@pytest.fixture(scope="module")
def replayed(played, library):
    """The address of a server over that store."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application(SqliteStore(played[0]), library), log_level="error"))
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def page(chromium, replayed, played):
    """The replay, ready; whatever goes wrong in it is in `page.faults`."""
    context = chromium.new_context(viewport={"width": 1200, "height": 800})
    context.set_default_timeout(PATIENCE * 1000)
    seat = {"domain": "127.0.0.1", "path": f"/r/{played[1]}/commander"}
    context.add_cookies([{"name": "icsim-commander", "value": played[2], **seat}])
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    page.goto(f"{replayed}/r/{played[1]}/commander/after/replay")
    sees(page, "body[data-ready]")
    drawn(page)
    yield page
    assert not faults
    context.close()


def clock(page):
    return page.inner_text("#clock")


def lines(page):
    return page.locator("#lines li:visible").count()


def test_the_keyboard_alone_goes_to_any_second(page, words):
    assert clock(page) == "0:00:00"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press(".")
    assert clock(page) == "0:01:11"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press(",")
    assert clock(page) == "0:01:00"
    page.keyboard.press("End")
    end = words.entries[-1].at
    assert clock(page) == f"{end // 3600}:{end // 60 % 60:02}:{end % 60:02}"
    assert page.locator("#scrub").get_attribute("aria-valuetext") == clock(page)
    page.keyboard.press("Home")
    assert clock(page) == "0:00:00"


def test_marks_are_gone_to_one_after_the_other(page, words):
    first = next(entry.at for entry in words.entries if isinstance(entry.fact, ChangeOrdered))
    page.keyboard.press("n")
    assert clock(page) == f"0:{first // 60:02}:{first % 60:02}"
    page.keyboard.press("p")
    assert clock(page) == "0:00:00"


def test_what_is_shown_is_what_was_so_then_forwards_and_back(page):
    early = lines(page)
    page.keyboard.press("End")
    playwright.expect(page.locator("#board")).to_contain_text("Roles")
    late, lost = lines(page), page.inner_text("#lost")
    assert late > early
    assert lost != "0"
    page.keyboard.press("Home")
    assert (lines(page), page.inner_text("#lost")) == (early, "0")
    playwright.expect(page.locator("#board")).not_to_contain_text("Roles")


def test_it_plays_and_stops_at_the_end(page):
    page.select_option("#speed", "60")
    page.keyboard.press("Space")
    assert page.inner_text("#play") == "Pause"
    playwright.expect(page.locator("#clock")).to_have_text(re.compile(r"^(?!0:00:[01])"))
    page.keyboard.press("Space")
    stood = clock(page)
    assert page.inner_text("#play") == "Play"
    page.keyboard.press("a")
    assert clock(page) == stood
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")
    playwright.expect(page.locator("#play")).to_have_text("Play")


def test_the_pointer_chooses_a_second_on_the_axis(page, words):
    box = page.locator("#axis > svg").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 20)
    hours, minutes, seconds = map(int, clock(page).split(":"))
    assert hours * 3600 + minutes * 60 + seconds == pytest.approx(words.entries[-1].at / 2, abs=30)
    slider = page.locator("#scrub").bounding_box()
    assert (slider["x"], slider["width"]) == (box["x"], box["width"]), "thumb and cursor stand at one second"


ABOVE = """(() => {
    const words = [...document.querySelectorAll("#axis text")]
        .find((one) => one.textContent.endsWith("worst"));
    const points = document.querySelector("#axis .loss").getAttribute("points").split(/[ ,]/).map(Number);
    const box = words.getBBox();
    return box.y + box.height <= Math.min(...points.filter((each, index) => index % 2));
})()"""


def test_what_is_said_of_the_worst_stands_above_the_curve(page):
    for width in (390, 1360):
        page.set_viewport_size({"width": width, "height": 844})
        until(page, f"document.querySelector('#axis > svg').viewBox.baseVal.width > {width / 2}")
        assert page.evaluate(ABOVE)


def test_the_channel_keeps_its_newest_line_when_the_window_changes(page):
    page.keyboard.press("End")
    for size in ((1920, 1080), (1000, 700), (390, 844)):
        page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
        until(page, AT_END)


def test_what_nobody_could_see_is_shown_when_asked_for(page):
    page.keyboard.press("End")
    before = lines(page)
    assert page.locator("#lines .hidden-truth:visible").count() == 0
    page.check("#truth")
    assert page.locator("#lines .hidden-truth:visible").count() == lines(page) - before > 0
    assert re.match(r"\d+ shaded lines up to now, the latest of \d:", page.inner_text("#truths"))


def test_what_was_said_is_there_once(page):
    """What somebody typed stands in the line that it brought about."""
    page.keyboard.press("End")
    assert page.locator("#lines li[hidden]").count()
    assert page.locator("#lines li[hidden]:visible").count() == 0


def test_a_new_exercise_begins_at_the_second_one_looks_at(page):
    for _ in range(10):
        page.keyboard.press("Shift+ArrowRight")
    page.click("#anew")
    sees(page, "#words")
    playwright.expect(page.locator("#clock")).to_have_text(re.compile(r"^0:1[0-4]:"))
