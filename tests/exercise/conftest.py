"""What the tests of the exercise share."""

import pytest
from plays import shipped

from simulator.exercise import Exercise, Source


@pytest.fixture
def exercise() -> Exercise:
    """Seed 1 of the first outage, at its first second."""
    return Exercise(*shipped(), 1, sources=(Source("scenario", "write-stall", "text"),))
