"""Makes the pictures of the room: every view of a game day, before, during and after it.

Run it by hand when a page looks different, and look at what it made:

    .venv/bin/python -m tests.docs.room_pictures            # all
    .venv/bin/python -m tests.docs.room_pictures map charts # only these

It serves rooms of its own, plays one outage with one seed in browsers, and photographs what the pages show:
as pictures for the guides, which have few colours so that each stays small, and as a sheet of every view.
"""

import json
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.docs.camera import Camera
from tests.docs.views import NAMES
from tests.room.browser.conftest import CHROMIUM, PHONE, WALL, WIDE, Served, Visit

OUTAGE = Path(__file__).parents[2] / "scenarios" / "write-stall.yaml"
SEED = 28
POST = 'post status page investigating affecting send a message next in 20m saying "Some customers wait."'
PLAYED = (
    (0, ("declare P1", "page datastores", "freeze")),
    (300, ("investigate db-shards by raj within 5m",)),
    (400, ("order fail over a shard by raj because its writes are slow",)),
    (100, (POST,)),
    (700, ("verify fail over a shard for 8m",)),
    (200, ()),
)
TEAMS = {"Payments": (300, "order stop the migration"), "Search": (900, "order fail over a shard")}
ASKED = "When did you know which of the two changes had helped?"
ANSWERED = "Not before the end: the first was never verified alone."
COMMITTED = {
    "when": "two changes are ready at the same time",
    "will": "hold the second one until the first is verified",
    "owner": "Aoife",
    "by": "2031-01-15",
}


