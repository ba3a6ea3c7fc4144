"""The shipped files load, with and without libyaml, and hold together."""

from pathlib import Path

import pytest
import yaml

from simulator.authoring import kind_of, read_doctrine, read_organisation, read_scenario
from simulator.authoring.text import compose
from simulator.authoring.text.loader import FastLoader, PureLoader
from simulator.domain.doctrine import Doctrine

SHIPPED = Path(__file__).parents[2] / "scenarios"
FILES = sorted(SHIPPED.rglob("*.yaml"))
DOCTRINES = {path.stem: path for path in (SHIPPED / "doctrines").glob("*.yaml")}
SCENARIOS = sorted(SHIPPED.glob("*.yaml"))


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def organisation(name: str):
    path = SHIPPED / "organisations" / f"{name}.yaml"
    return read_organisation(text(path), path.name)


def doctrine(name: str) -> Doctrine:
    value = read_doctrine(text(DOCTRINES[name]), name).value
    assert value
    return value


def scenario(path: Path):
    company = organisation(yaml.safe_load(text(path))["organisation"]).value
    assert company
    return read_scenario(text(path), path.name, company, DOCTRINES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_first_line_names_the_schema(path):
    first, _, rest = text(path).partition("\n")
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / named).resolve() == SHIPPED / "schemas" / f"{kind_of(rest, '')}.schema.json"
    assert kind_of(rest, "")


@pytest.mark.parametrize("loader", [FastLoader, PureLoader], ids=["fast", "pure"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_loads_without_problems_and_is_called_like_its_file(path, loader, monkeypatch):
    monkeypatch.setattr(compose, "FastLoader", loader)
    kind = kind_of(text(path), path.name)
    if kind == "scenario":
        reading = scenario(path)
    elif kind == "organisation":
        reading = organisation(path.stem)
    else:
        reading = read_doctrine(text(path), path.name)
    assert reading.problems == ()
    assert reading.value.id == path.stem


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_an_outage_is_a_page_or_three(path):
    assert 40 <= len(text(path).splitlines()) <= 180


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_an_outage_cannot_be_learned_by_heart(path):
    outage = scenario(path).value
    assert len(outage.causes) >= 2
    assert outage.inspired_by.source
    assert 2 <= len(outage.first_steps) <= 4
    assert any(inject.trigger == "silence" for inject in outage.injects)


@pytest.mark.parametrize("name", DOCTRINES)
def test_a_doctrine_is_complete(name):
    whole = doctrine(name)
    assert all(points > 0 for points in whole.weights.values())
    assert set(whole.clocks) == {"status page", "leadership", "support", "sales"}
    assert whole.pass_mark < whole.distinction


def test_every_severity_has_a_name_under_every_doctrine():
    for one in DOCTRINES:
        for other in DOCTRINES:
            assert all(doctrine(other).level(name) for name in doctrine(one).severities)


def test_severities_may_differ_in_number_but_not_in_order():
    ranks = [doctrine("pagerduty").rank(name) for name in doctrine("intercom").severities]
    assert ranks == sorted(ranks)


def test_somebody_in_each_office_can_read_every_service():
    parley = organisation("parley").value
    for site in parley.sites:
        known = {place for person in parley.people.values() if person.site == site for place in person.knows}
        assert set(parley.services) <= known


def test_commanders_are_on_call_in_office_hours():
    parley = organisation("parley").value
    trained = [person for person in parley.people.values() if person.role == "commander"]
    assert [sum(person.site == site for person in trained) for site in parley.sites] == [4, 4]
    assert parley.rotas["commanders"].otherwise == ()


def test_every_kind_of_change_can_be_ordered():
    parley = organisation("parley").value
    kinds = {change.kind for change in parley.runbook.values()}
    assert kinds == {
        "rollback", "failover", "flag", "cache", "restart", "scale", "throttle",
        "config", "job", "block", "hotfix", "infrastructure", "restore",
    }  # fmt: skip
