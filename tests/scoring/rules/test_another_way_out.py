"""Another way out: customers hear soon though the status page is broken."""

import pytest

from simulator.domain.records import Records
from simulator.domain.value import replace
from simulator.scoring.rules import another_way_out as rule

DECLARED = "0:03:00 declared severity=P1 commander=you\n"
FAILED = '{} post-failed audience="status page" state=investigating by=gus says="It does not take it."\n'
POSTED = '{} posted audience="{}" state=investigating{} by=gus\n'
LOST = "The update to customers of 0:08:00 did not go out"
OVER = "1:00:00 resolved\n"
SICK = DECLARED + FAILED.format("0:08:00")


def posted(at, audience="status page", via=" via=mail"):
    return POSTED.format(at, audience, via)


@pytest.mark.parametrize(
    ("at", "earned"), [("0:08:30", 1), ("0:18:00", 1), ("0:28:00", 0.5), ("0:38:00", 0), ("0:55:00", 0)]
)
def test_ten_minutes_are_enough_and_thirty_are_too_many(points, at, earned):
    assert points(rule, SICK + posted(at) + OVER) == pytest.approx(earned)


def test_the_mark_cites_what_failed_and_what_went_out(judge):
    (mark,) = judge(rule, SICK + posted("0:12:00") + OVER)
    assert (mark.evidence, mark.at) == ((2, 3), 720)
    assert mark.summary == f"{LOST}; they heard via mail 4 min later (allowed: 10 min)."


def test_trying_the_same_page_again_is_no_route_and_no_second_fault(judge):
    again = "".join(FAILED.format(at) for at in ("0:12:00", "0:16:00", "0:30:00"))
    (mark,) = judge(rule, SICK + again + OVER)
    assert (mark.earned, mark.evidence, mark.at) == (0, (2, 3, 4), 18 * 60)
    assert mark.summary == f"{LOST}, tried 3 times, and no other way was found by 0:18:00."


def test_time_runs_from_the_first_failure_not_from_the_last(points):
    again = FAILED.format("0:17:00") + FAILED.format("0:27:00")
    assert points(rule, SICK + again + posted("0:28:00") + OVER) == pytest.approx(0.5)


def test_a_page_that_works_again_in_time_is_as_good(judge):
    (mark,) = judge(rule, SICK + FAILED.format("0:11:00") + posted("0:15:00", via="") + OVER)
    assert mark.earned == 1
    assert "they heard on the page 7 min later" in mark.summary


def test_each_stretch_is_judged_by_itself(judge):
    second = FAILED.format("0:30:00") + FAILED.format("0:33:00")
    marks = judge(rule, SICK + posted("0:10:00") + second + OVER)
    assert [(mark.earned, mark.evidence) for mark in marks] == [(1, (2, 3)), (0, (4, 5))]


def test_what_others_hear_is_no_news_to_customers(points):
    assert points(rule, SICK + posted("0:10:00", "support") + OVER) == 0


def test_where_the_page_took_everything_nothing_is_judged(judge):
    assert judge(rule, DECLARED + posted("0:08:00", via="") + posted("0:30:00") + OVER) == ()


def test_an_incident_that_was_over_in_time_owes_nothing(judge):
    assert judge(rule, SICK + "0:15:00 resolved\n") == ()
    assert judge(rule, DECLARED + "0:05:00 resolved\n" + FAILED.format("0:06:00") + "1:00:00 ended\n") == ()


def test_what_failed_when_somebody_else_led_is_not_judged(judge):
    left = "0:06:00 command-left person=you\n"
    assert judge(rule, DECLARED + left + FAILED.format("0:08:00") + OVER) == ()


def test_a_real_timeline_that_shows_no_page_is_not_judged(case):
    played = case(SICK + OVER)
    page = Records(frozenset({"post"}), frozenset({"status page"}))
    assert [mark.earned for mark in rule.marks(replace(played, records=page))] == [0]
    assert not list(rule.marks(replace(played, records=replace(page, audiences=frozenset({"support"})))))


def test_a_process_may_give_another_time(points, intercom):
    hasty = replace(intercom.thresholds["other route within"], value=120)
    doctrine = replace(intercom, thresholds={**intercom.thresholds, "other route within": hasty})
    assert points(rule, SICK + posted("0:12:00") + OVER, doctrine=doctrine) == pytest.approx(0.5)
