"""The opening of a retry: what was known then, on one screen, and nothing of what was best or really so."""

import pytest

from simulator.domain.duration import show_clock
from simulator.exercise import take_turn
from simulator.exercise.players import ByTheBook, play
from simulator.library import Library
from simulator.library.retrying import known_at
from simulator.terminal.front import RECAP
from simulator.terminal.moment import known_then
from simulator.terminal.paint import Paint

NAMES = [outage.scenario.id for outage in Library.open(()).outages() if not outage.scenario.boss]
LINES = 44
"""A screen for the opening and the last lines of the timeline together."""


def opening(exercise, found=(), width=80):
    return list(known_then(exercise, found, Paint(on=False), width))


def test_it_says_where_one_stands(exercise):
    for words in ("declare high", "page data", "wait 10m", "order roll back web by ben"):
        take_turn(exercise, "commander", words)
    told = "\n".join(opening(exercise, ("db?: It is busy.",)))
    clock = show_clock(exercise.now)
    assert told.startswith(f"Buying fails for some  (slow-shop, seed 1), back at {clock}\n")
    assert "  Severity      high, triage\n" in told
    assert "  On the call   Ada, Ben" in told
    assert "c1 roll back web by Ben: " in told
    assert "  Known         db: It is busy.\n" in told
    assert told.endswith("What do you do? board shows everything that is known.")


def test_who_knows_nothing_and_nobody_is_told_so(exercise):
    told = "\n".join(opening(exercise))
    assert "not declared yet" in told
    assert "On the call   only you" in told
    assert "nothing yet that tells the causes apart" in told
    assert "Changes" not in told


@pytest.mark.slow
@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", NAMES)
def test_it_fits_and_keeps_the_truth(library, name, width):
    exercise = play(library.outage(name).exercise(3), ByTheBook())
    lines = opening(exercise, known_at(exercise), width)
    assert max(len(line) for line in lines) <= width
    assert width < 80 or len(lines) <= LINES - RECAP + 4
    told = " ".join(" ".join(lines).split())
    assert not any(cause.truth.strip() in told for cause in exercise.scenario.causes.values())
