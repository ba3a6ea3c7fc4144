"""A small shelf that never changes, and an empty folder to work in: for the tests that open a library."""

from pathlib import Path

import pytest

from simulator.library import Library

SHELF = Path(__file__).parent / "library" / "shelf"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Every test works in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ICSIM_SCENARIOS", raising=False)


@pytest.fixture(scope="session")
def library() -> Library:
    """What is shipped, and the small shelf."""
    return Library.open([SHELF])


@pytest.fixture
def outage(library):
    """A small outage."""
    return library.outage("slow-shop")
