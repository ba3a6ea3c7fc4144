"""What is a sentence of free words, and what is a clause of one, for every rule that reads them.

A mark ends one only before a space or at the end: the dot of `2.4`, of `v1.2` and of `app.db` ends nothing,
nor does the colon of `14:05`. A semicolon ends a sentence, since what follows it stands by itself; a new line
does, too.
"""

import re

from simulator.domain.plain_text import plain

_MARKS = ".!?;"
_SENTENCE = re.compile(r"(?:[^.!?;\n]+|[.!?;](?=[^\s.!?;]))+[.!?;]*")
_END = re.compile(r"[.!?;]+(?=\s|$)|\n")
_CLAUSE_END = re.compile(r"[,:.!?;]+(?=\s|$)|\n")
_APART = re.compile(r"[.!?;:,](?=\s)|\s(?:but|and|so) |\s[-\u2013\u2014]\s")
"""What parts one statement from the next, in a sentence as well."""


def sentences(text: str) -> list[str]:
    """The sentences of a text in plain letters, each with the marks that end it."""
    return [each for one in _SENTENCE.findall(plain(text)) if (each := one.strip()).strip(_MARKS)]


def clauses(text: str) -> list[str]:
    """The clauses of a text in plain letters: what stands between its marks, commas among them."""
    return [each for one in _CLAUSE_END.split(plain(text)) if (each := one.strip())]


def asked(text: str, at: int) -> bool:
    """Whether the sentence that goes on at a place is a question."""
    stop = _END.search(text, at)
    return stop is not None and "?" in stop[0]


def sentence_up_to(text: str, at: int) -> str:
    """What a sentence says up to a place in it, in plain letters."""
    return _since(_END, text, at)


def statement_up_to(text: str, at: int) -> str:
    """What a statement says up to a place in it, in plain letters: a sentence may make several."""
    return _since(_APART, text, at)


def _since(apart: re.Pattern[str], text: str, at: int) -> str:
    ends = (found.end() for found in apart.finditer(text, 0, at + 1))
    return plain(text[max((end for end in ends if end <= at), default=0) : at])
