"""What is told before a decision is made again: the second, what was known then, and not what was best."""

from collections.abc import Iterator, Sequence

from simulator.domain.duration import show_clock
from simulator.domain.prose import Names
from simulator.exercise import Exercise
from simulator.exercise.sight import Sight
from simulator.terminal.paint import Paint
from simulator.terminal.views.board import told
from simulator.terminal.views.table import listed
from simulator.terminal.wrap import paragraph

_KNOWN, _CHANGES = 8, 6
"""So many things that were told last, and changes that were ordered last; the board has the others."""
_QUESTION = "What do you do? board shows everything that is known."
_LABEL = 12


def known_then(exercise: Exercise, found: Sequence[str], paint: Paint, width: int) -> Iterator[str]:
    """The opening of a retry: where one stands, what had been told of the cause, what is in place."""
    sight = Sight(exercise)
    name, clock = f"{exercise.scenario.id}, seed {exercise.seed}", show_clock(exercise.now)
    title = f"{exercise.scenario.title}  ({name}), back at {clock}"
    yield from (paint(line, "bold") for line in paragraph(title, width))
    for label, items in _parts(sight, found):
        if items:
            yield from listed(label, items, _LABEL, width)
    yield ""
    yield from (paint(line, "bold") for line in paragraph(_QUESTION, width))


def _parts(sight: Sight, found: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    board, names = sight.board, Names.of(sight.organisation)
    yield "Severity", [f"{board.severity}, {board.stage}" if board.severity else "not declared yet"]
    yield "On the call", [", ".join(names[person] for person in board.here) or "only you"]
    yield "Alerts", [f"'{alert}' since {show_clock(since)}" for alert, since in board.alerts.items()]
    yield "Changes", [told(attempt, names) for attempt in board.changes[-_CHANGES:]]
    known = [each.replace("?:", ":", 1) for each in found[-_KNOWN:]]
    yield "Known", known or ["nothing yet that tells the causes apart"]
