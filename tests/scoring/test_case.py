"""A case: what can be worked out from a timeline, and what of it could be known when."""

import pytest

from simulator.domain.records import Records
from simulator.domain.value import replace

IMPACT = """
0:00:00 impact-changed failing=6000 arriving=6000 seen=truth
0:05:00 alert-fired alert="app errors" signal="app errors" pages=product
0:20:00 impact-changed failing=0 arriving=6000 total=120000 seen=truth
0:40:00 noted
"""


def test_the_dashboards_are_as_old_as_the_slowest_alert_that_went_off(case):
    """App errors are 2 min behind; shard write time 3, but it says nothing of how many fail."""
    assert case(IMPACT).view_lag == 120
    slower = '0:06:00 alert-fired alert="inbox" signal="inbox loading" pages=product\n'
    assert case(slower + IMPACT.replace("0:00:00", "0:07:00")).view_lag == 180
    only = '0:06:00 alert-fired alert="writes" signal="shard write time" pages=datastores\n'
    assert case(only).view_lag == 180


@pytest.mark.parametrize(
    ("at", "failing"), [(59, 0), (60, 6000), (120, 6000), (600, 6000), (1319, 6000), (1320, 0)]
)
def test_what_was_known_of_the_impact_is_late(case, at, failing):
    assert case(IMPACT).known_failing(at) == failing


def test_the_first_alert_is_itself_a_reading(case):
    text = IMPACT.replace("0:00:00 impact", "0:04:00 impact")
    assert case(text).known_failing(300) == 6000
    assert case(text).known_failing(299) == 0


def test_where_nobody_measured_nothing_is_known(case):
    assert case("0:05:00 noted").known_failing(300) is None
    assert not case("0:05:00 noted").affected(300)


def test_a_handful_of_failing_customers_is_how_any_day_looks(case):
    active = case("0:00:00 noted").active(0)
    few, many = (IMPACT.replace("6000", str(round(active * share))) for share in (0.0009, 0.0011))
    assert not case(few).affected(600)
    assert case(many).affected(600)


def test_what_dashboards_call_normal_is_known_to_nobody(case):
    """One customer in fifty fails at everything: no reading tells that from any other day."""
    text = IMPACT.replace("arriving=6000 seen", 'arriving=6000 journeys="log in:0.001,search:{}" seen', 1)
    hidden, shown = case(text.format(0.02)), case(text.format(0.021))
    assert (hidden.affected(600), hidden.hindered(600), hidden.suffering(600)) == (False, True, False)
    assert (shown.affected(600), shown.hindered(600), shown.suffering(600)) == (True, True, True)


def test_what_fails_of_a_journey_runs_along_with_the_customers(case):
    """It fades from 0:05 on and is below two in a hundred in half the time; later it comes back as bad."""
    text = """
        0:05:00 impact-changed failing=6000 arriving=0 journeys="search:0.04" seen=truth
        0:15:00 impact-changed failing=0 arriving=0 seen=truth
        0:25:00 impact-changed failing=6000 arriving=6000 journeys="search:0.04" seen=truth
        0:35:00 noted
    """
    fading = case(text)
    turns = [fading.suffering(at) for at in (5 * 60, 9 * 60, 11 * 60, 16 * 60, 19 * 60, 21 * 60, 26 * 60)]
    assert turns == [True, True, False, False, False, True, True]


def test_impact_that_grows_is_read_off_the_line_between(case):
    text = """
        0:00:00 impact-changed failing=0 arriving=0 seen=truth
        0:10:00 impact-changed failing=6000 arriving=6000 seen=truth
        0:20:00 noted
    """
    assert case(text).failing(300) == 3000


def test_relief_is_when_nobody_was_known_to_fail_any_more(case):
    assert case(IMPACT).relief(600) == 1320
    assert (
        case(IMPACT.replace("0:20:00 impact-changed failing=0", "0:20:00 impact-changed failing=900")).relief(
            600
        )
        == 2400
    )


