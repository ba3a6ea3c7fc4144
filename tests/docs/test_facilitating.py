"""The page for facilitators: every command is on it, and every one on it can be said."""

import re
from pathlib import Path

from simulator.exercise import Exercise
from simulator.grammar import GUIDING, GUIDING_VERBS, Ambiguous, Unreadable, read
from simulator.library import Library

PAGE = Path(__file__).parents[2] / "docs/guides/facilitating.md"


def _said() -> list[str]:
    rows = re.findall(r"^\| (`.*`) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    return [line for row in rows for line in re.findall(r"`([^`]+)`", row)]


def test_every_command_is_on_the_page_and_can_be_said():
    exercise: Exercise = Library.open().outage("write-stall").exercise(1)
    vocabulary, _ = exercise.words_of("facilitator")
    read_as = {}
    for line in _said():
        command = read(line, vocabulary, GUIDING_VERBS)
        assert not isinstance(command, Unreadable | Ambiguous), line
        read_as[type(command)] = line
    assert set(read_as) == {row.kind for row in GUIDING}
