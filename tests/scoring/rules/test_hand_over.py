"""Hand over: in time, after a briefing."""

import pytest

from simulator.scoring.rules import hand_over as rule

DECLARED = "0:00:00 declared severity=P1 commander=you\n"


def handed(at, report="", text="Raj has it all"):
    told = f'{report} sitrep-given text="{text}"\n' if report else ""
    return DECLARED + told + f"{at} command-handed person=grace\n"


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        (handed("3:00:00", "2:55:00"), 1),
        (handed("4:00:00", "3:59:00"), 1),
        (handed("4:30:00", "4:29:00"), 0.5),
        (handed("5:00:00", "4:59:00"), 0),
        (handed("3:00:00"), 0.5),
        (handed("4:30:00"), 0.25),
        (handed("3:00:00", "2:49:00"), 0.5),
        (handed("3:00:00", "2:55:00", "next look in 5 minutes"), 1),
        (handed("3:00:00", "2:55:00", "yours 1"), 0.5),
        (handed("3:00:00", "2:55:00", "It is all yours."), 0.5),
    ],
    ids=[
        "early",
        "in time",
        "half an hour late",
        "too late",
        "unbriefed",
        "both",
        "an old briefing",
        "a number in words",
        "a number",
        "an empty briefing",
    ],
)
def test_it_is_in_time_and_after_a_briefing(points, text, earned):
    assert points(rule, text) == pytest.approx(earned)


def test_command_that_is_kept_for_too_long_earns_nothing(judge):
    (mark,) = judge(rule, DECLARED + "4:11:00 noted text=on")
    assert (mark.earned, mark.evidence) == (0, (1,))


def test_an_incident_that_is_over_soon_owes_no_hand_over(judge):
    assert judge(rule, DECLARED + "4:09:00 resolved\n8:00:00 noted text=on") == ()


def test_the_time_runs_anew_for_whoever_took_over(judge):
    text = handed("3:00:00", "2:59:00") + "7:05:00 noted text=on"
    assert [mark.earned for mark in judge(rule, text)] == [1]
    assert [mark.earned for mark in judge(rule, text.replace("7:05", "7:15"))] == [1, 0]


def test_nobody_commands_what_was_not_declared(judge):
    assert judge(rule, "9:00:00 noted text=on") == ()


def test_handing_it_round_early_is_credited_once(judge):
    def passed(minute, person):
        brief = f'0:{minute - 1}:00 sitrep-given text="All as before, Raj has it."\n'
        return brief + f"0:{minute}:00 command-handed person={person}\n"

    declared = "0:03:00 declared severity=P1 commander=you\n"
    round_and_round = passed(20, "grace") + passed(40, "raj") + passed(55, "grace")
    assert [mark.earned for mark in judge(rule, declared + round_and_round)] == [1]


def test_but_each_one_that_was_not_briefed_is_told(judge):
    declared = "0:03:00 declared severity=P1 commander=you\n"
    twice = "0:20:00 command-handed person=grace\n0:40:00 command-handed person=raj\n"
    assert [mark.earned for mark in judge(rule, declared + twice)] == [0.5, 0.5]


@pytest.mark.parametrize(("came", "earned"), [("0:05:00", 0.5), ("3:40:00", 1)], ids=["as worn", "rested"])
def test_whoever_was_there_all_the_time_is_no_relief(judge, came, earned):
    (mark,) = judge(rule, f"{came} joined person=grace\n" + handed("4:00:00", "3:59:00"))
    assert mark.earned == earned
    assert ("to Grace, who had been on the call for 3 h 55 min, at 4:00:00" in mark.summary) is (earned < 1)


def test_nobody_who_left_still_holds_command(judge):
    left = "0:30:00 command-left person=commander\n6:00:00 noted text=on"
    failing = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n"
    assert judge(rule, failing + DECLARED + left) == ()
    late = left.replace("0:30", "4:30")
    assert [mark.earned for mark in judge(rule, failing + DECLARED + late)] == [0]
