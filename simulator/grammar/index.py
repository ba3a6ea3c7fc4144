"""An index of names by their full spelling and by the beginnings of their words."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from simulator.domain.value import Value

Spelled = tuple[tuple[str, ...], str]


class Index(Value, dict=True):
    """Spelled names, found in full by `exact`, or word by word through every beginning of every word.

    A typed word may run over several words of a name, so `rollback` begins `roll back app`.
    """

    spelled: tuple[Spelled, ...]
    exact: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, spelled: Iterable[Spelled]) -> "Index":
        """An index of words and the value that each row of words stands for."""
        rows = tuple((words, value) for words, value in spelled if words)
        return cls(rows, _full(rows))

    @cached_property
    def beginnings(self) -> Mapping[str, frozenset[int]]:
        """The rows by every beginning of every word; made when a word is first looked for that is no name."""
        return _beginnings(self.spelled)

    def find(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The values whose name has words beginning like these, in order; whole words win."""
        full = self.exact.get("".join(words), ())
        if full or not words:
            return full
        rows = [self.spelled[row] for row in sorted(self._candidates(words))]
        begun = [(name, value) for name, value in rows if in_order(words, name)]
        whole = [value for name, value in begun if all(word in name for word in words)]
        return tuple(dict.fromkeys(whole or [value for _, value in begun]))

    def _candidates(self, words: tuple[str, ...]) -> frozenset[int]:
        found = self.beginnings.get(words[0], frozenset())
        for word in words[1:]:
            if not found:
                break
            found &= self.beginnings.get(word, frozenset())
        return found


def in_order(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether each word begins a later word of the name than the word before it did."""
    place = 0
    for word in words:
        while place < len(name) and not "".join(name[place:]).startswith(word):
            place += 1
        if place == len(name):
            return False
        place += _reach(word, name[place:])
    return True


def _reach(word: str, name: tuple[str, ...]) -> int:
    taken, letters = 0, 0
    while letters < len(word):
        letters += len(name[taken])
        taken += 1
    return taken


def _full(rows: tuple[Spelled, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for words, value in rows:
        found.setdefault("".join(words), {})[value] = None
    return {key: tuple(values) for key, values in found.items()}


def _beginnings(rows: tuple[Spelled, ...]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for row, (words, _) in enumerate(rows):
        for place in range(len(words)):
            rest = "".join(words[place:])
            for length in range(1, len(rest) + 1):
                found.setdefault(rest[:length], set()).add(row)
    return {text: frozenset(places) for text, places in found.items()}
