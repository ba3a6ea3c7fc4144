"""Makes the pictures of the room: every view of a game day, before, during and after it.

Run it by hand when a page looks different, and look at what it made:

    .venv/bin/python -m tests.docs.room_pictures

It serves rooms of its own, plays one outage with one seed in browsers, and photographs what the pages show.
Pictures have few colours, so that each stays small.
"""

import io
import json
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.room.browser.conftest import CHROMIUM, PHONE, WALL, WIDE, Host, Served, Visit

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
OUTAGE = Path(__file__).parents[2] / "scenarios" / "write-stall.yaml"
SEED = 28
COLOURS = 200
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
COMMITTED = {
    "when": "two changes are ready at the same time",
    "will": "hold the second one until the first is verified",
    "owner": "Aoife",
    "by": "2031-01-15",
}


class Camera:
    """Takes pictures of pages, and of the people at them."""

    def __init__(self, browser, served):
        self.browser = browser
        self.served = served
        self.host = Host(browser, served)
        self.people = {}

    def visit(self, path="/", size=WIDE):
        """A page that somebody without a seat opens."""
        page = Visit(self.browser, self.served.address, size).page
        page.goto(f"{self.served.address}{path}")
        page.wait_for_timeout(600)
        return page

    def join(self, code, seat, name, size=WIDE):
        """Somebody who takes a seat."""
        self.people[seat] = Visit(self.browser, self.served.address, size)
        self.people[seat].join(code, seat, name)

    def end(self):
        """The facilitator ends it where it stands."""
        place = f"{self.served.address}/r/{self.host.room}/facilitator"
        self.host.enter("facilitator")
        self.host.page.request.post(f"{place}/say", data={"text": "end"})

    def take(self, page, name, size=None, scheme="light"):
        """Keep what a page shows now as `room-NAME.png`."""
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if size:
            page.set_viewport_size(size)
        page.wait_for_timeout(700)
        shown = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        few = shown.quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(PICTURES / f"room-{name}.png", optimize=True)
        page.emulate_media(color_scheme="light")


def main() -> None:
    """Make all of them."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        served = Served(Path(folder))
        try:
            _photograph(Camera(browser, served))
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
    camera.take(camera.visit(), "front")
    camera.take(camera.visit("/r/nowhere/commander"), "fault", PHONE)
    camera.join(code, "commander", "Aoife")
    camera.join(code, "business-lead", "Bo", PHONE)
    camera.join(code, "observer", "Olu")
    camera.take(camera.visit(f"/j/{code}"), "lobby")
    camera.take(camera.visit(f"/j/{code}"), "lobby-phone", PHONE, "dark")
    camera.take(camera.people["commander"].page, "start")
    camera.host.enter("screen")
    camera.take(camera.host.page, "join", WALL)


def _play(camera: Camera) -> None:
    for later, words in PLAYED:
        if later:
            camera.host.act("skip", later)
        for text in words:
            camera.people["commander"].say(text)


def _seats(camera: Camera) -> None:
    page = camera.people["commander"].page
    camera.take(page, "seat")
    for view, scheme in {"charts": "dark", "map": "light", "runbook": "light", "crew": "dark"}.items():
        page.click(f"#tab-{view}")
        camera.take(page, view, scheme=scheme)
    page.click("#tab-post")
    page.check("input[value='send a message']")
    camera.take(page, "updates")
    page.click("#tab-board")
    page.click("#buttons >> text=Order")
    camera.take(page, "form")
    page.keyboard.press("Escape")
    phone = camera.people["business-lead"].page
    camera.take(phone, "phone-channel", scheme="dark")
    phone.click("#tab-post")
    phone.check("input[value='send a message']")
    camera.take(phone, "phone")
    _notes(camera)


def _notes(camera: Camera) -> None:
    page = camera.people["observer"].page
    page.click("#lines li:has-text('takes command')")
    page.click("text=Pin a note to this")
    page.fill("#pin-text", "Declared at once, and said who leads.")
    page.click("text=Pin it")
    page.wait_for_selector("#pins li")
    camera.take(page, "notes")


def _beside(camera: Camera, code: str) -> None:
    camera.join(code, "beside-commander", "Di")
    page = camera.people["beside-commander"].page
    page.fill("#nudging", "Who checks that nobody else changes the shards now?")
    page.click("text=Nudge")
    page.wait_for_selector("#lines .private")
    camera.take(page, "supervisor")


def _screen(camera: Camera) -> None:
    camera.host.enter("screen")
    camera.take(camera.host.page, "screen", WALL)
    camera.take(camera.host.page, "screen-dark", WALL, "dark")
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
        camera.take(page, name, scheme="dark" if view == "score" else "light")


def _hosting(camera: Camera) -> None:
    page, address = camera.host.page, camera.served.address
    page.goto(f"{address}/r/{camera.host.room}/facilitator/log")
    camera.take(page, "log")
    page.goto(f"{address}/host/upload")
    text = OUTAGE.read_text("utf-8").replace("difficulty: 1", "difficulty: 9")
    page.set_input_files("#file", {"name": "ours.yaml", "mimeType": "text/yaml", "buffer": text.encode()})
    page.click("#upload button")
    page.wait_for_selector("#problems:visible")
    camera.take(page, "upload")
    page.goto(f"{address}/host")
    camera.take(page, "rooms")


def _end(camera: Camera) -> None:
    camera.host.act("skip", 1200)
    camera.end()
    camera.people["commander"].page.click("text=See how it went")


def _afterwards(camera: Camera) -> None:
    page = camera.people["commander"].page
    after = page.url
    camera.take(page, "after")
    page.goto(f"{after}/debrief")
    camera.take(page, "debrief")
    for name, scheme in {"replay": "light", "replay-dark": "dark"}.items():
        page.goto(f"{after}/replay?at=1500")
        page.wait_for_selector("body[data-ready]")
        camera.take(page, name, scheme=scheme)
    for minutes in (5, 30):
        page.goto(f"{after}/guide/{minutes}")
        camera.take(page, f"guide-{minutes}")
    for name, text in COMMITTED.items():
        page.fill(f"#{name}", text)
    page.click("text=Commit to it")
    page.wait_for_selector("text=Written down")
    page.keyboard.press("End")
    camera.take(page, "commitments")
    _shared(camera)


def _shared(camera: Camera) -> None:
    page = camera.host.page
    page.goto(f"{camera.served.address}/r/{camera.host.room}/facilitator/after")
    page.click("#share")
    link = page.wait_for_selector(".links input").input_value()
    camera.take(camera.visit(link.removeprefix(camera.served.address)), "shared", PHONE)


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
    camera.take(page, "then-and-now")


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
    camera.take(page, "side")
    for room in opened:
        camera.host.room = room["id"]
        camera.end()
    leads[0].page.click("text=See how it went")
    leads[0].page.click("text=Side by side")
    camera.take(leads[0].page, "compared")


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
    main()
