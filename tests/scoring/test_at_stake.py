"""For whom time counts: those whom the outage hits, and not those whom a change hit besides."""

import pytest

from simulator.scoring.at_stake import at_stake, harms
from simulator.scoring.decisions import decisions
from simulator.scoring.outlook import outlook

FAILING = """
0:00:00 impact-changed failing=3000 arriving=3000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
"""
CLEARED = """
0:10:00 change-ordered id=c1 change="clear cache" owner=ana
0:10:00 change-started id=c1 change="clear cache" owner=ana
0:12:00 change-done id=c1 change="clear cache" owner=ana
0:13:00 impact-changed failing={failing} arriving=3000 seen=truth
"""
WORSE = """
0:17:00 verified id=c1 change="clear cache" signal="main database load" result={result} owner=ana
"""
AFTER = """
0:30:00 change-ordered id=c2 change="restart app" owner=ana
0:30:00 change-started id=c2 change="restart app" owner=ana
0:40:00 change-done id=c2 change="restart app" owner=ana
1:10:00 noted
"""


def cleared(failing=40000, result="worse", more=""):
    seen = WORSE.format(result=result) if result else ""
    return FAILING + CLEARED.format(failing=failing) + seen + more + AFTER


@pytest.mark.parametrize("result", ["same", "better", ""])
def test_unless_a_change_was_seen_to_make_it_worse_all_that_fail_are_at_stake(case, result):
    judged = case(cleared(result=result))
    assert harms(judged) == ()
    assert at_stake(judged, 30 * 60) == judged.known_failing(30 * 60) == 40000


def test_whom_a_change_hit_besides_is_not_at_stake(case):
    judged = case(cleared())
    assert judged.known_failing(30 * 60) == 40000
    assert at_stake(judged, 30 * 60) == 3000


def test_before_it_was_seen_nobody_could_know(case):
    judged = case(cleared())
    assert at_stake(judged, 17 * 60 - 1) == 40000
    assert at_stake(judged, 17 * 60) == 3000


def test_a_little_more_may_be_growth(case):
    judged = case(cleared(failing=4400))
    assert at_stake(judged, 30 * 60) == 4400
    assert at_stake(case(cleared(failing=4600)), 30 * 60) == 3000


def test_what_sets_in_later_is_not_its_doing(case):
    later = cleared(failing=3100, more="0:18:00 impact-changed failing=40000 arriving=3100 seen=truth\n")
    assert at_stake(case(later), 30 * 60) == 40000


def test_a_harm_that_is_over_counts_no_more(case):
    over = "0:20:00 impact-changed failing=3500 arriving=40000 seen=truth\n"
    grown = "0:25:00 impact-changed failing=9000 arriving=3500 seen=truth\n"
    judged = case(cleared(more=over + grown))
    assert at_stake(judged, 22 * 60) == 3000
    assert at_stake(judged, 24 * 60) == 3500
    assert at_stake(judged, 30 * 60) == 9000


def test_fewer_than_before_count_as_they_are(case):
    fewer = "0:25:00 impact-changed failing=1000 arriving=40000 seen=truth\n"
    assert at_stake(case(cleared(more=fewer)), 30 * 60) == 1000


def test_a_choice_made_amid_the_harm_weighs_as_much_as_it_would_have_before(case):
    amid, before = case(cleared()), case(cleared(failing=3000, result="same"))
    seen = outlook(amid, 30 * 60, 99)
    assert seen is not None
    assert seen.rate == 3000
    last, same = decisions(amid)[-1], decisions(before)[-1]
    assert last.chosen.name == same.chosen.name
    assert last.rate == same.rate


def jumped(at, failing=40000, more=""):
    """The curve jumps at a second of its own; the cache was cleared at 12:00, and seen to harm at 19:00."""
    made = CLEARED.format(failing=3000) + f"{at} impact-changed failing={failing} arriving=3000 seen=truth\n"
    seen = WORSE.format(result="worse").replace("0:17:00", "0:19:00")
    return FAILING + made + seen + more + AFTER


@pytest.mark.parametrize(("at", "is_harm"), [("0:16:59", True), ("0:17:00", True), ("0:17:01", False)])
def test_it_has_to_show_within_five_minutes(case, at, is_harm):
    assert bool(harms(case(jumped(at)))) is is_harm


@pytest.mark.parametrize(("failing", "is_harm"), [(4499, False), (4500, False), (4501, True)])
def test_half_as_many_again_is_no_jump_yet(case, failing, is_harm):
    assert bool(harms(case(jumped("0:14:00", failing)))) is is_harm


def test_what_comes_with_the_change_itself_is_not_counted_as_before(case):
    at_once = cleared().replace("0:13:00 impact-changed", "0:12:00 impact-changed")
    assert [harm.before for harm in harms(case(at_once))] == [3000]


def test_it_stands_until_it_is_nearly_as_before(case):
    fewer = "0:20:00 impact-changed failing=5000 arriving=40000 seen=truth\n"
    back = "0:26:00 impact-changed failing=3600 arriving=5000 seen=truth\n"
    judged = case(jumped("0:14:00", more=fewer + back))
    assert [harm.until for harm in harms(judged)] == [26 * 60]
    lag = judged.lag_at(26 * 60)
    assert at_stake(judged, 26 * 60 + lag - 1) == 3000
    assert at_stake(judged, 26 * 60 + lag) == 3600


def test_where_nobody_failed_before_a_handful_is_no_harm(case):
    calm = (
        jumped("0:14:00", failing=30)
        .replace("failing=3000", "failing=0")
        .replace("arriving=3000", "arriving=0")
    )
    assert harms(case(calm)) == ()
    many = jumped("0:14:00", failing=3000).replace("failing=3000 arriving=3000", "failing=0 arriving=0", 2)
    assert [harm.before for harm in harms(case(many))] == [0]


def throttled(result="worse", more=""):
    """The order of a throttle instead of a restart, half an hour in."""
    return cleared(result=result, more=more).replace('"restart app"', '"throttle traffic"')


def chosen(judged):
    return [one.chosen.name for one in decisions(judged) if one.chosen.kind == "change"]


def test_turning_customers_away_amid_the_harm_is_no_choice_about_the_outage(case):
    assert chosen(case(throttled())) == ["clear cache"]
    assert chosen(case(cleared())) == ["clear cache", "restart app"]


def test_without_a_known_harm_that_goes_on_it_is_one(case):
    assert chosen(case(throttled(result="same"))) == ["clear cache", "throttle traffic"]
    over = "0:20:00 impact-changed failing=3000 arriving=40000 seen=truth\n"
    assert chosen(case(throttled(more=over))) == ["clear cache", "throttle traffic"]
