"""Leave no residue: what is still off at the end is on record with somebody."""

import pytest

from simulator.domain.scenario import Outcome
from simulator.domain.value import replace
from simulator.scoring.rules import leave_no_residue as rule

END = '0:42:00 ended why="ended by the commander"\n'


def made(change="turn off new inbox", made="c1", result="recovered", at="0:10:00"):
    return f"""
        {at} change-ordered id={made} change="{change}" owner=bo
        {at} change-started id={made} change="{change}" owner=bo
        {at} change-done id={made} change="{change}" owner=bo
        {at} verified id={made} change="{change}" signal="inbox loading" result={result}
    """


@pytest.fixture
def lifting(write_stall):
    """An outage in which a throttle is lifted by another change."""
    opens = {"always": Outcome(cures=True, after=("throttle traffic",))}
    return replace(write_stall, outcomes={**write_stall.outcomes, "lift the throttle slowly": opens})


RESIDUAL = '0:30:00 residual-logged id=c1 change="turn off new inbox" because="safer off tonight"\n'
UNDOING = '0:30:00 revert-started id=c1 change="turn off new inbox" owner=bo\n'
UNDONE = UNDOING + '0:33:00 change-reverted id=c1 change="turn off new inbox" owner=bo\n'


def follow(text="turn the new inbox on again", owner="bo"):
    return f'0:41:00 followed-up text="{text}" owner="{owner}" due=monday\n'


@pytest.mark.parametrize(
    ("said", "earned"),
    [
        (RESIDUAL, 1), (UNDONE, 1), (follow(), 1), (follow(owner=""), 0.5), ("", 0), (UNDOING, 0),
        (follow("find out why"), 0), (follow("new keys for everybody"), 0),
        (follow("stop and turn it off"), 0),
    ],
)  # fmt: skip
def test_what_stays_is_on_record_with_somebody(points, said, earned):
    assert points(rule, made() + said + END) == earned


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("stop the migration", "finish the migration"), ("throttle traffic", "lift the throttle"),
        ("block the noisiest customer", "talk to the noisiest customer"),
    ],
)  # fmt: skip
def test_a_follow_up_needs_not_use_the_very_words(points, change, text):
    assert points(rule, made(change) + follow(text) + END) == 1


@pytest.mark.parametrize(
    "change", ["roll back app", "fail over a shard", "scale out app", "kill slow queries"]
)
def test_releases_machines_and_what_leaves_nothing_are_no_measures(judge, change):
    assert judge(rule, made(change) + END) == ()


@pytest.mark.parametrize("result", ["same", "worse"])
def test_what_did_not_help_is_judged_elsewhere(judge, result):
    assert judge(rule, made(result=result) + END) == ()
    assert judge(rule, made(result=result) + UNDONE + END) == ()


def test_what_nobody_verified_is_judged(points):
    assert points(rule, made(result="unclear") + END) == 0


def test_each_measure_counts_once(judge):
    again = made(made="c2", at="0:20:00")
    marks = judge(rule, made() + again + made("stop the migration", "c3", at="0:25:00") + END)
    assert [mark.earned for mark in marks] == [0, 0]


def test_it_is_judged_at_the_end_and_with_customers_well(judge):
    failing = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n"
    assert judge(rule, made()) == ()
    assert judge(rule, failing + made() + END) == ()


THROTTLE = made("throttle traffic")


@pytest.mark.parametrize(
    ("then", "left"),
    [
        (made("lift the throttle slowly", "c2", at="0:20:00"), []),
        (made("restart the edge", "c2", at="0:20:00"), [0]),
        (made("lift the throttle slowly", "c0", at="0:01:00"), [0]),
    ],
    ids=["lifted", "something else on the edge", "lifted before"],
)
def test_a_throttle_that_was_lifted_is_gone(judge, lifting, then, left):
    text = then + THROTTLE if "0:01:00" in then else THROTTLE + then
    assert [mark.earned for mark in judge(rule, text + END, scenario=lifting)] == left


def test_the_words_say_what_is_left_and_who_has_it(judge):
    told = [judge(rule, made() + said + END)[0].summary for said in ("", RESIDUAL, follow(), UNDONE)]
    assert told == [
        "'turn off new inbox' was still in place at the end, and nobody was told to undo it.",
        "'turn off new inbox' stays in place, and that was put on record at 0:30:00.",
        "'turn off new inbox' stays in place, and a follow-up for bo names it.",
        "'turn off new inbox' had helped, and was undone at 0:33:00.",
    ]


