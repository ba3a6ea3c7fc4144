"""Lines that say what not to do: nobody who says `don't` is told how to have it done."""

from simulator.grammar.words import Line

_NOT = frozenset(
    {"not", "never", "don't", "dont", "cannot", "can't", "cant", "won't", "wont", "no", "nobody", "without"}
    | {"shouldn't", "shouldnt", "mustn't", "mustnt", "nope"}
)


def negated(line: Line) -> bool:
    """Whether a line says that something is not to be done."""
    return not _NOT.isdisjoint(line.plain)


def to_have(line: Line, change: str, by: str = "") -> str:
    """What to say of a change that a line names: to have it made, or not made."""
    if negated(line):
        return f"If it was ordered, call it off: cancel {change}."
    return f"To have a change made, say: order {change}{f' by {by}' if by else ''}."
