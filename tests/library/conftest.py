"""What the tests of the library share: an empty folder to work in, and a small shelf that never changes."""

import shutil
from pathlib import Path

import pytest

from simulator.library import Library

SHELF = Path(__file__).parent / "shelf"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
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


@pytest.fixture
def shelf(tmp_path) -> Path:
    """A copy of the small shelf, to be spoilt."""
    return Path(shutil.copytree(SHELF, tmp_path / "shelf"))
