"""A doctrine's file becomes a doctrine."""

import pytest

from simulator.authoring.shapes.axes import rules_and_axes
from simulator.authoring.shapes.thresholds import OURS
from simulator.domain.doctrine import AXES


@pytest.fixture(scope="module")
def plain(read, texts):
    return read("doctrine", texts["doctrine"]).value


def test_severities_highest_first(plain):
    assert list(plain.severities) == ["high", "low"]
    assert plain.severities["low"].rises_when == ("it spreads",)
    assert plain.severities["high"].examples == ("all is down",)


def test_a_severity_has_other_names(plain):
    assert plain.level("P1") == "high"
    assert plain.rank("P1") == plain.rank("high") == 0
    with pytest.raises(KeyError):
        plain.level("P9")


def test_roles_and_switches(plain):
    assert plain.roles["commander"].required_at == ("high",)
    assert plain.switches == {
        "commander may direct diagnosis": True,
        "commander may touch production": False,
        "commander approves posts": True,
        "recovery times in public": False,
        "higher severity when unsure": True,
    }


def test_a_clock_per_severity_and_state(plain):
    page = plain.clocks["status page"]
    assert page.first == {"high": 600, "low": 600}
    assert page.then["high"] == {"investigating": 1200, "monitoring": 2400}
    assert page.then["low"] == {"investigating": 3600, "identified": 3600, "monitoring": 3600}


def test_a_clock_that_is_the_same_for_all(plain):
    support = plain.clocks["support"]
    assert support.first == {"high": 600, "low": 600}
    assert support.then["low"]["identified"] == 1800


def test_a_severity_without_obligation(plain):
    assert plain.clocks["leadership"].first == {"high": 900}
    assert "low" not in plain.clocks["leadership"].then


def test_thresholds_in_seconds_shares_and_numbers(plain):
    assert plain.threshold("declare within") == 300
    assert plain.threshold("tolerated regret") == 0.04
    assert plain.threshold("cadence grace") == 1.25
    assert all(threshold.source for threshold in plain.thresholds.values())


def test_weights_by_rule(plain):
    assert plain.weights["one-change-at-a-time"] == 30
    assert plain.weights["check-hazards"] == 0
    assert plain.weights["sitreps"] == 0
    assert len(plain.weights) + len(AXES) == len(rules_and_axes())


def test_a_threshold_that_is_left_out_is_the_judges_own(plain):
    """Doctrines in old recordings were written before the rules that read it."""
    assert plain.threshold("sitrep every") == 15 * 60
    assert plain.threshold("reports at most") == 7
    assert plain.thresholds["sitrep every"].source == OURS


def test_grade_and_easy_kinds(plain):
    assert (plain.pass_mark, plain.distinction) == (70, 90)
    assert plain.easy_kinds == ("rollback", "failover")
