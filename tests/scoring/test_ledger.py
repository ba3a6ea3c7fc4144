"""The ledger: what was so, what could be known of it when, and by which line."""

import pytest

from simulator.domain.value import replace
from simulator.library import Library
from simulator.scoring.ledger import cause, customers, effect, safety
from simulator.scoring.ledger.rows import Row, rows
from simulator.scoring.outlook import ranked
from tests.plays import shipped

FAILS = '{} impact-changed failing={n} arriving={n} journeys="{}" seen=truth\n'
STORY = """
0:00:00 cause-drawn cause="stalled primary" truth="It stopped." seen=truth
0:00:00 impact-changed failing=9000 arriving=9000 journeys="send a message:0.4" seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:08:00 clue-found person=raj place=db-shards clue=1 says="Writes on shard 3 are stuck."
0:10:00 impact-changed failing=9000 arriving=9000 journeys="send a message:0.5, reply by mail:0.2" seen=truth
0:20:00 impact-changed failing=0 arriving=12000 seen=truth
0:24:00 verified id=c1 change="fail over a shard" signal="shard write time" window=4m result=recovered
1:00:00 noted
"""


@pytest.fixture
def story(case):
    return case(STORY)


def test_dashboards_show_each_journey_by_its_own_lag(story):
    assert [customers.lag(story, journey) for journey in ("send a message", "reply by mail")] == [240, 900]


def test_a_journey_that_nobody_measures_shows_by_errors_of_what_it_needs(story):
    assert customers.lag(story, "log in") == 60


def test_what_is_shown_is_as_old_as_the_signal(story):
    assert customers.most_known(story, 0, 239)["send a message"] == 0
    assert customers.most_known(story, 0, 240)["send a message"] == 0.4
    assert customers.most_known(story, 800, 840)["send a message"] == 0.5
    assert customers.least_known(story, 800, 840)["send a message"] == 0.4
    assert customers.most_known(story, 0, 1500)["reply by mail"] == 0.2


def test_truth_is_what_is_so_at_that_second(story):
    assert customers.really(story, 599) == {"send a message": 0.4}
    assert customers.really(story, 600) == {"send a message": 0.5, "reply by mail": 0.2}
    assert customers.really(story, 1200) == {}


def test_before_the_first_reading_nothing_is_known(case):
    assert customers.really(case("0:05:00 noted\n" + FAILS.format("0:06:00", "search:0.5", n=9)), 300) == {}


def test_a_timeline_without_journeys_tells_no_scope(case):
    assert not customers.told(case("0:00:00 impact-changed failing=9 arriving=9 seen=truth\n"))
    assert not customers.told(case("0:00:00 noted\n"))


def test_help_is_known_from_the_line_that_verified_it(story):
    assert effect.seen(story, 7) is None
    assert effect.seen(story, 8) == effect.Effect("c1", "fail over a shard", 1440, 7, whole=True)


def test_help_seen_again_was_known_since_the_first_time(case):
    line = STORY.splitlines()[-2]
    again = line.replace("0:24:00", "0:30:00").replace("recovered", "better") + "\n"
    found = effect.seen(case(STORY.replace("1:00:00 noted\n", again)), 9)
    assert found == effect.Effect("c1", "fail over a shard", 1440, 8, whole=False)


def test_what_is_thought_of_the_cause_rests_on_what_was_told(story):
    before, after = cause.suspected(story, 4), cause.suspected(story, 5)
    assert before is not None
    assert (before.best, before.place, before.entries) == (0.5, "", ())
    assert after is not None
    assert (round(after.best, 2), after.place, round(after.placed, 9)) == (0.82, "db-shards", 1)
    assert after.entries == (4,)
    assert after.share(frozenset({"bad release", "runaway migration"})) == pytest.approx(0.18, abs=0.01)


def test_a_cause_is_known_once_a_change_was_seen_to_help_until_that_is_undone(case):
    undone = '1:00:00 revert-started id=c1 change="fail over a shard" owner=raj\n1:01:00 noted\n'
    story = case(STORY.replace("1:00:00 noted\n", undone))
    found = [cause.suspected(story, line) for line in (4, 5, 7, 8, 9)]
    thoughts = [thought for thought in found if thought is not None]
    assert [thought.known for thought in thoughts] == [False, False, False, True, False]
    assert [thought.needs for thought in thoughts] == [0.95, 0.95, 0.95, 0.8, 0.95]


