"""Measure before lowering: a fall in severity after somebody has looked."""

import pytest

from simulator.domain.records import Records
from simulator.domain.value import replace
from simulator.scoring.rules import measure_before_lowering as rule
from tests.scoring.severity_cases import ALERT, FAILING

DECLARED = ALERT + "0:03:00 declared severity=P0 commander=you\n"
LOWERED = "0:20:00 severity-changed before=P0 severity=P1\n"
END = "0:40:00 noted\n"
LOOK = '{} looked view=signals readings="app errors:0.1"\n'


def test_a_look_in_the_ten_minutes_before_is_enough(judge):
    (mark,) = judge(rule, DECLARED + LOOK.format("0:10:00") + LOWERED + END)
    assert (mark.earned, mark.evidence, mark.at, mark.weight) == (1, (3, 4), 1200, 1)
    assert mark.summary == "Lowered from P0 to P1 at 0:20:00, with the impact measured 10 min before."


def test_an_older_look_is_not(judge):
    (mark,) = judge(rule, DECLARED + LOOK.format("0:09:59") + LOWERED + END)
    assert (mark.earned, mark.evidence, mark.at) == (0, (4,), 1200)
    assert mark.summary == (
        "Lowered from P0 to P1 at 0:20:00, and nobody had measured the impact in the 10 min before."
    )


def test_the_last_measurement_is_cited(judge):
    text = DECLARED + LOOK.format("0:12:00") + LOOK.format("0:18:00") + LOWERED + END
    assert judge(rule, text)[0].evidence == (4, 5)


@pytest.mark.parametrize(
    ("line", "earned"),
    [
        ("0:15:00 answered person=bo topic=impact says=x", 1),
        ("0:15:00 answered person=bo topic=theory says=x", 0),
        ('0:15:00 verified id=c1 change="restart app" signal="app errors" result=same', 1),
        ('0:15:00 verified id=c1 change="restart app" signal="app errors" result=unclear', 0),
        ('0:15:00 spoke seat=responder text="Payments are at 67 % now."', 1),
        ('0:15:00 sitrep-given text="two thirds work, 67% on every chart"', 1),
        ('0:15:00 spoke seat=responder text="Payments are better now, in 5 minutes more."', 0),
        ("0:15:00 looked view=people", 0),
        ("0:15:00 noted text=impact", 0),
    ],
)
def test_what_measures(points, line, earned):
    assert points(rule, DECLARED + line + "\n" + LOWERED + END) == earned


@pytest.mark.parametrize(
    ("said", "earned"),
    [
        ("About 20 % of messages fail.", 1),
        ("80% of messages get through", 1),
        ("25 percent of messages fail", 1),
        ("9 % of all customers are hit", 1),
        ("3 %", 0),
        ("97 % of it works", 0),
        ("60 % of messages fail", 0),
    ],
)
def test_a_share_that_was_shown_nowhere_measures_nothing(points, said, earned):
    failing = '0:00:00 impact-changed failing=5000 arriving=5000 journeys="send a message:0.2" seen=truth\n'
    assert (
        points(rule, failing + DECLARED + f'0:15:00 spoke seat=responder text="{said}"\n' + LOWERED + END)
        == earned
    )


def test_a_look_after_it_comes_too_late(points):
    assert points(rule, DECLARED + LOWERED + LOOK.format("0:20:00") + END) == 0


def test_a_rise_needs_no_measurement(points):
    text = DECLARED.replace("P0", "P2") + "0:20:00 severity-changed before=P2 severity=P1\n" + END
    assert points(rule, text) is None
    assert points(rule, text.replace("severity=P1", "severity=P2")) is None


def test_unknown_levels_bind_nobody(points):
    for before, after in (("P0", "amber"), ("amber", "P1")):
        change = f"0:20:00 severity-changed before={before} severity={after}\n"
        assert points(rule, DECLARED + change + END) is None


def test_after_the_end_it_may_fall(points):
    well = "0:10:00 impact-changed failing=0 seen=truth\n0:12:00 called-mitigated\n"
    assert points(rule, FAILING + DECLARED + well + LOWERED + END) is None


def test_on_the_timeline_of_a_real_incident_nobody_sees_who_looked(case):
    def earned(text):
        judged = replace(case(DECLARED + text + LOWERED + END), records=Records(frozenset({"severity"})))
        return [mark.earned for mark in rule.marks(judged)]

    assert earned("") == []
    assert earned(LOOK.format("0:12:00")) == [1]


def test_every_fall_is_judged(judge):
    text = (
        DECLARED + LOOK.format("0:10:00") + LOWERED + "0:30:00 severity-changed before=P1 severity=P2\n" + END
    )
    assert [mark.earned for mark in judge(rule, text)] == [1, 0]
