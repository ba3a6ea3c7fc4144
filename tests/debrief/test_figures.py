"""The figures: the same bytes in any process, ids of their own, no crash when there is nothing to draw."""

import os
import re
import subprocess
import sys

import pytest

from simulator.debrief.figures.axis import TimeAxis, rows_of
from simulator.debrief.figures.belief import draw_belief
from simulator.debrief.figures.story import about_story, draw_story
from simulator.debrief.figures.words import fitting, short
from simulator.debrief.story import Moment
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


def test_words_are_cut_to_the_room_there_is():
    assert fitting("looks: db-shards", "db-shards", 2) == "looks: db-shards"
    assert fitting("looks: db-shards", "db-shards", 0.6) == "db-shards"
    assert fitting("looks: db-shards", "db-shards", 0.4) == "db-sha…"
    assert fitting("looks: db-shards", "db-shards", 0.1) == ""
    assert short("as it is", 20) == "as it is"
