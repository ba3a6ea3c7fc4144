"""Release people: while recovery is watched for long, those without work go."""

import pytest

from simulator.scoring.rules import release_people as rule

BEGAN = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:05:00 joined person=kofi
"""
WELL = "0:20:00 impact-changed failing=0 arriving=0 seen=truth\n0:25:00 called-mitigated\n"
END = '1:30:00 ended why="ended by the commander"\n'


@pytest.mark.parametrize(
    ("at", "earned"), [("0:26:00", 1), ("0:40:00", 1), ("0:55:00", 0.5), ("1:10:00", 0), ("1:20:00", 0)]
)
def test_a_quarter_of_an_hour_is_fine_and_three_are_too_long(points, at, earned):
    assert points(rule, BEGAN + WELL + f"{at} left person=kofi\n" + END) == pytest.approx(earned)


def test_who_stays_to_the_end_should_have_been_released(judge):
    (mark,) = judge(rule, BEGAN + WELL + END)
    assert mark.earned == 0
    assert mark.summary == "Kofi had nothing to do from 0:25:00 on and could go after 1 h 5 min."
    assert mark.evidence == (3, 6)


def test_without_the_word_it_counts_from_known_recovery(judge):
    well = "0:20:00 impact-changed failing=0 arriving=0 seen=truth\n"
    (mark,) = judge(rule, BEGAN + well + "0:37:00 left person=kofi\n" + END)
    assert "from 0:22:00 on" in mark.summary
    assert mark.earned == 1


def test_the_word_said_too_early_counts_from_known_recovery(judge):
    early = "0:10:00 called-mitigated\n0:20:00 impact-changed failing=0 arriving=0 seen=truth\n"
    (mark,) = judge(rule, BEGAN + early + END)
    assert "from 0:22:00 on" in mark.summary


@pytest.mark.parametrize(("at", "owed"), [("0:40:00", 0), ("0:40:01", 1)])
def test_nothing_is_owed_when_all_could_go_in_time(judge, at, owed):
    assert len(judge(rule, BEGAN + WELL + f'{at} ended why="done"')) == owed


NEEDED = {
    "a role": "0:06:00 role-assigned role=business-lead person=kofi\n",
    "a workstream": """
0:06:00 workstream-opened name=side leader=kofi scope=all within=10m
0:07:00 task-given task=t1 what=investigate subject=x owner=kofi within=10m
0:16:00 task-ended task=t1 what=investigate subject=x owner=kofi
""",
    "work in hand": "0:06:00 task-given task=t1 what=verify subject=x owner=kofi within=0\n",
    "work taken up": "0:06:00 task-started task=t1 what=verify subject=x owner=kofi\n",
    "the change that helped": """
0:06:00 change-ordered id=c1 change="clear cache" owner=kofi
0:06:00 change-started id=c1 change="clear cache" owner=kofi
0:09:00 change-done id=c1 change="clear cache"
""",
}


@pytest.mark.parametrize("why", NEEDED.values(), ids=NEEDED)
def test_who_is_needed_stays(judge, why):
    assert judge(rule, BEGAN + why + WELL + END) == ()


OTHERS = {
    "a role passed on": """
0:06:00 role-assigned role=business-lead person=kofi
0:07:00 role-assigned role=business-lead person=carol
""",
    "an empty workstream": "0:06:00 workstream-opened name=side leader=kofi scope=all within=10m\n",
    "a workstream that was closed": """
0:06:00 workstream-opened name=side leader=kofi scope=all within=10m
0:07:00 task-given task=t1 what=investigate subject=x owner=kofi within=10m
0:16:00 task-ended task=t1 what=investigate subject=x owner=kofi
0:17:00 workstream-closed name=side
""",
    "a role of somebody else": "0:06:00 role-assigned role=business-lead person=carol\n",
    "work that was done": """
0:06:00 task-given task=t1 what=verify subject=x owner=kofi within=0
0:08:00 task-ended task=t1 what=verify subject=x owner=kofi
""",
    "work of somebody else": "0:06:00 task-given task=t1 what=verify subject=x owner=raj within=0\n",
    "a change that failed": """
