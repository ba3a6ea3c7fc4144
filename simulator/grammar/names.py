"""Names: what can be called by name, and how a few typed words find it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from simulator.domain.value import Value
from simulator.grammar.index import Index
from simulator.grammar.synonyms import common
from simulator.grammar.words import key_of, spoken, words_of

NEAR = 0.6
_LONGEST_TYPO = 60
_MOST_WORDS = 16


class Name(Value):
    """Something with a name: its value in a command, how it is shown, what it is, how else it is called.

    `call` is the name used on the call, when that is shorter than its label; `more` is for whoever asks.
    """

    value: str
    label: str
    meaning: str = ""
    others: tuple[str, ...] = ()
    call: str = ""
    more: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way to call it in full, the usual one first."""
        usual = (self.call, self.label) if self.call else (self.label,)
        return (*usual, *self.others)


@dataclass(frozen=True)
class Names:
    """Things of one kind that can be named.

    They are found by their exact name, else by the beginnings of its words in their order, else by
    common words for the same thing, and at last by what they belong to (`also`: the team of a person).
    """

    entries: tuple[Name, ...]
    tiers: tuple[Index, ...] = field(repr=False)
    by_value: Mapping[str, Name] = field(repr=False)

    @classmethod
    def of(cls, entries: Iterable[Name], also: Iterable[tuple[str, str]] = ()) -> "Names":
        """Names ready to be found; `also` holds further spellings, each with the value it leads to."""
        known = tuple(entries)
        spelled = [(words_of(text), name.value) for name in known for text in name.spellings]
        alike = [(common(words), value) for words, value in spelled]
        further = [(words_of(text), value) for text, value in also]
        tiers = (Index.of(spelled), Index.of(alike), Index.of(further))
        return cls(known, tiers, {name.value: name for name in known})

    @cached_property
    def longest(self) -> int:
        """The most words, articles included, that a full name takes."""
        return max((len(text.replace("-", " ").split()) for text in self.spellings), default=0) + 3

    @cached_property
    def called(self) -> frozenset[str]:
        """The values that are called by something shorter than their full name, as people are."""
        return frozenset(name.value for name in self.entries if name.call)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of every name."""
        return frozenset(word for text in self.spellings for word in words_of(text))

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Every way to call anything here in full."""
        return tuple(text for name in self.entries for text in name.spellings)

    def exact(self, words: Sequence[str]) -> tuple[str, ...]:
        """The values whose full name was typed."""
        return self.tiers[0].exact.get(key_of(words), ())

    def find(self, words: Sequence[str]) -> tuple[str, ...]:
        """The values that the words may mean: none, one, or those to choose between."""
        full = self.tiers[0].exact.get(key_of(words), ())
        if full or len(words) > _MOST_WORDS:
            return full
        return self._guess(spoken(words))

    def _guess(self, words: tuple[str, ...]) -> tuple[str, ...]:
        plain, alike, further = self.tiers
        return plain.find(words) or alike.find(common(words)) or further.find(words)

    def near(self, typed: str) -> tuple[str, ...]:
        """The labels of names that look like what was typed."""
        if len(typed) > _LONGEST_TYPO:
            return ()
        spelled = {text.lower(): name.label for name in self.entries for text in name.spellings}
        close = get_close_matches(typed.lower(), spelled, n=3, cutoff=NEAR)
        return tuple(dict.fromkeys(spelled[text] for text in close))

    def spoken(self, value: str) -> str:
        """The usual way to call a value that is read as nothing else."""
        name = self.by_value.get(value)
        ways = name.spellings if name else ()
        return next((way for way in ways if self.exact(words_of(way)) == (value,)), value)

    def label(self, value: str) -> str:
        """How a value is shown; a value without a name is shown as it is."""
        name = self.by_value.get(value)
        return name.label if name else value
