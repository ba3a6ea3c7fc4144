"""First post: each audience within its own clock."""

import pytest

from simulator.scoring.rules import first_post as rule

ALERT = '0:00:00 alert-fired alert="app errors" signal="app errors" pages=product\n'


def declared(severity="P1", at="0:02:00"):
    return ALERT + f"{at} declared severity={severity} commander=you\n"


def posted(at, audience="status page", state="investigating"):
    return f'{at} posted audience="{audience}" state={state}\n'


def mark_of(judge, audience, text):
    """The mark of an audience; None when nothing was owed to it."""
    found = [mark for mark in judge(rule, text) if mark.summary.startswith(audience)]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("at", "earned"), [("0:03:00", 1), ("0:12:00", 1), ("0:22:00", 0.5), ("0:32:00", 0), ("1:00:00", 0)]
)
def test_customers_hear_within_ten_minutes_of_a_p1(judge, at, earned):
    assert mark_of(judge, "Customers", declared() + posted(at)).earned == pytest.approx(earned)


@pytest.mark.parametrize(
    ("audience", "begins", "fine", "late"),
    [
        ("status page", "Customers", "0:12:00", "0:13:00"),
        ("support", "Support", "0:17:00", "0:18:00"),
        ("leadership", "Leadership", "0:22:00", "0:23:00"),
        ("sales", "Sales", "0:32:00", "0:33:00"),
    ],
)
def test_each_audience_has_its_own_clock(judge, audience, begins, fine, late):
    assert mark_of(judge, begins, declared() + posted(fine, audience)).earned == 1
    assert mark_of(judge, begins, declared() + posted(late, audience)).earned < 1


def test_a_severity_without_a_clock_owes_nothing(judge):
    assert mark_of(judge, "Leadership", declared("P2") + "2:00:00 noted") is None
    assert judge(rule, declared("P3") + "2:00:00 noted") == ()


def test_never_hearing_earns_nothing_once_it_was_due(judge):
    assert mark_of(judge, "Customers", declared() + "0:11:59 noted") is None
    mark = mark_of(judge, "Customers", declared() + "0:12:00 noted")
    assert (mark.earned, mark.evidence) == (0, (2,))
    assert mark.summary == "Customers never heard of it; the first update was due by 0:12:00."


def test_an_incident_that_is_over_owes_nothing_more(points):
    assert points(rule, declared() + "0:10:00 resolved\n2:00:00 noted") is None


def test_closing_the_file_while_customers_fail_ends_nothing(judge):
    failing = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n"
    text = failing + declared() + "0:05:00 resolved\n2:00:00 noted"
    assert mark_of(judge, "Customers", text).earned == 0


def test_a_rise_in_severity_brings_the_first_post_nearer(judge):
    """P2 is due at 22, but a P1 from 5 on is due at 15."""
    rise = declared("P2") + "0:05:00 severity-changed before=P2 severity=P1\n"
    assert mark_of(judge, "Customers", rise + posted("0:15:00")).earned == 1
    assert mark_of(judge, "Customers", rise + posted("0:18:00")).earned < 1


def test_a_rise_that_comes_late_does_not_move_it_away(judge):
    """P2 is due at 22; a P1 from 20 on would be due at 30."""
    rise = declared("P2") + "0:20:00 severity-changed before=P2 severity=P1\n"
    assert mark_of(judge, "Customers", rise + posted("0:22:00")).earned == 1
    assert mark_of(judge, "Customers", rise + posted("0:29:00")).earned < 1


def test_a_fall_counts_the_longer_limit_from_the_declaration(judge):
    fall = declared("P1") + "0:10:00 severity-changed before=P1 severity=P2\n"
    assert mark_of(judge, "Customers", fall + posted("0:22:00")).earned == 1
    assert mark_of(judge, "Customers", fall + posted("0:23:00")).earned < 1


def test_changing_the_severity_to_and_fro_wins_no_time(judge):
    swings = "".join(
        f"0:{minute:02}:00 severity-changed before={a} severity={b}\n"
        for minute, a, b in (
            (8, "P1", "P2"),
            (9, "P2", "P1"),
            (16, "P1", "P2"),
            (17, "P2", "P1"),
            (25, "P1", "P2"),
        )
    )
    assert mark_of(judge, "Customers", declared("P1") + swings + posted("0:30:00")).earned < 1


def test_other_names_of_a_severity_bind_as_well(judge):
    assert mark_of(judge, "Customers", declared("SEV-2") + "0:12:00 noted").earned == 0


def test_a_severity_nobody_knows_binds_nobody(judge):
    assert judge(rule, declared("purple") + "2:00:00 noted") == ()


def test_an_incident_never_declared_is_held_to_the_least_severity_that_binds(judge):
    """Due to be declared by 5; a P2 is due 20 after that."""
    assert mark_of(judge, "Customers", ALERT + "0:24:59 noted") is None
    assert mark_of(judge, "Customers", ALERT + "0:25:00 noted").earned == 0
    assert mark_of(judge, "Leadership", ALERT + "2:00:00 noted") is None


@pytest.mark.parametrize("minor", ["P3", "purple"])
def test_declaring_a_large_outage_a_minor_defect_escapes_no_clock(judge, minor):
    large = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n"
    small = "0:00:00 impact-changed failing=90 arriving=90 seen=truth\n"
    assert mark_of(judge, "Customers", large + declared(minor) + "2:00:00 noted").earned == 0
    assert judge(rule, small + declared(minor) + "2:00:00 noted") == ()


def test_a_post_before_the_declaration_is_in_time(judge):
    early = ALERT + posted("0:01:00") + "0:02:00 declared severity=P1 commander=you\n"
    assert mark_of(judge, "Customers", early).earned == 1


def test_declaring_late_wins_no_time(judge):
    """Due to be declared by 5, so customers were due to hear by 15."""
    late = declared(at="0:20:00") + posted("0:25:00")
    mark = mark_of(judge, "Customers", late)
    assert mark.earned == pytest.approx(0.5)
    assert mark.summary == "Customers first heard at 0:25:00, 20 min in; due by 0:15:00."


def test_without_trouble_or_declaration_nothing_is_owed(points):
    assert points(rule, "2:00:00 noted") is None


def test_who_hears_only_after_the_close_hears_late_and_not_never(judge):
    """Due by 12, closed at 20: at 22 half is lost, as while it lasted; at 40 all."""
    closed = declared() + "0:20:00 resolved\n"
    mark = mark_of(judge, "Customers", closed + posted("0:22:00", state="resolved") + "1:00:00 noted")
    assert mark.earned == pytest.approx(0.5)
    assert mark.summary == "Customers first heard at 0:22:00, 20 min in; due by 0:12:00."
    late = mark_of(judge, "Customers", closed + posted("0:40:00", state="resolved") + "1:00:00 noted")
    assert (late.earned, late.summary[:32]) == (0, "Customers first heard at 0:40:00")


def test_whoever_was_owed_nothing_by_the_close_is_told_the_end_for_nothing(judge):
    closed = declared() + "0:10:00 resolved\n"
    text = closed + posted("0:40:00", state="resolved") + "1:00:00 noted"
    assert mark_of(judge, "Customers", text) is None
