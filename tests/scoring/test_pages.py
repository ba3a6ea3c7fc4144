"""Every rule's page holds a timeline that earns and one that loses; both are run here."""

import pytest

from simulator.scoring.documentation import documentation, page
from simulator.scoring.rules import RULES

EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)


@EACH
def test_the_passing_timeline_earns_everything(rule, points):
    assert points(rule, page(rule).passes) >= 0.95


@EACH
def test_the_failing_timeline_earns_little(rule, points):
    assert points(rule, page(rule).fails) <= 0.35


@EACH
def test_every_mark_is_of_its_rule_and_cites_lines_that_exist(rule, judge, case):
    for text in (page(rule).passes, page(rule).fails):
        lines = {entry.number for entry in case(text).entries}
        for mark in judge(rule, text):
            assert (mark.rule, mark.axis) == (rule.NAME, rule.AXIS)
            assert mark.evidence
            assert lines.issuperset(mark.evidence)
            assert mark.summary[0].isupper() or mark.summary[0] == "'"
            assert mark.summary.endswith(".")


@EACH
def test_every_rule_is_worth_points_in_the_doctrine(rule, intercom):
    assert intercom.weights[rule.NAME] > 0


def test_the_doctrine_gives_no_points_for_a_rule_that_is_not_there(intercom):
    assert set(intercom.weights) == {rule.NAME for rule in RULES}


@EACH
def test_the_file_of_a_rule_is_called_like_the_rule(rule):
    assert rule.__name__.rpartition(".")[2] == rule.NAME.replace("-", "_")


@EACH
def test_every_rule_has_a_file_of_tests(rule, request):
    module = rule.NAME.replace("-", "_")
    assert (request.path.parent / "rules" / f"test_{module}.py").is_file()


@EACH
def test_the_reference_shows_each_rule_in_full(rule):
    text, one = documentation(), page(rule)
    for part in (one.title, one.name, one.rule, one.why, one.exception, one.passes, one.fails):
        assert part in text


def test_a_docstring_without_its_parts_is_refused(monkeypatch):
    rule = RULES[0]
    monkeypatch.setattr(rule, "__doc__", "A title: and nothing else.")
    with pytest.raises(ValueError, match="'one-change-at-a-time' lacks Why, Exception, Pass, Fail"):
        page(rule)
