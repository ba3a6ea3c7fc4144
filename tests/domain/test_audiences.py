"""Who of those outside has asked something, and has had no word since."""

import pytest

from simulator.domain.audiences import unanswered
from simulator.domain.notation import read_timeline
from simulator.library import Library

GIVEN = """\
0:11:00 commanded seat=commander text="brief support investigating"
0:11:00 task-given task=t1 what=write subject=support owner=bea #=1
0:11:20 task-started task=t1 what=write subject=support owner=bea #=2
"""
SENT = "0:13:00 posted by=bea audience=support state=investigating #={}\n"
PUT = '0:12:00 said who=support says="May they charge again?"\n'
NEWS = '0:12:00 stakeholder-asked who=support audience=support says="Any news?"\n'
WRITTEN_AFTER = """\
0:12:30 commanded seat=commander text="brief support investigating"
0:12:30 task-started task=t2 what=write subject=support owner=bea #=5
"""


@pytest.fixture(scope="module")
def waiting():
    """Who waits for an answer at the end of a timeline."""
    company = Library.open().outage("split-ledger").scenario.organisation
    return lambda text: [*unanswered(read_timeline(text), company)]


def test_an_update_whose_words_were_given_before_a_question_does_not_answer_it(waiting):
    assert waiting(GIVEN + PUT + SENT.format(3)) == ["support"]


def test_who_only_asked_for_news_has_some(waiting):
    assert waiting(GIVEN + NEWS + SENT.format(3)) == []


def test_a_question_that_was_put_with_it_stays(waiting):
    assert waiting(GIVEN + NEWS + PUT + SENT.format(3)) == ["support"]


def test_an_update_that_was_asked_for_afterwards_answers(waiting):
    assert waiting(GIVEN + PUT + WRITTEN_AFTER + SENT.format(6)) == []


def test_and_so_does_an_answer(waiting):
    replied = '0:13:10 replied audience=support how="in words" text="No, they may not."\n'
    assert waiting(GIVEN + PUT + SENT.format(3) + replied) == []
