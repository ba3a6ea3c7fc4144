"""The blessed plays of the shipped outages: each still comes out as it was read and found good.

To write one: commands in `tests/plays/OUTAGE/NAME.script`, then `icsim bless THAT --seed N`. To make all
again: `icsim bless --again` or `./dev regold tests/plays`, then read the difference.
"""

from pathlib import Path

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import CauseDrawn
from simulator.exercise import read_recording
from simulator.library import Library
from simulator.library.blessing import Blessed, difference, every, keep, make_again

HERE = Path(__file__).parent
LIBRARY = Library.open([])
PLAYS = list(every([HERE]))
OUTAGES = {outage.scenario.id: outage for outage in LIBRARY.outages()}
SMALL = 10_000
CAUSES = 3
"""So many causes of each outage are played, or all where there are fewer."""


def name_of(blessed: Blessed) -> str:
    return blessed.path.relative_to(HERE).with_suffix("").as_posix()


@pytest.mark.parametrize("blessed", PLAYS, ids=name_of)
def test_a_play_comes_out_as_it_did(blessed, regold):
    made = make_again(blessed, LIBRARY)
    if regold:
        keep(blessed, made)
    told = difference(blessed, made)
    assert not told, f"{told}\nIf that is meant: ./dev regold tests/plays"


@pytest.mark.parametrize("blessed", PLAYS, ids=name_of)
def test_what_is_kept_of_a_play_is_small(blessed):
    recording = read_recording(blessed.path.read_text("utf-8")).recording
    assert recording
    assert recording.commands
    assert not recording.entries
    assert not recording.header.sources
    assert blessed.path.stat().st_size < SMALL


def causes_played(outage: str) -> set[str]:
    headers = [
        read_recording(blessed.path.read_text("utf-8")).recording
        for blessed in PLAYS
        if blessed.path.parent.name == outage
    ]
    worlds = [OUTAGES[outage].exercise(kept.header.seed) for kept in headers if kept]
    return {fact.cause for world in worlds for _, fact in each(world.entries, CauseDrawn)}


@pytest.mark.parametrize("outage", OUTAGES)
def test_an_outage_is_played_under_several_causes(outage):
    there = set(OUTAGES[outage].scenario.causes)
    assert len(causes_played(outage)) >= min(CAUSES, len(there)), (
        f"write tests/plays/{outage}/NAME.script, then: icsim bless tests/plays/{outage}/NAME.script --seed N"
    )


def test_every_file_here_belongs_to_a_play_of_a_shipped_outage():
    known = {path for play in PLAYS for path in (play.path, play.transcript, play.script)}
    there = {path for folder in HERE.iterdir() if folder.is_dir() for path in folder.glob("*.*")}
    strays = {path for path in there - known if "__pycache__" not in path.parts}
    assert not strays
    assert {play.path.parent.name for play in PLAYS} <= set(OUTAGES)
