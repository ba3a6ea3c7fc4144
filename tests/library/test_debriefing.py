"""Judging a play, and comparing two courses of it."""

import pytest

from simulator.exercise import Departure, take_turn, what_if
from simulator.library import Journal, Library
from simulator.library.comparing import compare_plays
from simulator.library.debriefing import FORMS, debrief, references, shown, written
from simulator.library.recordings import open_play

COMMANDS = ("declare high", "page data", "wait 10m", "order fail over db by ada", "wait 15m", "end")


@pytest.fixture
def played(outage, tmp_path):
    """A play of the small outage, opened again."""
    journal = Journal.begin(tmp_path / "a.jsonl")
    exercise = journal.start(lambda: outage.exercise(1, journal))
    for text in COMMANDS:
        take_turn(exercise, "commander", text)
    journal.close()
    return open_play(tmp_path / "a.jsonl", Library.open([]))


def test_a_play_stands_beside_nobody_the_book_and_the_best(outage):
    lost = {each.player: each.lost for each in references(outage, 1)}
    assert list(lost) == ["idle", "by-the-book", "best possible"]
    assert lost["best possible"] <= lost["idle"]


@pytest.mark.parametrize("form", FORMS)
def test_a_debrief_is_written_in_every_form_and_always_the_same(played, form):
    texts = {written(debrief(played.recording, played.outage), form) for _ in range(2)}
    assert len(texts) == 1
    assert "Buying fails for some" in texts.pop()


@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_debrief_fits_the_screen(played, width):
    told = shown(debrief(played.recording, played.outage), width, False)
    assert max(len(line) for line in told.splitlines()) <= width


def test_the_same_course_loses_the_same(played):
    child = what_if(played.recording, played.outage.scenario, played.outage.doctrine, Departure(0, drop=0))
    comparison = compare_plays(played, child)
    assert comparison.saved == 0
    assert comparison.parent == comparison.child


def test_a_course_that_was_left_goes_on_until_the_other_ends(played):
    departure = Departure(60, mode="take over")
    child = what_if(played.recording, played.outage.scenario, played.outage.doctrine, departure)
    comparison = compare_plays(played, child)
    assert comparison.child.ended == comparison.parent.ended


def test_a_debrief_under_another_process_names_the_one_it_was_played_under_too(played, tmp_path):
    (played_under,) = (source for source in played.outage.sources if source.kind == "doctrine")
    other = open_play(tmp_path / "a.jsonl", Library.open([]), "pagerduty")
    foot = written(debrief(other.recording, other.outage), "md").splitlines()[-1]
    assert "seed 1, played under plain, judged under pagerduty;" in foot
    assert f"; doctrine doctrines/plain.yaml `{played_under.digest}`;" in foot
    assert "; judging doctrine doctrines/pagerduty.yaml `" in foot
    page = written(debrief(other.recording, other.outage), "html")
    assert "<dt>Played under</dt><dd>plain</dd>" in page
    assert "<dt>Judged under</dt><dd>pagerduty</dd>" in page


def test_a_debrief_under_its_own_process_names_it_once(played):
    foot = written(debrief(played.recording, played.outage), "md").splitlines()[-1]
    assert ", judged under plain; " in foot
    assert "played under" not in foot
    assert "judging doctrine" not in foot
