"""Patterns: the section of the debrief, in each of its forms."""

import json
import re

import pytest

from simulator.debrief import to_html, to_json, to_markdown, to_text
from simulator.debrief.patterns import SHOWN
from simulator.scoring.patterns import PATTERNS
from tests.debrief.conftest import REPORTS

CALL = """
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=commander
    0:05:00 joined person=bo
    0:06:00 joined person=ana
"""
LOOK = '    0:{:02}:00 task-given task=t{} what=investigate subject=app owner="" within=10m\n'
NOBODY = CALL + LOOK.format(7, 1) + LOOK.format(9, 2)
MANY = CALL + "".join(LOOK.format(minute, minute) for minute in range(7, 17))
NONE = f"Of the {len(PATTERNS)} known patterns none was seen."


def test_a_pattern_is_told_with_its_places_and_a_way_out(told):
    patterns = told(NOBODY).patterns
    (one,) = patterns.seen

    assert patterns.known == len(PATTERNS)
    assert (one.name, one.title, one.times, one.more) == ("can-someone", "Can someone...", 2, 0)
    assert [(glimpse.clock, glimpse.entries) for glimpse in one.glimpses] == [
        ("0:07:00", (5,)),
        ("0:09:00", (6,)),
    ]
    assert one.instead == "Say one name and how long it may take, and wait for a yes."


def test_many_places_are_counted_and_the_first_few_told(told):
    (one,) = told(MANY).patterns.seen
    assert (one.times, len(one.glimpses), one.more) == (10, SHOWN, 4)
    assert "and 4 more" in to_html(told(MANY), REPORTS)
    assert "- and 4 more" in to_markdown(told(MANY), REPORTS)


def test_the_page_links_each_place(told):
    html = to_html(told(NOBODY), REPORTS)
    section = "".join(re.findall(r'<section id="patterns".*?</section>', html, re.DOTALL))

    assert '<a href="#patterns">Patterns</a>' in html
    assert "1 of the 25 known patterns was seen." in section
    assert "seen 2 times" in section
    assert '<a href="#e5">0:07:00</a>' in section
    assert "What else one can do" in section


def test_markdown_links_each_place(told):
    text = to_markdown(told(NOBODY), REPORTS)
    assert "**Can someone...**, seen 2 times. Work is asked of everybody" in text
    assert "- At 0:07:00 a look at 'app' had no name on it. ([0:07:00](#e5))" in text


def test_json_has_every_word_of_it(told):
    plain = json.loads(to_json(told(NOBODY)))["patterns"]
    assert plain["known"] == len(PATTERNS)
    assert plain["seen"][0]["glimpses"][0]["entries"] == [5]


def test_the_terminal_tells_the_first_place_and_the_way_out(told):
    text = to_text(told(NOBODY), 80)
    assert "Patterns, not part of the score" in text
    assert "Can someone... (2 times). At 0:07:00 a look at 'app' had no name on it." in text
    assert "Instead: say one name and how long it may take, and wait for a yes." in text


FORMS = {
    "page": lambda one: to_html(one, REPORTS),
    "markdown": lambda one: to_markdown(one, REPORTS),
    "terminal": to_text,
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_where_none_was_seen_it_says_so(told, form):
    assert NONE in form(told(CALL))


def test_on_a_screen_the_rest_is_named_only(told, rough):
    patterns = told(rough).patterns
    text = to_text(told(rough), 80)
    assert ("Also seen:" in text) == (len(patterns.seen) > 4)


def test_patterns_change_no_point(told):
    assert told(NOBODY).verdict.reason
    assert all("pattern" not in axis.name for axis in told(NOBODY).axes)
