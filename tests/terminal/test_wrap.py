"""Lines within a width."""

import pytest

from simulator.terminal.views.table import listed, table
from simulator.terminal.wrap import hang, sensible


def test_further_lines_begin_where_the_text_began():
    assert hang(" 0:01:00 ! ", "one two three four five six seven", 32) == [
        " 0:01:00 ! one two three four",
        "           five six seven",
    ]


def test_a_number_stays_with_its_unit():
    assert hang("", "it took all of 60 s today", 18) == ["it took all of", "60 s today"]


def test_line_breaks_of_a_text_are_kept():
    assert hang("> ", "a\n\nb") == ["> a", "", "  b"]


@pytest.mark.parametrize(("columns", "width"), [(0, 80), (10, 40), (80, 80), (300, 110)])
def test_a_width_is_never_absurd(columns, width):
    assert sensible(columns) == width


def test_a_table_wraps_its_last_column():
    assert table([("a", "one"), ("long", "one two three four five six")], 26) == [
        "  a     one",
        "  long  one two three four",
        "        five six",
    ]


def test_a_list_without_items_is_a_dash():
    assert listed("Here", [], 5) == ["  Here   -"]
