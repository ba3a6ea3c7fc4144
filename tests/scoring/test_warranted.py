"""Which severity was warranted from when, by what could be known then."""

import pytest

from simulator.scoring.warranted import fit, judged_until, phases
from tests.scoring.severity_cases import ALERT, doctrine_with, warranted


def failing(at, count, before=0):
    """From now on so many fail; up to now as many as before."""
    return f"{at} impact-changed failing={count} arriving={before} seen=truth\n"


@pytest.fixture
def run(case, write_stall):
    """What was warranted, as levels and seconds."""

    def found(text, *written, **given):
        judged = case(text, scenario=warranted(write_stall, *written), **given)
        return [("/".join(phase.levels), phase.since) for phase in phases(judged)]

    return found


def test_without_signs_it_is_right_from_the_first_evidence(run):
    assert run(ALERT + "0:30:00 noted", "P1") == [("P1", 120)]


def test_without_evidence_from_the_declaration(run):
    assert run("0:03:00 declared severity=P1 commander=you", "P1") == [("P1", 180)]
    assert run("0:03:00 noted", "P1") == []


def test_nothing_is_due_before_the_first_evidence(run):
    assert run(ALERT + "0:30:00 noted", "P1: at 1m") == [("P1", 120)]


def test_nothing_is_due_after_the_end(run):
    assert run(ALERT + "0:30:00 noted", "P1", "P0: at 30m") == [("P1", 120), ("P0", 1800)]
    assert run(ALERT + "0:30:00 noted", "P1", "P0: at 31m") == [("P1", 120)]


def test_of_those_due_the_last_of_the_list_holds(run):
    rows = ("P2", "P0: at 20m", "P1: at 10m")
    assert run(ALERT + "0:30:00 noted", *rows) == [("P2", 120), ("P1", 600)]


def test_one_that_never_held_is_no_phase(run):
    assert run(ALERT + "0:30:00 noted", "P2", "P1: at 1m") == [("P1", 120)]


def test_the_same_level_again_is_no_new_phase(run):
    assert run(ALERT + "0:30:00 noted", "P1", "SEV-2: at 10m", "P0: at 20m") == [("P1", 120), ("P0", 1200)]


def test_a_phase_ends_where_the_next_begins(case, write_stall):
    judged = case(ALERT + "0:30:00 noted", scenario=warranted(write_stall, "P1", "P0: at 10m"))
    first, last = phases(judged)
    assert (first.until, first.entry, first.because) == (600, 1, "so says P1")
    assert last.until > 10**9


def test_levels_that_are_unknown_are_left_out(run):
    assert run(ALERT + "0:30:00 noted", "code red or P1", "amber: at 10m") == [("P1", 120)]
    assert run(ALERT + "0:30:00 noted", "SEV-1 or P0") == [("P0", 120)]


def test_impact_counts_from_the_first_evidence_while_customers_fail(run):
    text = failing("0:00:00", 2000) + ALERT
    assert run(text + "1:30:00 noted", "P1", "P0: impact for 60m")[1] == ("P0", 3720)
    assert run(text + failing("0:40:00", 0, 2000) + "1:30:00 noted", "P1", "P0: impact for 60m") == [
        ("P1", 120)
    ]


def test_a_pause_that_does_not_hold_ends_no_impact(run):
    text = failing("0:00:00", 2000) + ALERT + failing("0:40:00", 0, 2000)
    short = text + failing("0:45:00", 2000) + "1:30:00 noted"
    long = text + failing("0:55:00", 2000) + "1:30:00 noted"
    assert run(short, "P1", "P0: impact for 60m")[1:] == [("P0", 3720)]
    assert run(long, "P1", "P0: impact for 60m")[1:] == []


def test_how_many_fail_is_known_as_late_as_dashboards_are(case, run, write_stall):
    text = failing("0:00:00", 2000) + ALERT + failing("0:10:00", 10**6, 2000) + "0:30:00 noted"
    (_, since) = run(text, "P1", "P0: 50% failing")[1]
    lag = case(text, scenario=write_stall).view_lag
    assert 600 + lag <= since < 600 + lag + 60


def test_a_share_has_to_last(run):
    burst = (
        failing("0:00:00", 2000) + ALERT + failing("0:10:00", 10**6, 2000) + failing("0:14:00", 2000, 10**6)
    )
    assert run(burst + "0:30:00 noted", "P1", "P0: 50% failing for 5m") == [("P1", 120)]
    assert run(burst + "0:30:00 noted", "P1", "P0: 50% failing for 3m")[1:]


def test_signs_have_to_show_together(run):
    text = failing("0:00:00", 2000) + ALERT + failing("0:20:00", 0, 2000) + "0:40:00 noted"
    assert run(text, "P1", "P0: at 10m and impact for 5m")[1:] == [("P0", 600)]
    assert run(text, "P1", "P0: at 30m and impact for 5m")[1:] == []


def test_without_truth_nobody_knows_how_many_fail(run):
    assert run(ALERT + "2:00:00 noted", "P1", "P0: impact for 5m", "P0: 1% failing") == [("P1", 120)]


def test_what_the_seat_did_not_see_shows_nothing(run):
    text = ALERT + '0:05:00 change-done id=c1 change="restart app" seen=truth\n0:30:00 noted'
    assert run(text, "P1", "P0: 0s after restart app") == [("P1", 120)]


@pytest.mark.parametrize(
    ("level", "levels", "worth"),
    [
        ("P1", ("P1",), 1),
        ("P0", ("P1",), 0.7),
        ("P0", ("P2",), 0.49),
        ("P2", ("P1",), 0),
        ("P2", ("P0", "P1"), 0),
        ("P0", ("P1", "P2"), 0.7),
        ("P1", ("P0", "P1"), 1),
    ],
)
def test_how_well_a_level_fits(intercom, level, levels, worth):
    assert fit(intercom, level, levels) == pytest.approx(worth)


def test_unsure_means_the_higher_under_some_doctrines(intercom):
    strict = doctrine_with(intercom, higher_severity_when_unsure=True)
    assert (fit(strict, "P0", ("P0", "P1")), fit(strict, "P1", ("P0", "P1"))) == (1, 0.8)
    assert fit(strict, "P1", ("P1",)) == 1


def until(case, text):
    return judged_until(case(text))


def test_a_severity_matters_until_customers_are_well(case):
    text = failing("0:00:00", 2000) + ALERT + "0:03:00 declared severity=P1 commander=you\n"
    well = failing("0:20:00", 0, 2000)
    assert until(case, text + "0:30:00 noted") == 1800
    assert until(case, text + well + "0:25:00 called-mitigated\n0:50:00 noted") == 1500
    assert until(case, text + well + "0:30:00 resolved\n0:50:00 noted") == 1800


def test_it_matters_longer_when_it_was_called_mitigated_too_early(case):
    text = failing("0:00:00", 2000) + ALERT + "0:10:00 called-mitigated\n"
    assert 1200 <= until(case, text + failing("0:20:00", 0, 2000) + "0:50:00 noted") <= 1500


def test_without_truth_it_matters_until_mitigated(case):
    text = ALERT + "0:03:00 declared severity=P1 commander=you\n0:10:00 called-mitigated\n0:50:00 noted"
    assert until(case, text) == 600
