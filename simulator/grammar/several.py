"""Lines that name several people or teams where one can be named: `release siti, diogo`."""

from collections.abc import Iterator

from simulator.grammar.names import Names
from simulator.grammar.words import COMMA, Line

_AND = frozenset({COMMA, "and"})


def one_by_one(line: Line, people: Names) -> tuple[str, ...]:
    """The line once for each of the people whom it lists; empty where it lists nobody."""
    words = line.plain
    for begin in range(1, len(words)):
        listed = tuple(_listed(words, begin, people))
        if len(listed) > 1:
            before, after = line.typed(0, begin), line.typed(listed[-1][1], len(words))
            return tuple(
                " ".join(part for part in (before, people.spoken(who), after) if part) for who, _ in listed
            )
    return ()


def _listed(words: tuple[str, ...], begin: int, people: Names) -> Iterator[tuple[str, int]]:
    """Those whom a list names that begins at a word, each with the word after the name."""
    while begin < len(words):
        ends = range(min(len(words), begin + people.longest), begin, -1)
        found = (
            end for end in ends if words[end - 1] not in _AND and len(people.exact(words[begin:end])) == 1
        )
        end = next(found, 0)
        if not end:
            return
        yield people.exact(words[begin:end])[0], end
        begin = end
        while begin < len(words) and words[begin] in _AND:
            begin += 1
        if begin == end:
            return
