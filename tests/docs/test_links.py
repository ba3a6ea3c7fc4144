"""Links lead somewhere: files that are there, headings that are there, pictures that are there."""

import re

import pytest

from simulator.cli import COMMANDS
from tests.docs.markdown import ROOT, anchors, links, pages, prose

LONGEST = 120
PAGES = pages()
INDEX = ROOT / "docs" / "README.md"
WRITTEN = [ROOT / "README.md", INDEX, *(p for p in PAGES if p.parent.name in ("guides", "tutorial"))]


def name_of(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_link_leads_to_a_file_and_a_heading(path):
    broken = []
    for link in links(path.read_text("utf-8")):
        place, _, heading = link.partition("#")
        if re.match(r"[a-z]+:", place):
            continue
        target = (path.parent / place).resolve() if place else path
        if not target.exists() or (heading and heading not in anchors(target.read_text("utf-8"))):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_has_one_title_and_it_comes_first(path):
    text = prose(path.read_text("utf-8"))
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    assert re.match(r"(<!--.*-->\s*)?# ", text)


@pytest.mark.parametrize("path", WRITTEN, ids=name_of)
def test_prose_is_wrapped(path):
    lines = prose(path.read_text("utf-8")).splitlines()
    assert [line for line in lines if len(line) > LONGEST and not line.startswith(("|", "!", "<"))] == []


@pytest.mark.parametrize(
    "path", [p for p in PAGES if p.is_relative_to(ROOT / "docs") and p != INDEX], ids=name_of
)
def test_the_index_names_every_page(path):
    assert path.relative_to(INDEX.parent).as_posix() in links(INDEX.read_text("utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_command_line_that_is_named_is_there(path):
    told = re.findall(r"(?:^ {4}|^\$ |`)icsim ([a-z]+)\b", path.read_text("utf-8"), re.MULTILINE)
    assert set(told) - set(COMMANDS) == set()


def test_every_picture_is_used():
    shown = {
        (page.parent / link).resolve()
        for page in PAGES for link in links(page.read_text("utf-8")) if not re.match(r"[a-z]+:", link)
    }  # fmt: skip
    pictures = {path for path in (ROOT / "docs" / "pictures").rglob("*.*") if path.is_file()}
    assert sorted(name_of(path) for path in pictures - shown) == []
