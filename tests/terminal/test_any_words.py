"""Whatever is said, the seat answers, within the screen, and nothing of the truth is shown."""

import pytest

from simulator.domain.entry import visible
from simulator.exercise.players import RandomWords
from simulator.terminal.plain import play_script
from simulator.terminal.seat import Seat

TURNS = 120


@pytest.mark.parametrize("name", ["slow-shop", "write-stall"])
@pytest.mark.parametrize("seed", range(4))
def test_random_words_are_always_answered(library, screen, lines, name, seed):
    exercise, player = library.outage(name).exercise(seed), RandomWords(seed)
    seat = Seat(exercise, screen)
    for _ in range(TURNS):
        said, before = player.says(exercise).strip(), len(lines)
        play_script(seat, [said])
        assert not said or seat.over or len(lines) > before + 1, f"no answer to {said!r}"
        assert all(len(line) <= 80 for line in seat.status)
    long = [line for line in lines if len(line) > 80 and " > " not in line[:12]]
    assert long == []
    told = "\n".join(lines) if not seat.over else "\n".join(lines[:-2])
    hidden = {cause.truth for cause in exercise.scenario.causes.values()}
    assert [truth for truth in hidden if truth in told] == []
    assert [entry for entry in visible(exercise.entries, "commander") if entry.seen == "truth"] == []
