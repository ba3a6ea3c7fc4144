"""Waiting for a cache to fill is not idleness; waiting beyond that is."""

from simulator.domain.notation import read_timeline
from simulator.scoring.case import Case
from simulator.scoring.refill import beside_filling, refilled
from tests.plays import shipped

THROTTLED = """
0:05:00 change-ordered id=c1 change="throttle traffic" owner=petra
0:05:00 change-started id=c1 change="throttle traffic" owner=petra
0:10:00 change-done id=c1 change="throttle traffic" owner=petra
"""


def judged(text, outage="cold-cache"):
    scenario, doctrine = shipped(outage)
    return Case(scenario, doctrine, read_timeline(text))


def test_a_part_of_the_fix_in_place_gives_the_cache_its_time():
    case = judged(THROTTLED)
    fills = case.organisation.services["cache"].refill
    assert refilled(case, 11 * 60) == 10 * 60 + fills


def test_before_it_is_in_place_there_is_nothing_to_wait_for():
    assert refilled(judged(THROTTLED), 9 * 60) == 0


PAUSED = THROTTLED.replace("throttle traffic", "pause the infrastructure rollout")


def test_what_only_stops_the_spread_lets_nothing_fill():
    """While the database is overloaded the cache cools: to throttle then is a choice."""
    text = f"""{PAUSED}
        0:12:00 change-ordered id=c2 change="throttle traffic" owner=petra
        0:12:00 change-started id=c2 change="throttle traffic" owner=petra
    """
    case = judged(text)
    assert refilled(case, 11 * 60) == 0
    assert not beside_filling(case, case.attempts[-1])


def test_nor_once_it_was_undone():
    undone = THROTTLED + '0:20:00 change-reverted id=c1 change="throttle traffic" owner=petra\n'
    assert refilled(judged(undone), 21 * 60) == 0


def test_a_change_that_enables_nothing_buys_no_time():
    other = THROTTLED.replace("throttle traffic", "clear cache")
    assert refilled(judged(other), 11 * 60) == 0


def test_a_further_part_takes_no_time_while_a_cache_fills_anyway():
    """The rollout may be paused beside it; another change, or the same hours later, is a choice."""

    def beside(change, at):
        text = f"""{THROTTLED}
            {at} change-ordered id=c2 change="{change}" owner=ana
            {at} change-started id=c2 change="{change}" owner=ana
        """
        case = judged(text)
        return beside_filling(case, case.attempts[-1])

    assert beside("pause the infrastructure rollout", "0:12:00")
    assert not beside("clear cache", "0:12:00")
    assert not beside("pause the infrastructure rollout", "3:12:00")


def test_what_is_in_place_is_no_further_part():
    """To throttle again while the cache fills is one more try; once undone nothing fills."""
    again = """
        {at} change-ordered id=c2 change="throttle traffic" owner=ana
        {at} change-started id=c2 change="throttle traffic" owner=ana
    """
    paused = """
        0:10:30 change-ordered id=c3 change="pause the infrastructure rollout" owner=ana
        0:10:30 change-started id=c3 change="pause the infrastructure rollout" owner=ana
        0:11:00 change-done id=c3 change="pause the infrastructure rollout" owner=ana
    """
    undone = '0:11:30 change-reverted id=c1 change="throttle traffic" owner=petra\n'
    twice = judged(THROTTLED + paused + again.format(at="0:12:00"))
    anew = judged(THROTTLED + paused + undone + again.format(at="0:12:00"))
    assert not beside_filling(twice, twice.attempts[-1])
    assert not beside_filling(anew, anew.attempts[-1])
