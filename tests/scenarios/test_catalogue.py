"""The seed catalogue: how each shipped outage begins under ten seeds, before anybody says a word.

One golden file an outage; what is shipped is found. To make them again: ./dev regold tests/scenarios
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import CauseDrawn, EffectSetIn, HazardDrawn, Opened
from simulator.domain.notation import write_timeline
from simulator.exercise import Exercise
from simulator.library import Library

GOLDEN = Path(__file__).parent / "catalogue"
OUTAGES = {outage.scenario.id: outage for outage in Library.open([]).outages()}
SEEDS = range(1, 11)
SHOWN = 12
SAID_ABOVE = (Opened, CauseDrawn, HazardDrawn)


def catalogue(outage: str) -> str:
    """Cause, hazards and first entries under each seed."""
    return "\n".join("\n".join(beginning(OUTAGES[outage].exercise(seed), seed)) for seed in SEEDS)


def beginning(exercise: Exercise, seed: int) -> Iterator[str]:
    (cause,) = (fact.cause for _, fact in each(exercise.entries, CauseDrawn))
    holds = [f"{fact.change}: {fact.hazard}" for _, fact in each(exercise.entries, HazardDrawn) if fact.holds]
    yield f"# seed {seed}: {cause}"
    yield f"# dangerous: {'; '.join(holds) or 'nothing'}"
    yield write_timeline(first_entries(exercise))


def first_entries(exercise: Exercise):
    """What follows the drawing; what sets in with the cause in the first second is the same for each seed."""
    while len(told(exercise)) < SHOWN and exercise.now < HOUR:
        exercise.tick(exercise.now + MINUTE)
    return told(exercise)[:SHOWN]


def told(exercise: Exercise) -> list:
    return [
        entry
        for entry in exercise.entries
        if not isinstance(entry.fact, SAID_ABOVE)
        and not (isinstance(entry.fact, EffectSetIn) and not entry.at)
    ]


@pytest.mark.parametrize("outage", OUTAGES)
def test_an_outage_begins_as_it_did(outage, regold):
    path, made = GOLDEN / f"{outage}.txt", catalogue(outage)
    if regold:
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(made, "utf-8")
    assert path.is_file(), "a new outage; to add it: ./dev regold tests/scenarios/test_catalogue.py"
    assert made.splitlines() == path.read_text("utf-8").splitlines()


def test_every_catalogue_is_of_a_shipped_outage(regold):
    gone = [path for path in GOLDEN.glob("*.txt") if path.stem not in OUTAGES]
    for path in gone if regold else ():
        path.unlink()
    assert not [path for path in gone if path.exists()]
