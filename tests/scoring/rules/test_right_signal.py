"""Right signal: only what is behind a signal shows on it."""

import pytest

from simulator.scoring.rules import right_signal as rule


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
        ("roll back app", "shard write time"),
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
