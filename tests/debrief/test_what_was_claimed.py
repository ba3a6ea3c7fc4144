"""What was claimed: the section of the debrief, in each of its forms."""

import json

import pytest

from simulator.debrief import to_html, to_json, to_markdown, to_text
from tests.debrief.conftest import REPORTS

STORY = """
    0:00:00 impact-changed failing=9000 arriving=9000 journeys="send a message:0.4" seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:04:00 declared severity=P1 commander=commander
    0:10:00 posted audience="status page" state=investigating scope="send a message" text="We look | into it."
    0:12:00 posted audience=support state=resolved cause="sunspots"
    0:40:00 ended
"""


def test_each_update_is_told_with_its_claims(told):
    first, second = told(STORY).tellings

    assert (first.clock, first.to, first.text, first.entry) == (
        "0:10:00",
        "customers",
        "We look | into it.",
        4,
    )
    assert [(line.what, line.says, line.verdict, line.tone) for line in first.claims] == [
        ("state", "investigating", "true", "good"),
        ("scope", "send a message", "true", "good"),
    ]
    assert [(line.what, line.verdict, line.tone) for line in second.wrong] == [
        ("state", "over-claimed", "bad"),
        ("cause", "guessed", "bad"),
    ]
    assert second.claims[0].because == "About 9,000 customers were still failing."


def test_the_page_shows_every_claim(told):
    html = to_html(told(STORY), REPORTS)

    assert '<h2 id="claimed-heading">What was claimed</h2>' in html
    assert '<a href="#claimed">What was claimed</a>' in html
    assert "over-claimed" in html
    assert "What could be known when" in html


def test_markdown_shows_every_claim(told):
    text = to_markdown(told(STORY), REPORTS)

    assert "## What was claimed" in text
    assert "| [0:12:00](#e5) to support | state: resolved | over-claimed | About 9,000 customers" in text
    assert "| 'send a message' fails | 0:00:00 | 0:04:00 |" in text


def test_json_has_every_claim(told):
    plain = json.loads(to_json(told(STORY)))

    assert [telling["to"] for telling in plain["tellings"]] == ["customers", "support"]
    assert plain["tellings"][1]["claims"][0]["verdict"] == "over-claimed"
    assert plain["knowable"][0] == {
        "fact": "'send a message' fails",
        "true": "0:00:00",
        "known": "0:04:00",
        "entry": 0,
        "at": 240,
    }


def test_the_terminal_counts_them_and_reads_those_that_did_not_hold(told):
    text = to_text(told(STORY), 100)

    assert "Of 4 claims in 2 updates 2 held." in text
    assert "0:12:00  to support, state: resolved - over-claimed." in text


def test_the_terminal_reads_no_more_than_eight(told):
    many = "".join(f"\n    0:{minute}:00 posted audience=support state=resolved" for minute in range(12, 22))
    text = to_text(told(STORY.replace("\n    0:40:00", f"{many}\n    0:40:00")), 100)

    assert "And 4 more that did not hold." in text


FORMS = {
    "page": lambda told: to_html(told, REPORTS),
    "markdown": lambda told: to_markdown(told, REPORTS),
    "terminal": to_text,
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_where_nothing_was_told_nothing_is_shown(told, form):
    assert "What was claimed" not in form(told("0:00:00 declared severity=P1 commander=you"))
