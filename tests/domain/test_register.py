"""A register answers what a list answers, however it grew and whatever was asked in between."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.attempt import attempts
from simulator.domain.entry import Register, about, each, first, gathered, read_by
from simulator.domain.fact import ChangeDone, ChangeOrdered, Noted, Paged, Posted
from simulator.domain.notation import read_timeline

LINES = read_timeline("""
    0:00 opened title=Trouble
    0:10 noted text=one
    0:20 change-ordered id=c1 change="roll back app" owner=bo
    0:20 paged person=bo
    0:30 change-started id=c1 change="roll back app" owner=bo
    0:40 noted text=two
    0:40 change-done id=c1 change="roll back app"
    0:50 change-ordered id=c2 change="restart app" owner=bo
    1:00 paged person=raj
    1:10 change-done id=c2 change="restart app"
""")
KINDS = frozenset({ChangeOrdered, ChangeDone})
CUTS = st.lists(st.integers(0, len(LINES)), max_size=6).map(sorted)


class Numbers:
    """Remembers the numbers of what it has read."""

    def __init__(self):
        self.read = []

    def take(self, entry):
        """Read one more."""
        self.read.append(entry.number)


def numbers(entries):
    return [entry.number for entry in entries]


def grown(cut):
    register = Register()
    register.extend(LINES[:cut])
    return register


@given(CUTS)
def test_it_answers_what_a_list_answers_while_it_grows(cuts):
    register, last = Register(), 0
    for cut in cuts:
        register.extend(LINES[last:cut])
        last, known = cut, LINES[:cut]
        assert list(register) == list(known)
        assert list(reversed(register)) == list(reversed(known))
        assert list(each(register, Noted)) == list(each(known, Noted))
        assert first(register, Paged, Noted) == first(known, Paged, Noted)
        assert list(about(register, KINDS)) == list(about(known, KINDS))
        assert gathered(register, KINDS, numbers) == gathered(known, KINDS, numbers)
        assert attempts(register) == attempts(known)


@given(CUTS, st.lists(st.integers(0, 80), min_size=6, max_size=6))
def test_a_reader_reads_what_was_before_a_second_also_when_that_lies_further_back(cuts, seconds):
    register, last = Register(), 0
    for cut, until in zip(cuts, seconds, strict=False):
        register.extend(LINES[last:cut])
        last, known = cut, LINES[:cut]
        assert read_by(register, KINDS, Numbers, until).read == read_by(known, KINDS, Numbers, until).read
        assert read_by(register, KINDS, Numbers).read == numbers(about(known, KINDS))


def test_a_reader_reads_each_line_once():
    register = grown(4)
    reader = read_by(register, KINDS, Numbers)
    register.extend(LINES[4:])
    assert read_by(register, KINDS, Numbers) is reader
    assert reader.read == numbers(about(LINES, KINDS))


def test_what_came_of_some_lines_is_worked_out_when_there_are_more():
    asked = []
    register = grown(3)

    def count(lines):
        asked.append(len(lines))
        return len(lines)

    assert [gathered(register, KINDS, count), gathered(register, KINDS, count)] == [1, 1]
    register.extend(LINES[3:6])
    assert gathered(register, KINDS, count) == 1
    register.extend(LINES[6:])
    assert gathered(register, KINDS, count) == 4
    assert asked == [1, 4]


def test_of_what_never_came_there_is_nothing():
    assert list(each(grown(5), Posted)) == []
    assert first(grown(5), Posted) is None
    assert about(grown(0), KINDS) == []
