"""What a question is about: one with a content of its own is no request for progress."""

import pytest

from simulator.grammar.topics import topics_in
from simulator.grammar.words import split

HOW_FAR = [
    "how is it going?",
    "how's it going with the edge",
    "how is the rollback going",
    "how are we doing",
    "how far are you with the edge",
    "how far is the check",
    "how much longer",
    "how long will it take",
    "how long until it is back",
    "what is the status",
    "status of the check",
    "any news on the check?",
    "is the rollback done yet?",
    "when will the rollback be finished",
    "are you ready",
    "eta on c1",
]
OF_ITS_OWN = [
    "is there an attack going on?",
    "is there an attack in progress?",
    "how long has this been going on?",
    "how far has it spread",
    "why is it going up?",
    "is traffic going up",
    "are we going to lose data",
    "what is the database doing",
    "is the status page up",
    "did support send an update",
    "are there long queries",
    "what has been done to the database",
    "is the data ready to be merged",
]


@pytest.mark.parametrize("question", HOW_FAR)
def test_how_far_it_is_can_be_asked(question):
    assert topics_in(split(question).plain) == ("progress",)


@pytest.mark.parametrize("question", OF_ITS_OWN)
def test_a_question_with_a_content_of_its_own_is_none_for_progress(question):
    assert "progress" not in topics_in(split(question).plain)


@pytest.mark.parametrize("question", ["what's going on?", "what is going on with the edge", "any idea"])
def test_what_is_going_on_asks_what_one_thinks(question):
    assert topics_in(split(question).plain) == ("theory",)
