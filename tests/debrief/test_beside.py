"""One play under two processes: the values and each form of the page."""

import json

import pytest

from simulator.authoring import read_doctrine
from simulator.debrief import plain_json
from simulator.debrief.beside import beside, beside_html, beside_markdown, beside_text
from simulator.domain.value import replace
from tests.debrief.conftest import MADE_FROM, REPORTS, ROOT
from tests.debrief.pages import parsed


@pytest.fixture(scope="module")
def nims():
    return read_doctrine((ROOT / "scenarios/doctrines/nims.yaml").read_text("utf-8"), "nims.yaml").value


@pytest.fixture(scope="module")
def twice(case, rough, nims):
    return beside(case(rough), nims, MADE_FROM)


def rule(told, name):
    return next(one for axis in told.axes for one in axis.rules if one.name == name)


def test_each_process_has_its_verdict(twice):
    assert (twice.here.id, twice.there.id) == ("intercom", "nims")
    assert twice.here.grade in ("distinction", "pass", "not yet")
    assert "every axis" in twice.there.reason or "axis" in twice.there.reason


def test_seven_axes_stand_beside_each_other_and_one_decides_in_each(twice):
    assert len(twice.axes) == 7
    assert sum(axis.decides_here for axis in twice.axes) == 1
    assert sum(axis.decides_there for axis in twice.axes) == 1


def test_roles_that_only_one_of_them_requires_make_a_difference_with_both_sources(twice):
    roles = rule(twice, "fill-roles")
    scribe = next(one for one in roles.reasons if one.name == "scribe")
    assert (scribe.here, scribe.there) == ("never required", "at Type 1 and Type 2")
    assert scribe.source_here
    assert scribe.source_there


def test_what_has_effect_is_not_listed_as_without(twice):
    used = {one.name for axis in twice.axes for each in axis.rules for one in each.reasons}
    assert used
    assert used.isdisjoint(one.name for one in twice.without_effect)


def test_the_page_is_whole_and_links_to_lines_that_are_there(twice):
    html = beside_html(twice, REPORTS)
    page = parsed(html)
    assert sorted(set(page.ids)) == sorted(page.ids)
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert not page.loaded
    assert "Judged differently" in html
    assert "intercom and nims" in html
    for axis in twice.axes:
        assert axis.says.split(":")[0] in html


def test_markdown_says_why(twice):
    text = beside_markdown(twice, REPORTS)
    assert text.startswith("# Two processes: ") or "\n# Two processes: " in text
    assert "- **scribe** (role: when somebody must be scribe). intercom: never required (" in text


@pytest.mark.parametrize("width", [40, 80, 100])
def test_a_terminal_shows_it_within_its_width(twice, width):
    lines = beside_text(twice, width).splitlines()
    assert all(len(line) <= max(width, 56) for line in lines)
    assert any("under nims" in line for line in lines)


def test_json_has_both(twice):
    plain = json.loads(plain_json(twice))
    assert (plain["here"]["id"], plain["there"]["id"]) == ("intercom", "nims")


def test_a_rule_that_one_of_them_does_not_ask_for_says_so(case, rough, nims):
    quiet = replace(nims, weights={**nims.weights, "declare-early": 0})
    told = beside(case(rough), quiet)
    assert rule(told, "declare-early").unasked == "nims"
    for form in (beside_html(told, REPORTS), beside_markdown(told, REPORTS), beside_text(told)):
        assert "nims gives this rule no points." in form


def test_the_same_process_twice_differs_in_nothing(case, rough):
    one = case(rough)
    told = beside(one, one.doctrine)
    assert "Every mark is the same under both." in beside_markdown(told, REPORTS)
    assert told.without_effect == ()
    assert {axis.says for axis in told.axes} <= {"The same under both.", "Nothing to judge under either."}
