"""What the tests of the terminal share: a small outage that never changes, and a screen that remembers."""

import pytest

from simulator.terminal.paint import Paint
from simulator.terminal.screen import Screen
from tests.small_shelf import elsewhere, library, outage

__all__ = ["elsewhere", "library", "outage"]


@pytest.fixture(autouse=True)
def _in_colour(monkeypatch):
    """No setting of whoever runs the tests takes the colours away."""
    monkeypatch.delenv("NO_COLOR", raising=False)


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
