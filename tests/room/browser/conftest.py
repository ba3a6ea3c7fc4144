"""A server, and browsers that look at it. Without Chromium or Playwright these tests are skipped."""

import asyncio
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import PROGRAMS

ROOT = Path(__file__).parents[3]
CHROMIUM = next(filter(None, map(shutil.which, PROGRAMS["browser"])), None)
WIDE, PHONE, WALL = ({"width": w, "height": h} for w, h in ((1360, 860), (390, 844), (1920, 1080)))


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.xdist_group(f"browser, {item.path.stem}"))
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="no chromium on this machine"))


PATIENCE = 120
"""Seconds that a page is given for anything: a busy machine is no fault of the page."""


AT_END = """(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < 3)(
    document.getElementById("lines"))"""
"""The channel stands at its newest line."""


def until(page, expression):
    """Wait until something holds on a page, whose policy lets nobody else evaluate."""
    _often(page, expression, lambda: page.evaluate(expression))


def sees(page, what):
    """The first such thing on a page, waited for. Playwright's own wait looks only twice a second."""
    _often(page, what, lambda: page.is_visible(what))
    return page.query_selector(what)


def holds(page, what):
    """The same, also where it is on another tab or further up."""
    return _often(page, what, lambda: page.query_selector(what))


def gone(page, what):
    """Wait until a page shows no such thing."""
    _often(page, f"without {what}", lambda: not page.is_visible(what))


def _often(page, what, look):
    """What a look gives as soon as it gives something."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < end, f"never: {what}"
        page.wait_for_timeout(20)
    return found


def reads(page, where, text):
    """Wait until a place of a page reads so, and not otherwise."""
    until(page, f"document.querySelector({json.dumps(where)}).innerText === {json.dumps(text)}")


def reaches(page, clock):
    """Wait until all is told of a skip to a time: lines, board and charts come before the word of it."""
    holds(page, f"#lines .turn >> text=to {clock}.")


def passes(page, milliseconds):
    """Let time pass by the page's own clock: what it put off for less is done then, however slow it is."""
    page.evaluate(f"new Promise((done) => setTimeout(done, {milliseconds}))")


def drawn(page):
    """Let a page draw itself twice: what follows from another size, or from scrolling, is done then."""
    page.evaluate(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
    )


PASSING = """(() => { const last = new Map(); window.tells = [];
    new MutationObserver(() => { for (const each of document.querySelectorAll('#answer, .toast, #turned')) {
        if (each.textContent === last.get(each)) continue;
        last.set(each, each.textContent);
        const where = each.id ? `#${each.id}` : '.toast', shown = each.getClientRects().length > 0;
        if (shown) tells.push([where, each.textContent]);
    } }).observe(document, { subtree: true, childList: true, characterData: true }); })()"""
"""Keeps what a page shows for some seconds: it may come and go between two looks."""


def tells(page, where, text):
    """Wait until a page has shown some words in a place whose words go by themselves."""
    kept = f"([where, text]) => where === {json.dumps(where)} && text.includes({json.dumps(text)})"
    until(page, f"tells.some({kept})")


def follow(page, link):
    """Go where a link leads; its buttons do something when the page has loaded."""
    with page.expect_navigation():
        page.click(link)


def apart(work):
    """What a coroutine returns, run in a thread: in this one Playwright has a loop of its own."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def links(process):
    """The first address that a server prints for its facilitator."""
    for line in process.stdout:
        found = re.search(r"http://\S+/host/\S+", line)
        if found:
            return found[0]
    raise AssertionError("the server did not start")


class Served:
    """A running server whose database stays when it is stopped."""

    def __init__(self, folder, *more):
        self.more = more
        self.database = folder / "rooms.db"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self):
        settings = {**os.environ, "PYTHONPATH": str(ROOT)}
        words = ("serve", *self.more, "--port", str(self.port), "--database", str(self.database))
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "simulator", *words], env=settings, stdout=subprocess.PIPE, text=True
        )
        self.link = links(self.process)
        self._answers()

    def _answers(self):
        for _ in range(10 * PATIENCE):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)

    def stop(self):
        self.process.terminate()
        self.process.wait(PATIENCE)
        if self.process.stdout:
            self.process.stdout.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """One server for all: a start costs seconds, and each test has a room of its own."""
    made = Served(tmp_path_factory.mktemp("served"))
    yield made
    made.stop()


@pytest.fixture(scope="module")
def chromium():
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright in this environment")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """Somebody with a browser of their own. What goes wrong on a page is kept in `wrong`."""

    def __init__(self, chromium, address, size=WIDE, **options):
        self.address = address
        self.context = chromium.new_context(viewport=size, reduced_motion="reduce", **options)
        self.context.set_default_timeout(PATIENCE * 1000)
        self.context.add_init_script(PASSING)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def join(self, code, seat="commander", name="Aoife"):
        self.page.goto(f"{self.address}/j/{code}")
        self.page.fill("#name", name)
        beside = re.fullmatch("(shadow-|beside-)(.*)", seat)
        if beside:
            self.page.check("#watch")
            self.page.select_option("[name=how]", beside[1])
            self.page.select_option("[name=whom]", beside[2])
        else:
            self.page.check(f"input[value={seat}]")
        self.page.click("#join > button")
        sees(self.page, "#pace:not(:empty)")
        return self.page

    def say(self, text):
        self.page.fill("#words", text)
        self.page.press("#words", "Escape")
        self.page.press("#words", "Enter")
        until(self.page, "document.getElementById('words').value === ''")

    def walk_away(self):
        """End it for everybody, and say so again where it is not resolved."""
        self.page.fill("#words", "end")
        self.page.press("#words", "Enter")
        again = sees(self.page, "dialog[open] button[value=say], .done")
        if again.get_attribute("value"):
            again.click()
        sees(self.page, ".done >> text=See how it went")


class Host(Visit):
    """The facilitator, without a console: only what a browser could send."""

    def __init__(self, chromium, served):
        super().__init__(chromium, served.address, WALL)
        self.page.goto(served.link)

    def open(self, seed=3):
        told = self.page.request.post(
            f"{self.address}/host/open", data={"outage": "write-stall", "doctrine": "", "seed": seed}
        ).json()
        self.room = told["id"]
        return told["code"]

    def enter(self, place):
        return self.page.goto(f"{self.address}/host/enter/{self.room}/{place}")

    def act(self, name, amount=0):
        return self.post("act", {"act": name, "amount": amount})

    def post(self, what, body):
        self.page.request.get(f"{self.address}/host/enter/{self.room}/facilitator")
        return self.page.request.post(f"{self.address}/r/{self.room}/facilitator/{what}", data=body)

    def say(self, text):
        return self.post("say", {"text": text, "key": text})

    def move(self, person, seat):
        return self.post("move", {"person": person, "seat": seat}).json()


@pytest.fixture
def visit(chromium, served):
    """Send somebody to the server: `visit()`; with PHONE or WALL for another size."""
    here = []

    def come(size=WIDE, **options):
        here.append(Visit(chromium, served.address, size, **options))
        return here[-1]

    yield come
    wrong = [error for one in here for error in one.wrong]
    for one in here:
        one.context.close()
    assert not wrong


@pytest.fixture(scope="module")
def hosting(chromium, served):
    made = Host(chromium, served)
    yield made
    made.context.close()


@pytest.fixture
def host(hosting):
    """The facilitator, with a page of their own for this test."""
    hosting.page.close()
    hosting.page = hosting.context.new_page()
    return hosting


@pytest.fixture
def code(host):
    """The code of a new room."""
    return host.open()
