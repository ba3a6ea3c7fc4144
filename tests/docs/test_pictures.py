"""The pictures: they are there, and the means to make them again work. What they show, a person looks at."""

import re
import shutil
import struct
from xml.etree import ElementTree

import pyte
import pytest

from tests.conftest import PROGRAMS
from tests.docs.make_pictures import COLUMNS, GALLERY, LINES, PICTURES, ROOT, photograph, svg

NAMES = ("write-stall-28", "write-stall-28-by-the-book", "write-stall-28-idle")


def size_of(picture):
    """Width and height of a PNG."""
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", head[16:])


@pytest.mark.parametrize("name", ["debrief", "story"])
def test_a_picture_of_the_debrief_is_wide_enough_to_read(name):
    width, height = size_of(PICTURES / f"{name}.png")
    assert width >= 1100
    assert height >= 600


WIDTHS = {
    390: {"phone", "phone-channel", "lobby-phone", "fault", "shared"},
    1920: {"join", "screen", "screen-dark"},
}
ROOM = sorted(PICTURES.glob("room-*.png"))
LARGEST = 150_000


@pytest.mark.parametrize("picture", ROOM, ids=lambda picture: picture.stem)
def test_a_picture_of_the_room_is_small_has_its_size_and_is_shown_somewhere(picture):
    name = picture.stem.removeprefix("room-")
    wide = next((wide for wide, names in WIDTHS.items() if name in names), 1360)
    assert size_of(picture)[0] == wide
    assert picture.stat().st_size < LARGEST
    shown = f"](../pictures/{picture.name})"
    assert any(shown in page.read_text("utf-8") for page in (PICTURES.parent / "guides").glob("*.md"))


def test_there_is_a_picture_of_every_view_of_the_room():
    taken = set(
        re.findall(
            r'(?:take|both)\([^\n]*?, "([a-z0-9-]+)"',
            (ROOT / "tests/docs/room_pictures.py").read_text("utf-8"),
        )
    )
    assert len(taken) > 15
    assert taken <= {picture.stem.removeprefix("room-") for picture in ROOM}
    assert {name for names in WIDTHS.values() for name in names} <= taken


def test_the_picture_of_the_console_shows_a_play():
    words = "".join(ElementTree.parse(PICTURES / "console.svg").getroot().itertext())
    words = words.replace("\N{NO-BREAK SPACE}", " ")
    assert "verify stop the migration" in words
    assert "being watched" in words


@pytest.mark.parametrize("name", NAMES)
def test_the_gallery_has_its_debriefs(name):
    assert "customer-minutes" in (GALLERY / f"{name}.html").read_text("utf-8")


def test_a_screen_becomes_a_picture():
    screen = pyte.Screen(COLUMNS, LINES)
    pyte.Stream(screen).feed("plain \x1b[1;31mred & bold\x1b[0m \x1b[7mreverse\x1b[0m")
    root = ElementTree.fromstring(svg(screen))
    texts = {text.text: text.attrib for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert texts["red\N{NO-BREAK SPACE}&\N{NO-BREAK SPACE}bold"]["font-weight"] == "bold"
    assert "reverse" in texts
    assert len(list(root.iter("{http://www.w3.org/2000/svg}rect"))) == 2


@pytest.mark.browser
@pytest.mark.slow
def test_a_page_becomes_a_picture(tmp_path):
    assert any(map(shutil.which, PROGRAMS["browser"]))
    photograph(GALLERY / "write-stall-28-idle.html", tmp_path / "page.png", 400)
    assert size_of(tmp_path / "page.png") == (1650, 600)
