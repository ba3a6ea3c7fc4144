"""Progress as a page and a figure."""

import re

import pytest

from simulator.debrief.figures.progress import about_progress, draw_progress
from simulator.debrief.progress_page import Course, Mark, Played, progress_page
from simulator.domain.progress import progress
from tests.debrief.conftest import REPORTS

COMMAND, WRAP_UP = "command", "wrap-up"


def played(*points):
    return [
        Played(place, f"2026-03-{place:02}", f"outage-{place}, seed 1", "pass", 1000.0 * place,
               {COMMAND: each, WRAP_UP: None})
        for place, each in enumerate(points, 1)
    ]  # fmt: skip


def course(*points, axis=COMMAND):
    marks = tuple(Mark(place, each) for place, each in enumerate(points, 1) if each is not None)
    return Course(axis, marks, progress([mark.points for mark in marks]))


def svg(*points):
    return draw_progress(played(*points), [course(*points)]).svg("progress", "x", "y")


def dots(drawn):
    return re.findall(r"<title>(2026-\d\d-\d\d [^<]*)</title>", drawn)


def test_each_play_is_a_dot_that_says_what_it_is():
    assert dots(svg(40, 80)) == [
        "2026-03-01 outage-1, seed 1: command 40",
        "2026-03-02 outage-2, seed 1: command 80",
    ]


def test_a_play_in_which_the_axis_was_not_scored_leaves_a_gap():
    assert len(dots(svg(40, None, 80))) == 2


def test_two_plays_have_no_band_and_are_told_to_be_too_few():
    drawn = svg(40, 80)
    assert "too few plays for an estimate" in drawn
    assert "last 2" not in drawn


def test_more_plays_have_their_mean_and_bounds():
    assert "last 3: 60 (26 to 94)" in svg(40, 60, 80)


@pytest.mark.parametrize("count", [1, 8, 9, 40])
def test_days_are_named_without_running_into_each_other(count):
    days = re.findall(r">(2026-03-\d+)</text>", svg(*[50] * count))
    assert 1 <= len(days) <= 8
    assert days[0] == "2026-03-01"


def test_the_figure_is_told_in_words():
    assert about_progress([course(40, 80)]).endswith("command: 40, 80.")


def test_the_same_plays_give_the_same_page():
    pages = {progress_page(played(40, 60, 80), [course(40, 60, 80)], REPORTS) for _ in range(2)}
    assert len(pages) == 1


def test_the_page_has_every_play_and_says_how_the_band_is_made():
    page = progress_page(played(40, None, 80), [course(40, None, 80)], REPORTS)
    text = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "3 plays · 2026-03-01 to 2026-03-03" in text
    assert re.search(r"2026-03-02 outage-2, seed 1 pass \S 2,000", text)
    assert "90 % sure (Student" in text
    assert "read a trend, not a rank" in text


def test_names_are_escaped():
    row = Played(1, "2026-03-01", "<script>", "pass", 1.0, {COMMAND: 50.0})
    assert "<script>" not in progress_page([row], [course(50)], REPORTS)
