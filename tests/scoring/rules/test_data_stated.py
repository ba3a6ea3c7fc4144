"""Data stated: customers are told what became of their data, and it is true."""

import pytest

from simulator.domain.scenario import Effect
from simulator.domain.value import replace
from simulator.scoring.rules import data_stated as rule

BEGUN = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
"""
LOSING = "0:10:00 impact-changed failing=9000 arriving=9000 losing=300 seen=truth\n"
KNOWN = '0:15:00 notice-due who=regulator audience=regulator within=4h why="data loss"\n'
CLAIM = '0:30:00 posted audience="status page" state=identified data={}\n'
LAST = '0:50:00 posted audience="status page" state=resolved {}\n'


def found(judge, text, **given):
    return [(mark.earned, mark.summary) for mark in judge(rule, BEGUN + text, **given)]


def earned(judge, text, **given):
    return [one for one, _ in found(judge, text, **given)]


def test_nothing_said_and_nothing_over_is_not_judged(judge):
    assert earned(judge, '0:30:00 posted audience="status page" state=identified\n') == []


def test_the_last_word_to_customers_says_it(judge):
    assert earned(judge, LAST.format("data=safe")) == [1, 1]
    assert earned(judge, LAST.format("")) == [0]
    assert "did not say what became of customers' data" in found(judge, LAST.format(""))[0][1]


def test_in_the_last_word_it_is_known_where_nothing_possible_loses_any(judge):
    told = found(judge, LAST.format("data=unknown"))
    assert [one for one, _ in told] == [0, 1]
    assert "under-claimed: it was the last word, and nothing that was still possible" in told[0][1]
    assert earned(judge, CLAIM.format("unknown")) == [1]


def test_it_may_be_said_in_a_second_last_word(judge):
    later = LAST.replace("0:50", "0:55").format("data=safe")
    assert earned(judge, LAST.format("") + later) == [1, 1]


def test_the_last_word_to_others_is_not_asked(judge):
    assert earned(judge, LAST.replace('"status page"', "support").format("")) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It works. No sign of half-taken payments; we count until tomorrow and repay.", 1),
        ("Orders of that hour were not booked.", 1),
        ("It took half of the payments down.", 0),
        ("It is over. Your data is important to us. We lost time.", 0),
        ("We have recovered.", 0),
    ],
)
def test_free_words_count_as_said_when_they_speak_of_a_loss_of_data(judge, text, said):
    assert earned(judge, LAST.format(f'text="{text}"')) == [said]


@pytest.mark.parametrize(
    "text", ["No data was lost.", "It is over. All messages are safe.", "Nothing was lost; we are sorry."]
)
def test_plain_words_that_nothing_is_lost_are_a_claim_like_any_other(judge, text):
    """Nobody is reassured for nothing: it is held against what was known, and against what was so."""
    last = LAST.format(f'text="{text}"')
    assert earned(judge, last) == [1, 1]
    assert earned(judge, KNOWN + last) == [0, 1]
    assert earned(judge, LOSING + last) == [0, 1]


def test_safe_is_false_once_a_loss_is_known(judge):
    (one,) = judge(rule, BEGUN + KNOWN + CLAIM.format("safe"))
    assert (one.earned, one.evidence) == (0, (3, 4))
    assert "said that no data is lost, which was false: a loss was known" in one.summary


def test_a_clock_that_runs_from_the_declaration_makes_no_loss_known(judge):
    declaring = KNOWN.replace("data loss", "declaring")
    assert earned(judge, declaring + CLAIM.format("safe")) == [1]


def test_safe_is_false_when_work_was_really_lost(judge):
    (one,) = found(judge, LOSING + CLAIM.format("safe"))
    assert one[0] == 0
    assert "nobody had looked" in one[1]
    gone = "0:10:00 work-lost minutes=50 seen=truth\n"
    assert earned(judge, gone + CLAIM.format("safe")) == [0]


def test_what_is_lost_only_afterwards_is_not_held_against_it(judge):
    assert earned(judge, CLAIM.format("safe") + LOSING.replace("0:10", "0:40")) == [1]


@pytest.fixture
def risky(write_stall):
    """The same outage, in which a bad release would lose work."""
    release = write_stall.causes["bad release"]
    lossy = replace(release, effects=(*release.effects, Effect(0, "app", None, "loses", 0.1)))
    return replace(write_stall, causes={**write_stall.causes, "bad release": lossy})


def test_safe_is_a_guess_while_a_cause_that_loses_data_is_possible(judge, risky):
    assert found(judge, CLAIM.format("safe"), scenario=risky) == [
        (
            0,
            (
                "The update to customers at 0:30:00 said that no data is lost, which was guessed: "
                "a loss was still 20 % possible."
            ),
        )
    ]


def test_safe_is_true_once_it_is_ruled_out(judge, risky):
    clues = """
0:08:00 clue-found person=raj place=db-shards clue=1 says="Writes on shard 3 are stuck."
0:09:00 clue-found person=mei place=app clue=2 says="Every error is a database time-out."
"""
    assert earned(judge, clues + CLAIM.format("safe"), scenario=risky) == [1]


def test_safe_is_a_guess_after_a_change_that_may_lose_data(judge, write_stall):
    change = "restart app"
    under = write_stall.outcomes[change]
    lossy = {cause: replace(one, discards=True) for cause, one in under.items()}
    scenario = replace(write_stall, outcomes={**write_stall.outcomes, change: lossy})
    ordered = '0:10:00 change-ordered id=c1 change="restart app" owner=mei\n'
    begun = '0:10:00 change-started id=c1 change="restart app" owner=mei\n'
    assert earned(judge, ordered + begun + CLAIM.format("safe"), scenario=scenario) == [0]
    assert earned(judge, ordered + CLAIM.format("safe"), scenario=scenario) == [1]


def test_lost_is_true_when_it_is_known_or_real(judge):
    assert earned(judge, KNOWN + CLAIM.format("lost")) == [1]
    assert earned(judge, LOSING + CLAIM.format("lost")) == [1]
    (one,) = found(judge, CLAIM.format("lost"))
    assert one[0] == 0
    assert "over-claimed: no loss was known" in one[1]


def test_unknown_is_true_until_it_is_known(judge):
    assert earned(judge, CLAIM.format("unknown")) == [1]
    (one,) = found(judge, KNOWN + CLAIM.format("unknown"))
    assert one[0] == 0
    assert "under-claimed: a loss was known" in one[1]


@pytest.mark.parametrize("claim", ["safe", "lost"])
def test_where_nothing_tells_nothing_is_judged(judge, write_stall, claim):
    bare = replace(write_stall, causes={}, outcomes={}, dangers=(), clues={})
    assert earned(judge, CLAIM.format(claim), scenario=bare) == []
