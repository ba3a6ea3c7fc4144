"""A camera in the room: photographs its pages, and sends the people who sit at them."""

import io
from collections.abc import Collection
from pathlib import Path

from PIL import Image

from tests.docs import sheets
from tests.docs.views import NAMES
from tests.room.browser.conftest import WIDE, Host, Visit

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
COLOURS = 200


class Camera:
    """Takes pictures and sheets: all of them, or only those that are `wanted`."""

    def __init__(self, browser, served, wanted: Collection[str] = ()):
        self.browser = browser
        self.served = served
        self.wanted = wanted
        self.host = Host(browser, served)
        self.people: dict[str, Visit] = {}
        self.sheets: set[str] = set()

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
        if size:
            page.set_viewport_size(size)
        if not self.wants(name):
            return
        shown = Image.open(io.BytesIO(_shot(page, scheme))).convert("RGB")
        few = shown.quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(PICTURES / f"room-{name}.png", optimize=True)

    def sheet(self, page, name, phone="", place=""):
        """Keep what a page shows now in every size and light as `views/NAME.webp`.

        On a phone one view stands alone: `phone` is the tab to choose. `place` is what has to be in sight.
        """
        assert name in NAMES, name
        self.sheets.add(name)
        if not self.wants(name):
            return
        before, shots = page.viewport_size, {}
        for frame in sheets.FRAMES:
            page.set_viewport_size(frame.viewport)
            if phone and frame.narrow:
                page.click(f"#tab-{phone}")
            if place:
                page.locator(place).last.evaluate("one => one.scrollIntoView({ block: 'center' })")
            shots[frame] = _shot(page, frame.scheme)
        page.set_viewport_size(before)
        sheets.keep(sheets.composed(shots), name)

    def both(self, page, name, scheme="light", phone="", place=""):
        """A picture and a sheet of the same name."""
        self.take(page, name, scheme=scheme)
        self.sheet(page, name, phone, place)

    def wants(self, name) -> bool:
        """Whether something of this name is to be kept."""
        return not self.wanted or name in self.wanted


def _shot(page, scheme) -> bytes:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_timeout(700)
    seen = page.screenshot()
    page.emulate_media(color_scheme="light")
    return seen
