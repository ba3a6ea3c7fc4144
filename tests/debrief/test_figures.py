"""The figures: the same bytes in any process, ids of their own, no crash when there is nothing to draw."""

import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.figures.axis import GUTTER, MARGIN, WIDTH, TimeAxis, reach, rows_of
from simulator.debrief.figures.belief import draw_belief
from simulator.debrief.figures.impact import CHARACTER, longest_run, middle_of
from simulator.debrief.figures.story import about_story, draw_story
from simulator.debrief.figures.words import fitting, short
from simulator.debrief.story import Moment, Stretch
from tests.debrief.conftest import ROOT

DRAW = """
from hashlib import sha256
from simulator.debrief.figures.belief import draw_belief
from simulator.debrief.figures.story import draw_story
from simulator.domain.notation import read_timeline
from simulator.debrief.reader import reader_of
from simulator.debrief.story import story_of
from simulator.library import Library
from simulator.scoring.case import Case
outage = Library.open(()).outage("write-stall")
case = Case(outage.scenario, outage.doctrine, read_timeline(open("tests/debrief/plays/rough.txt").read()))
story = story_of(case, reader_of(case))
drawn = draw_story(story).svg("a", "b", "c") + draw_belief(story.beliefs, story.end).svg("d", "e", "f")
print(sha256(drawn.encode()).hexdigest())
"""


def _drawn(seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    made = subprocess.run(
        [sys.executable, "-c", DRAW], capture_output=True, cwd=ROOT, env=environment, text=True
    )
    assert made.returncode == 0, made.stderr
    return made.stdout


@pytest.mark.slow
def test_the_same_story_is_the_same_bytes_in_any_process():
    assert _drawn("1") == _drawn("2")


@pytest.mark.slow
def test_what_draws_is_not_loaded_before_a_figure_is_wanted():
    look = "import sys, simulator.debrief; sys.exit('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", look], cwd=ROOT).returncode == 0


@pytest.fixture(scope="module")
def svg(rough_report):
    return draw_story(rough_report.story).svg("story", "The title", "What <it> is about")


def test_ids_begin_with_the_figures_name_and_pointers_follow(svg):
    ids = re.findall(r'\bid="([^"]+)"', svg)

    assert all(each.startswith("story-") for each in ids)
    assert len(set(ids)) == len(ids)
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(ids)
    assert set(re.findall(r'xlink:href="#(story-[^"]+)"', svg)) <= set(ids)


def test_colours_are_the_pages_own(svg):
    assert "var(--loss, #b3372b)" in svg
    assert not re.findall(r"(?<!, )#[0-9a-f]{6}", svg)


def test_type_is_the_pages_own_and_text_stays_text(svg):
    assert "font-family" not in svg
    assert ">Customers failing<" in svg


def test_it_says_what_it_is(svg):
    assert svg.startswith("<svg ")
    assert ">The title</title>" in svg
    assert "What &lt;it&gt; is about" in svg


def test_shapes_link_to_their_lines_and_say_what_they_are(svg, rough_report):
    first = rough_report.story.changes[0]

    assert f'xlink:href="#e{first.entry}"' in svg
    assert "<title>c1 roll back app: being made 0:09:56 to 0:19:50</title>" in svg
    assert "cannot be told apart from c2" in svg
    assert "overdue for 35 min" in svg


def test_it_can_be_saved_as_a_picture(rough_report):
    assert draw_belief(rough_report.story.beliefs, rough_report.story.end).png(72).startswith(b"\x89PNG")


def test_a_story_of_nothing_is_drawn_and_described(told):
    story = told("").story

    assert "No change was ordered." in draw_story(story).svg("story", "t", "a")
    assert "Nothing was declared" in about_story(story)


@pytest.mark.parametrize("end", [0, 59, 3600, 86_400 * 3])
def test_there_are_never_too_many_ticks(end):
    ticks = list(TimeAxis(end).ticks())

    assert ticks[0] == 0
    assert len(ticks) <= 10


