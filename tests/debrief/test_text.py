"""The scorecard in a terminal, and the debrief in Markdown."""

import re

import pytest

from simulator.debrief import to_markdown, to_text
from tests.debrief.conftest import REPORTS

_ESCAPES = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(rough_report, width, colour):
    lines = _ESCAPES.sub("", to_text(rough_report, width, colour)).splitlines()

    assert max(map(len, lines)) <= width


def test_without_colour_there_are_only_plain_letters(rough_report):
    assert to_text(rough_report, 80, colour=False).isascii()
    assert "\x1b" in to_text(rough_report, 80, colour=True)


def test_it_says_grade_outcome_axes_decisions_and_where_to_read_on(rough_report):
    text = to_text(rough_report, 80, colour=False, page="plays/x.html")

    assert "NOT YET" in text
    assert re.search(r"you +#+\.+ +212,000", text)
    assert re.search(r"wrap-up +#+\.+ +\d+\n", text)
    assert re.search(r"sequencing +#+\.+ +\d+ <", text)
    card = rough_report.cards[0]
    assert f"Moment 1, {card.clock}  {card.title}" in text
    assert all(f"    {card.again}\n" in text for card in rough_report.cards)
    assert text.endswith("The whole debrief: plays/x.html\n")


def test_an_axis_without_points_is_not_a_zero(told):
    assert "not scored" in to_text(told(""), 80)


def test_the_markdown_holds_the_same_story(rough_report):
    text = to_markdown(rough_report, REPORTS)

    assert text.startswith("# Debrief: Some customers cannot send messages\n")
    assert "| **you** | 212,000 | this play |" in text
    assert f"### Moment 1, at {rough_report.cards[0].clock}: {rough_report.cards[0].title}" in text
    assert "*(not visible to you then)*" in text
    anchors = set(re.findall(r'<a id="(e\d+)">', text))
    assert set(re.findall(r"\(#(e\d+)\)", text)) <= anchors


@pytest.mark.parametrize("text", ["", "0:00:00 resolved"])
def test_the_markdown_of_little_is_short_and_whole(told, text):
    made = to_markdown(told(text), REPORTS)

    assert "None" not in made
    assert "## Timeline" in made
