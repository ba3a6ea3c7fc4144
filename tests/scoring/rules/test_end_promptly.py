"""End promptly: once recovery has held, people go."""

import pytest

from simulator.scoring.rules import end_promptly as rule
from tests.scoring.rules.test_resolve_on_recovery import FAILING, WELL


def ended(at):
    return WELL + f'{at} resolved\n{at} ended why="ended by the commander"'


@pytest.mark.parametrize(
    ("at", "earned"), [("0:33:00", 1), ("0:47:00", 1), ("1:02:00", 0.5), ("1:17:00", 0), ("0:25:00", 1)]
)
def test_a_quarter_of_an_hour_after_recovery_held(points, at, earned):
    assert points(rule, ended(at)) == pytest.approx(earned)


def test_nothing_is_said_of_an_end_while_customers_fail(judge):
    assert judge(rule, FAILING + '0:30:00 ended why="time is up"') == ()


def test_nothing_is_said_while_it_goes_on(judge):
    assert judge(rule, WELL + "5:00:00 noted text=on") == ()


def test_a_false_alarm_may_end_when_it_likes(judge):
    quiet = "0:00:00 impact-changed failing=0 arriving=0 seen=truth\n"
    assert judge(rule, quiet + "5:00:00 ended why=done") == ()


def test_who_left_was_let_go_then_however_long_it_went_on_without_them(points, judge):
    """The exercise goes on to its limit when customers fail again; that is no lingering."""
    left = WELL + '0:36:00 resolved\n0:40:00 command-left person=commander\n6:00:00 ended why="{}"\n'
    assert points(rule, left.format("nobody led it any more")) == 1
    assert points(rule, left.format("time is up")) == 0
    (mark,) = judge(rule, left.format("nobody led it any more"))
    assert mark.at == 2400


def test_nobody_need_hurry_while_some_still_fail_unseen(points):
    """One in a hundred fails until 1:20: that may be called over, and one may as well stay for it."""
    few = """
        0:20:00 impact-changed failing=300 arriving=300 journeys="search:0.01" seen=truth
        1:20:00 impact-changed failing=0 arriving=0 seen=truth
        1:40:00 resolved
        1:40:00 ended why="ended by the commander"
    """
    assert points(rule, FAILING.replace("seen", 'journeys="search:0.3" seen', 1) + few) == 1


@pytest.mark.parametrize(
    ("quiet", "earned"), [("0:22:00", 0.5), ("0:32:00", 5 / 6), ("0:37:00", 1), ("1:03:00", 0.5)]
)
def test_it_holds_from_when_the_last_alert_went_quiet(points, quiet, earned):
    """Well at 22, gone at 1:02; an alert that goes quiet only after that kept nobody."""
    cleared = f'{quiet} alert-cleared alert="app errors"\n'
    gone = '1:02:00 resolved\n1:02:00 ended why="ended by the commander"\n'
    lines = (cleared + gone) if quiet < "1:02" else (gone + cleared)
    assert points(rule, WELL + lines) == pytest.approx(earned)


LATE = """
0:00:00 impact-changed failing=9000 arriving=9000 journeys="reply by mail:0.5" seen=truth
0:15:00 alert-fired alert="mail delivery < 85%" signal="mail delivery" pages=messaging
4:00:00 impact-changed failing=0 arriving=0 seen=truth
4:15:00 alert-cleared alert="mail delivery < 85%" signal="mail delivery"
"""
VERIFIED = '4:20:00 verified id=c1 change="restart the mail queue" signal="{}" window=4m result=recovered\n'


@pytest.mark.parametrize(("at", "earned"), [("5:15:00", 1), ("5:30:00", 0.5), ("5:45:00", 0)])
def test_who_verified_nothing_may_watch_the_signal_that_told_of_it(points, at, earned):
    """Mail delivery is a quarter of an hour behind: three times that, and a quarter of an hour to go."""
    assert points(rule, LATE + f'{at} ended why="ended by the commander"') == pytest.approx(earned)


def test_who_verified_it_on_a_quick_signal_is_to_end_soon(points):
    ended = '4:40:00 ended why="ended by the commander"'
    assert points(rule, LATE + ended) == 1
    late = '5:15:00 ended why="ended by the commander"'
    assert points(rule, LATE + VERIFIED.format("app errors") + late) == 0


OPEN = WELL + "0:33:00 called-mitigated\n"


def test_what_was_never_resolved_was_not_closed(judge):
    (mark,) = judge(rule, OPEN + '0:40:00 ended why="ended by the commander"')
    assert (mark.earned, mark.summary) == (0, "It ended at 0:40:00, and nobody had called it resolved.")


FACILITATOR = """
0:40:00 commanded seat=facilitator text="end" takes=0 seen=facilitator
0:40:00 ended why="ended by the facilitator" #=6
"""
TIME_UP = """
0:39:00 change-ordered id=c1 change="roll back app" owner=bo
0:40:00 ended why="time is up"
"""


