"""The real outage beside the play: the lane in the figure, and the table in each form of the debrief."""

import re

import pytest

from simulator.debrief import to_html, to_json, to_markdown, to_text
from simulator.debrief.figures.story import draw_story
from simulator.domain.history import UNTOLD, Event, History
from simulator.domain.value import replace
from tests.debrief.conftest import MADE_FROM, REFERENCES, REPORTS
from tests.debrief.pages import parsed
from tests.debriefs import report

THEN = History(
    (
        Event(120, "alert", "Errors beyond the limit."),
        Event(360, "declare"),
        Event(400, "post", "Sales know.", about="sales"),
        Event(540, "post", "Some <b>messages</b> do not arrive."),
        Event(1380, "change", "Failed over | the shard."),
        Event(2040, "mitigated"),
        Event(90_000, "resolved", "All is well."),
    )
)
PLAY = """
    0:00:00 impact-changed failing=900 arriving=0 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" reading=0.2 pages=product
    0:03:00 declared severity=P1 commander=commander
    0:05:00 posted audience=leadership state=investigating
    0:07:00 posted audience="status page" state=investigating
    0:40:00 impact-changed failing=0 arriving=900 total=36000 seen=truth
    0:41:00 called-mitigated
    0:50:00 ended why="the time is up"
"""


@pytest.fixture
def beside(case):
    """The debrief of a timeline's text, of an outage that tells a history."""

    def told(text: str, history: History = THEN):
        made = case(text)
        scenario = replace(made.scenario, history=history)
        return report(replace(made, scenario=scenario), REFERENCES, MADE_FROM)

    return told


def test_the_steps_stand_side_by_side(beside):
    then = beside(PLAY).story.then
    assert [(step.name, step.yours, step.theirs) for step in then.steps] == [
        ("declared", 180, 360),
        ("first public post", 420, 540),
        ("first change begun", None, 1380),
        ("called mitigated", 2460, 2040),
        ("called resolved", None, 90_000),
    ]


def test_a_step_that_neither_took_is_left_out(beside):
    then = beside("0:01:00 noted text=hello", History((Event(0, "note", "x"),))).story.then
    assert then.steps == ()


def test_an_outage_without_a_history_has_no_comparison(beside):
    made = beside(PLAY, UNTOLD)
    assert made.story.then is None
    assert "real outage" not in to_html(made, REPORTS) + to_markdown(made, REPORTS) + to_text(made, 80)


def test_every_form_has_the_table(beside):
    made = beside(PLAY)
    story = parsed(to_html(made, REPORTS)).section("story")
    assert re.search(r"Declared 0:03:00 0:06:00 First public post 0:07:00 0:09:00", story)
    assert "First change begun not in this play 0:23:00" in story
    markdown = to_markdown(made, REPORTS)
    assert "| declared | [0:03:00](#e3) | 0:06:00 |" in markdown
    assert "- `0:23:00` change: Failed over | the shard." in markdown
    text = to_text(made, 80)
    assert "                            you     they\n  declared              0:03:00  0:06:00\n" in text
    assert "  called resolved             - 25:00:00\n" in text
    assert '"theirs": 360' in to_json(made)


def test_words_of_a_history_cannot_become_markup(beside):
    assert "<b>messages" not in to_html(beside(PLAY), REPORTS)


def test_a_record_that_begins_with_a_post_says_so(beside):
    posts = History((Event(0, "post", "x"), Event(60, "resolved")))
    for made, expected in ((beside(PLAY), False), (beside(PLAY, posts), True)):
        assert made.story.then.from_post is expected
        assert ("Their record begins with their first post" in to_html(made, REPORTS)) is expected
        assert ("Their record begins with their first post" in to_markdown(made, REPORTS)) is expected


def test_the_lane_shows_what_fits_and_tells_what_came_later(beside):
    svg = draw_story(beside(PLAY).story).svg("story", "t", "a")
    for words in ("What happened then", ">declared<", ">first post<", ">first change<", ">mitigated<"):
        assert words in svg
    assert "later: resolved 25:00" in svg
    assert "<title>0:23:00 change: Failed over | the shard.</title>" in svg
    assert "<title>25:00:00" not in svg


def test_a_play_that_was_over_before_anything_is_drawn(beside):
    assert "What happened then" in draw_story(beside("0:00:10 resolved").story).svg("story", "t", "a")
