"""Lines in another order than commands have, as people say them on a call.

`fail over a shard, Grace` speaks to her at the end; `Bo, you take technical lead` gives a role, and `I'm
taking command, this is a P1` declares. What they are in the usual order is returned, empty where a line is
none of it.
"""

from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import COMMA, Line

_MANNERS = frozenset({"please", "now", "thanks"})
_TAKING = frozenset(
    {"you", "you're", "you'll", "are", "take", "takes", "be", "have", "our", "as", "the", "act", "role", "of"}
    | {"will", "i", "want", "need", "to", "over", COMMA}
    | _MANNERS
)
"""Words around a role that somebody is told to take."""
_MYSELF = frozenset({"i", "i'm", "im", "i'll"})
_COMMAND = frozenset({"command", "commander", "ic", "commanding"})
_NOT = frozenset({"not", "no", "don't", "never", "who", "should", "would", "if"})
_SHORTEST = 2


def called_last(line: Line, vocabulary: Vocabulary) -> str:
    """A line that ends with a comma and a name, with the name first."""
    words = line.plain
    end = len(words)
    while end and words[end - 1] in _MANNERS:
        end -= 1
    for begin in range(end - 1, _SHORTEST - 1, -1):
        found = vocabulary.kinds["PERSON"].exact(words[begin:end])
        if len(found) == 1 and words[begin - 1] == COMMA:
            return f"{vocabulary.spoken('PERSON', found[0])}, {line.raw[: line.spans[begin - 1][0]].strip()}"
    return ""


def takes_role(rest: Line, name: str, vocabulary: Vocabulary) -> str:
    """What is said to somebody who is to take a role, as one assigns it; `name` is what they are called."""
    roles, words = vocabulary.kinds["ROLE"], rest.plain
    if rest.raw.rstrip().endswith("?"):
        return ""
    for begin in range(len(words)):
        for end in range(min(len(words), begin + roles.longest), begin, -1):
            found = roles.exact(words[begin:end])
            if len(found) == 1 and begin and _TAKING.issuperset((*words[:begin], *words[end:])):
                return f"assign {vocabulary.spoken('ROLE', found[0])} to {name}"
    return ""


def takes_command(line: Line, vocabulary: Vocabulary) -> str:
    """A line by which one takes command and says how bad it is, as a declaration."""
    words, levels = line.plain, vocabulary.kinds["SEVERITY"]
    if words[0] not in _MYSELF or _COMMAND.isdisjoint(words) or not _NOT.isdisjoint(words):
        return ""
    spans = ((begin, end) for begin in range(len(words)) for end in (begin + 1, begin + 2))
    found = {value for begin, end in spans for value in levels.exact(words[begin:end])}
    return f"declare {vocabulary.spoken('SEVERITY', found.pop())}" if len(found) == 1 else ""
