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
    roles = [] if line.raw.rstrip().endswith("?") else _roles(rest, vocabulary)
    if roles:
        return f"{', then: '.join(f'assign {role} to {name}' for role in roles)}."
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


def _roles(words: tuple[str, ...], vocabulary: Vocabulary) -> list[str]:
    """The roles that are named in full, and one that two words at the end of a line begin."""
    names = vocabulary.kinds["ROLE"]
    found = [names.exact(words[at:end]) for at in range(len(words)) for end in (at + 2, at + 1)]
    found += [names.find(words[-2:])] if len(words) > 1 and not any(found) else []
    return [
        vocabulary.spoken("ROLE", each) for each in dict.fromkeys(one[0] for one in found if len(one) == 1)
    ]


def _exact(line: Line, after: int, kind: str, vocabulary: Vocabulary) -> Iterator[str]:
    """What of a kind is named in full from a word on, the longest name first."""
    names, words = vocabulary.kinds[kind], line.plain
    for begin in range(after, len(words)):
        for end in range(min(len(words), begin + names.longest), begin, -1):
            yield from names.exact(words[begin:end])
