"""What the tests of the library share: a folder to work in, and the library as it is shipped."""

import pytest

from simulator.library import Library


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """Every test works in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ICSIM_SCENARIOS", raising=False)


@pytest.fixture(scope="session")
def library() -> Library:
    """What is shipped."""
    return Library.open(())


@pytest.fixture(scope="session")
def write_stall(library):
    """The outage to begin with."""
    return library.outage("write-stall")
