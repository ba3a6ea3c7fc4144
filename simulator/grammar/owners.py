"""Whose work a follow-up is, where a name stands in it without `for`: `follow up mei add an alarm`."""

from simulator.domain.value import Value
from simulator.grammar.answers import Ambiguous, Unreadable
from simulator.grammar.names import Names
from simulator.grammar.text import excerpt, quote
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import COMMA, QUOTED, Line, split

_HANDING = frozenset({"to", "should", "must", "will", "shall", COMMA})
"""Words between somebody and their work."""


class Named(Value):
    """Who stands in a line by full or first name, and the word after the name; nobody: no values."""

    values: tuple[str, ...]
    after: int


def named_first(line: Line, start: int, vocabulary: Vocabulary) -> Named:
    """Who a follow-up begins with. A text in quotes is what it is."""
    found = _at(line.plain, start, vocabulary.kinds["PERSON"])
    after = found.after
    while found.values and line.plain[after : after + 1] and line.plain[after] in _HANDING:
        after += 1
    return Named(found.values, after)


def which(line: Line, found: Named, vocabulary: Vocabulary) -> Ambiguous:
    """The answer when several people have that name."""
    labels = tuple(vocabulary.kinds["PERSON"].label(value) for value in found.values)
    typed = excerpt(line.typed(0, found.after))
    return Ambiguous(line.raw, f"{typed} could be for: {', '.join(labels)}", labels)


def unowned(line: Line, start: int, text: str, vocabulary: Vocabulary) -> Unreadable | None:
    """The answer to a text that names somebody and does not say whether the work is theirs."""
    if line.plain[start : start + 1] == (QUOTED,):
        return None
    people, words = vocabulary.kinds["PERSON"], split(text).plain
    values = next((named.values for at in range(len(words)) if (named := _at(words, at, people)).values), ())
    if not values:
        return None
    name = people.spoken(values[0])
    told = f"{excerpt(text)} names {name}, and not as whose work it is."
    say = f"If it is theirs, say: follow-up {quote(text)} for {name}. If it is nobody's, put it in quotes."
    return Unreadable(line.raw, f"{told} {say}")


def _at(words: tuple[str, ...], start: int, people: Names) -> Named:
    """Who is named from a word on, by the longest full or first name; outsiders and oneself are not."""
    known = {name.value for name in people.entries if name.call}
    for end in range(min(len(words), start + people.longest), start, -1):
        values = tuple(value for value in people.exact(words[start:end]) if value in known)
        if values:
            return Named(values, end)
    return Named((), start)
