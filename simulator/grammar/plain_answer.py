"""An answer in plain words, without `saying`: `answer support yes, tell them it is not only them`.

`tell leadership no, we look at the database first` is one too: no update begins so.
"""

from simulator.domain.command import Answer, Post
from simulator.grammar.row import Row
from simulator.grammar.text import quote
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import COMMA, Line

_MEANS = frozenset({"command", "eta", "time", "estimate", "severity", "later", "saying"})
"""Words of the other answers: a line that holds one may mean that, and not only words."""
_PLAIN = frozenset({"yes", "no"})
"""What an answer in words begins with; after it, a comma and a sentence."""
_SHORT = (
    ("no", "eta"), ("no", "time"), ("no", "estimate"), ("later",), ("not", "now"),
    ("severity", "stays"), ("severity", "stands"),
)  # fmt: skip
"""Short answers that a sentence may follow after a comma: `no eta, we are looking`."""


def in_words(line: Line, row: Row, start: int, vocabulary: Vocabulary) -> str:
    """The line with `saying`, where what is left after whom it is for is words; empty if it is not so."""
    names, words = vocabulary.kinds["AUDIENCE"], line.plain
    while start < len(words) and words[start] in row.idle:
        start += 1
    ends = range(min(len(words) - 1, start + names.longest), start, -1)
    end = next((end for end in ends if names.exact(words[start:end])), 0)
    after = _where_words_begin(words[end:], row) if end and '"' not in line.raw else None
    if after is None:
        return ""
    said = line.raw[line.after(end + after) :].lstrip(" ,:")
    short = f" {line.typed(end, end + after)}" if after else ""
    return f"answer {line.typed(start, end)}{short} saying {quote(said)}"


def _where_words_begin(words: tuple[str, ...], row: Row) -> int | None:
    """How many words of a short answer go before the sentence; None where it is no sentence."""
    if words[0] in _PLAIN and words[1:2] == (COMMA,) and len(words) > 2:
        return 0 if row.kind is Answer or row.kind is Post else None
    if row.kind is not Answer:
        return None
    short = next((one for one in _SHORT if words[: len(one) + 1] == (*one, COMMA)), ())
    if short and len(words) > len(short) + 1:
        return len(short)
    return 0 if len(words) > 1 and not _MEANS.intersection(words) else None
