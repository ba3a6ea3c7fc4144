"""A small sound file of each kind, and reading by kind."""

from pathlib import Path

import pytest

from simulator.authoring import Reading, read_doctrine, read_organisation, read_scenario
from simulator.domain.organisation import Organisation

HERE = Path(__file__).parent


def good(kind: str) -> str:
    return (HERE / "good" / f"{kind}.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def acme() -> Organisation:
    organisation = read_organisation(good("organisation"), "organisation.yaml").value
    assert organisation
    return organisation


@pytest.fixture(scope="session")
def read(acme):
    """Reads a text as a file of a kind, against the small organisation and doctrine."""

    def reader(kind: str, text: str, file: str = "x.yaml") -> Reading:
        if kind == "scenario":
            return read_scenario(text, file, acme, {"plain"})
        return read_organisation(text, file) if kind == "organisation" else read_doctrine(text, file)

    return reader


@pytest.fixture(scope="session")
def changed(read):
    """Reads the small sound file of a kind with some of its text replaced."""

    def reader(kind: str, *pairs: tuple[str, str]) -> Reading:
        text = good(kind)
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new, 1)
        return read(kind, text)

    return reader


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    return {kind: good(kind) for kind in ("organisation", "doctrine", "scenario")}
