"""The gates of the gauntlet on the shipped outages: a few flaws and cheats always, all of them on request.

ICSIM_GAUNTLET=10 .venv/bin/pytest tests/library/test_gauntlet_gates.py -n 0
"""

import os
from functools import cache

import pytest

from simulator.library import Library
from simulator.library.gauntlet import Gauntlet, matrix, missed, nowhere, run_gauntlet
from simulator.library.trying.crew import cores
from tests.plays import SHIPPED

SEEDS = int(os.environ.get("ICSIM_GAUNTLET", "0"))
OUTAGES = sorted(path.stem for path in SHIPPED.glob("*.yaml"))
pytestmark = pytest.mark.skipif(
    not SEEDS, reason="set ICSIM_GAUNTLET to a number of seeds to run the gauntlet"
)


@cache
def found(outage: str) -> Gauntlet:
    library = Library.open([])
    others = [library.outage(outage, doctrine) for doctrine in library.ids("doctrine")]
    return run_gauntlet(library.outage(outage), others, SEEDS, cores())


@pytest.mark.slow
@pytest.mark.parametrize("outage", OUTAGES)
def test_every_gate_is_held(outage):
    assert [gate.says for gate in missed(found(outage))] == []


@pytest.mark.slow
def test_every_flaw_shows_somewhere():
    assert [gate.says for gate in nowhere([found(outage) for outage in OUTAGES])] == []
    assert any(not row.why_not for row in matrix(found(OUTAGES[0])))
