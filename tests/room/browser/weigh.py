"""How heavy each page of the room is, and how soon it shows something: taken on request, tested by nobody.

    .venv/bin/python -m tests.room.browser.weigh           # as fast as this machine is
    .venv/bin/python -m tests.room.browser.weigh --slow    # over a line of 1.6 Mbit/s, 150 ms there and back

Every page is opened a few times by a browser that has never been there, of one server with rooms of its own.
Printed is the median of the times, and how busy the machine was: what a busy one says is worth little.
"""

import json
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tests.room.browser.conftest import CHROMIUM, PHONE, WALL, WIDE, Host, Served, Visit, sees

TIMES = 5
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
WEIGHT = """[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .reduce(([sum, many], each) => [sum + each.transferSize, many + 1], [0, 0])"""


class Scale:
    """Weighs pages: each in a new browser that holds the cookies of whoever may open it, and nothing else."""

    def __init__(self, browser, slow):
        self.browser = browser
        self.slow = slow

    def weigh(self, name, address, cookies=(), size=WIDE):
        """Print one line about a page."""
        taken = [self._once(address, cookies, size) for _ in range(TIMES)]
        paints = [paint for paint, *_ in taken]
        weight, many = taken[-1][2:]
        shown = f"{median(paints):7.0f} ms  ({min(paints):.0f} to {max(paints):.0f})"
        loaded = median(load for _, load, *_ in taken)
        print(f"{name:22} {shown:24} {loaded:7.0f} ms {weight / 1024:8.0f} KiB {many:4}", flush=True)

    def _once(self, address, cookies, size):
        context = self.browser.new_context(viewport=size)
        context.add_cookies(list(cookies))
        page = context.new_page()
        if self.slow:
            line = context.new_cdp_session(page)
            line.send("Network.enable")
            line.send("Network.emulateNetworkConditions", SLOW)
        page.goto(address)
        page.wait_for_load_state("load")
        page.wait_for_timeout(500)
        while page.evaluate(PAINT) is None:
            page.wait_for_timeout(50)
        told = (page.evaluate(PAINT), page.evaluate(LOADED), *page.evaluate(WEIGHT))
        context.close()
        return told


def main() -> None:
    """Weigh all of them."""
    slow = "--slow" in sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        served = Served(Path(folder))
        try:
            print(f"{'page':22} {'first paint':24} {'loaded':>10} {'weight':>12} {'files':>4}")
            _during(Scale(browser, slow), served)
        finally:
            served.stop()
            browser.close()
        print("load of the machine at the end:", *(f"{load:.1f}" for load in os.getloadavg()))


def _during(scale, served):
    host = Host(scale.browser, served)
    code = host.open(28)
    at, facilitates = served.address, host.context.cookies
    one = Visit(scale.browser, served.address)
    one.join(code)
    for words in ("declare P1", "page datastores", "signals"):
        one.say(words)
    host.act("skip", 1500)
    sits = one.context.cookies()
    scale.weigh("front", at)
    scale.weigh("lobby", f"{at}/j/{code}")
    scale.weigh("lobby, phone", f"{at}/j/{code}", size=PHONE)
    scale.weigh("a seat", one.page.url, sits)
    scale.weigh("a seat, phone", one.page.url, sits, PHONE)
    scale.weigh("rooms", f"{at}/host", facilitates())
    scale.weigh("upload", f"{at}/host/upload", facilitates())
    desk = f"{at}/r/{host.room}/facilitator"
    for name, address in {"console": desk, "who did what": f"{desk}/log"}.items():
        scale.weigh(name, address, facilitates())
    scale.weigh("big screen", f"{at}/host/enter/{host.room}/screen", facilitates(), WALL)
    host.say("end")
    _after(scale, host, one)
    _together(scale, host)


def _after(scale, host, one):
    after = f"{one.page.url}/after"
    for name, path in {
        "afterwards": "",
        "debrief": "/debrief",
        "replay": "/replay",
        "guide": "/guide/30",
    }.items():
        scale.weigh(name, f"{after}{path}", one.context.cookies())
    link = host.post("after/share", {}).json()["address"]
    scale.weigh("shared link, phone", link, size=PHONE)
    one.page.goto(after)
    one.page.click("button[data-moment] >> nth=0")
    sees(one.page, "#pace:not(:empty)")
    seat, first = one.page.url, host.room
    host.room = seat.split("/")[-2]
    host.say("end")
    scale.weigh("then and now", f"{seat}/after/beside", one.context.cookies())
    host.room = first


def _together(scale, host):
    told = {"outage": "write-stall", "doctrine": "", "teams": "Payments\nSearch", "seed": 29}
    side = host.address + host.page.request.post(f"{host.address}/host/parallel", data=told).json()["to"]
    scale.weigh("side by side", side, host.context.cookies())
    for room in json.loads(host.page.request.get(f"{side}/now").text()):
        host.room = room["id"]
        host.act("skip", 900)
        host.say("end")
    scale.weigh("comparison", f"{side}/comparison", host.context.cookies())


if __name__ == "__main__":
    main()
