"""Which marks come out otherwise under another doctrine, and which settings make it so."""

import pytest

from simulator.domain.value import replace
from simulator.scoring.beside import rules_beside
from simulator.scoring.beside.reads import Noted
from simulator.scoring.case import Case
from simulator.scoring.score import score

PLAY = """
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:09:00 declared severity=P1 commander=you
0:17:00 posted audience="status page" state=investigating scope="send a message"
1:10:00 noted text="going on"
"""


@pytest.fixture
def beside(case, intercom):
    """The rules under intercom and a doctrine made from it, by name."""

    def found(text=PLAY, **changes):
        other = replace(intercom, id="other", **changes)
        here = case(text)
        there = Case(here.scenario, other, here.entries)
        return {one.rule: one for one in rules_beside(here, other, score(here), score(there))}

    return found


def threshold(intercom, **values):
    """Thresholds with some of them changed; blanks are written as `_`."""
    changed = {name.replace("_", " "): value for name, value in values.items()}
    return {
        name: replace(one, value=changed.get(name, one.value), source=f"their {name}")
        for name, one in intercom.thresholds.items()
    }


def test_under_the_same_doctrine_nothing_differs(beside):
    for rule in beside().values():
        assert rule.pairs == ()
        assert rule.reasons == ()
        assert rule.share_here == rule.share_there


def test_a_threshold_is_named_as_the_reason_where_it_changes_the_marks(beside, intercom):
    rules = beside(thresholds=threshold(intercom, declare_within=600, undo_within=60))
    late = rules["declare-early"]
    (pair,) = late.pairs
    assert pair.here.earned < 1 == pair.there.earned
    assert [(one.name, one.here, one.there) for one in late.reasons] == [
        ("declare within", "5 min", "10 min")
    ]
    assert late.reasons[0].source_there == "their declare within"
    assert not late.together


def test_what_a_rule_reads_without_effect_is_no_reason(beside, intercom):
    rules = beside(thresholds=threshold(intercom, cadence_grace=1.3, declare_within=600))
    assert [one.name for one in rules["declare-early"].reasons] == ["declare within"]
    assert rules["cadence"].pairs == () or "cadence grace" in {r.name for r in rules["cadence"].reasons}


def test_a_clock_is_the_reason_for_news_that_is_late_for_one_of_them(beside, intercom):
    public = intercom.clocks["status page"]
    slow = {**intercom.clocks, "status page": replace(public, first={**public.first, "P1": 300})}
    rules = beside(clocks=slow)
    assert [(one.kind, one.name) for one in rules["first-post"].reasons] == [("clock", "status page")]


def test_roles_are_put_together_by_what_they_are_about(beside, intercom):
    roles = {
        name: replace(role, required_at=("P0", "P1")) if name in ("scribe", "deputy") else role
        for name, role in intercom.roles.items()
    }
    rules = beside(PLAY.replace("0:17", "0:10:00 joined person=bo\n0:17"), roles=roles)
    pairs = rules["fill-roles"].pairs
    assert [pair.here for pair in pairs] == [None, None]
    assert {pair.there.summary.split(" was")[0] for pair in pairs} == {"The scribe", "The deputy"}
    assert {one.name for one in rules["fill-roles"].reasons} == {"scribe", "deputy"}


def test_a_rule_without_points_in_one_of_them_has_no_score_there_and_no_setting_to_blame(beside, intercom):
    rules = beside(weights={**intercom.weights, "declare-early": 0})
    rule = rules["declare-early"]
    assert rule.there is None
    assert rule.share_there == 0
    assert [pair.there for pair in rule.pairs] == [None]
    assert rule.reasons == ()


def test_weights_change_the_share_and_no_mark(beside, intercom):
    rule = beside(weights={**intercom.weights, "declare-early": 90})["declare-early"]
    assert rule.pairs == ()
    assert rule.share_there > rule.share_here


def test_settings_that_act_only_in_company_are_named_together(beside, intercom):
    people = ("bo", "raj", "mei", "ana", "orla")
    text = "0:03:00 declared severity=P1 commander=you\n"
    text += "".join(f"0:05:00 joined person={one}\n" for one in people)
    for kind, at in (("started", "0:06:00"), ("ended", "0:10:00")):
        for one in people:
            text += f"{at} task-{kind} task={one} what=investigate subject=app owner={one}\n"
    rules = beside(
        text + "0:12:00 noted text=on", thresholds=threshold(intercom, reports_at_most=3, crowded_at_most=60)
    )
    crowd = rules["span-of-control"]
    assert crowd.together
    assert {one.name for one in crowd.reasons} == {"reports at most", "crowded at most"}


def test_noted_names_are_those_that_were_asked_for():
    noted = Noted({"a": 1, "b": 2})
    assert noted["a"] == 1
    assert noted.asked == {"a"}
    assert (len(noted), list(noted), noted.get("c")) == (2, ["a", "b"], None)
    assert [value for _, value in noted.items()] == [1, 2]
    assert noted.asked >= {"a", "b"}
