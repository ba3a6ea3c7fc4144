"""What the tests of the exercise share."""

import pytest

from simulator.domain.source import Source
from simulator.exercise import Exercise
from tests.plays import shipped


@pytest.fixture
def exercise() -> Exercise:
    """Seed 1 of the first outage, at its first second."""
    scenario, doctrine = shipped()
    return Exercise(scenario, doctrine, 1, sources=(Source("scenario", "write-stall", "text"),))
