"""Entries as readable lines and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.domain.entry import Entry
from simulator.domain.fact import (
    AlertFired,
    ChangeOrdered,
    ImpactChanged,
    Looked,
    Noted,
    Opened,
    Posted,
    Said,
    TaskGiven,
    Verified,
)
from simulator.domain.notation import Unwritten, read_entry, read_timeline, write_entry, write_timeline
from simulator.domain.update import Update


def fact_of(line):
    return read_entry(line, 1).fact


@given(st.data())
def test_every_entry_survives_being_written(entries, data):
    entry = data.draw(entries)
    assert read_entry(write_entry(entry), entry.number) == entry


@given(st.data())
def test_every_timeline_survives_being_written(entries, data):
    told = tuple(
        Entry(number, entry.at, entry.fact, entry.seen, entry.because, entry.source)
        for number, entry in enumerate(data.draw(st.lists(entries, max_size=4)), 1)
    )
    assert read_timeline(write_timeline(told)) == told


@given(st.text(st.sampled_from("ab,:\\\"'=# \n\r\t\x1c\x85\u2028"), max_size=10))
@example("two\n\nparagraphs")
@example("a\\nb")
@example("\\")
def test_no_text_is_too_odd_to_be_written(text):
    entry = Entry(1, 0, Said(text, text), source=text)
    assert read_timeline(write_timeline([entry])) == (entry,)


@given(st.lists(st.text(st.sampled_from('ab,:\\"=n'), min_size=1, max_size=6), max_size=3))
def test_no_name_in_a_list_is_too_odd(names):
    entry = Entry(1, 0, Looked("signals", tuple((name, 0.5) for name in names)))
    assert read_entry(write_entry(entry), 1) == entry


def test_a_line_as_it_looks():
    line = '0:07:05 change-ordered id=c1 change="roll back app" owner=bo because="it began with it" #=4'
    entry = read_entry(line, 9)
    assert entry == Entry(
        9, 425, ChangeOrdered("c1", "roll back app", "bo", False, "it began with it"), because=4
    )
    assert write_entry(entry) == line


def test_fields_come_in_any_order_and_have_empty_values():
    assert fact_of("1:00 task-given owner=bo task=t1") == TaskGiven("t1", "investigate", "", "bo", 0)


def test_durations_are_spelled_as_people_do():
    fact = fact_of("0:05 verified id=c1 window=20m before=2m")
    assert (fact.window, fact.before) == (1200, 120.0)
    assert isinstance(fact.before, float)
    assert read_entry(
        "0:05 posted state=resolved audience=sales next_in=30m eta=none by=x", 1
    ).fact == Posted(Update("sales", "resolved", next_in=1800), "x")


def test_lists_and_pairs():
    assert fact_of('0:05 verified confounded="c1, c2"').confounded == ("c1", "c2")
    fact = fact_of('0:05 impact-changed failing=5 journeys="buy: now:0.5,browse:1"')
    assert fact == ImpactChanged(5, 0, 0.0, (("buy: now", 0.5), ("browse", 1.0)))


def test_yes_and_no():
    assert fact_of("0:05 change-ordered staged=yes").staged
    assert not fact_of("0:05 change-ordered staged=no").staged


def test_who_saw_it_and_where_it_is_from():
    entry = read_entry('0:05 noted text=x seen=truth source="a b.yaml:3:1" #=7', 1)
    assert (entry.seen, entry.source, entry.because) == ("truth", "a b.yaml:3:1", 7)


def test_a_line_break_within_quotes():
    assert fact_of(r'0:05 noted text="one\ntwo"') == Noted("one\ntwo")
    assert write_entry(Entry(1, 5, Opened("a", "one\ntwo"))) == r'0:00:05 opened title=a briefing="one\\ntwo"'


def test_blank_lines_and_remarks_are_passed_over():
    text = """
        # the beginning
        0:00 noted text=one

        1:00 noted text=two
    """
    assert read_timeline(text) == (Entry(1, 0, Noted("one")), Entry(2, 60, Noted("two")))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "not enough values"),
        ("0:05", "not enough values"),
        ("now noted text=x", "expected a time and a kind of entry"),
        ("0:05 notid text=x", "expected a time and a kind of entry"),
        ("0:05 noted x", "expected name=value, found 'x'"),
        ("0:05 noted text=x txt=y", "noted has no field 'txt'"),
        ("0:05 noted text=x text=y", "'text' is given twice"),
        ('0:05 noted text="x', "No closing quotation"),
        ("0:05 task-given within=soon", "expected a number, found 'soon'"),
        ("0:05 task-given within=", "expected a number, found ''"),
        ("0:05 alert-fired reading=nan", "expected a number, found 'nan'"),
        ("0:05 alert-fired reading=inf", "expected a number, found 'inf'"),
        ("0:05 task-given what=think", "'think' is none of investigate, check"),
        ("0:05 change-ordered staged=maybe", "'maybe' is none of no, yes"),
        ("0:05 noted text=x #=four", "expected a number, found 'four'"),
        ('0:05 impact-changed journeys="buy:much"', "expected a number, found 'much'"),
    ],
)
def test_what_cannot_be_read_is_quoted_with_the_reason(line, why):
    with pytest.raises(Unwritten) as unwritten:
        read_entry(line, 1)
    assert repr(line) in str(unwritten.value)
    assert why in str(unwritten.value)


def test_empty_values_are_left_out():
    assert (
        write_entry(Entry(1, 0, AlertFired("a", "", 0.0, "web"))) == "0:00:00 alert-fired alert=a pages=web"
    )
    assert write_entry(Entry(1, 0, Posted(Update("sales", "investigating", eta=0), ""))) == (
        "0:00:00 posted audience=sales eta=0"
    )
    assert (
        write_entry(Entry(1, 0, Verified("", "", "", 0, "recovered", 0, 0, False, (), "")))
        == "0:00:00 verified"
    )
