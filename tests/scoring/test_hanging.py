"""A change that is stuck half-way is nobody's work: what could be done meanwhile is left undone."""

from simulator.debrief.choices import title
from simulator.debrief.lessons import lesson
from simulator.domain.value import replace
from simulator.scoring.decisions import decisions
from simulator.scoring.explanation import explanation
from simulator.scoring.idle import idle
from simulator.scoring.outlook import outlook
from simulator.scoring.work import tells_within

STUCK = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=raj
0:05:00 clue-found person=raj place=db-shards clue=1 says="Writes on shard 3 are stuck."
0:06:00 change-ordered id=c1 change="stop the migration" owner=raj
0:06:00 change-started id=c1 change="stop the migration" owner=raj
0:10:00 change-hung id=c1 change="stop the migration" owner=raj says="It got stuck."
"""
ACTS = '0:55:00 change-done id=c1 change="stop the migration" owner=raj\n'
END = "1:10:00 noted text=on\n"


def waits(case, text):
    return [one for one in decisions(case(STUCK + text + END)) if one.chosen.kind == "wait"]


def test_nothing_is_under_way_while_it_hangs_and_something_again_when_it_acts(case):
    """Its signal is three minutes behind: it is seen by 58."""
    judged = case(STUCK + ACTS + END)
    assert [(each.since // 60, each.until // 60) for each in idle(judged)] == [(4, 6), (10, 55), (58, 70)]
    (attempt,) = judged.attempts
    assert [attempt.hung_at(minute * 60) for minute in (9, 10, 54, 55)] == [False, True, True, False]


def test_what_could_be_done_meanwhile_is_told_with_its_price(case):
    """Two of the five minutes to decide had gone before the order."""
    (wait, *_) = waits(case, ACTS)
    assert (wait.since, wait.at, wait.chosen.name) == (600, 780, "stop the migration")
    assert wait.best.name != "stop the migration", "nobody would order it again"
    assert explanation(wait).startswith(
        "From 0:10:00 to 0:55:00 nothing was under way but 'stop the migration', which hung, while about "
        "9,000 customers were failing; "
    )
    assert title(wait.chosen) == "For 45 min nothing was under way but 'stop the migration', which hung"
    assert lesson(wait).startswith("What hangs is nobody's work.")


def test_nobody_counts_on_it(case):
    """That it would act in the end makes it no likelier that the outage is over by then."""
    judged = case(STUCK + END)
    seen = outlook(judged, 15 * 60, judged.beyond)
    assert seen is not None
    assert "stop the migration" not in seen.in_place
    moving = case(STUCK[: STUCK.index("0:10:00")] + END)
    before = outlook(moving, 15 * 60, moving.beyond)
    assert before is not None
    assert "stop the migration" in before.in_place


LOOKS = """
0:10:10 task-given task=t1 what=investigate subject=app owner=mei
0:10:10 task-started task=t1 what=investigate subject=app owner=mei
0:14:00 task-ended task=t1 what=investigate subject=app owner=mei
"""


def test_a_look_meanwhile_is_work(case):
    assert next(one.since for one in idle(case(STUCK + LOOKS + ACTS + END)) if one.since > 600) == 14 * 60


STARTED = STUCK[: STUCK.index("0:06:00")]
ON_AND_ON = """
0:06:00 task-given task=t1 what=investigate subject=db-shards owner=raj{within}
0:06:00 task-started task=t1 what=investigate subject=db-shards owner=raj
0:55:00 task-ended task=t1 what=investigate subject=db-shards owner=raj
"""
CHECK = """
0:10:00 task-given task=t2 what=check subject="stop the migration" owner={who}
0:{begun}:00 task-started task=t2 what=check subject="stop the migration" owner={who}
0:{ended}:00 task-ended task=t2 what=check subject="stop the migration" owner={who}
"""


def idles(case, text):
    return [(each.since // 60, each.until // 60) for each in idle(case(STARTED + text + END))]


def test_a_look_with_no_end_agreed_on_is_work_for_twice_as_long_as_looks_take(case):
    assert idles(case, ON_AND_ON.format(within="")) == [(4, 6), (14, 70)]


def test_one_with_a_time_box_for_as_long_as_that_and_no_longer_than_any_should_take(case):
    assert idles(case, ON_AND_ON.format(within=" within=12m")) == [(4, 6), (18, 70)]
    assert idles(case, ON_AND_ON.format(within=" within=2h")) == [(4, 6), (26, 70)]


def test_what_is_given_to_full_hands_is_under_way_once_they_begin(case):
    """Raj is at the shards until 55; Ana would have begun at once."""
    looks = ON_AND_ON.format(within="")
    assert idles(case, looks + CHECK.format(who="raj", begun=55, ended=57)) == [(4, 6), (14, 55), (57, 70)]
    assert idles(case, looks + CHECK.format(who="ana", begun=10, ended=17)) == [(4, 6), (17, 70)]
    never = CHECK.format(who="raj", begun=55, ended=57).split("\n")[1] + "\n"
    assert idles(case, looks + never) == [(4, 6), (14, 70)]


def test_an_order_that_waits_for_full_hands_is_under_way_for_as_long_as_one_may_take_to_decide(case):
    """Ordered at 6, begun at 20, seen by 26: its signal is three minutes behind."""
    late = """
    0:06:00 change-ordered id=c1 change="stop the migration" owner=raj
    0:20:00 change-started id=c1 change="stop the migration" owner=raj
    0:23:00 change-done id=c1 change="stop the migration" owner=raj
    """
    assert idles(case, late) == [(4, 6), (11, 20), (26, 70)]
    assert idles(case, late.replace("0:20:00", "0:11:00")) == [(4, 6), (26, 70)]


def test_a_wait_for_a_look_that_goes_on_and_on_is_told_as_that(case):
    (wait, *_) = [
        one for one in decisions(case(STARTED + ON_AND_ON.format(within="") + END))
        if one.chosen.kind == "wait" and one.since >= 14 * 60
    ]  # fmt: skip
    assert (wait.chosen.name, wait.chosen.overran) == ("db-shards", True)
    assert (
        title(wait.chosen) == "For 56 min nothing was under way but a look at db-shards that went on and on"
    )
    assert explanation(wait).startswith(
        "From 0:14:00 to 1:10:00 nothing was under way but a look at db-shards that went on and on, while "
    )
    assert lesson(wait).startswith("A look has an end that is agreed on before it begins.")


WATCHED = """
0:06:00 change-ordered id=c1 change="stop the migration" owner=raj
0:06:00 change-started id=c1 change="stop the migration" owner=raj
0:10:00 change-done id=c1 change="stop the migration" owner=raj
0:10:00 verify-started id=c1 change="stop the migration" signal="shard write time" window=45m owner=raj
0:55:00 verified id=c1 change="stop the migration" signal="shard write time" window=45m result=same owner=raj
"""


def test_a_watch_is_work_until_it_could_have_told(case):
    """A turn of what comes and goes is over after twelve minutes, which is more than three lags here."""
    assert idles(case, WATCHED) == [(4, 6), (22, 70)]


def test_one_of_a_signal_that_is_far_behind_may_take_three_times_as_long(case):
    judged = case(STARTED + WATCHED + END)
    (watch,) = judged.attempts[0].verifications
    signals = judged.organisation.signals
    assert tells_within(judged, watch) == 12 * 60 > 3 * signals[watch.signal].lag
    slow = next(signal for signal in signals.values() if signal.lag > 4 * 60)
    assert tells_within(judged, replace(watch, signal=slow.name)) == 3 * slow.lag


def test_a_watch_that_ends_in_time_is_work_to_its_end(case):
    assert idles(case, WATCHED.replace("45m", "9m").replace("0:55:00", "0:19:00")) == [(4, 6), (19, 70)]


def test_watching_on_while_customers_fail_is_told_as_a_wait(case):
    (wait,) = [one for one in decisions(case(STARTED + WATCHED)) if one.chosen.kind == "wait"]
    assert (wait.since, wait.chosen.name, wait.chosen.told_in) == (22 * 60, "stop the migration", 12 * 60)
    assert title(wait.chosen) == (
        "For 33 min nothing was under way but a watch of 'stop the migration', which could have told after "
        "12 min"
    )
    assert lesson(wait).startswith("A watch is as long as its signal needs to tell, and no longer")


UNTAKEN = """
0:06:00 task-given task=t1 what=investigate subject=db-shards
0:50:00 withdrawn task=t1 what=investigate subject=db-shards
0:50:00 task-ended task=t1 what=investigate subject=db-shards
"""


def test_a_request_that_nobody_takes_is_under_way_for_as_long_as_one_waits_for_a_taker(case):
    """It lapses much later, which tells of no look that went on and on."""
    assert idles(case, UNTAKEN) == [(4, 6), (11, 70)]
    waits = [one for one in decisions(case(STARTED + UNTAKEN + END)) if one.chosen.kind == "wait"]
    wait = next(one for one in waits if one.since >= 11 * 60)
    assert (wait.chosen.name, wait.chosen.overran, wait.chosen.untaken) == ("db-shards", False, True)
    assert title(wait.chosen) == (
        "For 59 min nothing was under way but a request to look at db-shards, which nobody had taken"
    )
    assert lesson(wait).startswith("Work is asked of one name, and is under way once they have said yes.")
