"""What is a sentence, and what is a clause: the same for every rule that reads free words."""

import pytest

from simulator.domain.sentences import asked, clauses, sentence_up_to, sentences, statement_up_to

SENTENCES = {
    "": [],
    " ?! ": [],
    "Search is down": ["Search is down"],
    "Search is down. We look into it!": ["Search is down.", "We look into it!"],
    "Is it the cache? It is; we clear it.": ["Is it the cache?", "It is;", "we clear it."],
    "Release 2.4 is bad. So is v1.2.": ["Release 2.4 is bad.", "So is v1.2."],
    "At 14:05 app.db was full, by 1.5 %.": ["At 14:05 app.db was full, by 1.5 %."],
    "It is down ... we look": ["It is down ...", "we look"],
    "What?! Again.": ["What?!", "Again."],
    "search is down\nmail is not": ["search is down", "mail is not"],
    "We don\u2019t know.": ["We don't know."],
}
CLAUSES = {
    "": [],
    "if it fails, we roll back: at once": ["if it fails", "we roll back", "at once"],
    "It fails at 14:05, for 1,200 of them; 2.4 is out.": [
        "It fails at 14:05", "for 1,200 of them", "2.4 is out",
    ],
    ", so it is": ["so it is"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "each"), SENTENCES.items())
def test_a_text_has_these_sentences(text, each):
    assert sentences(text) == each


@pytest.mark.parametrize(("text", "each"), CLAUSES.items())
def test_a_text_has_these_clauses(text, each):
    assert clauses(text) == each


def test_a_question_ends_with_its_mark():
    text = "Is it 2.4? It is."
    assert asked(text, 0)
    assert not asked(text, text.index("It is."))
    assert asked("really?!", 0)
    assert not asked("it is", 0)


def test_what_was_said_up_to_a_place():
    text = "It is slow. We don\u2019t see why, but 2.4 is out"
    place = text.index(" is out")
    assert sentence_up_to(text, place) == " We don't see why, but 2.4"
    assert statement_up_to(text, place) == "2.4"
