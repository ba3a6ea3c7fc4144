"""Right severity: the level against what could be known, at the declaration and from then on."""

import pytest

from simulator.domain.records import Records
from simulator.domain.value import replace
from simulator.scoring.rules import right_severity as rule
from tests.scoring.severity_cases import ALERT, FAILING, doctrine_with, warranted


@pytest.fixture
def judged(judge, write_stall):
    """The marks under the severities that are written."""

    def marks(text, *written, **given):
        return judge(rule, text, scenario=warranted(write_stall, *(written or ("P1",))), **given)

    return marks


def declared(level, at="0:03:00"):
    return ALERT + f"{at} declared severity={level} commander=you\n"


def changed(at, before, after):
    return f"{at} severity-changed before={before} severity={after}\n"


SHORT = "0:08:30 noted\n"
LONG = "0:28:00 noted\n"


@pytest.mark.parametrize(("level", "earned"), [("P0", 0.7), ("P1", 1), ("P2", 0), ("P3", 0)])
def test_a_level_too_low_earns_nothing_and_one_too_high_a_half(judged, level, earned):
    (mark,) = judged(declared(level) + SHORT)
    assert mark.earned == earned
    assert (mark.evidence, mark.at, mark.weight) == ((1, 2), 480, 1)


def test_each_level_too_high_halves_it(judged):
    (mark,) = judged(declared("P0") + SHORT, "P2")
    assert mark.earned == pytest.approx(0.49)


def test_an_alias_is_the_level_it_stands_for(judged):
    (mark,) = judged(declared("P1") + SHORT, "SEV-2")
    assert mark.summary == "Declared P1 at 0:03:00; P1 was right: so says SEV-2."


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("P1", "Declared P1 at 0:03:00; P1 was right: so says P1."),
        ("P0", "Declared P0 at 0:03:00; P1 was right, and it was too high: so says P1."),
        ("P2", "Declared P2 at 0:03:00; P1 was right, and it was too low: so says P1."),
    ],
)
def test_the_mark_says_what_was_right_and_why(judged, level, told):
    assert judged(declared(level) + SHORT)[0].summary == told


def test_one_revision_soon_after_is_free(judged):
    (mark,) = judged(declared("P3") + changed("0:08:00", "P3", "P1") + SHORT)
    assert mark.earned == 1
    assert mark.summary == "Declared at 0:03:00, set to P1 at 0:08:00; P1 was right: so says P1."
    assert mark.evidence == (1, 2, 3)


def test_a_revision_that_comes_later_is_not(judged):
    opened, held = judged(declared("P3") + changed("0:13:00", "P3", "P1") + LONG)
    assert (opened.earned, opened.at) == (0, 480)
    assert (held.earned, held.at) == (0.75, 480)
    assert held.evidence == (1, 2)
    assert held.summary == (
        "P3 stood from 0:08:00 to 0:13:00, for 5 min; P1 was right, and it was too low: so says P1. "
        "A right level stood for 15 min of 20 min."
    )


@pytest.mark.parametrize(
    ("level", "unsure", "earned"), [("P0", True, 1), ("P1", True, 0.8), ("P1", False, 1)]
)
def test_of_two_that_can_be_defended_the_doctrine_may_want_the_higher(
    judged, intercom, level, unsure, earned
):
    doctrine = doctrine_with(intercom, higher_severity_when_unsure=unsure)
    (mark,) = judged(declared(level) + SHORT, "P1 or P0", doctrine=doctrine)
    assert mark.earned == earned


def test_the_lower_of_two_is_told_apart_from_a_wrong_one(judged, intercom):
    doctrine = doctrine_with(intercom, higher_severity_when_unsure=True)
    (mark,) = judged(declared("P1") + SHORT, "P1 or P0", doctrine=doctrine)
    assert "P1 or P0 could be defended, and unsure means the higher: so says P1 or P0." in mark.summary


def test_what_stood_counts_by_the_time_for_which_it_stood(judged):
    text = declared("P2") + changed("0:13:00", "P2", "P0") + LONG
    opened, held = judged(text, "P2")
    assert opened.earned == 1
    assert held.earned == pytest.approx(0.25 + 0.75 * 0.49)
    assert held.evidence == (1, 3)
    assert held.summary.startswith("P0 stood from 0:13:00 to 0:28:00, for 15 min; P2 was right")


def test_of_two_stretches_as_bad_the_first_is_told(judged):
    text = declared("P1") + changed("0:10:00", "P1", "P0") + changed("0:15:00", "P0", "P1")
    (_, held) = judged(text + changed("0:20:00", "P1", "P0") + "0:25:00 noted")
    assert held.at == 600


def test_what_stood_for_less_than_a_revision_may_take_is_not_judged(judged):
    assert len(judged(declared("P1") + "0:12:59 noted")) == 1
    assert len(judged(declared("P1") + "0:13:00 noted")) == 2


def test_to_be_late_with_a_rise_is_not_judged_here(judged):
    text = declared("P1") + "0:08:00 change-done id=c1 change=restart\n0:28:00 noted\n"
    opened, held = judged(text.replace("restart", '"restart app"'), "P1", "P0: 10m after restart app")
    assert (opened.earned, held.earned) == (1, 1)
    assert held.summary.startswith("P1 stood from 0:08:00 to 0:18:00")


