"""Lines in another order than commands have, as people say them on a call.

`fail over a shard, Grace` speaks to her at the end; `Bo, you take technical lead` and `Orla takes comms` give
a role, `I'm taking command, this is a P1` declares, and `what does Mei think?` asks her. What they are in the
usual order is returned, empty where a line is none of it.
"""

from collections.abc import Callable

from simulator.domain.what_changed import asks_what_changed
from simulator.grammar.own_words import with_saying
from simulator.grammar.topics import OPENERS, topics_in
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import COMMA, Line

_MANNERS = frozenset({"please", "now", "thanks"})
_TAKING = frozenset(
    {"you", "you're", "you'll", "are", "take", "takes", "be", "have", "our", "as", "the", "act", "role", "of"}
    | {"will", "i", "want", "need", "to", "over", "is", "takes", "has", "on", "does", COMMA}
    | _MANNERS
)
"""Words around a role that somebody is told to take."""
_MYSELF = frozenset({"i", "i'm", "im", "i'll"})
_COMMAND = frozenset({"command", "commander", "ic", "commanding", "declaring", "declare"})
_NOT = frozenset({"not", "no", "don't", "never", "who", "should", "would", "if"})
_SHORTEST = 2
_SHORT = 6
"""A question of more words is about something of its own."""
_SAFE = ("is", "it", "safe", "to")
_WHO = frozenset({"who", "who's", "whos"})
_NAMES_NOBODY = frozenset({"affected", "feels", "hurt", "hit", "changed", "did", "should"})
"""Words of a question that asks of others than those who can come."""


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


def asks_one(line: Line, vocabulary: Vocabulary) -> str:
    """A question about what somebody thinks or has found, as one asks them."""
    people, words = vocabulary.kinds["PERSON"], line.plain
    if words[:2] not in _WHAT_DOES or words[-1] not in _THINKS:
        return ""
    found = people.exact(words[2:-1])
    return f"ask {vocabulary.spoken('PERSON', found[0])} {_THINKS[words[-1]]}" if len(found) == 1 else ""


_WHAT_DOES = (("what", "does"), ("what", "did"), ("what", "has"))
_THINKS = {
    "think": "theory",
    "say": "theory",
    "see": "theory",
    "know": "theory",
    "find": "progress",
    "found": "progress",
}


def asks_whether_safe(line: Line, vocabulary: Vocabulary) -> str:
    """A question whether a change is safe, as the check that finds out: `Raj, is it safe to restart app?`."""
    words = line.plain
    at = next((at for at in range(len(words)) if words[at : at + 4] == _SAFE), None)
    if at is None or at + len(_SAFE) >= len(words):
        return ""
    called = tuple(word for word in words[:at] if word != COMMA)
    who = vocabulary.kinds["PERSON"].exact(called) if called else ()
    if called and len(who) != 1:
        return ""
    by = f" by {vocabulary.spoken('PERSON', who[0])}" if who else ""
    return f"check {line.typed(at + len(_SAFE), len(words))}{by}"


def asks_the_call(line: Line, vocabulary: Vocabulary) -> str:
    """A short question to nobody by name, as one asks the call: `how bad is it?`; `who` shows the people."""
    words = line.plain
    if not line.raw.rstrip().endswith("?") or len(words) > _SHORT or words[0] not in OPENERS:
        return ""
    if words[0] in _WHO:
        return "people" if _NAMES_NOBODY.isdisjoint(words) else ""
    topics = topics_in(words)
    return f"ask {topics[0]}" if len(topics) == 1 and not _names(words, vocabulary) else ""


def _names(words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether somebody or a part of the system is named in full; what changed is a place that answers."""
    spans = [words[at:end] for at in range(len(words)) for end in range(at + 1, len(words) + 1)]
    known = [vocabulary.kinds[kind].exact(span) for kind in ("PERSON", "PLACE") for span in spans]
    return any(not asks_what_changed(value) for found in known for value in found)


TURNS: tuple[Callable[[Line, Vocabulary], str], ...] = (
    called_last, takes_command, gives_role, asks_one, with_saying, asks_whether_safe, asks_the_call,
)  # fmt: skip
"""Every such order; the first that fits is taken."""
