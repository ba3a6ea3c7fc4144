"""Words: a typed line is split once, and everything after that compares words."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property

from simulator.domain.value import Value

QUOTED = '"'
"""Stands in for a text in quotes; what it says is read from the line itself."""
COMMA = ","

ARTICLES = frozenset({"a", "an", "the", "of", "our", "my", "please"})
"""Little words that are not part of a name."""
_UNSPOKEN = ARTICLES | {COMMA}
_APOSTROPHE, _OPEN, _CLOSE = "\u2019", "\u201c", "\u201d"
_TOKEN = re.compile(
    rf"[^\W_]+(?:['{_APOSTROPHE}.][^\W_]+)*(?: ?%)?|,|\"[^\"]*\"?|{_OPEN}[^{_CLOSE}]*{_CLOSE}?",
)
_ASCII_TOKEN = re.compile(r"[a-z0-9]+(?:['.][a-z0-9]+)*(?: ?%)?|,|\"[^\"]*\"?")
"""A token of a line in lower-case ASCII, which nearly every line is: found at half the cost."""
_QUOTES = ('"', _OPEN)
_UNQUOTED = re.compile(f'["{_OPEN}{_CLOSE}]')


class Line(Value, dict=True):
    """A typed line and its words in plain form."""

    raw: str
    plain: tuple[str, ...]

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each word stands; only free text and answers ask for it."""
        found = _ASCII_TOKEN.finditer(self.raw.lower()) if self.raw.isascii() else _TOKEN.finditer(self.raw)
        return tuple([match.span() for match in found])

    def typed(self, start: int, end: int) -> str:
        """What was typed from one word up to another."""
        if start >= min(end, len(self.plain)):
            return ""
        return self.raw[self.spans[start][0] : self.spans[end - 1][1]].rstrip(COMMA)

    def after(self, index: int) -> int:
        """Where the text begins that follows the word before `index`."""
        return self.spans[index - 1][1] if index else 0


def split(text: str) -> Line:
    """The words of a line. A quote that is never closed ends with the line."""
    if not text.isascii():
        return Line(text, tuple([plain(word) for word in _TOKEN.findall(text)]))
    words = _ASCII_TOKEN.findall(text.lower())
    if '"' in text:
        words = [QUOTED if word[0] == QUOTED else word for word in words]
    if "%" in text:
        words = [word.replace(" ", "") for word in words]
    return Line(text, tuple(words))


def plain(word: str) -> str:
    """A word without case and accents; a text in quotes becomes one mark."""
    if word[0] in _QUOTES:
        return QUOTED
    word = word.replace(" ", "")
    return word.lower() if word.isascii() else _fold(word)


def _fold(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.replace(_APOSTROPHE, "'").casefold())
    return "".join(mark for mark in apart if not unicodedata.combining(mark))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning: no articles, unless there is nothing else."""
    every = tuple(plain(word) for word in _TOKEN.findall(_UNQUOTED.sub(" ", text)))
    return spoken(every) or every


def spoken(words: Iterable[str]) -> tuple[str, ...]:
    """The words without articles and commas."""
    return tuple([word for word in words if word not in _UNSPOKEN])


def key_of(words: Sequence[str]) -> str:
    """What two spellings of a name have in common: `roll back`, `rollback` and `roll-back` are one."""
    return "".join([word for word in words if word not in _UNSPOKEN]) or "".join(words)


def quoted(line: Line, index: int) -> str:
    """What the text in quotes at a word says."""
    start, end = line.spans[index]
    closing = '"' if line.raw[start] == '"' else _CLOSE
    return line.raw[start + 1 : end].removesuffix(closing)
