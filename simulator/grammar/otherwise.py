"""Lines in another order than commands have, as people say them on a call.

`fail over a shard, Grace` speaks to her at the end; `Bo, you take technical lead` and `Orla takes comms` give
a role, and `I'm taking command, this is a P1` declares. What they are in the usual order is returned, empty
where a line is none of it.
"""

from collections.abc import Callable

from simulator.grammar.own_words import with_saying
from simulator.grammar.questions import asks_one, asks_the_call, asks_whether_safe
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import COMMA, Line

_MANNERS = frozenset({"please", "now", "thanks"})
_TAKING = frozenset(
    {"you", "you're", "you'll", "are", "take", "be", "have", "our", "as", "the", "act", "role", "of"}
    | {"will", "i", "want", "need", "to", "over", "is", "takes", "has", "on", "does", COMMA}
    | _MANNERS
)
"""Words around a role that somebody is told to take."""
_MYSELF = frozenset({"i", "i'm", "im", "i'll"})
_COMMAND = frozenset({"command", "commander", "ic", "commanding", "declaring", "declare"})
_NOT = frozenset({"not", "no", "don't", "never", "who", "should", "would", "if"})
_SHORTEST = 2


def called_last(line: Line, vocabulary: Vocabulary) -> str:
    """A line that calls somebody after a comma, at its end or before another comma, with the name first."""
    people, words = vocabulary.kinds["PERSON"], line.plain
    end = len(words)
    while end and words[end - 1] in _MANNERS:
        end -= 1
    for comma in range(len(words) - 1, _SHORTEST - 2, -1):
        if words[comma] != COMMA:
            continue
        until = next((at for at in range(comma + 1, end) if words[at] == COMMA), end)
        found = people.exact(words[comma + 1 : until]) if until > comma + 1 else ()
        if len(found) == 1:
            more = line.raw[line.spans[until][1] :] if until < end else ""
            said = f"{line.raw[: line.spans[comma][0]].strip()} {more.strip()}".strip()
            return f"{vocabulary.spoken('PERSON', found[0])}, {said}"
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
    if _MYSELF.isdisjoint(words) or _COMMAND.isdisjoint(words) or not _NOT.isdisjoint(words):
        return ""
    spans = ((begin, end) for begin in range(len(words)) for end in (begin + 1, begin + 2))
    found = {value for begin, end in spans for value in levels.exact(words[begin:end])}
    return f"declare {vocabulary.spoken('SEVERITY', found.pop())}" if len(found) == 1 else ""


def gives_role(line: Line, vocabulary: Vocabulary) -> str:
    """A line that says which role somebody has from now on: `Orla takes comms`."""
    people, words = vocabulary.kinds["PERSON"], line.plain
    for end in range(min(len(words), people.longest), 0, -1):
        found = people.exact(words[:end])
        if len(found) == 1 and end < len(words):
            rest = Line(line.raw, words[end:])
            return takes_role(rest, vocabulary.spoken("PERSON", found[0]), vocabulary)
    return ""


TURNS: tuple[Callable[[Line, Vocabulary], str], ...] = (
    called_last, takes_command, gives_role, asks_one, with_saying, asks_whether_safe, asks_the_call,
)  # fmt: skip
"""Every such order; the first that fits is taken."""
