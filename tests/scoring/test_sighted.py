"""One index of the timeline: what was known before each line is a beginning of it."""

import gc
import weakref

import pytest

from simulator.domain.attempt import attempts
from simulator.domain.fact import Joined, Left
from simulator.scoring.sighted import once

TEXT = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
0:05:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."
0:05:00 impact-changed failing=9500 arriving=9000 seen=truth
0:05:00 noted text="they are stuck"
0:06:00 joined person=bo
0:06:30 change-ordered id=c1 change="fail over a shard" owner=ana
0:06:30 change-started id=c1 change="fail over a shard" owner=ana
0:07:00 left person=ana
0:14:00 change-done id=c1 change="fail over a shard"
0:16:00 joined person=ana
"""


@pytest.fixture(scope="module")
def played(case):
    return case(TEXT)


def test_what_was_known_before_a_line_is_what_came_before_it(played):
    for number in range(played.beyond + 2):
        expected = [entry for entry in played.seen if entry.number < number]
        assert list(played.known_until(number)) == expected


def test_who_was_there_before_a_line(played):
    for number in range(played.beyond + 2):
        here = set()
        for entry in played.seen:
            if entry.number < number and isinstance(entry.fact, Joined):
                here.add(entry.fact.person)
            if entry.number < number and isinstance(entry.fact, Left):
                here.discard(entry.fact.person)
        assert played.present(number) == here
    assert played.present(played.beyond) == {"ana", "bo"}


def test_attempts_grow_with_the_lines(played):
    sighted = played.sighted
    for number in range(played.beyond + 2):
        known = [entry for entry in played.seen if entry.number < number]
        assert sighted.tried(sighted.bearing(number)) == attempts(known)


def test_lines_that_bear_on_nothing_are_left_out(played):
    sighted = played.sighted
    assert [entry.number for entry in sighted.first(sighted.bearing(played.beyond))] == [2, 4, 8, 9, 11]
    assert sighted.bearing(5) == sighted.bearing(8) == 2


def test_what_had_come_by_a_second(played):
    sighted = played.sighted
    assert sighted.by(300, played.beyond) == 7
    assert sighted.by(299, played.beyond) == 4
    assert sighted.by(300, 3) == 3
    assert sighted.by(10_000, played.beyond) == played.beyond


class Asked:
    """Something that can be asked about."""


def test_an_answer_is_worked_out_once_for_each_question():
    worked = []

    @once
    def answer(case, number, other=0):
        worked.append(number)
        return number + other

    one, two = Asked(), Asked()
    assert [answer(one, 1), answer(one, 1), answer(one, 2), answer(two, 1), answer(one, 1, other=5)] == [
        1, 1, 2, 1, 6
    ]  # fmt: skip
    assert worked == [1, 2, 1, 1]


def test_answers_go_with_what_they_are_about():
    @once
    def answer(case, number):
        return number

    asked = Asked()
    answer(asked, 1)
    gone = weakref.ref(asked)
    del asked
    gc.collect()
    assert gone() is None
