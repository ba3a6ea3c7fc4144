"""What the tests of the terminal share: a small outage that never changes, and a screen that remembers."""

from pathlib import Path

import pytest

from simulator.library import Library
from simulator.terminal.paint import Paint
from simulator.terminal.screen import Screen

SHELF = Path(__file__).parents[1] / "library" / "shelf"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """Every test works in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ICSIM_SCENARIOS", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(scope="session")
def library() -> Library:
    """What is shipped, and the small shelf."""
    return Library.open([SHELF])


@pytest.fixture
def outage(library):
    """A small outage."""
    return library.outage("slow-shop")


@pytest.fixture
def exercise(outage):
    """Seed 1 of it, at its first second."""
    return outage.exercise(1)


@pytest.fixture
def lines() -> list[str]:
    """What the screen has shown."""
    return []


@pytest.fixture
def screen(lines) -> Screen:
    """A screen of 80 columns without colour."""
    return Screen(lines.append, Paint(on=False), lambda: 80)