def test_what_was_said_of_a_change_that_failed_bears_on_it(case):
    """The same belief whether a decision or a claim asks for it."""
    vault = Library.open().outage("stuck-vault")
    failed = """
        0:05:00 change-ordered id=c1 change="name a vault primary by hand" owner=bea
        0:05:00 change-started id=c1 change="name a vault primary by hand" owner=bea
        0:07:00 change-failed id=c1 change="name a vault primary by hand" owner=bea says="{says}"
        0:10:00 noted
    """
    says = vault.scenario.outcome("name a vault primary by hand", "stalled voters").says
    judged = case(failed.format(says=says), scenario=vault.scenario, doctrine=vault.doctrine)
    thought = cause.suspected(judged, 5)
    assert thought is not None
    assert thought.ranked == ranked(judged, 5)
    assert thought.best > 0.7


def test_without_causes_nothing_is_thought(case, write_stall):
    bare = replace(write_stall, causes={}, outcomes={}, dangers=(), clues={})
    assert cause.suspected(case(STORY, scenario=bare), 9) is None


def test_the_truth_of_the_cause_is_what_was_drawn(story, case):
    assert cause.drawn(story) == "stalled primary"
    assert cause.drawn(case("0:00:00 noted\n")) == ""


def test_a_loss_is_known_from_an_alert_on_lost_work_or_a_legal_clock(case, parley, write_stall):
    due = '0:15:00 notice-due who=r audience=r within=4h why="data loss"\n'
    assert safety.safety(case(due + "1:00:00 noted\n"), 2).known == 1
    assert safety.safety(case(due + "1:00:00 noted\n"), 1).known == 0
    watched = replace(parley.signals["app errors"], shows="lost work")
    company = replace(parley, signals={**parley.signals, "app errors": watched})
    found = case(STORY, scenario=replace(write_stall, organisation=company))
    assert safety.first_told(found) == 3


def test_the_rows_say_since_when_each_fact_was_so_and_known(story):
    assert [(row.fact, row.true, row.known, row.line) for row in rows(story)] == [
        ("'send a message' fails", 0, 240, 0),
        ("customers are well again", 1200, 1320, 0),
        ("'fail over a shard' helps", None, 1440, 7),
        ("the cause is stalled primary, 82 % likely", None, 1440, 7),
        ("'reply by mail' fails", 600, 1500, 0),
    ]


VAULT = """
0:00:00 cause-drawn cause="stalled voters" truth="They wait." seen=truth
0:02:00 alert-fired alert="vault errors > 15%" signal="vault errors" pages=ledger
0:03:00 alert-fired alert="payments < 92%" signal=payments pages=payments
0:08:00 clue-found person=priya place=vault clue=3 says="The log has a vote that counts down."
0:11:30 noted
0:12:20 noted
0:30:00 noted
"""
"""A vote is over at 0:07; vault errors are two minutes late, and three more are left for it to settle."""


def vault(case, text=VAULT):
    return case(text, *shipped("stuck-vault"))


def likeliest(story, before):
    thought = cause.suspected(story, before)
    assert thought
    return thought.ranked[0]


def test_what_ended_by_itself_is_not_thought_of_what_still_fails(case):
    """Nobody says a word: that the alert rings on is told by the second of the line at 0:12:20."""
    story = vault(case)
    assert likeliest(story, 6) == (
        "a vote that takes its time",
        pytest.approx(0.888, abs=0.001),
    )
    assert likeliest(story, 7) == ("stalled voters", pytest.approx(0.962, abs=0.001))


def test_it_is_known_from_then_on_by_no_line_of_its_own(case):
    found = [row for row in rows(vault(case)) if row.fact.startswith("the cause")]
    assert found == [Row("the cause is stalled voters, 96 % likely", None, 740, 0)]


def test_what_went_quiet_in_time_may_have_ended_by_itself(case):
    quiet = (
        '0:09:00 alert-cleared alert="vault errors > 15%" signal="vault errors"\n'
        '0:10:00 alert-cleared alert="payments < 92%" signal=payments\n0:11:30'
    )
    story = vault(case, VAULT.replace("0:11:30", quiet))
    assert likeliest(story, story.beyond)[0] == "a vote that takes its time"


def test_what_was_never_known_stands_last(case):
    losing = '0:30:00 impact-changed failing=9 arriving=9 losing=5 journeys="reply by mail:0.2" seen=truth\n'
    found = rows(case(losing + "0:40:00 noted\n"))
    assert [(row.fact, row.true, row.known) for row in found] == [
        ("'reply by mail' fails", 1800, None),
        ("data is lost", 1800, None),
    ]


def test_customers_who_still_fail_in_the_end_are_not_well(case):
    assert [row.fact for row in rows(case(STORY.split("0:20:00", maxsplit=1)[0]))][
        -1
    ] != "customers are well again"
