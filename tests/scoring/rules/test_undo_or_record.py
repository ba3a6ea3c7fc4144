"""Undo or record: what did not help does not stay behind unnoticed."""

import pytest

from simulator.domain.scenario import Outcome
from simulator.domain.value import replace
from simulator.scoring.rules import undo_or_record as rule


def tried(change="turn off new inbox", result="same"):
    return f"""
        0:05:00 change-ordered id=c1 change="{change}" owner=bo
        0:05:00 change-started id=c1 change="{change}" owner=bo
        0:09:00 change-done id=c1 change="{change}" owner=bo
        0:12:00 verified id=c1 change="{change}" signal="app errors" result={result}
    """


UNDO = '{at} revert-started id=c1 change="turn off new inbox" owner=bo\n'
RECORD = '{at} residual-logged id=c1 change="turn off new inbox" because="harmless"\n'


@pytest.mark.parametrize("act", [UNDO, RECORD], ids=["undone", "recorded"])
@pytest.mark.parametrize(
    ("at", "earned"), [("0:13:00", 1), ("0:22:00", 1), ("0:27:00", 0.5), ("0:32:00", 0), ("0:50:00", 0)]
)
def test_ten_minutes_are_fine_and_twenty_are_too_late(points, act, at, earned):
    assert points(rule, tried() + act.format(at=at)) == earned


@pytest.mark.parametrize("result", ["same", "worse"])
def test_what_did_not_help_and_was_left_earns_nothing(points, result):
    assert points(rule, tried(result=result) + "0:30:00 noted") == 0


@pytest.mark.parametrize("result", ["better", "recovered", "unclear"])
def test_what_helped_or_is_not_known_not_to_may_stay(points, result):
    assert points(rule, tried(result=result) + "0:30:00 noted") is None


def test_what_leaves_nothing_in_place_need_not_be_undone(points):
    assert points(rule, tried("fail over a shard") + "0:30:00 noted") is None


def test_nothing_is_owed_before_the_time_is_up(points):
    assert points(rule, tried() + "0:20:00 noted") is None


def test_closing_the_incident_ends_the_time(points):
    assert points(rule, tried() + "0:15:00 resolved\n0:16:00 noted") == 0


def test_a_later_look_that_saw_it_help_takes_it_back(points):
    later = '0:18:00 verified id=c1 change="turn off new inbox" signal="app errors" result=better\n'
    assert points(rule, tried() + later + "0:40:00 noted") is None


def test_undoing_before_it_was_clear_is_in_time(points):
    early = UNDO.format(at="0:10:00")
    text = tried().replace("        0:12:00", f"        {early}        0:12:00")
    assert points(rule, text) == 1


def test_the_mark_tells_the_whole_story(judge):
    (mark,) = judge(rule, tried() + UNDO.format(at="0:14:00"))
    assert mark.summary == (
        "'turn off new inbox' did not help and was being undone at 0:14:00, 2 min after that was clear."
    )
    assert mark.evidence == (4, 5)


def spoke(text, at="0:14:00"):
    return f'{at} spoke seat=commander text="{text}"\n0:40:00 noted\n'


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("Mitigated. Open: who pushed it; c1 stays until the review; the freeze stays.", 1),
        ("we leave the new inbox off until Monday", 1),
        ("c1 stays", 0),
        ("c1 cannot stay until the review", 0),
        ("does c1 stay until the review?", 0),
        ("we keep an eye on it until the review", 0),
        ("keep the page open. Until then: c1 is made", 0),
    ],
)
def test_that_it_stays_may_be_said_in_talk_by_name_and_until_when(points, text, earned):
    assert points(rule, tried() + spoke(text)) == earned


def test_the_mark_cites_what_was_said(judge):
    (mark,) = judge(rule, tried() + spoke("c1 stays until the review"))
    assert mark.summary == (
        "'turn off new inbox' did not help and was put on record as staying at 0:14:00, "
        "2 min after that was clear."
    )
    assert mark.evidence == (4, 5)


@pytest.mark.parametrize(("act", "what"), [(UNDO, "being undone"), (RECORD, "put on record as staying")])
def test_what_was_settled_before_it_was_seen_is_told_in_that_order(judge, act, what):
    (mark,) = judge(rule, tried() + act.format(at="0:11:00"))
    assert mark.earned == 1
    assert mark.summary == (
        f"'turn off new inbox' was {what} at 0:11:00, before it was seen, at 0:12:00, not to help."
    )


