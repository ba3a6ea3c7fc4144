"""Whole timelines before the judge: the idle, the sound, and what must never change a verdict."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.doctrine import AXES
from simulator.domain.entry import Entry
from simulator.domain.fact import Looked, Noted, Overloaded, Said
from simulator.domain.notation import write_timeline
from simulator.domain.value import replace
from simulator.scoring.case import Case
from simulator.scoring.score import score

SOUND = """
0:00:00 opened title="Some customers cannot send messages"
0:00:00 cause-drawn cause="stalled primary" seen=truth
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:03:00 alert-fired alert="app errors" signal="app errors" pages=product
0:04:00 declared severity=P1 commander=commander
0:04:20 paged person=raj team=datastores
0:04:40 paged person=carol team=""
0:05:00 frozen
0:07:00 joined person=raj
0:07:10 joined person=carol
0:07:20 role-assigned role=business-lead person=carol
0:07:30 task-given task=t1 what=answer subject=options owner=raj
0:08:00 answered person=raj topic=options says="We could fail over." sure=0.7
0:08:30 posted audience="status page" state=investigating scope="send a message" next_in=20m by=carol
0:09:00 posted audience=support state=investigating scope="send a message" next_in=20m by=carol
0:09:10 task-given task=t2 what=check subject="fail over a shard" owner=raj
0:09:10 task-started task=t2 what=check subject="fail over a shard" owner=raj
0:10:10 hazard-checked person=raj change="fail over a shard" hazard="replica is behind" holds=no
0:10:10 task-ended task=t2 what=check subject="fail over a shard" owner=raj
0:10:20 polled change="fail over a shard"
0:10:40 nobody-objected change="fail over a shard"
0:11:00 change-ordered id=c1 change="fail over a shard" owner=raj because="quick; if not, roll back app"
0:11:00 change-started id=c1 change="fail over a shard" owner=raj
0:12:00 sitrep-given text="Raj fails shard 3 over, nothing else is under way. Next look at 0:23."
0:15:00 posted audience=leadership state=investigating scope="send a message" next_in=30m by=carol
0:18:00 change-done id=c1 change="fail over a shard" owner=raj
0:18:30 verify-started id=c1 change="fail over a shard" signal="shard write time" window=4m owner=raj
0:18:45 impact-changed failing=0 arriving=9000 total=168750 seen=truth
0:22:30 verified id=c1 change="fail over a shard" signal="shard write time" window=4m result=recovered
0:24:00 posted audience="status page" state=monitoring scope="send a message" next_in=30m by=carol
0:24:30 posted audience=support state=monitoring scope="send a message" next_in=20m by=carol
0:25:00 called-mitigated
0:33:00 posted audience=sales state=monitoring scope="send a message" next_in=1h by=carol
0:36:00 posted audience="status page" state=resolved scope="send a message" data=safe by=carol
0:36:30 posted audience=support state=resolved scope="send a message" by=carol
0:37:00 posted audience=leadership state=resolved scope="send a message" by=carol
0:38:00 resolved
0:38:30 followed-up text="find out why shard 3 stalled" owner=raj due=friday
0:39:00 review-set owner=raj due=thursday
0:40:00 ended why="ended by the commander"
"""
IDLE = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:03:00 alert-fired alert="app errors" signal="app errors" pages=product
0:03:00 paged person=mei team=product
0:09:00 joined person=mei
2:00:00 ended why="time is up"
"""
SHOTGUN = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:03:00 alert-fired alert="app errors" signal="app errors" pages=product
0:05:00 change-ordered id=c1 change="clear cache" owner=ana
0:05:00 change-started id=c1 change="clear cache" owner=ana
0:05:30 change-ordered id=c2 change="restart app" owner=bo
0:05:30 change-started id=c2 change="restart app" owner=bo
0:06:00 change-ordered id=c3 change="turn off new inbox" owner=mei
0:06:00 change-started id=c3 change="turn off new inbox" owner=mei
0:30:00 change-done id=c3 change="turn off new inbox" owner=mei
1:30:00 ended why="time is up"
"""


@pytest.fixture(scope="module", params=[SOUND, IDLE, SHOTGUN], ids=["sound", "idle", "shotgun"])
def any_case(request, case):
    return case(request.param)


def test_sound_command_earns_a_distinction(case):
    card = score(case(SOUND))
    assert card.grade == "distinction"
    assert min(axis.points for axis in card.axes if axis.points is not None) > 95


def test_doing_nothing_earns_nothing_wherever_something_was_owed(case):
    card = score(case(IDLE))
    assert card.grade == "not yet"
    assert card.axis("easy fix first").points == 0
    assert card.axis("communication timeliness").points == 0


def test_a_shotgun_fails_on_sequencing(case):
    points = score(case(SHOTGUN)).axis("sequencing").points
    assert points is not None
    assert points < 20


def test_a_real_incident_without_a_word_of_truth_is_judged_on_what_can_be_seen(case, write_stall):
    """A typed timeline has no measured impact: choices are not weighed, the rest is."""
    seen = write_timeline(entry for entry in case(SOUND).entries if entry.seen != "truth")
    bare = replace(write_stall, causes={}, outcomes={}, dangers=(), clues={})
    card = score(case(seen, scenario=bare))
    assert card.axis("sequencing").points == 100
    assert (card.axis("communication timeliness").points or 0) > 95
    assert [rule.rule for rule in card.axis("easy fix first").rules] == ["ask-what-is-quick"]


def test_an_empty_timeline_earns_no_grade(case):
    card = score(case(""))
    assert card.grade is None
    assert [axis.points for axis in card.axes] == [None] * len(AXES)


def test_scoring_twice_gives_the_same(any_case):
    again = Case(any_case.scenario, any_case.doctrine, any_case.entries)
    assert score(any_case) == score(again)


def test_every_mark_cites_lines_of_the_timeline_in_order(any_case):
    last = any_case.entries[-1].number
    for mark in score(any_case).marks:
        assert mark.evidence
        assert list(mark.evidence) == sorted(set(mark.evidence))
        assert 1 <= mark.evidence[0] <= mark.evidence[-1] <= last


NOISE = (
    Noted("someone wrote this down"),
    Said("petra", "Hello, can you hear me?"),
    Looked("board", ()),
    Overloaded("search", True),
)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_unrelated_lines_change_no_mark(any_case, data):
    places = data.draw(st.lists(st.integers(0, len(any_case.entries) - 1), min_size=1, max_size=6))
    mixed, number_of = _mixed(any_case.entries, sorted(places), data.draw(st.sampled_from(NOISE)))
    before = score(any_case).marks
    after = score(Case(any_case.scenario, any_case.doctrine, mixed)).marks
    told = [replace(mark, evidence=tuple(number_of[line] for line in mark.evidence)) for mark in before]
    assert list(after) == told


def _mixed(entries, places, noise):
    """The timeline with a line of noise before each of these places, and the new number of every old line."""
    mixed: list[Entry] = []
    number_of: dict[int, int] = {}
    for index, entry in enumerate(entries):
        for _ in range(places.count(index)):
            mixed.append(Entry(len(mixed) + 1, entry.at, noise))
        mixed.append(entry._replace(number=len(mixed) + 1))
        number_of[entry.number] = len(mixed)
    return tuple(mixed), number_of


def test_the_names_of_people_change_nothing(any_case, case):
    text = write_timeline(any_case.entries)
    people = any_case.organisation.people
    renamed = dict(zip(people, reversed(people), strict=True))
    swapped = " ".join(_renamed(word, renamed) for word in text.replace("\n", " \n ").split(" "))
    strangers = replace(
        any_case.organisation,
        people={renamed[each]: replace(who, id=renamed[each]) for each, who in people.items()},
    )
    other = case(swapped, scenario=replace(any_case.scenario, organisation=strangers))
    assert [(m.rule, m.earned, m.evidence, m.at) for m in score(other).marks] == [
        (m.rule, m.earned, m.evidence, m.at) for m in score(any_case).marks
    ]


def _renamed(word, renamed):
    name, equals, value = word.partition("=")
    return f"{name}={renamed.get(value, value)}" if equals and name in ("owner", "person", "by") else word


def test_a_later_doctrine_may_judge_otherwise(case, intercom):
    """The same timeline under half the time to declare and none for quick questions."""
    stricter = dict(intercom.thresholds)
    stricter["declare within"] = replace(stricter["declare within"], value=30)
    card = score(case(SOUND, doctrine=replace(intercom, thresholds=stricter)))
    assert next(mark for mark in card.marks if mark.rule == "declare-early").earned < 1


def test_a_rule_without_points_is_not_judged(case, intercom):
    weights = {**intercom.weights, "cadence": 0}
    assert "cadence" not in {
        mark.rule for mark in score(case(SOUND, doctrine=replace(intercom, weights=weights))).marks
    }
