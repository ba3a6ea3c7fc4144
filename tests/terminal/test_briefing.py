"""The briefing: one screen, for every outage there is."""

import pytest

from simulator.domain.value import replace
from simulator.library import Library
from simulator.terminal.briefing import LINES, briefing, drill_task
from simulator.terminal.paint import Paint

NAMES = [outage.scenario.id for outage in Library.open(()).outages()]
KEPT = "icsim-plays/a-name-of-some-length-4821.jsonl"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("speed", [0, 10])
def test_a_briefing_fits_a_screen_with_its_prompt_and_status(library, name, speed):
    lines = briefing(library.outage(name).exercise(4821), KEPT, speed, Paint(on=False), 80)
    assert len(lines) <= LINES - 4
    assert max(len(line) for line in lines) <= 80


def test_it_says_who_one_is_what_is_known_and_what_to_type(exercise):
    told = "\n".join(briefing(exercise, KEPT, 0, Paint(on=False), 80))
    assert "You are the incident commander on call at Acme sells tickets." in told
    assert "Customers write that they cannot buy." in told
    assert "You could begin with: declare high, then page data" in told
    assert "help has ten words to begin with" in told
    assert "seed 1" in told
    assert KEPT in told


@pytest.mark.parametrize(
    ("steps", "asks"),
    [
        (
            ("declare high", "page data", "wait"),
            "then wait. When somebody has joined: ask NAME what changed.",
        ),
        (
            ("declare high", "wait 4m", "ask ada what changed"),
            "then ask ada what changed. help has ten words",
        ),
    ],
)
def test_what_changed_is_suggested_once_and_by_name(exercise, steps, asks):
    exercise.scenario = replace(exercise.scenario, first_steps=steps)
    assert asks in " ".join(briefing(exercise, KEPT, 0, Paint(on=False), 80))


@pytest.mark.parametrize(
    ("speed", "words"), [(0, "wait alone"), (10, "at 10x, also while you type. pause stops it")]
)
def test_it_says_how_time_goes(exercise, speed, words):
    assert words in " ".join(briefing(exercise, KEPT, speed, Paint(on=False), 80))


@pytest.mark.parametrize("name", [drill.scenario.id for drill in Library.open(()).drills()])
def test_a_drill_says_what_goes_on_and_not_what_to_do(library, name):
    exercise = library.outage(name).exercise(4821)
    drill = exercise.scenario.drill
    lines = [*briefing(exercise, KEPT, 0, Paint(on=False), 80), *drill_task(drill, Paint(on=False), 80)]
    told = " ".join(lines)
    assert len(lines) <= LINES - 4
    assert max(len(line) for line in lines) <= 80
    assert "You are about to take over" in told
    assert f"Your task: {drill.task}" in told.replace("  ", " ")
    answers = (words for words in (*drill.model.say, *drill.tempting.say) if " " in words)
    assert not any(words in told for words in answers if not words.startswith("wait"))
