"""Makes the pictures of the room: a lobby, a seat, a phone and the big screen in the middle of a game day.

.venv/bin/python -m tests.docs.room_pictures
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.room.browser.conftest import CHROMIUM, PHONE, WALL, WIDE, Host, Served, Visit

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SEED = 28
POST = 'post status page investigating affecting send a message next in 20m saying "Some customers wait."'
PLAYED = (
    (0, ("declare P1", "page datastores", "freeze")),
    (300, ("investigate db-shards by raj within 5m",)),
    (400, ("order fail over a shard by raj because its writes are slow",)),
    (100, (POST,)),
    (700, ("verify fail over a shard for 8m",)),
    (200, ()),
)  # fmt: skip


def main() -> None:
    """Make all four."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        served = Served(Path(folder))
        try:
            _photograph(browser, served)
        finally:
            served.stop()
            browser.close()


def _photograph(browser, served) -> None:
    host = Host(browser, served)
    code = host.open(SEED)
    people = {
        seat: Visit(browser, served.address, WIDE if seat == "commander" else PHONE)
        for seat in ("commander", "business-lead")
    }
    for (seat, one), name in zip(people.items(), ("Aoife", "Bo"), strict=True):
        one.join(code, seat, name)
    lobby = Visit(browser, served.address, WIDE)
    lobby.page.goto(f"{served.address}/j/{code}")
    lobby.page.wait_for_timeout(500)
    lobby.page.screenshot(path=PICTURES / "room-lobby.png")
    for later, words in PLAYED:
        if later:
            host.act("skip", later)
        for text in words:
            people["commander"].say(text)
    host.enter("screen")
    host.page.wait_for_timeout(1500)
    host.page.set_viewport_size(WALL)
    host.page.screenshot(path=PICTURES / "room-screen.png")
    people["commander"].page.screenshot(path=PICTURES / "room-seat.png")
    phone = people["business-lead"].page
    phone.click("#tab-post")
    phone.check("input[value='send a message']")
    phone.wait_for_timeout(300)
    phone.screenshot(path=PICTURES / "room-phone.png")


if __name__ == "__main__":
    main()
