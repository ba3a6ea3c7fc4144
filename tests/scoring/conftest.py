"""Judging a timeline written as text: Parley, its outage `write-stall`, the doctrine `intercom`."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from simulator.authoring import read_doctrine, read_organisation, read_scenario
from simulator.domain.notation import read_timeline
from simulator.domain.scenario import Scenario
from simulator.scoring.case import Case

SHIPPED = Path(__file__).parents[2] / "scenarios"


def _text(path):
    return (SHIPPED / path).read_text("utf-8")


@pytest.fixture(scope="session")
def parley():
    reading = read_organisation(_text("organisations/parley.yaml"), "parley.yaml")
    assert not reading.problems
    return reading.value


@pytest.fixture(scope="session")
def intercom():
    reading = read_doctrine(_text("doctrines/intercom.yaml"), "intercom.yaml")
    assert not reading.problems
    return reading.value


@pytest.fixture(scope="session")
def write_stall(parley):
    reading = read_scenario(_text("write-stall.yaml"), "write-stall.yaml", parley, {"intercom", "pagerduty"})
    assert not reading.problems
    return reading.value


@pytest.fixture(scope="session")
def outage() -> Callable[[str], Scenario]:
    """A shipped outage by its id, with its own organisation."""

    @cache
    def read(name: str) -> Scenario:
        text = _text(f"{name}.yaml")
        company = next(
            line.split(":")[1].strip() for line in text.splitlines() if line.startswith("organisation:")
        )
        organisation = read_organisation(_text(f"organisations/{company}.yaml"), f"{company}.yaml").value
        assert organisation is not None
        reading = read_scenario(text, f"{name}.yaml", organisation, {"intercom", "pagerduty", "gitlab"})
        assert reading.value is not None
        return reading.value

    return read


@pytest.fixture(scope="session")
def case(write_stall, intercom) -> Callable[..., Case]:
    """A case from a timeline's text."""

    def made(text, scenario=None, doctrine=None):
        return Case(scenario or write_stall, doctrine or intercom, read_timeline(text))

    return made


@pytest.fixture(scope="session")
def judge(case):
    """The marks of one rule on a timeline's text."""

    def judged(rule, text, **given):
        return tuple(rule.marks(case(text, **given)))

    return judged


@pytest.fixture(scope="session")
def points(judge):
    """What one rule gives a timeline's text, 0 to 1; None when there was nothing to judge."""

    def pointed(rule, text, **given):
        marks = judge(rule, text, **given)
        total = sum(mark.weight for mark in marks)
        return sum(mark.earned * mark.weight for mark in marks) / total if marks else None

    return pointed
