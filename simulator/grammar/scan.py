"""A line under one form: where slots end, what they hold, and what is missing."""

from typing import Literal, TypeAlias

from simulator.domain.value import Value
from simulator.grammar.form import Form, Slot
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import QUOTED, Line, quoted, words_of

Fault: TypeAlias = Literal["missing", "unknown", "unclear", "left over", "said twice"]


class Heard(Value):
    """What a slot holds, and the word after it."""

    value: object
    after: int


class Miss(Value):
    """Why a line does not fit a form: which words of it, and which slot they should have filled."""

    fault: Fault
    start: int
    end: int
    slot: Slot | None = None
    options: tuple[str, ...] = ()


class Scan(Value):
    """A line read under a form; `idle` are words that may stand around a name without meaning."""

    line: Line
    form: Form
    idle: frozenset[str]
    vocabulary: Vocabulary

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the line in plain form."""
        return self.line.plain

    def phrase(self, start: int, end: int) -> tuple[str, ...]:
        """Words of the line, those in quotes among them."""
        words = self.line.plain[start:end]
        return words if QUOTED not in words else self._with_quoted(start, end)

    def _with_quoted(self, start: int, end: int) -> tuple[str, ...]:
        said: list[str] = []
        for index in range(start, end):
            word = self.line.plain[index]
            said += words_of(quoted(self.line, index)) if word == QUOTED else (word,)
        return tuple(said)

    def end(self, start: int) -> int:
        """Where a slot that begins at a word ends at the earliest: before a clause, or with the line."""
        words, form = self.line.plain, self.form
        if form.starts:
            for index in range(start + 1, len(words)):
                if form.may_open(words[index]) and form.opening(words, index):
                    return index
        return len(words)