def test_truth_is_not_seen(case):
    assert [entry.number for entry in case(IMPACT).seen] == [2, 4]


def test_what_only_another_seat_saw_is_not_seen(case):
    text = "0:01:00 noted seen=commander\n0:02:00 noted seen=observer\n0:03:00 noted"
    assert [entry.number for entry in case(text).seen] == [1, 3]


def test_closing_ends_what_is_owed_once_customers_are_served(case):
    assert case(IMPACT + "0:45:00 resolved\n1:30:00 noted").over == 45 * 60
    assert case(IMPACT.replace("0:40:00 noted", "0:10:00 resolved\n0:40:00 noted")).over == 40 * 60


def test_severities_follow_one_another(case):
    text = """
        0:05:00 declared severity=SEV-2 commander=you
        0:15:00 severity-changed before=P1 severity=P0
        0:45:00 noted
    """
    spans = case(text).spans
    assert [(span.severity, span.since, span.until) for span in spans] == [
        ("P1", 300, 900),
        ("P0", 900, 2700),
    ]
    assert [case(text).severity(at) for at in (299, 300, 899, 900)] == [None, "P1", "P1", "P0"]


def test_the_first_to_join_who_can_work_on_something(case):
    text = "0:01:00 joined person=carol\n0:02:00 joined person=raj\n0:03:00 joined person=mei"
    assert case(text).joined.at == 120


def test_someone_from_elsewhere_is_taken_to_be_of_use(case):
    assert case("0:01:00 joined person=a-consultant").joined.at == 60


def test_what_somebody_did_unasked_is_not_judged_as_the_seats_decision(case):
    alone = """
    0:06:00 acted-alone person=dario id=c1 change="clear cache" says="Trying this."
    0:06:00 change-started id=c1 change="clear cache" owner=dario
    0:07:00 change-ordered id=c2 change="roll back app" owner=mei
    """
    assert [attempt.id for attempt in case(alone).attempts] == ["c2"]


def test_who_leads_is_there_until_they_leave(case):
    text = "0:03:00 declared severity=P1 commander=you\n0:10:00 command-left person=commander\n"
    stays, leaves = case(text.splitlines()[0]), case(text)
    assert stays.left is None
    assert stays.leads(10**6)
    assert leaves.left.number == 2
    assert leaves.leads(599)
    assert not leaves.leads(600)


CALLED_OFF = """
0:05:00 change-ordered id=c1 change="clear cache" owner=""
0:06:00 change-failed id=c1 change="clear cache" owner=""
0:07:00 change-ordered id=c2 change="clear cache" owner=mei
0:07:00 change-started id=c2 change="clear cache" owner=mei
0:09:00 change-failed id=c2 change="clear cache" owner=mei
"""


def test_an_order_that_was_called_off_before_anybody_had_begun_is_none(case):
    """Whoever thinks better of it in time is not charged with what never happened."""
    played = case(CALLED_OFF)
    assert [attempt.id for attempt in played.attempts] == ["c2"]
    real = replace(played, records=Records(aspects=frozenset({"change"})))
    assert [attempt.id for attempt in real.attempts] == ["c1", "c2"]


RELAPSE = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:03:00 alert-fired alert="inbox" signal="inbox loading" pages=inbox
0:15:00 alert-fired alert="mail" signal="mail delivery" pages=messaging
0:20:00 impact-changed failing=0 arriving=9000 total=180000 seen=truth
1:00:00 impact-changed failing=9000 arriving=0 total=180000 seen=truth
1:30:00 noted
"""


def test_that_it_is_over_the_slowest_dashboard_tells_and_that_it_began_anew_the_quickest(case):
    """Mail is a quarter of an hour behind, the inbox three minutes."""
    made = case(RELAPSE)
    turns = (22, 24, 34, 36, 62, 64)
    assert [made.affected(minute * 60) for minute in turns] == [True, True, True, False, False, True]
    assert [made.seems_well(minute * 60) for minute in turns] == [False, True, True, True, True, False]
    assert made.known_failing(64 * 60) == 9000
