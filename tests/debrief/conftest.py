"""Debriefs of timelines written as text: Parley, its outage `write-stall`, the doctrine `intercom`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.authoring import read_doctrine, read_organisation, read_scenario
from simulator.debrief import Provenance, Reference, Report, to_html
from simulator.debrief.provenance import Digest
from simulator.domain.notation import read_timeline
from simulator.scoring.case import Case
from tests.debrief.pages import Page, parsed
from tests.debriefs import report

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "reports"
PLAYS = Path(__file__).parent / "plays"
REFERENCES = (
    Reference("idle", 412_000),
    Reference("by-the-book", 67_400),
    Reference("best possible", 31_200),
)
MADE_FROM = Provenance(
    "write-stall",
    "intercom",
    1,
    "ab" * 32,
    (Digest("scenario", "write-stall.yaml", "cd" * 32),),
    "0.1",
    "0.1",
    "",
)


def _read(path: str) -> str:
    return (ROOT / "scenarios" / path).read_text("utf-8")


@pytest.fixture(scope="session")
def case() -> Callable[..., Case]:
    """A case from a timeline's text."""
    company = read_organisation(_read("organisations/parley.yaml"), "parley.yaml").value
    process = read_doctrine(_read("doctrines/intercom.yaml"), "intercom.yaml").value
    assert company
    assert process
    outage = read_scenario(
        _read("write-stall.yaml"), "write-stall.yaml", company, {"intercom", "pagerduty"}
    ).value
    assert outage
    return lambda text: Case(outage, process, read_timeline(text))


@pytest.fixture(scope="session")
def told(case) -> Callable[[str], Report]:
    """The debrief of a timeline's text, beside three other players."""
    return lambda text: report(case(text), REFERENCES, MADE_FROM)


@pytest.fixture(scope="session")
def page(told) -> Callable[[str], Page]:
    """The HTML page of a timeline's text, taken apart."""
    return lambda text: parsed(to_html(told(text), REPORTS))


@pytest.fixture(scope="session")
def rough() -> str:
    """A play in which much went wrong: two changes at once, late news, a check that everything waited for."""
    return (PLAYS / "rough.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def book() -> str:
    """A play by the book."""
    return (PLAYS / "book.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def rough_report(told, rough) -> Report:
    return told(rough)


@pytest.fixture(scope="session")
def rough_page(page, rough) -> Page:
    return page(rough)
