"""What can be named in an exercise, and what else it is called."""

import pytest

from simulator.domain.doctrine import Severity
from simulator.domain.organisation import Signal
from simulator.domain.value import replace
from simulator.grammar import Vocabulary
from simulator.grammar.kinds import NAMED
from tests.grammar.conftest import doctrine, scenario


def values(vocabulary, kind):
    return [name.value for name in vocabulary.kinds[kind].entries]


def test_everything_of_the_scenario_can_be_named(vocabulary):
    assert values(vocabulary, "SEVERITY") == ["P0", "P1", "P2", "P3"]
    assert values(vocabulary, "AUDIENCE") == ["status page", "leadership", "sales", "support"]
    assert values(vocabulary, "PLACE")[-1] == "the release pipeline"
    assert values(vocabulary, "PERSON")[-1] == "commander"
    assert values(vocabulary, "WHO")[0] == "datastores"
    assert vocabulary.journeys == ("send a message", "open the inbox", "search", "log in")


def test_a_journey_and_a_service_of_one_name_are_one_scope(vocabulary):
    assert values(vocabulary, "SCOPE").count("search") == 1


@pytest.mark.parametrize(
    ("called", "means"), [("message delivery", "send a message"), ("shard write time", "db-shards")]
)
def test_whom_it_hits_may_be_said_by_the_name_of_a_signal(called, means, vocabulary):
    assert vocabulary.kinds["SCOPE"].find(called.split()) == (means,)


def test_a_signal_that_is_called_like_a_team_says_nothing_of_whom_it_hits():
    company = scenario().organisation
    named = {**company.signals, "datastores": Signal("datastores", "app", "load", 60, 0.1)}
    watched = replace(scenario(), organisation=replace(company, signals=named))
    assert Vocabulary.of(watched, doctrine()).kinds["SCOPE"].find(["datastores"]) == ()


def test_the_status_page_is_public_and_the_company_is_not(vocabulary):
    assert vocabulary.public == {"status page"}


GUIDED = {"INJECT", "SPEAKER", "SENIOR", "WANT", "SERVICE", "PULL", "SEAT", "STEP"}
"""What only a facilitator names: see test_guiding."""


@pytest.mark.parametrize("kind", sorted(set(NAMED) - {"TOPIC"} - GUIDED))
def test_every_spoken_name_is_read_as_its_own(kind, vocabulary):
    names = vocabulary.kinds[kind]
    for name in names.entries:
        spoken = vocabulary.spoken(kind, name.value)
        assert names.find(spoken.lower().replace("-", " ").replace("é", "e").split()) == (name.value,)


def test_names_of_severities_in_another_process_win_over_counting():
    levels = {
        "SEV1": Severity("SEV1", "", (), "", aliases=("P0",)),
        "SEV2": Severity("SEV2", "", (), "", aliases=("P1",)),
        "minor": Severity("minor", "", (), ""),
    }
    severities = Vocabulary.of(scenario(), replace(doctrine(), severities=levels)).kinds["SEVERITY"]
    found = {
        way: severities.find(way.split()) for way in ("p0", "p1", "p2", "s1", "sev 2", "1", "minor", "p3")
    }
    assert found == {
        "p0": ("SEV1",),
        "p1": ("SEV2",), "p2": ("SEV2",), "s1": ("SEV1",), "sev 2": ("SEV2",), "1": ("SEV1",),
        "minor": ("minor",), "p3": (),
    }  # fmt: skip
