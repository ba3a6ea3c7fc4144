"""The door: a timeline's text in, a reading for each incident in it out."""

from simulator.authoring.history.objects import read_json
from simulator.authoring.history.table import read_table
from simulator.authoring.problem import Problem
from simulator.authoring.reading import Reading
from simulator.domain.history import History
from simulator.domain.origin import Origin


def read_histories(text: str, file: str) -> tuple[Reading[History], ...]:
    """Every incident in a text, each with its own problems: one that is broken spoils no other.

    A text that begins with a bracket is JSON or JSON Lines, any other is a table. Never raises.
    """
    bare = text.removeprefix("\ufeff")
    if not bare.strip():
        return (Reading(None, (Problem(Origin(file, 1, 1), "the timeline is empty", "a table or JSON"),)),)
    if bare.lstrip()[:1] in ("{", "["):
        return read_json(bare, file)
    return (read_table(bare, file),)
