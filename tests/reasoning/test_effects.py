"""What attempts showed, and how changes stood: the same whether told line by line or at once."""

import pytest

from simulator.domain.attempt import attempts
from simulator.domain.notation import read_timeline
from simulator.domain.value import replace
from simulator.reasoning import EffectSeen, evidence, evidence_of, standing
from simulator.reasoning.effects import placed

TEXT = """
0:01:00 change-ordered id=c1 change="clear cache" owner=ana
0:01:00 change-started id=c1 change="clear cache" owner=ana
0:02:00 change-done id=c1 change="clear cache"
0:03:00 change-ordered id=c2 change="restart app" owner=ana staged=yes
0:03:00 change-started id=c2 change="restart app" owner=ana
0:04:00 change-done id=c2 change="restart app"
0:05:00 change-ordered id=c3 change="fail over a shard" owner=bo
0:05:00 change-started id=c3 change="fail over a shard" owner=bo
0:06:00 change-done id=c3 change="fail over a shard"
0:08:00 verified id=c3 change="fail over a shard" signal="shard write time" window=2m result=better
0:09:00 revert-started id=c1 change="clear cache" owner=ana
0:10:00 change-reverted id=c1 change="clear cache"
0:11:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:12:00 change-ordered id=c4 change="clear cache" owner=ana
"""


@pytest.fixture(scope="module")
def lines():
    return tuple(read_timeline(TEXT))


def test_what_was_in_place_is_known_by_second(lines):
    assert placed(attempts(lines), {119, 120, 599, 600}) == {
        119: frozenset(),
        120: {"clear cache"},
        599: {"clear cache", "fail over a shard"},
        600: {"fail over a shard"},
    }


def test_a_change_undone_before_it_was_reported_made_was_never_in_place(lines):
    (first, *_) = attempts(lines)
    odd = replace(first, reverted=60)
    assert placed([odd], {60, 120, 700}) == dict.fromkeys((60, 120, 700), frozenset())


def test_the_same_change_made_twice_is_in_place_until_both_are_undone(lines):
    (first, *_) = attempts(lines)
    twice = replace(first, reverted=None)
    assert placed([first, twice], {600}) == {600: {"clear cache"}}


def test_an_alert_after_something_else_acted_is_no_relapse(lines):
    (piece,) = evidence(lines, 10_000)
    assert piece == EffectSeen("fail over a shard", "helped", frozenset({"clear cache"}))


def test_an_alert_before_anything_else_acted_is_a_relapse(lines):
    left = tuple(entry for entry in lines if entry.at not in (540, 600))
    (piece,) = evidence(left, 10_000)
    assert piece == EffectSeen("fail over a shard", "relapsed", frozenset({"clear cache"}))


def test_an_alert_from_before_the_help_is_no_relapse(lines):
    early = lines[:9] + tuple(e._replace(at=420) for e in lines if e.at == 660) + lines[9:12]
    told = tuple(entry._replace(number=number) for number, entry in enumerate(early, 1))
    (piece,) = evidence(told, 10_000)
    assert piece == EffectSeen("fail over a shard", "helped", frozenset({"clear cache"}))


def test_every_beginning_tells_the_same_from_lines_or_attempts(lines):
    for count in range(len(lines) + 1):
        known = lines[:count]
        assert evidence_of(known, attempts(known)) == evidence(known, 10_000)


def test_how_changes_stand(lines):
    stand = standing(attempts(lines), 10_000)
    assert stand.in_place == {"fail over a shard"}
    assert stand.made == {"clear cache", "fail over a shard"}
    assert stand.under_way == {"clear cache"}
    assert standing(attempts(lines[:2]), 60).under_way == {"clear cache"}
    assert standing(attempts(lines[:10]), 480).in_place == {"clear cache", "fail over a shard"}


FLAG_FIRST = """
0:01:00 change-ordered id=c1 change="turn off counts" owner=ana
0:01:00 change-started id=c1 change="turn off counts" owner=ana
0:02:00 change-done id=c1 change="turn off counts"
0:20:00 change-ordered id=c2 change="kill queries" owner=bo
0:20:00 change-started id=c2 change="kill queries" owner=bo
0:30:00 change-done id=c2 change="kill queries"
"""


@pytest.mark.parametrize(
    ("watched", "result", "since"),
    [("0:10:00", "same", set()), ("0:31:00", "same", set()), ("0:31:00", "better", {"kill queries"}),
     ("0:40:00", "same", {"kill queries"})],
)  # fmt: skip
def test_what_came_into_place_later_is_told_with_what_was_seen(watched, result, since):
    """Help may be of what came during the watch; that there was none tells only of what was there before."""
    watch = f'{watched} verified id=c1 change="turn off counts" signal="load" window=5m result={result}\n'
    (piece,) = evidence(read_timeline(FLAG_FIRST + watch), 10_000)
    assert isinstance(piece, EffectSeen)
    assert (piece.change, piece.in_place, piece.since) == ("turn off counts", frozenset(), since)