FILED = '0:14:00 followed-up text="turn the new inbox on again" owner="{owner}" due=tomorrow\n'


@pytest.mark.parametrize(("owner", "earned"), [("bo", 1), ("", 0.5)], ids=["somebody's", "nobody's"])
def test_work_for_afterwards_that_names_it_is_a_record(judge, owner, earned):
    (mark,) = judge(rule, tried() + FILED.format(owner=owner) + "0:30:00 noted")
    assert mark.earned == earned
    assert mark.summary == (
        "'turn off new inbox' did not help and was put on record at 0:14:00, 2 min after that was clear."
    )


def test_work_for_afterwards_on_something_else_is_none(points):
    other = FILED.format(owner="bo").replace("turn the new inbox on again", "look at the shards")
    assert points(rule, tried() + other + "0:30:00 noted") == 0


SEEN = '0:12:00 verified id=c1 change="turn off new inbox" signal="{signal}" result={result}\n'


@pytest.mark.parametrize(
    ("signals", "earned"),
    [(("search errors",), None), (("app errors", "search errors"), 0)],
    ids=["only where it cannot show", "there as well"],
)
def test_a_watch_where_it_cannot_show_says_nothing_of_it(points, signals, earned):
    made = "\n".join(tried().splitlines()[:-2]) + "\n"
    watches = "".join(SEEN.format(signal=signal, result="same") for signal in signals)
    assert points(rule, made + watches + "0:40:00 noted") == earned


def test_a_watch_where_it_cannot_show_unsays_nothing(points):
    helped = SEEN.replace("0:12:00", "0:16:00").format(signal="search errors", result="recovered")
    assert points(rule, tried() + helped + "0:40:00 noted") == 0


def throttled(then=""):
    return f"""
        0:05:00 change-ordered id=c1 change="throttle traffic" owner=bo
        0:05:00 change-started id=c1 change="throttle traffic" owner=bo
        0:09:00 change-done id=c1 change="throttle traffic" owner=bo
        0:12:00 verified id=c1 change="throttle traffic" signal="main database load" result=same
        {then}
        0:50:00 noted
    """


LIFTED = """
        {at} change-ordered id=c2 change="lift the throttle slowly" owner=bo
        {at} change-started id=c2 change="lift the throttle slowly" owner=bo
        0:40:00 change-done id=c2 change="lift the throttle slowly" owner=bo
"""


@pytest.mark.parametrize(("at", "earned"), [("0:20:00", 1), ("0:27:00", 0.5), ("", 0)])
def test_to_lift_a_throttle_is_to_take_it_back(judge, write_stall, at, earned):
    opens = {"always": Outcome(after=("throttle traffic",))}
    lifting = replace(write_stall, outcomes={**write_stall.outcomes, "lift the throttle slowly": opens})
    (mark,) = judge(rule, throttled(LIFTED.format(at=at) if at else ""), scenario=lifting)
    assert mark.earned == earned
    assert ("being taken back by 'lift the throttle slowly'" in mark.summary) == bool(at)


def test_a_throttle_under_which_a_cache_fills_is_a_part_whichever_cause_it_is(points, outage):
    """Under three of the four causes it is lifted to end it, and none of them is likelier than not."""
    assert points(rule, throttled(), scenario=outage("cold-cache")) is None


PUT_BACK = """
0:05:00 change-ordered id=c1 change="turn off all edge rules" owner=joana
0:05:00 change-started id=c1 change="turn off all edge rules" owner=joana
0:09:00 change-done id=c1 change="turn off all edge rules" owner=joana
0:13:00 verified id=c1 change="turn off all edge rules" signal="payments" result=recovered
0:30:00 change-ordered id=c2 change="put yesterday's edge rules back" owner=joana
0:30:00 change-started id=c2 change="put yesterday's edge rules back" owner=joana
0:40:00 change-done id=c2 change="put yesterday's edge rules back" owner=joana
0:45:00 verified id=c2 change="put yesterday's edge rules back" signal="edge errors" result={result}
2:00:00 noted
"""


@pytest.mark.parametrize(("result", "earned"), [("same", None), ("worse", 0)])
def test_what_puts_right_what_another_change_harmed_need_make_nothing_better(points, outage, result, earned):
    assert points(rule, PUT_BACK.format(result=result), scenario=outage("everywhere-at-once")) == earned
