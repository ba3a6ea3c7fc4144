"""The console in a browser: buttons say what could be typed, and the page shows what came of it."""

import socket
import subprocess
import sys

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def link(tmp_path):
    """The facilitator's link of a server in which programs play."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["serve", "--demo", "--port", str(port), "--database", str(tmp_path / "rooms.db")]
    server = subprocess.Popen(
        [sys.executable, "-m", "simulator", *words], stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert server.stdout
    try:
        yield next(line.split()[1] for line in server.stdout if "Facilitator" in line)
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def page(link):
    playwright = pytest.importorskip("playwright.sync_api", reason="there is no Playwright")
    with playwright.sync_playwright() as it:
        browser = it.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        opened = browser.new_page()
        opened.goto(link)
        opened.click("text=Facilitate")
        opened.click("text=Pause")
        yield opened
        browser.close()


def test_an_inject_is_held_reworded_and_fired_with_buttons(page):
    page.click("[aria-label='Hold inject 1']")
    page.wait_for_selector("#lines :text('facilitator: hold 1')")
    page.click("[aria-label='Edit and fire inject 2']")
    page.fill("dialog textarea", 'Fifty "angry" people.')
    page.click("text=Fire it")
    page.wait_for_selector("#lines :text(\"Support: Fifty 'angry' people.\")")
    page.wait_for_selector(".inject.held >> text=1. mei")
    page.wait_for_selector(".inject.happened >> text=2. support")


def test_a_nudge_is_made_with_a_form_and_what_is_refused_is_said(page):
    page.click("text=Step in")
    nudge = page.locator("form.step", has_text="Nudge the world")
    nudge.get_by_role("button").click()
    page.wait_for_selector("#lines :text('The facilitator nudges edge: 20 % errors for 10 min.')")
    nudge.get_by_role("button").click()
    page.wait_for_selector("#answer.wrong:text('is being nudged already')")


def test_truth_score_and_hints_are_there_and_the_end_asks_first(page):
    page.click("#tab-secret")
    page.wait_for_selector("#truth >> text=What would help now")
    page.click("#tab-score")
    page.wait_for_selector("#score >> text=sequencing")
    page.click("text=End...")
    page.click("text=Not now")
    assert page.locator("a:text('Read how it went')").count() == 0
    page.click("text=End...")
    page.click("text=End it")
    page.wait_for_selector("a:text('Read how it went')")