@pytest.mark.parametrize("end", [FACILITATOR, TIME_UP], ids=["ended by the facilitator", "time was up"])
def test_whoever_could_not_close_it_is_neither_praised_nor_blamed(judge, end):
    assert judge(rule, OPEN + end) == ()


STOPGAP = """
    0:12:00 change-ordered id=c1 change="fail over a shard" owner=ana
    0:12:00 change-started id=c1 change="fail over a shard" owner=ana
    0:19:00 change-done id=c1 change="fail over a shard" owner=ana
    0:24:00 verified id=c1 change="fail over a shard" signal="shard write time" window=4m result={first}
    0:25:00 change-ordered id=c2 change="stop the migration" owner=ana
    0:25:00 change-started id=c2 change="stop the migration" owner=ana
    0:40:00 change-done id=c2 change="stop the migration" owner=ana
    0:44:00 verified id=c2 change="stop the migration" signal="shard write time" window=4m result=better
    {at} resolved
    {at} ended why="ended by the commander"
"""


@pytest.mark.parametrize(("at", "earned"), [("1:02:00", 1), ("1:09:00", 1), ("1:24:00", 0.5), ("1:39:00", 0)])
def test_while_only_a_stopgap_may_hold_it_nobody_can_be_let_go(points, at, earned):
    """Well at 22; a failover that helps may be a relief. What cures it is seen to act at 44."""
    assert points(rule, WELL + STOPGAP.format(at=at, first="better")) == pytest.approx(earned)


def test_a_change_that_nothing_needed_any_more_keeps_nobody(points):
    """The shards told of a stalled primary, and it was no migration: a failover that helps has ended it."""
    sure = """
        0:04:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."
        0:04:30 change-ordered id=c0 change="stop the migration" owner=ana
        0:04:30 change-started id=c0 change="stop the migration" owner=ana
        0:07:00 change-done id=c0 change="stop the migration" owner=ana
        0:11:00 verified id=c0 change="stop the migration" signal="shard write time" window=4m result=same
    """
    rest = STOPGAP.format(at="1:02:00", first="recovered").replace("stop the migration", "roll back app")
    assert points(rule, WELL + sure + rest) == pytest.approx(0.5)
    assert points(rule, WELL + rest) == 1


UNSEEN = """
    0:12:00 change-ordered id=c1 change="{first}" owner=ana
    0:12:00 change-started id=c1 change="{first}" owner=ana
    0:19:00 change-done id=c1 change="{first}" owner=ana
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:28:00 change-ordered id=c2 change="roll back app" owner=bo
    0:28:00 change-started id=c2 change="roll back app" owner=bo
    0:{made}:00 change-done id=c2 change="roll back app" owner=bo
    1:12:00 resolved
    1:12:00 ended why="ended by the commander"
"""


@pytest.mark.parametrize(
    ("first", "made", "late"),
    [
        ("stop the migration", 31, "31 min"),
        ("stop the migration", 50, "40 min"),
        ("turn off new inbox", 50, "12 min"),
        ("turn off new inbox", 59, "40 min"),
    ],
    ids=["not held yet", "held", "a stopgap may hold it", "a stopgap no more"],
)
def test_not_to_know_what_helped_is_no_reason_to_change_more(judge, first, made, late):
    """Well at 22, which has held at 32; nobody watched anything, and the flag may help for half an hour."""
    (mark,) = judge(rule, FAILING + UNSEEN.format(first=first, made=made))
    assert f"{late} after recovery had held" in mark.summary


BARE = """
0:00:00 impact-changed failing=9000 arriving=9000 journeys="pay by card:0.9" seen=truth
0:02:00 alert-fired alert="payments < 92%" signal="payments" pages=payments
0:05:00 change-ordered id=c1 change="turn off all edge rules" owner=joana
0:05:00 change-started id=c1 change="turn off all edge rules" owner=joana
0:10:00 change-done id=c1 change="turn off all edge rules" owner=joana
0:10:00 impact-changed failing=0 arriving=0 seen=truth
0:16:00 verified id=c1 change="turn off all edge rules" signal="payments" window=4m result=recovered
0:25:00 change-ordered id=c2 change="{change}" owner=joana
0:25:00 change-started id=c2 change="{change}" owner=joana
0:45:00 change-done id=c2 change="{change}" owner=joana
0:50:00 verified id=c2 change="{change}" signal="edge errors" window=5m result=same
1:10:00 resolved
1:10:00 ended why="ended by the commander"
"""


@pytest.mark.parametrize(
    ("change", "in_time"), [("put yesterday's edge rules back", True), ("scale out the gateway", False)]
)
def test_nobody_can_go_before_what_a_change_harmed_is_put_right(points, outage, change, in_time):
    assert (points(rule, BARE.format(change=change), scenario=outage("everywhere-at-once")) == 1) is in_time