0:06:00 change-ordered id=c1 change="clear cache" owner=kofi
0:06:00 change-started id=c1 change="clear cache" owner=kofi
0:09:00 change-failed id=c1 change="clear cache"
""",
}


@pytest.mark.parametrize("why", OTHERS.values(), ids=OTHERS)
def test_anything_else_keeps_nobody(points, why):
    assert points(rule, BEGAN + why + WELL + END) == 0


def test_work_given_later_is_a_reason_to_stay(judge):
    later = "1:00:00 task-given task=t1 what=verify subject=x owner=kofi within=0\n"
    assert judge(rule, BEGAN + WELL + later + END) == ()


def test_only_who_was_there_is_judged(judge):
    left = "0:10:00 left person=kofi\n"
    late = "0:50:00 joined person=raj\n"
    assert judge(rule, BEGAN + left + WELL + late + END) == ()


def test_who_came_back_is_there_again(judge):
    (mark,) = judge(rule, BEGAN + "0:10:00 left person=kofi\n0:12:00 joined person=kofi\n" + WELL + END)
    assert mark.evidence == (5, 8)


@pytest.mark.parametrize(
    "text",
    [
        BEGAN + "0:25:00 called-mitigated\n" + END, BEGAN + WELL + "1:30:00 noted text=on",
        "0:05:00 joined person=kofi\n0:25:00 called-mitigated\n" + END,
        "0:00:00 impact-changed failing=0 arriving=0 seen=truth\n0:05:00 joined person=kofi\n" + END,
    ],
    ids=["customers fail", "it goes on", "no truth", "no trouble"],
)  # fmt: skip
def test_otherwise_there_is_nothing_to_judge(judge, text):
    assert judge(rule, text) == ()


def test_a_stranger_is_called_by_their_name(judge):
    (mark,) = judge(rule, BEGAN.replace("kofi", "zoe") + WELL + END)
    assert mark.summary.startswith("zoe had nothing to do")


# ---- who is in the midst of a change ----

AT_IT = (
    BEGAN
    + """
0:06:00 change-ordered id=c1 change="clear cache" owner=kofi
0:07:00 change-started id=c1 change="clear cache" owner=kofi
"""
)
LOST = """
0:22:00 left person=kofi
0:22:00 change-failed id=c1 change="clear cache" owner=kofi says="Whoever comes next starts over."
"""


def test_who_is_released_out_of_a_change_takes_it_along(judge):
    (mark,) = judge(rule, AT_IT + LOST + "0:40:00 noted text=on")
    assert (mark.earned, mark.weight, mark.at) == (0, 1, 1320)
    assert mark.summary == (
        "Kofi was released at 0:22:00, 15 min into 'clear cache': it could not be made, "
        "and what was done of it was lost."
    )
    assert mark.evidence == (4, 6, 7)


NOTHING_LOST = {
    "it was called off first": (
        '0:21:00 change-failed id=c1 change="clear cache" owner=kofi\n0:22:00 left person=kofi\n'
    ),
    "it was made": '0:21:00 change-done id=c1 change="clear cache"\n0:22:00 left person=kofi\n',
    "it had failed on its own": LOST.replace("0:22:00 change-failed", "0:22:30 change-failed"),
    "somebody else went": LOST.replace("left person=kofi", "left person=raj"),
}


@pytest.mark.parametrize("course", NOTHING_LOST.values(), ids=NOTHING_LOST)
def test_otherwise_nothing_was_lost_by_it(judge, course):
    assert judge(rule, AT_IT + course + "0:40:00 noted text=on") == ()


def test_once_customers_are_well_it_may_be_left_unfinished(judge):
    well = "0:20:00 impact-changed failing=0 arriving=0 seen=truth\n0:22:00 called-mitigated\n"
    left = LOST.replace("0:22:00", "0:23:00")
    assert judge(rule, AT_IT + well + left + '0:30:00 ended why="done"') == ()
