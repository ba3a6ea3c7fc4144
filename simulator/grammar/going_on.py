"""Leave to go on, as people give it: `Petra, yes`, `go on, Raj`, `5 more minutes`."""

from itertools import pairwise
from typing import NamedTuple

from simulator.grammar.amount import hear
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import COMMA, split

_LEAVE = frozenset({"yes", "yep", "yeah", "sure", "continue", "more", "another", "longer"})
_GOING = (("go", "on"), ("carry", "on"), ("keep", "on"), ("keep", "going"))
"""What says so: one of these words, or two of them in a row."""
_BESIDE = frozenset(
    {"ok", "okay", "please", "go", "keep", "do", "take", "have", "you", "can", "your", "time", "a", "bit"}
    | {"few", "for", "with", "it", "that", "then", "and", "of", "course", "minutes", "minute"}
    | {"on", "going", "carry"}
)


class Leave(NamedTuple):
    """Who is let go on, empty where nobody is named, and for how many seconds, None where nobody says."""

    person: str
    within: int | None


def leave_to_go_on(text: str, vocabulary: Vocabulary) -> Leave | None:
    """The leave that a line gives; None where it says anything else."""
    words = split(text).plain
    person, rest = _without_name(words, vocabulary)
    within, rest = _without_time(tuple(word for word in rest if word != COMMA))
    going = any(pair in _GOING for pair in pairwise(rest))
    gives = going or not _LEAVE.isdisjoint(rest) or (within is not None and not rest)
    return Leave(person, within) if gives and _LEAVE.union(_BESIDE).issuperset(rest) else None


def _without_name(words: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, tuple[str, ...]]:
    """Who is spoken to at the begin or the end of some words, and the others."""
    people = vocabulary.kinds["PERSON"]
    for length in range(min(len(words), people.longest), 0, -1):
        for called, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            if COMMA not in called and len(found := people.exact(called)) == 1:
                return found[0], rest
    return "", words


def _without_time(words: tuple[str, ...]) -> tuple[int | None, tuple[str, ...]]:
    for at in range(len(words)):
        heard = hear(words, at)
        if heard:
            return heard[0], (*words[:at], *words[heard[1] :])
    return None, words
