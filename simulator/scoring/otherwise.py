"""What comes if a change does not help, as somebody said it in words: `if not, we roll back app`.

Words count that say *if not* and then name another change of the runbook, or another part of the company to
look at. A change is named by its name, or by more of the words of it than of any other's.
"""

import re
from collections.abc import Iterator

from simulator.domain.organisation import Organisation
from simulator.domain.plain_text import plain
from simulator.domain.sentences import clauses, sentences
from simulator.scoring.vocabulary import words_of

_IF_NOT = re.compile(
    r"\bif not\b"
    r"|\bif (?:\w+['-]?\w* ){1,6}?(?:not|no|nothing|\w+n't|fails?|still|worse|same|stays?)\b"
    r"|\b(?:unless|should) (?:that|this|it)\b"
    r"|\b(?:otherwise|failing (?:that|this|which)|or else|plan b|fall(?:ing)? back)\b"
    r"|\bback-?up plan\b"
    r"|(?:^|[,;:.(])\s*(?:and )?else\b",
    re.IGNORECASE,
)
_LOOKS = re.compile(
    r"\b(?:look|check|investigat|examin|inspect|search in|dig into|go through|go to)\w*\b", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:not|never|cannot|nothing|nobody|no)\b|n't\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|when)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"[,:](?=\s)")
_ARTICLES = ("a", "an", "the")
AT_LEAST = 2
"""So many words of a name name it, when they are half of it."""


def named_next(organisation: Organisation, text: str, change: str, spent: frozenset[str]) -> str:
    """The other change or place that comes if a change does not help, as a text says; empty for none.

    `spent` are changes that are no way out any more. The change itself is none, nor is the part that it is
    made on.
    """
    tails = (tail for sentence in sentences(text) for tail in _tails(sentence) if not _denied(tail))
    return next((way for tail in tails if (way := _way(organisation, tail, change, spent))), "")


def _tails(sentence: str) -> Iterator[str]:
    """What a sentence says after each *if not*, or in the clause before one that ends it."""
    for found in _IF_NOT.finditer(sentence):
        after = sentence[found.end() :]
        before = clauses(sentence[: found.start()])
        yield after
        if before and not _GOES_ON.search(after):
            yield before[-1]


def _denied(tail: str) -> bool:
    """Whether it says what does not come."""
    clause = next(iter(clauses(tail)), "")
    return _NOT.search(clause) is not None and _IF.search(clause) is None


def _way(organisation: Organisation, tail: str, change: str, spent: frozenset[str]) -> str:
    named = (name for name in _changes(organisation, tail, change) if name not in spent)
    return next(named, "") or _place(organisation, tail, change)


def _changes(organisation: Organisation, tail: str, change: str) -> list[str]:
    """The other changes that words name in full, else those whose words are most of what they say."""
    spelled, said = _spelled(tail), words_of(tail)
    full = [name for name in organisation.runbook if _spelled(name) in spelled]
    if full:
        return [name for name in full if name != change]
    hits = {name: len(words_of(name) & said) for name in organisation.runbook}
    half = {name: hit for name, hit in hits.items() if hit >= AT_LEAST and 2 * hit >= len(words_of(name))}
    most = [name for name, hit in half.items() if hit == max(half.values())]
    return [] if change in most else most


def _place(organisation: Organisation, tail: str, change: str) -> str:
    """The part to look at next, which is not the one that the change is made on."""
    if not _LOOKS.search(tail):
        return ""
    rest, own = _spelled(tail).replace(_spelled(change), " "), organisation.runbook.get(change)
    named = (place for place in organisation.services if _spelled(place) in rest)
    return next((place for place in named if own is None or place != own.on), "")


def _spelled(text: str) -> str:
    """A text as words in small letters with a space around each; articles and hyphens make no difference."""
    words = re.findall(r"[a-z0-9']+", plain(text).lower().replace("-", " "))
    return f" {' '.join(word.strip(chr(39)) for word in words if word not in _ARTICLES)} "
