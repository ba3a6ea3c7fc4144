"""The big screen in a browser: the number says how old it is, and nothing of the status page is cut off."""

import pytest

from tests.room.browser.conftest import WALL, drawn, sees, until

pytestmark = pytest.mark.browser

LONG = ("We have found the part that is stuck, and are at it. " * 10).strip()
BOX = "document.getElementById('status')"
LETTERS = f"parseFloat(getComputedStyle({BOX}).fontSize)"
CUT = f"{BOX}.scrollHeight > {BOX}.clientHeight + 1"


def test_the_number_says_how_old_it_is_and_a_long_update_is_shown_whole(visit, host, code):
    one = visit(WALL)
    page = one.join(code, "commander", "Ann")
    with page.expect_popup() as opened:
        page.click("text=Big screen")
    wall = opened.value
    wall.set_viewport_size(WALL)
    sees(wall, "text=Join at")
    host.act("skip", 600)
    until(wall, "document.getElementById('number').textContent !== '?'")
    assert " ago, " in wall.inner_text("#asof")
    one.say(f'post status page investigating affecting send a message next in 20m saying "{LONG}"')
    host.act("skip", 300)
    sees(wall, "#status >> text=We have found the part")
    assert host.post("tell", {"text": LONG}).ok
    sees(wall, "#word >> text=We have found the part")
    for size in (WALL, {"width": 1280, "height": 720}):
        wall.set_viewport_size(size)
        until(wall, f"innerHeight === {size['height']}")
        drawn(wall)
        assert not wall.evaluate(CUT), size
        assert wall.evaluate(LETTERS) > 10, size


@pytest.mark.parametrize(
    ("outage", "why"),
    [
        (
            "customer-config",
            "The dashboards are 4 min behind: the first number comes at",
        ),  # it began 3 min ago
        ("everywhere-at-once", "The dashboards have shown nothing so far"),
    ],
)
def test_what_dashboards_do_not_know_yet_is_not_called_nobody(host, outage, why):
    asked = {"outage": outage, "seed": 3}
    told = host.page.request.post(f"{host.address}/host/open", data=asked)
    host.room = told.json()["id"]
    host.act("skip", 5)
    host.enter("screen")
    wall = host.page
    sees(wall, f"#asof:has-text('{why}')")
    assert wall.inner_text("#share") == "customers affected: not known yet"
    assert wall.inner_text("#number") == "?"
    assert why in wall.inner_text("#asof")
    if outage == "everywhere-at-once":
        host.act("skip", 360)
        sees(wall, "#known >> text=▲ payments < 92% for")
        sees(wall, "#known >> text=54 reports from customers, as support said at")
