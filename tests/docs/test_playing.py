"""The guide to playing: what it says is understood is understood so."""

import re

import pytest

from simulator.domain.command import Investigate
from simulator.exercise import Exercise
from tests.docs.markdown import ROOT
from tests.plays import say, shipped

_ROW = re.compile(r"^\| `([^`]+)`.*? \| `([^`]+)` \|$", re.MULTILINE)
_TEXT = (ROOT / "docs" / "guides" / "playing.md").read_text(encoding="utf-8")
SAME = _ROW.findall(_TEXT.split("| what you may say |")[1].split("\n\n")[0])


@pytest.fixture(scope="module")
def exercise():
    """Raj had two minutes for the shards, and has asked for more."""
    exercise = Exercise(*shipped("write-stall"), 1)
    for text in (
        "declare P2",
        "page raj",
        "@joined raj",
        "investigate db-shards by raj within 2m",
        "wait 4m",
    ):
        say(exercise, text)
    return exercise


def test_there_are_such_sentences():
    assert len(SAME) >= 8


@pytest.mark.parametrize(("said", "usual"), SAME)
def test_a_sentence_of_the_call_is_the_same_as_the_usual_words(exercise, said, usual):
    meant = exercise.meaning("commander", usual)
    assert not hasattr(meant, "answer")  # it is understood
    if isinstance(meant, Investigate):
        assert meant.by == "raj"
    assert exercise.meaning("commander", said) == meant
