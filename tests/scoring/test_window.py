"""What counts in a drill: what came after the take-over, by the rules that it names."""

import pytest

from simulator.domain.drill import Drill, Line, Point
from simulator.domain.duration import MINUTE
from simulator.domain.value import replace
from simulator.scoring.score import score

BEFORE = """
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:40:00 declared severity=P1 commander=commander
0:41:00 posted audience="status page" state=investigating next_in=20m
"""
TAKEN = '0:50:00 taken-over task="Go on."\n'
LATE = '1:20:00 posted audience="status page" state=identified next_in=20m\n'


@pytest.fixture
def judged(case, write_stall):
    """The rules that marks were given for, with their points, when a drill judges some of them."""

    def made(text, *names):
        nothing = Line(("wait",), "")
        drill = Drill("Go on.", (), Point(50 * MINUTE), (), 60 * MINUTE, names, nothing, nothing)
        card = score(case(text, scenario=replace(write_stall, drill=drill)))
        return {rule.rule: rule.points for axis in card.axes for rule in axis.rules}

    return made


def test_what_stood_at_the_take_over_is_not_ones_own(judged):
    """It was declared 38 minutes late, by somebody else."""
    assert "declare-early" not in judged(BEFORE + TAKEN + LATE, "declare-early", "promises-kept")


def test_a_promise_taken_over_is_ones_own(judged):
    assert judged(BEFORE + TAKEN + LATE, "promises-kept") == {"promises-kept": 0}


def test_a_silence_that_goes_on_is_ones_own(judged):
    assert judged(BEFORE + TAKEN + "2:30:00 noted text=on", "cadence")["cadence"] < 20


def test_only_the_rules_that_are_named_count(judged):
    found = judged(BEFORE + TAKEN + "2:30:00 noted text=on", "promises-kept")
    assert set(found) == {"promises-kept"}


def test_an_axis_stands_for_its_rules(judged):
    found = judged(BEFORE + TAKEN + "2:30:00 noted text=on", "communication timeliness")
    assert {"cadence", "promises-kept", "scope-post"} <= set(found)


def test_without_a_take_over_nothing_is_judged(judged):
    assert judged(BEFORE + LATE, "promises-kept", "declare-early") == {}
