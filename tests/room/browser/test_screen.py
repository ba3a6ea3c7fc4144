"""The big screen in a browser: the number says how old it is, and nothing of the status page is cut off."""

import pytest

from tests.room.browser.conftest import WALL, until

pytestmark = pytest.mark.browser

LONG = "We have found the part that is stuck, and are at it. " * 10
BOX = "document.getElementById('status')"
CUT = f"{BOX}.scrollHeight > {BOX}.clientHeight + 1"


def test_the_number_says_how_old_it_is_and_a_long_update_is_shown_whole(visit, host, code):
    page = visit(WALL).join(code, "commander", "Ann")
    with page.expect_popup() as opened:
        page.click("text=Big screen")
    wall = opened.value
    wall.set_viewport_size(WALL)
    wall.wait_for_selector("text=Join at")
    host.act("skip", 600)
    until(wall, "document.getElementById('number').textContent !== '?'")
    assert " ago, " in wall.inner_text("#asof")
    page.fill(
        "#words",
        f'post status page investigating affecting send a message next in 20m saying "{LONG.strip()}"',
    )
    page.press("#words", "Escape")
    page.press("#words", "Enter")
    host.act("skip", 300)
    wall.wait_for_selector("#status >> text=We have found the part")
    for size in (WALL, {"width": 1280, "height": 720}):
        wall.set_viewport_size(size)
        wall.wait_for_timeout(200)
        assert not wall.evaluate(CUT), size