def test_a_follow_up_of_before_it_was_made_is_about_something_else(points):
    before = '0:05:00 followed-up text="new inbox in one region first" owner=bo due=monday\n'
    assert points(rule, before + made() + END) == 0


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("who wrote the new inbox, and why", 0), ("limit each customer at the edge", 0),
        ("undo c1 by daylight", 1),
    ],
)  # fmt: skip
def test_neither_a_place_nor_a_question_takes_it_back(points, text, earned):
    change = "throttle traffic" if "edge" in text else "turn off new inbox"
    assert points(rule, made(change) + follow(text) + END) == earned


def test_that_it_stays_may_be_said_in_talk(judge):
    said = '0:30:00 spoke seat=commander text="c1 stays off until Monday"\n'
    (mark,) = judge(rule, made() + said + END)
    assert (mark.earned, mark.evidence) == (1, (1, 5))
    assert mark.summary.endswith("stays in place, and that was put on record at 0:30:00.")


FAILED = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n"
CALM = "0:10:00 impact-changed failing=0 arriving=0 seen=truth\n"
BACK = "0:33:00 impact-changed failing=9000 arriving=0 seen=truth\n"
BACK_LATER = BACK.replace("0:33", "0:55")
CALM_AGAIN = "0:58:00 impact-changed failing=0 arriving=9000 seen=truth\n"
END_LATER = '1:20:00 ended why="ended by the commander"\n'


@pytest.mark.parametrize(
    ("then", "earned"), [("", [1]), (BACK + CALM_AGAIN, []), (BACK_LATER + CALM_AGAIN, [1])]
)
def test_an_undoing_after_which_it_came_back_earns_nothing(judge, then, earned):
    """It shows within ten minutes; what fails twenty minutes later need not come of it."""
    marks = judge(rule, FAILED + CALM + made() + UNDONE + then + END_LATER)
    assert [mark.earned for mark in marks] == earned


def test_nor_does_one_that_let_in_again_what_nobody_saw_any_more(judge):
    acted = '0:33:00 change-acted id=c1 change="turn off new inbox" acted=reverted seen=truth\n'
    assert judge(rule, made() + UNDONE + acted + END) == ()


ASKED = '0:40:30 task-given task=t9 what=revert subject="turn off new inbox" owner="{}"\n'


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (ASKED.format(""), "; that it be undone was said at 0:40:30, and nobody had begun."),
        (ASKED.format("bo"), "; that it be undone was said at 0:40:30, and nobody had begun."),
        (UNDOING, "; undoing it had only been begun, at 0:30:00."),
        (ASKED.format("").replace("new inbox", "search"), ", and nobody was told to undo it."),
    ],
    ids=["to nobody", "to somebody", "begun", "another"],
)
def test_how_far_it_had_come_to_undoing_it_is_told(judge, said, told):
    (mark,) = judge(rule, made() + said + END)
    assert mark.earned == 0
    assert mark.summary == f"'turn off new inbox' was still in place at the end{told}"


BARE = """
0:05:00 change-ordered id=c1 change="turn off all edge rules" owner=joana
0:05:00 change-started id=c1 change="turn off all edge rules" owner=joana
0:10:00 change-done id=c1 change="turn off all edge rules" owner=joana
0:16:00 verified id=c1 change="turn off all edge rules" signal="payments" window=4m result=recovered
"""
BACK = """
0:25:00 change-ordered id=c2 change="put yesterday's edge rules back" owner=joana
0:25:00 change-started id=c2 change="put yesterday's edge rules back" owner=joana
0:35:00 change-done id=c2 change="put yesterday's edge rules back" owner=joana
"""


def test_what_another_change_put_back_does_not_stay_in_place(judge, outage):
    (mark,) = judge(rule, BARE + BACK + END, scenario=outage("everywhere-at-once"))
    assert mark.earned == 1
    assert mark.summary == (
        "'turn off all edge rules' had helped, and 'put yesterday's edge rules back' took it back at 0:35:00."
    )


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("find the rule and take it out; stage rule changes", 0),
        ("find which rule it was and switch the edge rules back on", 1),
        ("turn all rules on again", 1),
        ("c1 until the review", 1),
    ],
)
def test_one_word_of_it_may_speak_of_something_else(points, outage, text, earned):
    assert points(rule, BARE + follow(text) + END, scenario=outage("everywhere-at-once")) == earned
