"""An answer in plain words, without `saying`: `answer support yes, tell them it is not only them`."""

from simulator.grammar.row import Row
from simulator.grammar.text import quote
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import Line

_MEANS = frozenset({"command", "eta", "time", "estimate", "severity", "later", "because", "since", "saying"})
"""Words of the other answers: a line that holds one may mean that, and not only words."""


def in_words(line: Line, row: Row, start: int, vocabulary: Vocabulary) -> str:
    """The line with `saying`, where all that is left after whom it is for is words; empty if it is not so."""
    names, words = vocabulary.kinds["AUDIENCE"], line.plain
    while start < len(words) and words[start] in row.idle:
        start += 1
    ends = range(min(len(words) - 1, start + names.longest), start, -1)
    end = next((end for end in ends if names.exact(words[start:end])), 0)
    if not end or _MEANS.intersection(words[end:]) or words[end:] == (words[end],):
        return ""
    said = line.raw[line.after(end) :].lstrip(" ,:")
    return f"{row.verb} {line.typed(start, end)} saying {quote(said)}" if '"' not in said else ""
