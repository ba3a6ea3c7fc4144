"""Accounts and surveys of invented incidents."""

import json
from pathlib import Path

import pytest

from simulator.authoring import read_doctrine
from simulator.authoring.history import read_histories
from simulator.debrief.real import account, reviewed, survey

ROOT = Path(__file__).parents[3]
REPORTS = ROOT / "reports"


@pytest.fixture(scope="session")
def intercom():
    text = (ROOT / "scenarios" / "doctrines" / "intercom.yaml").read_text("utf-8")
    return read_doctrine(text, "intercom.yaml").value


def updates(*posts, day="2026-03-04"):
    """The updates of a status page from `hh:mm state text` lines."""
    parts = [(*post.split(" ", 2), "")[:3] for post in posts]
    return [{"created_at": f"{day}T{at}:00Z", "status": state, "body": text} for at, state, text in parts]


@pytest.fixture(scope="session")
def page():
    """An incident of a status page; more fields of it by name."""

    def made(*posts, day="2026-03-04", **more):
        named = {
            "id": "a1",
            "name": "Orders fail",
            "impact": "major",
            "shortlink": "https://status.example/a1",
        }
        return {**named, "incident_updates": updates(*posts, day=day), **more}

    return made


def histories_of(told):
    text = told if isinstance(told, str) else json.dumps(told)
    readings = read_histories(text, "x")
    assert [reading.problems for reading in readings if reading.problems] == []
    return [reading.value for reading in readings]


@pytest.fixture(scope="session")
def told(intercom):
    """The account of the one incident in a text or an object."""

    def made(text):
        (history,) = histories_of(text)
        return account(history, intercom)

    return made


@pytest.fixture(scope="session")
def surveyed(intercom):
    """The survey of several incidents of a status page."""

    def made(*incidents, problems=()):
        every = histories_of({"incidents": list(incidents)}) if incidents else []
        return survey((reviewed(one, intercom, "x.json") for one in every), intercom, problems)

    return made
