"""The scripts of a page: all that they import is named in the page."""

import re

import pytest

from simulator.room.scripts import STATIC, imported, scripts

ALL = sorted(path.name for path in STATIC.glob("*.js"))
NAMED = re.compile(r'(?:from|import) "\./([\w-]+\.js)"')


@pytest.mark.parametrize("name", ALL)
def test_what_a_script_names_it_imports(name):
    """Read in another way: any name after `from` or `import`."""
    direct = set(NAMED.findall((STATIC / name).read_text("utf-8")))
    assert direct <= {*imported(name), name}
    assert set().union(*map(imported, direct)) <= {*imported(name), name}
    assert set(imported(name)) <= set(ALL)


def test_what_only_another_one_passes_on_is_fetched_too():
    assert "board.js" in imported("seat.js")
    assert "seat.js" not in imported("seat.js")


def test_each_is_fetched_once_and_those_that_run_are_run():
    tags = str(scripts("facilitator.js", "notes.js"))
    ahead = re.findall(r'<link rel="modulepreload" href="/static/([\w.-]+)">', tags)
    assert re.findall(r'<script type="module" src="/static/([\w.-]+)"></script>', tags) == [
        "facilitator.js",
        "notes.js",
    ]
    assert sorted(set(ahead)) == ahead
    assert {*imported("facilitator.js"), *imported("notes.js")} - {"facilitator.js", "notes.js"} == set(ahead)


@pytest.mark.parametrize("page", sorted((STATIC.parent / "pages").glob("*.j2")), ids=lambda page: page.name)
def test_a_form_that_is_sent_before_its_script_has_come_loads_no_page(page):
    """Outside a dialog the method `dialog` does nothing, so that what was typed stays."""
    forms = re.findall(r"<form[^>]*>", page.read_text("utf-8"))
    assert [form for form in forms if 'method="dialog"' not in form] == []
