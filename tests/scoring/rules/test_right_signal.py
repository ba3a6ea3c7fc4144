"""Right signal: only what is behind a signal shows on it."""

import pytest

from simulator.scoring.rules import right_signal as rule
from simulator.scoring.rules import verify_before_next


def watched(change, *signals):
    watches = "\n".join(
        f'0:{15 + 5 * i}:00 verified id=c1 change="{change}" signal="{signal}" result=same'
        for i, signal in enumerate(signals)
    )
    return f"""
        0:05:00 change-ordered id=c1 change="{change}" owner=ana
        0:05:00 change-started id=c1 change="{change}" owner=ana
        0:12:00 change-done id=c1 change="{change}" owner=ana
        {watches}
    """


@pytest.mark.parametrize(
    ("change", "signal"),
    [
        ("fail over a shard", "shard write time"),
        ("fail over a shard", "message delivery"),
        ("fail over a shard", "app errors"),
        ("clear cache", "inbox loading"),
        ("use the spare mail route", "mail delivery"),
    ],
)
def test_a_signal_shows_what_is_behind_it(points, change, signal):
    assert points(rule, watched(change, signal)) == 1


@pytest.mark.parametrize(
    ("change", "signal"),
    [
        ("fail over a shard", "search errors"),
        ("roll back app", "mail delivery"),
        ("rebuild a search node", "mail delivery"),
    ],
)
def test_a_signal_does_not_show_what_is_elsewhere(points, change, signal):
    assert points(rule, watched(change, signal)) == 0


def test_a_change_nobody_watched_is_judged_elsewhere(points):
    assert points(rule, watched("fail over a shard")) is None


def test_watching_often_does_not_outweigh_watching_wrong(points):
    text = watched("fail over a shard", "search errors", "shard write time")
    assert points(rule, text) == 0.5


def test_a_signal_that_nobody_described_is_not_judged(points):
    assert points(rule, watched("fail over a shard", "a feeling")) is None


def test_the_mark_says_what_cannot_be_seen_there(judge):
    (mark,) = judge(rule, watched("fail over a shard", "search errors"))
    assert mark.summary == (
        "'fail over a shard' was watched on 'search errors' at 0:15:00, "
        "which cannot show what happens to db-shards."
    )
    assert mark.evidence == (1, 4)


BLOCKED = """
{told}
0:10:00 change-ordered id=c1 change="block the noisiest shop" owner=diogo
0:10:00 change-started id=c1 change="block the noisiest shop" owner=diogo
0:15:00 change-done id=c1 change="block the noisiest shop" owner=diogo
0:15:30 verify-started id=c1 change="block the noisiest shop" signal="{signal}" window=5m
{later}
0:20:30 verified id=c1 change="block the noisiest shop" signal="{signal}" window=5m result=recovered
"""
POISONED = """
0:{at}:00 clue-found person=tiago place=workers clue=1 says="They drop."
0:{at}:10 clue-found person=tiago place=queue clue=1 says="Some of it comes back."
"""


@pytest.mark.parametrize("rule", [rule, verify_before_next], ids=["right signal", "verify before next"])
@pytest.mark.parametrize(
    ("signal", "told", "later", "earned"),
    [
        ("worker crashes", "", "", 1),
        ("queue wait", "", "", 1),
        ("vault errors", "", "", 0),
        ("worker crashes", POISONED.format(at="05"), "", 0),
        ("worker crashes", "", POISONED.format(at="17"), 1),
    ],
    ids=["the symptom", "another one", "no symptom of it", "ruled out before", "ruled out since"],
)
def test_a_signal_shows_a_cure_of_what_it_is_the_symptom_of(
    points, outage, rule, signal, told, later, earned
):
    """A festival's refunds kill the workers, and its shop is blocked at the edge."""
    text = BLOCKED.format(signal=signal, told=told, later=later) + "0:50:00 noted"
    assert points(rule, text, scenario=outage("restless-workers")) == earned


def test_the_mark_does_not_say_that_the_symptom_shows_the_place_changed(judge, outage):
    text = BLOCKED.format(signal="worker crashes", told="", later="")
    (mark,) = judge(rule, text, scenario=outage("restless-workers"))
    assert mark.summary == (
        "'block the noisiest shop' was watched on 'worker crashes', which can show what it did."
    )


@pytest.mark.parametrize(
    ("signal", "earned"), [("main database load", 1), ("main database time", 1), ("replica load", 0)]
)
def test_what_loads_a_place_less_shows_in_its_times_too(points, outage, signal, earned):
    """The jobs run on the workers; the load of the database is their own signal."""
    text = watched("stop the scheduled jobs", signal)
    assert points(rule, text, scenario=outage("no-search")) == earned


@pytest.mark.parametrize(("change", "earned"), [("throttle traffic", 1), ("restart app", 0)])
def test_the_hits_of_a_cache_tell_of_the_throttle_that_lets_it_fill(points, outage, change, earned):
    assert points(rule, watched(change, "cache hits"), scenario=outage("cold-cache")) == earned
