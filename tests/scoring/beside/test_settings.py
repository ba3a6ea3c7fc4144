"""In what two doctrines differ, and what a doctrine becomes when it takes one setting from the other."""

import pytest

from simulator.authoring import read_doctrine
from simulator.domain.doctrine import Role
from simulator.domain.value import replace
from simulator.scoring.beside import differing, swapped
from tests.scoring.conftest import SHIPPED


@pytest.fixture(scope="module")
def doctrines():
    def read(name):
        return read_doctrine((SHIPPED / f"doctrines/{name}.yaml").read_text("utf-8"), name).value

    return {name: read(name) for name in ("intercom", "pagerduty", "gitlab", "nims")}


def named(settings):
    return {one.name: one for one in settings}


@pytest.mark.parametrize("name", ["intercom", "pagerduty", "gitlab", "nims"])
def test_a_doctrine_does_not_differ_from_itself(doctrines, name):
    assert differing(doctrines[name], doctrines[name]) == ()


def test_a_threshold_is_told_in_its_unit_with_both_sources(doctrines):
    found = named(differing(doctrines["intercom"], doctrines["pagerduty"]))
    sitrep = found["sitrep every"]
    assert (sitrep.kind, sitrep.here, sitrep.there) == ("threshold", "15 min", "10 min")
    assert sitrep.source_there == "deputy training - call out the state every 10 minutes"
    assert sitrep.about.startswith("how old the last situation report may be")


@pytest.mark.parametrize(
    ("threshold", "value", "says"),
    [
        ("tolerated regret", 0.07, "7 %"),
        ("cadence grace", 1.5, "1.5"),
        ("undo within", 90, "1m30s"),
        ("undo within", 30, "30 s"),
        ("undo within", 120, "2 min"),
    ],
)
def test_shares_and_numbers_are_told_as_such(doctrines, threshold, value, says):
    ours = doctrines["intercom"]
    theirs = replace(
        ours,
        thresholds={**ours.thresholds, threshold: replace(ours.thresholds[threshold], value=value)},
    )
    (one,) = differing(ours, theirs)
    assert (one.name, one.there) == (threshold, says)


def test_a_clock_is_told_at_the_levels_asked_for_each_in_its_own_name(doctrines):
    found = named(differing(doctrines["intercom"], doctrines["nims"], ["P1"]))
    assert found["status page"].here.startswith("P1: first within 10 min, then every 30 min (investigating)")
    assert found["status page"].there.startswith("Type 2: first within 15 min, then every 30 min")
    assert "P0" not in found["status page"].here


def test_a_clock_that_differs_elsewhere_only_is_told_there(doctrines):
    found = named(differing(doctrines["pagerduty"], doctrines["nims"], ["SEV-5"]))
    assert "SEV-1" in found["sales"].here


def test_a_level_that_only_goes_on_telling_is_told_as_such(doctrines):
    ours = doctrines["intercom"]
    told = replace(ours.clocks["sales"], then={**ours.clocks["sales"].then, "P2": {"investigating": 3600}})
    found = named(differing(replace(ours, clocks={"sales": told}), doctrines["nims"], ["P2"]))
    assert found["sales"].here.startswith("P2: once told every 1 h")
    assert found["sales"].there == "Type 3: nothing owed"


def test_an_audience_that_only_one_of_them_knows_is_owed_nothing_by_the_other(doctrines):
    ours = doctrines["intercom"]
    theirs = replace(ours, clocks={k: v for k, v in ours.clocks.items() if k != "sales"})
    (one,) = differing(ours, theirs, ["P1"])
    assert (one.kind, one.name, one.there, one.source_there) == ("clock", "sales", "P1: nothing owed", "")
    assert "sales" not in swapped(ours, theirs, one).clocks
    (other,) = differing(theirs, ours, ["P1"])
    assert swapped(theirs, ours, other).clocks["sales"].first == ours.clocks["sales"].first


def test_switches_and_easy_kinds_rest_on_the_doctrines_source(doctrines):
    found = named(differing(doctrines["intercom"], doctrines["pagerduty"]))
    hands = found["commander may direct diagnosis"]
    assert (hands.kind, hands.here, hands.there) == ("switch", "yes", "no")
    assert hands.source_there == doctrines["pagerduty"].source
    assert "restart" in found["easy kinds"].there
    assert swapped(doctrines["intercom"], doctrines["pagerduty"], hands).switches[hands.name] is False


def test_a_role_is_exchanged_with_the_levels_renamed(doctrines):
    ours, theirs = doctrines["intercom"], doctrines["nims"]
    scribe = named(differing(ours, theirs))["scribe"]
    assert (scribe.here, scribe.there) == ("never required", "at Type 1 and Type 2")
    mixed = swapped(ours, theirs, scribe)
    assert mixed.roles["scribe"].required_at == ("P0", "P1")
    assert {**mixed.roles, "scribe": None} == {**ours.roles, "scribe": None}


def test_a_role_that_only_they_have_is_added(doctrines):
    ours = doctrines["intercom"]
    theirs = replace(ours, roles={**ours.roles, "clerk": Role("clerk", "Notes.", ("P0",), "ours")})
    (one,) = differing(ours, theirs)
    assert (one.name, one.here, one.source_here) == ("clerk", "never required", "")
    assert swapped(ours, theirs, one).roles["clerk"].required_at == ("P0",)


@pytest.mark.parametrize("other", ["pagerduty", "gitlab", "nims"])
def test_what_has_been_exchanged_differs_no_more(doctrines, other):
    ours, theirs = doctrines["intercom"], doctrines[other]
    for setting in differing(ours, theirs):
        left = {(one.kind, one.name) for one in differing(swapped(ours, theirs, setting), theirs)}
        assert (setting.kind, setting.name) not in left
        assert len(left) == len(differing(ours, theirs)) - 1
