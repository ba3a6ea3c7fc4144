"""Telling people something: one whole update to copy, for whom and with what a line seems to mean."""

from collections.abc import Sequence
from itertools import takewhile

from simulator.domain.duration import show_duration
from simulator.grammar.amount import hear_in_units
from simulator.grammar.row import Row
from simulator.grammar.vocabulary import Vocabulary
from simulator.grammar.words import Line

_MEANT = {
    "resolved": (
        *("all clear", "it is over", "it's over", "resolved", "closed"),
        *("is fixed", "it's fixed", "been fixed", "fixed it", "we fixed", "now fixed", "all fixed"),
    ),
    "monitoring": (
        *("works again", "working again", "back up", "monitoring", "watching", "mitigated", "fix is in"),
        *("fix applied", "applied a fix", "fix deployed", "deployed a fix", "fix is deployed"),
        *("fix is applied", "fix has been applied", "fix has been deployed", "fix is out", "fix in place"),
    ),
    "identified": ("found it", "found the", "know what it is", "know the cause", "identified"),
    "investigating": ("looking into", "looking at", "investigating"),
}
"""What people say for each state, the last state first: `we found it and fixed it` is the later one.

Who hears `fixed` hears that it is over; a fix that was made, and has yet to show that it holds, is watched.
"""
_NOT_YET = frozenset({"not", "never", "until", "till", "before", "once", "when", "if", "unless", "whether"})
"""What a line says after one of these is not so, or not yet: `until it is fixed`."""
_INSIDE = "leadership"
_GOES_ON = frozenset({"cause", "workaround", "data", "eta", "next", "via", "sure", "saying", "by"})
"""Words with which an update goes on after whom it hits."""


def update_like(line: Line, row: Row, vocabulary: Vocabulary) -> str:
    """A whole update such as a line may have meant; customers are told by a post."""
    if row.verb == "draft":
        return draft_like(line, row, vocabulary)
    return tell_like(line, _audience(line, row, vocabulary), vocabulary)


def tell_like(line: Line, audience: str, vocabulary: Vocabulary) -> str:
    """A whole update to an audience, such as a line may have meant."""
    verb = "post" if audience in vocabulary.public else "brief"
    return f"{verb} {told_like(line, audience, vocabulary)}"


def draft_like(line: Line, row: Row, vocabulary: Vocabulary) -> str:
    """A whole update such as a line may have meant, to be written by somebody else."""
    return f"draft {told_like(line, _audience(line, row, vocabulary), vocabulary)}"


def told_like(line: Line, audience: str, vocabulary: Vocabulary) -> str:
    """What such an update tells an audience, without the verb."""
    state = _state(line.plain)
    told = f"{vocabulary.spoken('AUDIENCE', audience)} {state}"
    scope = _scope(line, vocabulary) or vocabulary.journeys[:1]
    hit = f" affecting {' and '.join(vocabulary.spoken('SCOPE', one) for one in scope)}" if scope else ""
    return told if state == "resolved" else f"{told}{hit} next in {_next(line)}"


def _next(line: Line) -> str:
    """When the next one comes, as a line says: `more in 20 minutes`."""
    words = line.plain
    places = (at + 2 for at in range(len(words) - 2) if words[at : at + 2] == ("more", "in"))
    heard = next((heard for at in places if (heard := hear_in_units(words, at))), None)
    return show_duration(heard[0]) if heard else "30m"


def _scope(line: Line, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What a line says is affected, as far as its names are known: the longest first, each word once."""
    names, words = vocabulary.kinds["SCOPE"], line.plain
    begin = words.index("affecting") + 1 if "affecting" in words else len(words)
    found: list[str] = []
    while begin < len(words) and words[begin] not in _GOES_ON:
        ends = range(min(len(words), begin + names.longest), begin, -1)
        end, one = next(
            ((end, one) for end in ends for one in _only(names.find(words[begin:end]))), (begin + 1, "")
        )
        found += [one] if one else []
        begin = end
    return tuple(dict.fromkeys(found))


def _only(values: tuple[str, ...]) -> tuple[str, ...]:
    return values if len(values) == 1 else ()


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


def _state(words: Sequence[str]) -> str:
    so = takewhile(lambda word: word not in _NOT_YET and not word.endswith("n't"), words)
    padded = f" {' '.join(so)} "
    found = (state for state, ways in _MEANT.items() if any(f" {way} " in padded for way in ways))
    return next(found, "investigating")
