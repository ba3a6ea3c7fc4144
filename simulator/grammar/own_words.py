"""Updates that go on in words of one's own: `tell customers: investigating, most messages fail`.

After whom it is for and how things stand, what is set apart and opens no clause is what is said. Such a line
is returned with `saying` before it, empty where it is none. A clause that was misspelled is no such text: it
would go out to customers as it stands.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from simulator.domain.command import Draft, Post
from simulator.grammar.form import Form
from simulator.grammar.row import Row
from simulator.grammar.verbs import verb_of
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import ARTICLES, COMMA, QUOTED, Line

_APART = re.compile(r"[.:;!?]|\s[-\u2013\u2014]\s")
"""What sets a sentence apart from the clauses before it."""
_MISSPELLED = 0.8
"""So like a keyword is what was meant as one."""
_FEWEST = 2


def with_saying(line: Line, vocabulary: Vocabulary) -> str:
    """The line with `saying` before its own words; empty where it has none of its own."""
    verb = verb_of(line.plain)
    row = verb.rows[0] if len(verb.rows) == 1 else None
    if row is None or row.kind not in (Post, Draft):
        return ""
    told = _past(line, _past(line, verb.after, row, vocabulary, "AUDIENCE"), row, vocabulary, "STATE")
    at = next(_own(line, told, row.forms[0]), 0) if told else 0
    return (
        f"{line.raw[: line.spans[at][0]].rstrip(' ,')} saying {line.raw[line.spans[at][0] :]}" if at else ""
    )


def _past(line: Line, start: int, row: Row, vocabulary: Vocabulary, kind: str) -> int:
    """The word after a name of a kind that is next in a line, 0 where none is."""
    names, words, begin = vocabulary.kinds[kind], line.plain, start
    while 0 < begin < len(words):
        for end in range(min(len(words), begin + names.longest), begin, -1):
            if COMMA not in words[begin:end] and len(names.exact(words[begin:end])) == 1:
                return end
        if words[begin] not in row.idle | ARTICLES | {COMMA}:
            return 0
        begin += 1
    return 0


def _own(line: Line, start: int, form: Form) -> Iterator[int]:
    """Where words of one's own may begin: set apart, and with no word that opens a clause or is meant to."""
    words = line.plain
    for at in range(start, len(words)):
        if words[at] == COMMA or form.opening(words, at):
            continue
        gap = line.raw[line.spans[at - 1][1] : line.spans[at][0]]
        first = at == start + 1 and words[start] == COMMA
        apart = first or bool(_APART.search(gap))
        if words[at] == QUOTED or (apart and len(words) - at >= _FEWEST and not _misspelled(words[at], form)):
            yield at


def _misspelled(word: str, form: Form) -> bool:
    return bool(get_close_matches(word, list(form.starts), n=1, cutoff=_MISSPELLED))
