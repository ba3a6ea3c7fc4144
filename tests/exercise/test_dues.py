"""Who is owed word: by the process, by law, by a promise, or because they asked."""

import pytest

from simulator.domain.audiences import unanswered
from simulator.domain.entry import each
from simulator.domain.fact import Replied
from simulator.exercise.dues import ANSWERED_WITHIN, dues, owing
from simulator.exercise.sight import Sight
from simulator.library import Library
from simulator.terminal.views import VIEWS

ASKS = 'have central bank say "How many payments fail, and since when?"'
WRITES = 'brief regulator investigating next in 15m saying "We look into it."'


@pytest.fixture
def till():
    """Every till stops, and it is declared: a company that answers to a central bank."""
    exercise = Library.open().outage("everywhere-at-once").exercise(3)
    exercise.submit("commander", "declare SEV-1")
    exercise.tick(120)
    return exercise


def owed(exercise, audience="regulator"):
    return [(due.at, due.promised) for due in dues(Sight(exercise)) if due.audience == audience]


def test_a_regulator_who_has_not_asked_is_owed_nothing(till):
    assert owed(till) == []
    told = " ".join("\n".join(VIEWS["clocks"](Sight(till), 100)).split())
    assert "regulator not told yet nothing due. By law within 4 h of data loss." in told


def test_a_regulator_who_asks_is_owed_word_until_they_have_it_and_then_what_was_promised(till):
    till.submit("facilitator", ASKS)
    assert owed(till) == [(120 + ANSWERED_WITHIN, False)]
    assert "regulator" in "\n".join(VIEWS["board"](Sight(till), 80))
    till.submit("business-lead", WRITES)
    till.tick(300)
    assert owed(till) == [(Sight(till).board.heard["regulator"] + 900, True)]


def test_who_was_answered_is_owed_nothing_any_more(till):
    till.submit("facilitator", ASKS)
    till.submit("commander", "answer central bank saying three in four, since 11:38")
    till.tick(300)
    assert owed(till) == []


def test_what_the_law_says_is_owed_without_a_question(till):
    sight = Sight(till)
    sight.board.notices["regulator"] = 9000
    assert [(due.audience, due.at) for due in dues(sight)][-1] == ("regulator", 9000)


def test_a_notice_by_law_is_owed_beside_an_update_and_the_next_of_them_is_shown(till):
    sight = Sight(till)
    told = [due.at for due in owing(sight) if due.audience == "leadership"]
    sight.board.notices["leadership"] = 9000
    assert [due.at for due in owing(sight) if due.audience == "leadership"] == [*told, 9000]
    assert owed_of(sight, "leadership") == told
    sight.board.notices["leadership"] = 100
    assert owed_of(sight, "leadership") == [100]


def owed_of(sight, audience):
    return [due.at for due in dues(sight) if due.audience == audience]


def test_who_asks_is_answered_by_their_own_name_or_by_their_audience(till):
    for name in ("compliance", "leadership"):
        till.submit("facilitator", 'have compliance say "Who decided that?"')
        receipt = till.submit("business-lead", f"answer {name} saying Cory decided it, until 12:25")
        assert receipt.status in ("done", "waiting"), receipt.answer
        till.tick(till.now + 120)
        assert "in words" in [fact.how for _, fact in each(till.entries, Replied)]
        assert not unanswered(till.entries, till.scenario.organisation)


def test_who_asked_nothing_waits_for_no_answer(till):
    till.submit("facilitator", 'have compliance say "We read along."')
    assert "Nobody of leadership waits" in till.submit("business-lead", "answer compliance later").answer
    till.submit("facilitator", 'have compliance say "Who decided that?"')
    till.tick(300)
    told_how = till.submit("business-lead", "answer compliance").answer
    assert told_how == "Say what you answer, as in: answer leadership saying we know it at noon."
