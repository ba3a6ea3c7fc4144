"""Calling off a change: `stop clear cache` takes an order back; `stop the migration` is a change itself."""

from simulator.domain.command import CallOff
from simulator.grammar.form import Form
from simulator.grammar.naming import meant
from simulator.grammar.scan import Scan
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import Line

_IDLE = frozenset({"order", "change", "now", "making"})


def is_a_change(line: Line, start: int, vocabulary: Vocabulary) -> bool:
    """Whether a line from a word on is a change, with what looks like a verb."""
    return bool(vocabulary.kinds["CHANGE"].find(line.plain[start:]))


def stopped(line: Line, start: int, vocabulary: Vocabulary) -> CallOff | None:
    """The change that somebody wants stopped, called by its full name or by its number."""
    names = vocabulary.kinds["CHANGE"]
    if start >= len(line.plain) or is_a_change(line, 0, vocabulary):
        return None
    values = meant(Scan(line, Form.of("CHANGE"), _IDLE, vocabulary), "CHANGE", start, len(line.plain))
    if len(values) != 1:
        return None
    words = tuple(word for word in line.plain[start:] if word not in _IDLE)
    in_full = values[0] not in names.by_value or names.exact(words) == values
    return CallOff(values[0]) if in_full else None
