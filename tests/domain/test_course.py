"""The course of an incident, gathered from its timeline."""

import pytest

from simulator.domain import course
from simulator.domain.notation import read_timeline

TOLD = read_timeline(
    """
    0:00 opened title=Trouble
    0:00 impact-changed failing=600 arriving=0 total=0 seen=truth
    4:00 alert-fired alert="errors > 5%" signal=errors reading=0.1 pages=web
    5:00 declared severity=P2 commander=commander
    5:00 note text=x
    8:00 severity-changed before=P2 severity=P1
   10:00 impact-changed failing=1200 arriving=600 total=6000 seen=truth
   12:00 posted audience=sales state=investigating next_in=20m by=gus
   15:00 posted audience="status page" state=investigating next_in=0s by=gus
   20:00 impact-changed failing=0 arriving=0 total=12000 seen=truth
   21:00 posted audience=sales state=monitoring by=gus
   22:00 called-mitigated
   25:00 resolved
   30:00 ended why=over
""".replace("note text", "noted text")
)


def at(entry):
    return entry.at


def test_what_was_sent_to_an_audience_and_when_the_next_was_promised():
    assert [(sent.at, sent.entry, sent.due) for sent in course.sent(TOLD, "sales")] == [
        (720, 8, 1920),
        (1260, 11, None),
    ]
    assert [sent.due for sent in course.sent(TOLD, "status page")] == [900]
    assert course.sent(TOLD, "support") == ()


def test_the_turns_of_an_incident():
    assert at(course.declared(TOLD)) == 300
    assert course.end_of(TOLD) == 1800


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("alert-fired alert=x", True), ("customers-reported count=5", True),
        ("stakeholder-asked who=sales", True), ("paged person=bo", False), ("said who=bo says=x", False),
    ],
)  # fmt: skip
def test_the_first_that_customers_can_feel(line, counts):
    told = read_timeline(f"0:00 opened\n1:00 {line}\n2:00 alert-fired alert=y")
    assert at(course.first_evidence(told)) == (60 if counts else 120)


def test_the_impact_runs_from_reading_to_reading():
    assert [(s.at, s.until, s.begins, s.ends, s.total) for s in course.impact(TOLD)] == [
        (0, 600, 600, 600, 0),
        (600, 1200, 1200, 0, 6000),
        (1200, 1800, 0, 0, 12000),
    ]


@pytest.mark.parametrize(
    ("at", "failing"),
    [(0, 600), (599, 600), (600, 1200), (900, 600), (1199, 2), (1200, 0), (1800, 0), (1801, 0)],
)
def test_who_fails_at_a_second(at, failing):
    assert course.failing_at(course.impact(TOLD), at) == failing


def test_of_two_readings_in_one_second_the_later_counts():
    told = read_timeline("""
        0:00 impact-changed failing=100
        0:00 impact-changed failing=500 arriving=100
        1:00 ended why=x
    """)
    steps = course.impact(told)
    assert course.failing_at(steps, 0) == 500
    assert course.failing_at(steps, 60) == 500


def test_what_was_lost_in_all():
    assert course.customer_minutes(TOLD) == 12000
    cut_off = [entry for entry in TOLD if entry.at < 900]
    assert course.customer_minutes(cut_off) == 6000 + 1200 * 2
    assert course.customer_minutes(cut_off[:3]) == 600 * 4


def test_a_last_stretch_of_the_impact_lasts_to_the_end_of_the_timeline():
    (step,) = course.impact(read_timeline("1:00 impact-changed failing=60 total=30\n5:00 noted text=x"))
    assert (step.at, step.until, step.begins, step.ends) == (60, 300, 60, 60)


def test_nothing_happened():
    assert course.impact(()) == ()
    assert course.customer_minutes(()) == 0
    assert course.failing_at((), 5) == 0
    assert course.end_of(()) == 0
    assert course.first_evidence(()) is course.declared(()) is None


@pytest.mark.parametrize(
    ("at", "lost"), [(0, 0), (300, 3000), (600, 6000), (900, 10500), (1200, 12000), (9999, 12000)]
)
def test_what_was_lost_up_to_a_second(at, lost):
    assert course.lost_by(course.impact(TOLD), at) == pytest.approx(lost)


@pytest.mark.parametrize(
    ("since", "until", "lost"),
    [(600, 1200, 6000), (600, 900, 4500), (900, 9999, 1500), (0, 600, 0), (900, 900, 0)],
)
def test_what_was_lost_within_a_stretch(since, until, lost):
    falling = course.impact(TOLD)[1]
    assert falling.lost(since, until) == pytest.approx(lost)


def test_nothing_is_lost_where_nothing_is_known_of_customers():
    assert course.lost_by((), 60) == 0


LOSING = read_timeline("""
    0:00 impact-changed failing=600 arriving=0 total=0 losing=60 seen=truth
   10:00 impact-changed failing=0 arriving=600 total=9000 losing=120 seen=truth
   15:00 work-lost minutes=100 seen=truth
   20:00 impact-changed failing=0 arriving=0 total=15500 losing=12 seen=truth
   30:00 ended why=over
""")


@pytest.mark.parametrize(
    ("at", "lost"),
    [(0, 0), (300, 4500), (600, 9000), (899, 11990), (900, 12500), (1200, 15500), (1800, 16100)],
)
def test_work_that_is_being_lost_counts_as_it_is_and_what_is_thrown_away_at_its_second(at, lost):
    assert course.lost_by(course.impact(LOSING), at) == pytest.approx(lost)


def test_what_was_lost_between_is_a_part_of_the_sum():
    assert (
        course.lost_between(course.impact(LOSING), 0, 1800)
        == course.customer_minutes(LOSING)
        == pytest.approx(16100)
    )
    assert course.lost_between(course.impact(LOSING), 600, 900) == pytest.approx(3500)


def test_work_that_is_lost_while_all_are_well_is_no_failing_customer():
    assert course.failed_between(course.impact(LOSING), 0, 1)
    assert not course.failed_between(course.impact(LOSING), 600, 1800)
