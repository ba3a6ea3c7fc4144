"""The timeline's lines, and who may see them."""

from simulator.domain.entry import each, first, visible
from simulator.domain.fact import Noted, Opened, Paged, Posted
from simulator.domain.notation import read_timeline
from simulator.domain.origin import NOWHERE, Origin

TOLD = read_timeline("""
    0:00 opened title=Trouble
    0:10 cause-drawn cause=bug seen=truth
    0:20 noted text=one seen=scribe
    0:30 noted text=two
    0:40 paged person=bo
""")


def at(entry):
    return entry.at


def test_the_entries_of_one_kind_come_with_their_facts():
    assert [(entry.at, fact.text) for entry, fact in each(TOLD, Noted)] == [(20, "one"), (30, "two")]


def test_the_first_of_several_kinds():
    assert at(first(TOLD, Paged, Noted)) == 20
    assert at(first(TOLD, Opened)) == 0
    assert first(TOLD, Posted) is None


def test_a_seat_sees_the_room_and_its_own_but_never_the_truth():
    assert [entry.at for entry in visible(TOLD, "commander")] == [0, 30, 40]
    assert [entry.at for entry in visible(TOLD, "scribe")] == [0, 20, 30, 40]


def test_a_place_in_a_file_is_said_as_editors_do():
    assert str(Origin("a.yaml", 3, 7)) == "a.yaml:3:7"
    assert not NOWHERE.line
