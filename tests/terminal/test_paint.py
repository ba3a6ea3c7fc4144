"""Colour, where it is wanted, and never what would harm a terminal."""

import io
import re

import pytest

from simulator.terminal.paint import Paint, harmless, wanted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("out", "environment", "on"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(out, environment, on):
    assert wanted(out, environment) is on


def test_paint_can_be_left_off_and_changes_no_word():
    assert Paint(on=False)("ALERT", "alert") == "ALERT"
    painted = Paint(on=True)("ALERT", "alert")
    assert painted != "ALERT"
    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == "ALERT"


def test_nothing_that_was_typed_can_move_the_cursor():
    assert harmless("a\x1b[2Jb\x07c\u202ed\ne") == "a [2Jb c d\ne"