def test_names_of_moments_do_not_run_into_each_other():
    close = (Moment(60, "declared", 1), Moment(70, "first sign", 2), Moment(3000, "resolved", 3))

    assert [row for _, row in rows_of(TimeAxis(3600), close)] == [0, 1, 0]


def test_words_that_run_to_the_left_at_the_end_keep_clear_of_those_before():
    """Two names whose lines are far enough apart, of which the last is written leftwards."""
    late = (Moment(4412, "mitigated", 1), Moment(5206, "resolved", 2))
    axis = TimeAxis(5536)

    assert reach(axis, late[1])[0] < axis.x(5206)
    assert [row for _, row in rows_of(axis, late)] == [0, 1]


@given(st.lists(st.integers(0, 3600), min_size=1, max_size=8))
def test_no_two_names_on_one_height_overlap(ats):
    axis = TimeAxis(3600)
    placed = rows_of(axis, [Moment(at, "called mitigated", number) for number, at in enumerate(ats)])

    spans = [(row, *reach(axis, moment)) for moment, row in placed]
    for number, (row, begin, end) in enumerate(spans):
        assert all(end <= b or begin >= e for r, b, e in spans[number + 1 :] if r == row)


def lane(told, acted, result, harmed=""):
    text = f"""
    0:04:00 declared severity=P1 commander=commander
    0:05:00 change-ordered id=c1 change="restart app" owner=mei
    0:05:00 change-started id=c1 change="restart app" owner=mei
    0:10:00 change-done id=c1 change="restart app" owner=mei
    0:10:00 change-acted id=c1 change="restart app" acted={acted} {harmed} seen=truth
    0:16:00 verified id=c1 change="restart app" signal="app errors" window=5m result={result} owner=mei
    0:40:00 ended
    """
    return told(text).story


@pytest.mark.parametrize(
    ("acted", "result", "harmed", "sign", "says"),
    [
        ("cured", "recovered", "harmed=yes", "helped", "ended what was wrong, and did harm on the way"),
        ("worked", "same", "", "nothing", "did its own part, which made no difference"),
        ("worked", "better", "", "helped", "did what it was meant to do"),
        ("nothing", "worse", "harmed=yes", "harmed", "did nothing about what was wrong, and did harm"),
        ("relieved", "worse", "harmed=yes", "harmed", "and did harm"),
        ("nothing", "same", "", "nothing", "did nothing about what was wrong"),
    ],
)
def test_a_change_bears_the_sign_of_what_it_did_all_in_all(told, acted, result, harmed, sign, says):
    story = lane(told, acted, result, harmed)

    assert story.changes[0].balance == sign
    assert says in draw_story(story).svg("story", "title", "about")


def test_what_was_lost_is_written_in_the_longest_stretch_of_failing():
    early, well, late = Stretch(0, 600, 9, 9), Stretch(600, 900, 0, 0), [Stretch(900, 2000, 9, 8)]
    late.append(Stretch(2000, 3600, 8, 8))
    assert longest_run([early, well, *late]) == late
    assert longest_run([well]) == ()
    left, right = TimeAxis(3600).span(900, 3600)
    assert middle_of(TimeAxis(3600), late, 20) == pytest.approx((left + right) / 2)


@given(at=st.integers(0, 3500), lasts=st.integers(1, 3600), letters=st.integers(5, 30))
def test_and_never_over_an_edge(at, lasts, letters):
    run = [Stretch(at, min(3600, at + lasts), 9, 9)]
    x, half = middle_of(TimeAxis(3600), run, letters), CHARACTER * letters / 2
    assert x - half + 1e-9 >= GUTTER
    assert x + half <= WIDTH - MARGIN + 1e-9


def test_words_are_cut_to_the_room_there_is():
    assert fitting("looks: db-shards", "db-shards", 2) == "looks: db-shards"
    assert fitting("looks: db-shards", "db-shards", 0.6) == "db-shards"
    assert fitting("looks: db-shards", "db-shards", 0.4) == "db-sha…"
    assert fitting("looks: db-shards", "db-shards", 0.1) == ""
    assert short("as it is", 20) == "as it is"
