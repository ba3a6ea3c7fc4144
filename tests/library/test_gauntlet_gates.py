"""The gates of the gauntlet on the shipped outages: a few flaws and cheats always, all of them on request.

ICSIM_GAUNTLET=10 .venv/bin/pytest tests/library/test_gauntlet_gates.py -n 0
"""

import os
from functools import cache

import pytest

from simulator.library import Library
from simulator.library.gauntlet import Gauntlet, matrix, missed, nowhere, run_gauntlet
from simulator.library.gauntlet.bout import Bout, Bouts
from simulator.library.gauntlet.couplings import COUPLINGS
from simulator.library.gauntlet.gates import AT_LEAST, OTHER, OWN
from simulator.library.trying.crew import cores
from tests.plays import SHIPPED

SEEDS = int(os.environ.get("ICSIM_GAUNTLET", "0"))
OUTAGES = sorted(path.stem for path in SHIPPED.glob("*.yaml"))
on_request = pytest.mark.skipif(
    not SEEDS, reason="set ICSIM_GAUNTLET to a number of seeds to run the whole gauntlet"
)
ALWAYS = "late-messages"
"""The outage on which a few are tried every time; its plays are short."""
FLAWS = ("slow-first-post", "under-states", "debugs-itself", "micro-manages", "under-declares", "lingers")
CHEATS = ("idle", "shotgun", "contentless", "declares-and-resolves")


@cache
def bouts(player: str, seeds: tuple[int, ...] = (1,), *doctrines: str) -> tuple[Bout, ...]:
    library = Library.open([])
    judges = [library.outage(ALWAYS, doctrine).sources for doctrine in doctrines or (None,)]
    return Bouts(tuple(judges), player, seeds).carried_out()


@pytest.mark.parametrize("player", FLAWS)
def test_a_flaw_costs_where_it_belongs_and_hardly_anywhere_else(player):
    outage = Library.open([]).outage(ALWAYS)
    both = bouts("by-the-book") + bouts(player)
    row = next(r for r in matrix(Gauntlet(outage, ("own",), 1, both)) if r.role.player == player)
    spared = {axis for name, axis in COUPLINGS if name == player} | {row.role.axis}
    assert row.own is not None
    assert row.own <= -OWN
    assert not {axis: cost for axis, cost in row.costs.items() if axis not in spared and (cost or 0) < -OTHER}


@pytest.mark.parametrize("player", CHEATS)
def test_a_cheat_passes_under_no_doctrine(player):
    (bout,) = bouts(player, (1,), *Library.open([]).ids("doctrine"))
    assert not [doctrine for doctrine, judged in bout.judged.items() if judged.passed]


def test_by_the_book_is_good_on_every_axis():
    (bout,) = bouts("by-the-book")
    least = AT_LEAST["by-the-book"]
    assert not {axis: points for axis, points in bout.own.axes.items() if (points or least) < least}


@cache
def found(outage: str) -> Gauntlet:
    library = Library.open([])
    others = [library.outage(outage, doctrine) for doctrine in library.ids("doctrine")]
    return run_gauntlet(library.outage(outage), others, SEEDS, cores())


@on_request
@pytest.mark.slow
@pytest.mark.parametrize("outage", OUTAGES)
def test_every_gate_is_held(outage):
    assert [gate.says for gate in missed(found(outage))] == []


@on_request
@pytest.mark.slow
def test_every_flaw_shows_somewhere():
    assert [gate.says for gate in nowhere([found(outage) for outage in OUTAGES])] == []
    assert any(not row.why_not for row in matrix(found(OUTAGES[0])))
