"""Who sits in the commander's chair, line by line."""

from simulator.domain.entry import Entry
from simulator.domain.fact import CommandHanded, LedOn, Noted
from simulator.domain.succession import Chair, leads_on, led_on

NOTE = Noted("on")


def lines(*facts):
    """Entries of these facts, a minute apart."""
    return [Entry(number, 60 * number, fact) for number, fact in enumerate(facts, 1)]


def sitting(entries):
    """Who sits in the chair on each line."""
    chair = Chair(entries)
    return [chair.at(entry.number) for entry in entries]


def test_nobody_else_sits_there_while_nobody_leads_on():
    assert sitting(lines(NOTE, CommandHanded("ana"), NOTE)) == ["", "", ""]


def test_who_leads_on_sits_there_from_the_next_line_until_command_comes_back():
    told = lines(NOTE, LedOn("ana"), NOTE, NOTE, CommandHanded("commander"), NOTE)
    assert sitting(told) == ["", "", "ana", "ana", "", ""]


def test_whoever_leads_on_may_hand_it_on_too():
    told = lines(LedOn("ana"), NOTE, CommandHanded("bo"), NOTE, CommandHanded("commander"), LedOn("cy"), NOTE)
    assert sitting(told) == ["", "ana", "bo", "bo", "", "", "cy"]


def test_a_timeline_that_grows_is_read_on():
    told = lines(NOTE, LedOn("ana"), NOTE)
    chair = Chair(told)
    assert [chair.at(0), chair.at(3)] == ["", "ana"]
    told += [Entry(4, 240, CommandHanded("commander")), Entry(5, 300, NOTE)]
    assert [chair.at(number) for number in (3, 4, 5)] == ["ana", "", ""]


def test_a_stretch_ends_when_command_comes_back_and_no_sooner():
    told = lines(LedOn("ana"), CommandHanded("bo"), CommandHanded("commander"), CommandHanded("commander"))
    assert [(one.begins.number, one.ends and one.ends.number) for one in led_on(told)] == [(1, 3)]
    assert not leads_on(told)
    assert leads_on(told[:2])
