"""The guide to playing: what it says is understood is understood so."""

import re

import pytest

from simulator.domain.command import Investigate
from tests.docs.markdown import ROOT
from tests.plays import asked_for_longer

_ROW = re.compile(r"^\| `([^`]+)`.*? \| `([^`]+)` \|$", re.MULTILINE)
_TEXT = (ROOT / "docs" / "guides" / "playing.md").read_text(encoding="utf-8")
SAME = _ROW.findall(_TEXT.split("| what you may say |")[1].split("\n\n")[0])


@pytest.fixture(scope="module")
def exercise():
    return asked_for_longer()


def test_there_are_such_sentences():
    assert len(SAME) >= 8


@pytest.mark.parametrize(("said", "usual"), SAME)
def test_a_sentence_of_the_call_is_the_same_as_the_usual_words(exercise, said, usual):
    meant = exercise.meaning("commander", usual)
    assert not hasattr(meant, "answer")  # it is understood
    if isinstance(meant, Investigate):
        assert meant.by == "raj"
    assert exercise.meaning("commander", said) == meant
