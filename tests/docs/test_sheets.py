"""The sheets: every view of the room has one, small, in all sizes. What they show, a person looks at."""

import io
import re

import pytest
from PIL import Image

from tests.docs.markdown import ROOT
from tests.docs.sheets import CAPTION, FOLDER, FRAMES, GAP, composed
from tests.docs.views import NAMES, VIEWS

PAGES = ROOT / "simulator" / "room" / "pages"
ELSEWHERE = {"debrief", "comparison"}
"""Pages that are made below the room."""
LARGEST, ALL = 160_000, 4_000_000


def plain(frame, colour):
    """A page of one colour, as a browser would send it."""
    kept = io.BytesIO()
    Image.new("RGB", frame.size, colour).save(kept, "PNG")
    return kept.getvalue()


def test_every_view_has_a_sheet_and_every_sheet_a_view():
    assert len(NAMES) == len(VIEWS)
    assert {path.stem for path in FOLDER.iterdir()} == NAMES


def test_every_page_panel_and_question_of_the_room_is_among_the_views():
    found = set(ELSEWHERE)
    for page in PAGES.glob("*.j2"):
        text = page.read_text("utf-8")
        if 'extends "base.html.j2"' in text:
            name = page.name.removesuffix(".html.j2")
            found |= {name, *(f"{name}#{part}" for part in _parts(text))}
    shown = {view.where for view in VIEWS}
    assert {*shown, *(where.partition("#")[0] for where in shown)} == found


def _parts(text):
    """The ids of a page's panels and dialogs."""
    tags = re.findall(r"<(?:div|section)[^>]*data-title=[^>]*>|<dialog[^>]*>", text)
    return [match[1] for tag in tags if (match := re.search(r'id="([a-z]+)"', tag))]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_sheet_is_small_and_has_all_sizes(view):
    path = FOLDER / f"{view.name}.webp"
    assert path.stat().st_size < LARGEST
    with Image.open(path) as sheet:
        assert sheet.size == composed({frame: plain(frame, "white") for frame in FRAMES}).size


def test_all_sheets_together_are_small():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < ALL


def test_a_sheet_shows_each_frame_in_its_place():
    colours = ("red", "lime", "blue", "yellow", "cyan")
    shots = {frame: plain(frame, colour) for frame, colour in zip(FRAMES, colours, strict=True)}
    sheet = composed(shots)
    top, low = CAPTION + 1, sheet.height - GAP - 1
    assert sheet.getpixel((GAP, top)) == sheet.getpixel((GAP + 700, top)) == (255, 0, 0)
    assert sheet.getpixel((sheet.width - GAP - 1, top)) == (0, 255, 0)
    assert sheet.getpixel((GAP, low)) == (0, 0, 255)
    assert sheet.getpixel((sheet.width - GAP - 1, low)) == (0, 255, 255)
