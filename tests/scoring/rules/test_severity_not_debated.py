"""Severity not debated: one answer, one revision, no to and fro."""

import pytest

from simulator.scoring.rules import severity_not_debated as rule
from tests.scoring.severity_cases import ALERT, warranted

DECLARED = ALERT + "0:03:00 declared severity=P1 commander=you\n"
SWOOP = '0:20:00 swooped who=leadership audience=leadership says="A P1?" wants={}\n'
REPLY = '{} replied audience={} how="{}" text=x\n'
LEFT = "0:24:00 stepped-back who=leadership audience={} says=Fine.\n"
END = "0:50:00 noted\n"


def changed(at, before, after):
    return f"{at} severity-changed before={before} severity={after}\n"


@pytest.fixture
def judged(judge, write_stall):
    """The marks under the severities that are written."""

    def marks(text, *written):
        return judge(rule, text, scenario=warranted(write_stall, *(written or ("P1",))))

    return marks


def replies(count):
    return "".join(REPLY.format(f"0:2{n + 1}:00", "leadership", "no eta") for n in range(count))


@pytest.mark.parametrize(("count", "earned"), [(1, 1), (2, 0.5), (3, 0), (4, 0)])
def test_one_answer_is_enough_and_a_second_is_a_debate(judged, count, earned):
    (mark,) = judged(DECLARED + SWOOP.format("severity") + replies(count) + END)
    assert mark.earned == earned
    assert mark.evidence == (3, *range(4, 4 + count))
    assert (mark.at, mark.weight) == (1200, 1)


def test_the_mark_says_how_many_answers(judged):
    text = DECLARED + SWOOP.format("severity")
    one, two = judged(text + replies(1))[0], judged(text + replies(2))[0]
    assert one.summary == "Leadership came to argue the severity at 0:20:00 and had one answer."
    assert two.summary == "Leadership came to argue the severity at 0:20:00 and had 2 answers."


@pytest.mark.parametrize("wants", ["news", "eta", "command"])
def test_who_wants_something_else_does_not_argue(judged, wants):
    assert not judged(DECLARED + SWOOP.format(wants) + replies(3) + END)


def test_answers_to_others_and_after_they_left_do_not_count(judged):
    text = DECLARED + SWOOP.format("severity") + replies(1)
    other = REPLY.format("0:22:00", "sales", "no eta")
    later = REPLY.format("0:25:00", "leadership", "no eta")
    elsewhere = LEFT.format("sales").replace("0:24", "0:23")
    assert judged(text + other + LEFT.format("leadership") + later + END)[0].earned == 1
    assert judged(text + elsewhere + LEFT.format("sales") + later + END)[0].earned == 0.5


def test_an_answer_before_they_came_does_not_count(judged):
    before = REPLY.format("0:10:00", "leadership", "no eta")
    assert judged(DECLARED + before + SWOOP.format("severity") + replies(1) + END)[0].earned == 1


def test_without_an_answer_it_is_for_another_rule(judged):
    assert not judged(DECLARED + SWOOP.format("severity") + END)


def test_who_comes_when_all_is_over_does_not_count(judged):
    assert not judged(DECLARED + "0:15:00 resolved\n" + SWOOP.format("severity") + replies(3) + END)


@pytest.mark.parametrize(
    ("right", "after", "earned"), [("P1", "P2", 0), ("P0", "P0", 1), ("P1", "P0", 0), ("P2", "P2", 1)]
)
def test_a_change_for_their_sake_earns_only_if_it_fits_better(judged, right, after, earned):
    text = DECLARED + SWOOP.format("severity") + replies(1) + changed("0:21:30", "P1", after) + END
    (mark,) = judged(text, right)
    assert mark.earned == earned
    assert mark.evidence == (1, 3, 5)
    how = "which fits better" if earned else "which fits no better"
    assert f"and it was set to {after}, {how}: so says {right}." in mark.summary


def test_where_nothing_is_written_changes_are_not_judged(judge, write_stall):
    text = (
        DECLARED + SWOOP.format("severity") + changed("0:21:00", "P1", "P2") + changed("0:22:00", "P2", "P1")
    )
    silent = warranted(write_stall)
    assert not judge(rule, text + changed("0:23:00", "P1", "P2") + END, scenario=silent)
    assert judge(rule, DECLARED + SWOOP.format("severity") + replies(2), scenario=silent)[0].earned == 0.5


def test_unknown_levels_bind_nobody(judged):
    text = DECLARED + SWOOP.format("severity")
    assert not judged(text + changed("0:21:00", "P1", "amber") + END)
    assert not judged(text + changed("0:21:00", "amber", "P1") + END)


@pytest.mark.parametrize(("count", "earned"), [(1, None), (2, 0.5), (3, 0), (4, 0)])
def test_one_change_without_a_reason_is_free(judged, count, earned):
    levels = ["P1", "P2", "P1", "P2", "P1"]
    lines = [changed(f"0:1{n}:00", levels[n], levels[n + 1]) for n in range(count)]
    found = judged(DECLARED + "".join(lines) + END)
    assert [mark.earned for mark in found] == ([] if earned is None else [earned])


def test_to_and_fro_is_told_with_its_times(judged):
    text = DECLARED + changed("0:10:00", "P1", "P2") + changed("0:14:00", "P2", "P1") + END
    (mark,) = judged(text)
    assert mark.summary == (
        "The severity was changed at 0:10:00 and 0:14:00, and nothing new had shown that bears on it."
    )
    assert (mark.evidence, mark.at, mark.weight) == ((3, 4), 840, 1)


def test_a_change_after_something_has_shown_is_free(judged):
    change = '0:12:00 change-done id=c1 change="restart app"\n'
    text = DECLARED + changed("0:10:00", "P1", "P2") + change + changed("0:14:00", "P2", "P0") + END
    assert not judged(text, "P1", "P0: 0s after restart app")
    again = text.replace("0:50:00 noted\n", changed("0:15:00", "P0", "P1") + END)
    assert judged(again, "P1", "P0: 0s after restart app")[0].evidence == (3, 6)


def test_what_showed_before_the_last_change_is_no_reason(judged):
    change = '0:03:00 change-done id=c1 change="restart app"\n'
    text = DECLARED + change + changed("0:10:00", "P1", "P2") + changed("0:14:00", "P2", "P0") + END
    assert judged(text, "P1", "P0: 0s after restart app")[0].earned == 0.5


def test_what_is_changed_after_the_end_does_not_count(judged):
    text = DECLARED + "0:09:00 resolved\n" + changed("0:10:00", "P1", "P2") + changed("0:14:00", "P2", "P1")
    assert not judged(text + END)