def test_what_was_too_low_from_the_beginning_stays_so_after_a_rise(judged):
    text = declared("P2") + '0:08:00 change-done id=c1 change="restart app"\n0:28:00 noted\n'
    assert judged(text, "P1", "P0: 10m after restart app")[1].earned == 0


def test_what_was_right_before_a_fall_has_time_to_follow(judged):
    text = declared("P1") + '0:08:00 change-done id=c1 change="restart app"\n{} noted\n'
    rows = ("P1", "P2: 10m after restart app")
    assert judged(text.format("0:23:00"), *rows)[1].earned == 1
    assert judged(text.format("0:28:00"), *rows)[1].earned == pytest.approx((10 + 5 * 0.7) / 15)


def test_a_rise_before_it_was_due_was_too_high_then(judged):
    text = (
        declared("P1") + changed("0:13:00", "P1", "P0") + '0:08:00 change-done id=c1 change="restart app"\n'
    )
    lines = sorted((text + "0:28:00 noted").splitlines())
    held = judged("\n".join(lines), "P1", "P0: 10m after restart app")[1]
    assert held.earned == pytest.approx((5 + 5 * 0.7 + 10) / 20)


def test_the_declaration_is_held_against_what_had_shown_by_then(judged):
    text = '0:01:00 change-done id=c1 change="restart app"\n' + declared("P0") + SHORT
    (mark,) = judged(text.replace("0:01", "0:02"), "P1", "P0: 1s after restart app")
    assert mark.earned == 1


def test_never_declared_earns_nothing_once_it_was_due(judged):
    (mark,) = judged(FAILING + ALERT + "0:07:00 noted")
    assert (mark.earned, mark.evidence, mark.at) == (0, (2,), 420)
    assert mark.summary == "No severity was ever set; P1 was right: so says P1."
    assert not judged(FAILING + ALERT + "0:06:59 noted")


def test_a_blip_needs_no_severity(judged):
    assert not judged(FAILING + ALERT + "0:04:00 impact-changed failing=0 seen=truth\n0:30:00 noted")


def test_a_timeline_without_truth_that_was_never_declared(judged):
    assert judged(ALERT + "0:30:00 noted")[0].earned == 0


def test_where_declarations_are_not_recorded_a_missing_one_is_no_fault(case, write_stall):
    silent = case(ALERT + "0:30:00 noted", scenario=warranted(write_stall, "P1"))
    assert not list(rule.marks(replace(silent, records=Records(frozenset({"alert"})))))
    assert list(rule.marks(replace(silent, records=Records(frozenset({"declare"})))))


@pytest.mark.parametrize("text", ["0:30:00 noted\n", ""])
def test_a_quiet_day_has_no_severity(judged, text):
    assert not judged(text)


def test_where_nothing_is_written_nothing_is_judged(judge, write_stall):
    assert not judge(rule, declared("P3") + LONG, scenario=warranted(write_stall))


def test_levels_that_the_doctrine_does_not_know_bind_nobody(judged):
    assert not judged(declared("P1") + LONG, "code red")
    assert not judged(declared("amber") + LONG)


def test_an_unknown_level_does_not_count_for_the_time_it_stood(judged):
    text = declared("P1") + changed("0:13:00", "P1", "amber") + LONG
    assert [mark.earned for mark in judged(text)] == [1, 1]


def test_after_recovery_the_severity_no_longer_matters(judged):
    well = "0:20:00 impact-changed failing=0 seen=truth\n0:22:00 called-mitigated\n"
    text = FAILING + declared("P1") + well + changed("0:23:00", "P1", "P3") + "1:00:00 noted"
    assert [mark.earned for mark in judged(text)] == [1, 1]


def test_mitigated_too_early_ends_nothing(judged):
    text = FAILING + declared("P1") + "0:13:00 called-mitigated\n" + changed("0:13:10", "P1", "P3")
    assert judged(text + "1:00:00 noted")[1].earned < 0.2


def test_a_level_that_is_kept_after_recovery_is_told_as_kept_until_that_was_said(judged):
    """What was right is so until it is called mitigated; that customers failed meanwhile is not said."""
    well = "0:20:00 impact-changed failing=0 seen=truth\n"
    text = FAILING + declared("P1") + well
    said = judged(text + "0:40:00 called-mitigated\n1:00:00 noted")[1]
    assert said.earned == 1
    assert said.summary == (
        "P1 stood from 0:08:00 to 0:40:00, for 32 min; P1 was right: so says P1, up to 0:22:00; "
        "customers were known to be well from then on, and it was kept until it was called mitigated."
    )
    assert "and it was kept until 0:50:00." in judged(text + "0:50:00 resolved\n1:00:00 noted")[1].summary
    assert "known to be well" not in judged(text + "0:32:00 called-mitigated\n1:00:00 noted")[1].summary


def test_a_short_stretch_of_a_wrong_level_that_earns_nearly_all_says_why(judged):
    text = declared("P0") + changed("0:14:00", "P0", "P1") + "2:08:00 noted"
    held = judged(text)[1]
    assert held.earned > 0.95
    assert held.summary == (
        "P0 stood from 0:08:00 to 0:14:00, for 6 min; P1 was right, and it was too high: so says P1. "
        "A right level stood for 1 h 54 min of 2 h."
    )
