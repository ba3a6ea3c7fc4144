"""Telling people something: one whole update to copy, for whom and with what a line seems to mean."""

from simulator.grammar.row import Row
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import Line

_MEANT = {
    "resolved": ("all clear", "it is over", "it's over", "resolved", "closed"),
    "monitoring": ("fixed", "works again", "working again", "back up", "monitoring", "watching"),
    "identified": ("found it", "found the", "know what it is", "know the cause", "identified"),
    "investigating": ("looking into", "looking at", "investigating"),
}
"""What people say for each state, the last state first: `we found it and fixed it` is the later one."""
_INSIDE = "leadership"


def update_like(line: Line, row: Row, vocabulary: Vocabulary) -> str:
    """A whole update such as a line may have meant; customers are told by a post."""
    audience = _audience(line, row, vocabulary)
    verb = row.verb if row.verb == "draft" else "post" if audience in vocabulary.public else "brief"
    state = _state(" ".join(line.plain))
    scope = f" affecting {vocabulary.spoken('SCOPE', vocabulary.journeys[0])}" if vocabulary.journeys else ""
    told = f"{verb} {vocabulary.spoken('AUDIENCE', audience)} {state}"
    return told if state == "resolved" else f"{told}{scope} next in 30m"


def _audience(line: Line, row: Row, vocabulary: Vocabulary) -> str:
    """Whom a line names, else those whom its verb is for."""
    names, words = vocabulary.kinds["AUDIENCE"], line.plain
    for begin in range(len(words)):
        for end in range(min(len(words), begin + names.longest), begin, -1):
            if values := names.exact(words[begin:end]):
                return values[0]
    every = [name.value for name in names.entries]
    fit = [each for each in every if (each in vocabulary.public) != (row.verb == "brief")]
    return _INSIDE if _INSIDE in fit else (fit or every)[0]


def _state(said: str) -> str:
    padded = f" {said} "
    found = (state for state, ways in _MEANT.items() if any(f" {way} " in padded for way in ways))
    return next(found, "investigating")
