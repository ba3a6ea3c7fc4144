"""An outage that blinds the dashboards, and comes back: what is not known is a gap, and a relapse is told."""

import re

import pytest

from tests.room.browser.conftest import WALL, holds, sees, until

pytestmark = pytest.mark.browser

PAYMENTS = "#charts [data-signal=payments] svg"
LINES = """((where) => [...document.querySelectorAll(where + ' polyline')].map((line) =>
    line.getAttribute('points').split(' ').map((point) => point.split(',').map(Number))))"""
PLACES = "[...document.querySelectorAll('#charts figure')].map((one) => one.dataset.signal)"


def gap(page, where):
    """From which share of the chart's time to which no line is drawn; only where it is one gap."""
    before, after = page.evaluate(f"{LINES}('{where}')")
    return before[-1][0], after[0][0]


def minutes(page, where):
    """The gap in minutes of the exercise, by the axis under it."""
    at = {
        {"start": "0"}.get(told, told.split()[0]): float(x)
        for told, x in page.evaluate(
            f"[...document.querySelectorAll('{where} .axis[text-anchor=middle]')]"
            ".map((one) => [one.textContent, one.getAttribute('x')])"
        )
        if re.fullmatch(r"start|-?\d+ min", told)
    }
    start, quarter = at["0"], at["15"]
    return tuple(15 * (x - start) / (quarter - start) for x in gap(page, where))


def throw_the_switch(one, host):
    """From the dark to where the dashboards load again."""
    one.say("declare SEV-1")
    one.say("page platform")
    host.act("skip", 1200)
    holds(one.page, "#board >> text=edge errors > 40%")
    one.say("order turn off all edge rules by siti")
    host.act("skip", 600)
    host.act("speed", 10)
    host.act("go")
    sees(one.page, PAYMENTS)
    host.act("pause")


def test_what_the_dashboards_did_not_show_is_a_gap_and_a_relapse_is_told(visit, host):
    asked = {"outage": "everywhere-at-once", "seed": 3}
    told = host.page.request.post(f"{host.address}/host/open", data=asked).json()
    host.room = told["id"]
    one = visit()
    page = one.join(told["code"])
    with page.expect_popup() as opened:
        page.click("text=Big screen")
    wall = opened.value
    wall.set_viewport_size(WALL)
    holds(wall, "#number")
    page.click("#tab-charts")
    sees(page, "#charts >> text=The dashboards do not load.")
    throw_the_switch(one, host)
    until(page, f"{LINES}('{PAYMENTS}').length === 2")
    live = minutes(page, PAYMENTS)
    lag = 3
    assert live == pytest.approx((-lag, 31 - lag), abs=1.5)
    until(wall, f"{LINES}('#impact').length === 2")
    assert minutes(wall, "#impact") == pytest.approx(live, abs=1.5)
    page.reload()
    sees(page, PAYMENTS)
    until(page, f"{LINES}('{PAYMENTS}').length === 2")
    assert minutes(page, PAYMENTS) == pytest.approx(live, abs=1.5)
    assert page.evaluate(PLACES)[:2] == ["payments", "balance pages"]
    relapses(one, page, wall, host)


def relapses(one, page, wall, host):
    """The switch is undone; nothing is said of it but what anybody sees."""
    order = page.evaluate(PLACES)
    sees(page, "#charts .beyond >> text=payments")
    host.act("skip", 480)
    until(page, "!document.querySelector('#charts .beyond').textContent")
    assert page.evaluate(PLACES) == order  # what is watched stays where it is
    one.say("mitigated")
    host.act("skip", 60)
    sees(page, "#stage >> text=/^mitigated$/")
    one.say("revert turn off all edge rules")
    host.act("skip", 480)
    sees(page, "#stage.relapsed >> text=mitigated, and failing again")
    sees(wall, "#stage.relapsed >> text=mitigated, and failing again")
    sees(wall, "text=customers affected: not known")
    assert wall.inner_text("#number") == "?"
    assert wall.inner_text("#asof") == "The dashboards do not load."
    sees(page, "#charts .marks >> text=/c1 turn off all edge rules, begun .*, made .*, undone /")
    page.click("#tab-board")
    sees(page, "#board >> text=Called mitigated at")
