"""What fits where a line speaks to somebody and is not understood: work that can be given, or a question."""

from collections.abc import Iterator

from simulator.grammar.negation import negated
from simulator.grammar.topics import OPENERS
from simulator.grammar.update_example import told_like
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import Line

DOUBTS = frozenset(
    {"safe", "safely", "safer", "danger", "dangerous", "dangers", "risk", "risks", "risky"}
    | {"hazard", "hazards", "harm"}
)
"""Words of whoever doubts whether something can be done."""
_ASKS = OPENERS - {"to", "on", "about", "for", "all", "call", "team", "people", "quick", "easy"}


def fitting(line: Line, after: int, name: str, vocabulary: Vocabulary) -> str:
    """What to say to somebody instead of the words from `after` on; `name` is what they are called."""
    rest = line.plain[after:]
    if not rest:
        return f"ask {name} for progress."
    told = next(_exact(line, after, "AUDIENCE", vocabulary), "") if "know" in rest else ""
    if told and rest[0] == "let":
        return (
            f"to have an update written, which you approve, say: draft {told_like(line, told, vocabulary)}."
        )
    asks = line.raw.rstrip().endswith("?") or rest[0] in _ASKS
    role = "" if line.raw.rstrip().endswith("?") else _role(rest, vocabulary)
    if role:
        return f"assign {role} to {name}."
    place = next(_exact(line, after, "PLACE", vocabulary), "")
    if asks and DOUBTS.intersection(rest):
        return f"to have hazards looked for, say: check CHANGE by {name}."
    if asks:
        look = f"investigate {place or 'PLACE'} by {name}"
        return f"ask {name} theory, progress, impact or what changed; to have it found out, say: {look}."
    if "review" in rest:
        return f"review by {name}."
    if negated(line):
        return "to have a change not made, say: cancel CHANGE; to have it on record: note TEXT."
    if place:
        return f"investigate {place} by {name}."
    return (
        f"to give work, say: investigate PLACE by {name}, or check, order, prepare, verify CHANGE by {name}."
    )


def _role(words: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """The role of two words that ends a line, or is named in full somewhere in it."""
    names = vocabulary.kinds["ROLE"]
    pairs = [words[at : at + 2] for at in range(len(words) - 1)]
    found = [names.exact(pair) or (names.find(pair) if pair == words[-2:] else ()) for pair in pairs]
    return next((vocabulary.spoken("ROLE", each[0]) for each in found if len(each) == 1), "")


def _exact(line: Line, after: int, kind: str, vocabulary: Vocabulary) -> Iterator[str]:
    """What of a kind is named in full from a word on, the longest name first."""
    names, words = vocabulary.kinds[kind], line.plain
    for begin in range(after, len(words)):
        for end in range(min(len(words), begin + names.longest), begin, -1):
            yield from names.exact(words[begin:end])
