"""Real timelines written as text, before the judge."""

import json
from collections.abc import Callable

import pytest

from simulator.authoring.history import read_histories
from simulator.domain.notation import write_timeline
from simulator.scoring.case import Case
from simulator.scoring.real import case_of
from simulator.scoring.score import all_marks

HEAD = "time,who,kind,text,id,state,scope,next\n"


@pytest.fixture(scope="session")
def history():
    def read(text):
        (reading,) = read_histories(text, "x")
        assert reading.problems == ()
        return reading.value

    return read


@pytest.fixture(scope="session")
def real(history, intercom) -> Callable[..., Case]:
    """The case of a timeline: rows of a table below a head, or an incident of a status page."""

    def made(told, doctrine=None, records=""):
        comment = f"# records: {records}\n" if records else ""
        text = json.dumps(told) if isinstance(told, dict) else comment + HEAD + told
        return case_of(history(text), doctrine or intercom)

    return made


@pytest.fixture(scope="session")
def facts(real):
    """The timeline of a case in the notation, line by line."""

    def told(text, **given):
        return write_timeline(real(text, **given).entries).splitlines()

    return told


@pytest.fixture(scope="session")
def marked(real):
    """The marks of a timeline, as rule and hundredths earned."""

    def told(text, **given):
        return [(mark.rule, round(100 * mark.earned)) for mark in all_marks(real(text, **given))]

    return told


@pytest.fixture
def page():
    """An incident of a status page from `minute state text` lines; more fields of it by name."""

    def made(*posts, **more):
        updates = []
        for post in posts:
            minute, state, text = (*post.split(" ", 2), "")[:3]
            hour, rest = divmod(int(minute), 60)
            at = f"2026-03-04T{10 + hour}:{rest:02}:00Z"
            updates.append({"created_at": at, "status": state, "body": text})
        return {"name": "Orders fail", "impact": "major", "incident_updates": updates, **more}

    return made
