"""The debrief of a drill: one screen, one decision, two answers that are told only now."""

import json

import pytest

from simulator.debrief import to_html, to_json, to_markdown, to_text
from simulator.scoring.case import Case
from tests.debrief.conftest import REPORTS
from tests.debrief.pages import parsed
from tests.debriefs import report
from tests.drills import drill, said

POST = "post status page investigating affecting open the inbox next in 20m"


def told(name, *words):
    exercise = said(drill(name), 1, *words)
    return report(Case(exercise.scenario, exercise.doctrine, tuple(exercise.entries)))


@pytest.fixture(scope="module")
def posted():
    return told("first-status-post", POST)


def test_it_shows_ones_words_with_what_they_earned(posted):
    (spoken,) = posted.drill.spoken
    assert (spoken.clock, spoken.words, spoken.refused) == ("0:08:00", POST, "")
    judged = next(one for one in posted.drill.judged if one.rule == "first-post")
    assert (judged.rule, judged.title, judged.points) == ("first-post", "First post", 100)
    assert judged.marks[0].evidence


def test_axes_that_it_is_not_about_are_not_judged(posted):
    says = {axis.name: axis.says for axis in posted.axes}
    assert says["sequencing"] == says["wrap-up"] == "Not judged here."
    assert says["communication timeliness"] == "All of it earned."


def test_the_verdict_speaks_of_nothing_else(posted):
    assert posted.verdict.grade == "distinction"
    assert posted.verdict.reason.startswith("100 of 100 on what this drill is about")
    assert "clean-up command" in posted.verdict.happened


def test_silence_is_named(posted):
    silent = told("first-status-post")
    assert silent.drill.spoken == ()
    assert silent.verdict.grade == "not yet"
    assert "said nothing" in to_text(silent)
    assert silent.drill.figures[0].value == "never"
    assert "Your first word never; the drill took" in to_text(silent)


def test_how_soon_one_spoke_is_told():
    first, *_ = told("first-status-post", "wait 1m", POST).drill.figures
    assert (first.what, first.value) == ("your first word", "at once")


def test_what_was_refused_says_why():
    drill_told = told("first-status-post", "declare P1", "pst", POST)
    refused, misread, posted = drill_told.drill.spoken
    assert "declared already" in refused.refused
    assert misread.refused
    assert not posted.refused


@pytest.mark.parametrize("width", [40, 80])
def test_it_fits_one_screen_and_its_width(posted, width):
    lines = to_text(posted, width).splitlines()
    assert max(map(len, lines)) <= width
    assert len(to_text(posted, 80).splitlines()) <= 36


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_both_answers_and_their_reasons_are_told(posted, form):
    made = {
        "text": lambda: to_text(posted, 100),
        "markdown": lambda: to_markdown(posted, REPORTS),
        "html": lambda: parsed(to_html(posted, REPORTS)).text,
        "json": lambda: to_json(posted),
    }[form]()
    flat = " ".join(made.split())
    assert "ask raj what is your theory" in flat
    assert "A post like this is written in a minute." in flat
    assert "many of them have written to support" in flat


def test_the_page_cites_lines_that_it_shows(posted):
    page = to_html(posted, REPORTS)
    for number in posted.drill.judged[0].marks[0].evidence:
        assert f'href="#e{number}"' in page
        assert f'id="e{number}"' in page


def test_what_went_before_was_said_by_somebody_else(posted):
    lines = [line.text for line in posted.lines]
    assert "The commander declares the incident at P1 and takes command." in lines
    assert any(line.startswith("You update the status page") for line in lines)


def test_an_outage_has_no_drill(rough_report):
    assert rough_report.drill is None
    assert json.loads(to_json(rough_report))["drill"] is None


def test_patterns_that_were_seen_after_the_take_over_are_named():
    silent = told("declare-now", "wait 5m", "wait 5m")
    (pattern,) = (one for one in silent.patterns.seen if one.name == "late-declaration")
    assert pattern.instead[:30] in to_html(silent, REPORTS)
    assert "Late declaration" in to_markdown(silent, REPORTS)


def test_the_terminal_says_no_sentence_of_a_pattern_twice():
    silent = told("declare-now", "wait 5m", "wait 5m")
    text = " ".join(to_text(silent).split())
    assert text.count("Never declared") == 1
    assert "Late declaration. Instead: declare when" in text


def test_where_no_pattern_was_seen_the_page_is_silent_about_them(posted):
    assert not posted.patterns.seen
    assert "Patterns" not in to_html(posted, REPORTS)
    assert "Patterns" not in to_text(posted)
