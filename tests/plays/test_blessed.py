"""The blessed plays of the shipped outages: each still comes out as it was read and found good.

To write one: commands in `tests/plays/OUTAGE/NAME.script`, then `icsim bless THAT --seed N`; or a line in
`played.txt`, for a player program to make it. To make all again: `./dev regold tests/plays`, then read the
difference.
"""

from functools import cache
from pathlib import Path

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import CauseDrawn
from simulator.exercise import read_recording
from simulator.library import Library
from simulator.library.blessing import Blessed, difference, every, keep, make_again
from tests.plays.played import BY_PLAYERS

HERE = Path(__file__).parent
LIBRARY = Library.open([])
OUTAGES = {outage.scenario.id: outage for outage in LIBRARY.outages()}
PLAYS = [*every([HERE]), *(one.blessed for one in BY_PLAYERS if not one.blessed.path.is_file())]
MADE = {one.blessed.path: one for one in BY_PLAYERS}
SMALL, SMALL_OF_A_PLAYER = 10_000, 40_000
"""Players wait in small steps, and say more."""


def name_of(blessed: Blessed) -> str:
    return blessed.path.relative_to(HERE).with_suffix("").as_posix()


@pytest.mark.parametrize("blessed", PLAYS, ids=name_of)
def test_a_play_comes_out_as_it_did(blessed, regold):
    if regold:
        by = MADE.get(blessed.path)
        keep(blessed, by.made(OUTAGES[by.outage]) if by else make_again(blessed, LIBRARY))
    told = difference(blessed, make_again(blessed, LIBRARY))
    assert not told, f"{told}\nIf that is meant: ./dev regold tests/plays"


@pytest.mark.parametrize("blessed", PLAYS, ids=name_of)
def test_what_is_kept_of_a_play_is_small(blessed):
    recording = read_recording(blessed.path.read_text("utf-8")).recording
    assert recording
    assert recording.commands
    assert not recording.entries
    assert not recording.header.sources
    assert blessed.path.stat().st_size < (SMALL_OF_A_PLAYER if blessed.path in MADE else SMALL)


@cache
def cause_of(outage: str, seed: int) -> str:
    return next(fact.cause for _, fact in each(OUTAGES[outage].exercise(seed).entries, CauseDrawn))


def causes_played(outage: str) -> set[str]:
    headers = [
        read_recording(blessed.path.read_text("utf-8")).recording
        for blessed in PLAYS
        if blessed.path.parent.name == outage
    ]
    return {cause_of(outage, kept.header.seed) for kept in headers if kept}


@pytest.mark.parametrize("outage", OUTAGES)
def test_every_cause_of_an_outage_is_played(outage):
    missing = set(OUTAGES[outage].scenario.causes) - causes_played(outage)
    assert not missing, f"write tests/plays/{outage}/NAME.script and bless it, or a line in played.txt"


@pytest.mark.parametrize("outage", OUTAGES)
def test_an_outage_has_at_least_three_plays(outage):
    assert sum(blessed.path.parent.name == outage for blessed in PLAYS) >= 3


@pytest.mark.parametrize("one", BY_PLAYERS, ids=lambda one: f"{one.outage}/{one.name}")
def test_the_seed_of_a_players_play_draws_the_cause_that_it_is_kept_for(one):
    assert cause_of(one.outage, one.seed) == one.cause


def test_every_file_here_belongs_to_a_play_of_a_shipped_outage():
    known = {path for play in PLAYS for path in (play.path, play.transcript, play.script)}
    there = {path for folder in HERE.iterdir() if folder.is_dir() for path in folder.glob("*.*")}
    strays = {path for path in there - known if "__pycache__" not in path.parts}
    assert not strays
    assert {play.path.parent.name for play in PLAYS} <= set(OUTAGES)
