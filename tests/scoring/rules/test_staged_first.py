"""Staged first: the small form before the whole, unless nearly everything is down."""

from simulator.scoring.rules import staged_first as rule

IMPACT = """
0:00:00 impact-changed failing={failing} arriving={failing} seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
"""


def made(change, staged=False, failing=9000):
    small = " staged=yes" if staged else ""
    return f"""
        {IMPACT.format(failing=failing)}
        0:05:00 change-ordered id=c1 change="{change}" owner=bo{small}
        0:05:00 change-started id=c1 change="{change}" owner=bo
    """


def test_the_small_form_first_earns_all(points):
    assert points(rule, made("restart app", staged=True)) == 1


def test_the_whole_at_once_earns_nothing(judge):
    (mark,) = judge(rule, made("restart app"))
    assert mark.earned == 0
    assert mark.summary == (
        "'restart app' was made everywhere at 0:05:00; its page of the runbook says that it can be tried on "
        "one node first."
    )


def test_the_whole_after_the_small_form_is_no_second_judgement(judge):
    whole = """
        0:20:00 change-ordered id=c2 change="restart app" owner=bo
        0:20:00 change-started id=c2 change="restart app" owner=bo
    """
    assert [mark.earned for mark in judge(rule, made("restart app", staged=True) + whole)] == [1]


def test_a_change_without_a_small_form_is_not_judged(points):
    assert points(rule, made("fail over a shard")) is None


def test_a_part_tells_nothing_when_nearly_everybody_fails(points, case):
    active = round(case("0:00:00 noted").active(300))
    assert points(rule, made("restart app", failing=round(0.85 * active))) is None
    assert points(rule, made("restart app", failing=round(0.75 * active))) == 0


def test_full_outage_is_what_dashboards_showed_not_what_was_true(points, case):
    """All fail from 4:30 on, but at 5:00 nobody could know yet."""
    active = round(case("0:00:00 noted").active(300))
    worse = f"0:04:30 impact-changed failing={active} arriving=9000 seen=truth\n"
    text = made("restart app").replace(
        "        0:05:00 change-ordered", f"        {worse}        0:05:00 change-ordered"
    )
    assert points(rule, text) == 0