def main(wanted: Collection[str] = ()) -> None:
    """Make all of them, or those that are wanted."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        served = Served(Path(folder))
        try:
            camera = Camera(browser, served, wanted)
            _photograph(camera)
            assert camera.sheets == NAMES, sorted(NAMES - camera.sheets)
        finally:
            served.stop()
            browser.close()


def _photograph(camera: Camera) -> None:
    code = camera.host.open(SEED)
    _before(camera, code)
    _play(camera)
    camera.host.act("go")
    _seats(camera)
    _beside(camera, code)
    _screen(camera)
    camera.host.act("pause")
    _console(camera)
    _hosting(camera)
    _end(camera)
    _afterwards(camera)
    _again(camera)
    _teams(camera)


def _before(camera: Camera, code: str) -> None:
    camera.both(camera.visit(), "front")
    camera.sheet(camera.visit("/r/nowhere/commander"), "fault")
    camera.take(camera.visit("/r/nowhere/commander"), "fault", PHONE)
    camera.join(code, "commander", "Aoife")
    camera.join(code, "business-lead", "Bo", PHONE)
    camera.join(code, "observer", "Olu")
    camera.both(camera.visit(f"/j/{code}"), "lobby")
    camera.take(camera.visit(f"/j/{code}"), "lobby-phone", PHONE, "dark")
    camera.both(camera.people["commander"].page, "start", phone="channel")
    camera.host.enter("screen")
    camera.take(camera.host.page, "join", WALL)
    camera.sheet(camera.host.page, "join")


def _play(camera: Camera) -> None:
    for later, words in PLAYED:
        if later:
            camera.host.act("skip", later)
        for text in words:
            camera.people["commander"].say(text)


def _seats(camera: Camera) -> None:
    page = camera.people["commander"].page
    camera.take(page, "seat")
    camera.sheet(page, "board")
    for view, scheme in {"charts": "dark", "map": "light", "runbook": "light", "crew": "dark"}.items():
        page.click(f"#tab-{view}")
        camera.take(page, view, scheme=scheme)
        camera.sheet(page, "people" if view == "crew" else view)
    page.click("#tab-post")
    page.check("input[value='send a message']")
    camera.both(page, "updates")
    page.click("#tab-board")
    page.click("#buttons >> text=Order")
    camera.both(page, "form")
    page.keyboard.press("Escape")
    _phone(camera)
    _notes(camera)
    _help(camera, page, "help")


def _phone(camera: Camera) -> None:
    page = camera.people["business-lead"].page
    camera.take(page, "phone-channel", scheme="dark")
    camera.sheet(page, "channel", phone="channel")
    page.click("#tab-post")
    page.check("input[value='send a message']")
    camera.take(page, "phone")


def _help(camera: Camera, page, name: str) -> None:
    page.fill("#words", "help")
    page.press("#words", "Enter")
    page.wait_for_selector("#help[open]")
    camera.sheet(page, name)
    page.click("#help >> text=Close")


def _notes(camera: Camera) -> None:
    page = camera.people["observer"].page
    page.click("#lines li:has-text('takes command')")
    page.click("text=Pin a note to this")
    page.fill("#pin-text", "Declared at once, and said who leads.")
    page.click("text=Pin it")
    page.wait_for_selector("#pins li")
    camera.both(page, "notes")


def _beside(camera: Camera, code: str) -> None:
    camera.join(code, "beside-commander", "Di")
    page = camera.people["beside-commander"].page
    page.fill("#nudging", "Who checks that nobody else changes the shards now?")
    page.click("text=Nudge")
    page.wait_for_selector("#lines .private")
    camera.both(page, "supervisor", phone="channel")


def _screen(camera: Camera) -> None:
    camera.host.enter("screen")
    camera.take(camera.host.page, "screen", WALL)
    camera.take(camera.host.page, "screen-dark", WALL, "dark")
    camera.sheet(camera.host.page, "screen")
    camera.host.page.set_viewport_size(WIDE)


def _console(camera: Camera) -> None:
    camera.host.enter("facilitator")
    page = camera.host.page
    page.wait_for_selector("#truth h2", state="attached")
    names = {
        "injects": "console", "stepin": "step-in", "hints": "hints", "secret": "truth", "score": "score",
        "invite": "invite",
    }  # fmt: skip
    for view, name in names.items():
        page.click(f"#tab-{view}")
        camera.both(page, name, scheme="dark" if view == "score" else "light", phone=view)
    for view, name in {"pinned": "pins", "crew": "people", "board": "board", "charts": "charts"}.items():
        page.click(f"#tab-{view}")
        camera.sheet(page, f"console-{name}", phone=view)
    _help(camera, page, "console-help")
    page.click("#end")
    page.wait_for_selector("#ask[open]")
    camera.sheet(page, "ending")
    page.keyboard.press("Escape")


def _hosting(camera: Camera) -> None:
    page, address = camera.host.page, camera.served.address
    page.goto(f"{address}/r/{camera.host.room}/facilitator/log")
    camera.both(page, "log")
    page.goto(f"{address}/host/upload")
    text = OUTAGE.read_text("utf-8").replace("difficulty: 1", "difficulty: 9")
    page.set_input_files("#file", {"name": "ours.yaml", "mimeType": "text/yaml", "buffer": text.encode()})
    page.click("#upload button")
    page.wait_for_selector("#problems:visible")
    camera.both(page, "upload")
    page.goto(f"{address}/host")
    camera.both(page, "rooms")


def _end(camera: Camera) -> None:
    camera.host.act("skip", 1200)
    camera.end()
    camera.host.enter("screen")
    camera.sheet(camera.host.page, "screen-over")
    camera.people["commander"].page.click("text=See how it went")


def _afterwards(camera: Camera) -> None:
    page = camera.people["commander"].page
    after = page.url
    camera.both(page, "after")
    page.goto(f"{after}/debrief")
    camera.both(page, "debrief")
    for name, scheme in {"replay": "light", "replay-dark": "dark"}.items():
        page.goto(f"{after}/replay?at=1500")
        page.wait_for_selector("body[data-ready]")
        camera.take(page, name, scheme=scheme)
    camera.sheet(page, "replay")
    for minutes in (5, 30):
        page.goto(f"{after}/guide/{minutes}")
        camera.both(page, f"guide-{minutes}")
    for name, text in COMMITTED.items():
        page.fill(f"#{name}", text)
    page.click("text=Commit to it")
    page.wait_for_selector("text=Written down")
    page.keyboard.press("End")
    camera.take(page, "commitments")
    camera.sheet(page, "commitments", place="#made")
    _talk(camera, page)
    _shared(camera)


def _talk(camera: Camera, page) -> None:
    """The facilitator asks, the commander answers."""
    host = camera.host.page
    host.goto(f"{camera.served.address}/r/{camera.host.room}/facilitator/after")
    for one, text in ((host, ASKED), (page, ANSWERED)):
        one.fill(".talk textarea", text)
        one.press(".talk textarea", "Enter")
        page.wait_for_selector(f".talk li >> text={text}", state="attached")
    page.click(".talk-toggle")
    camera.sheet(page, "talk")


def _shared(camera: Camera) -> None:
    page = camera.host.page
    page.goto(f"{camera.served.address}/r/{camera.host.room}/facilitator/after")
    page.click("#share")
    link = page.wait_for_selector(".links input").input_value()
    camera.sheet(page, "share", place=".links input")
    read = camera.visit(link.removeprefix(camera.served.address))
    camera.sheet(read, "shared")
    camera.take(read, "shared", PHONE)


def _again(camera: Camera) -> None:
    """The facilitator has a program decide again from the costliest moment, and compares."""
    page, address = camera.host.page, camera.served.address
    page.goto(f"{address}/r/{camera.host.room}/facilitator/after")
    page.click("button[data-moment] >> nth=0")
    page.wait_for_url("**/facilitator")
    camera.host.room = page.url.split("/")[-2]
    for name, amount in (("program", 0), ("speed", 30), ("go", 0)):
        camera.host.act(name, amount)
    page.wait_for_selector("text=Read how it went", timeout=300_000)  # a program does not think within a leap
    page.click("text=Read how it went")
    page.click("text=Then and now")
    page.wait_for_selector("table")
    camera.both(page, "then-and-now")


def _teams(camera: Camera) -> None:
    page, address = camera.host.page, camera.served.address
    page.goto(f"{address}/host")
    page.fill("#teams", "\n".join(TEAMS))
    page.fill("#seed", str(SEED + 1))
    page.click("#open > button")
    page.wait_for_url("**/side/**")
    side = page.url
    opened = json.loads(page.request.get(f"{side}/now").text())
    leads = [_lead(camera, room) for room in opened]
    page.goto(side)
    camera.both(page, "side")
    page = leads[0].page
    for room in opened:
        camera.host.room = room["id"]
        camera.end()
        if room is opened[0]:
            page.click("text=See how it went")
            camera.sheet(page, "soon")
    page.click("text=Side by side")
    camera.both(page, "compared")
    page.click("text=Afterwards")
    page.click("button[data-moment] >> nth=0")
    page.wait_for_selector("#moment:not(:empty)")
    camera.sheet(page, "again", phone="channel")


def _lead(camera: Camera, room) -> Visit:
    """Somebody who leads one of the teams for a while."""
    one = Visit(camera.browser, camera.served.address)
    one.join(room["code"], "commander", f"Lead of {room['team']}")
    camera.host.room = room["id"]
    first, change = TEAMS[room["team"]]
    for later, text in (
        (0, "declare P1"),
        (0, "page datastores"),
        (first, change),
        (600, POST),
        (300, "signals"),
    ):
        if later:
            camera.host.act("skip", later)
        one.say(text)
    return one


if __name__ == "__main__":
    main(sys.argv[1:])
