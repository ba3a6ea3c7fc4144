"""Apologies: one is polite. A second in the same text, or a great one, takes the place of news."""

import re
from collections.abc import Iterator

from simulator.scoring.plain_words.finding import Finding

ENOUGH = 1
_SORRY = re.compile(r"\b(?:sorry|apolog(?:y|ies|i[sz]e[sd]?|i[sz]ing)|regret|forgive\w*)\b", re.IGNORECASE)
_GREAT = re.compile(
    r"\b(?:so|so very|very very|terribly|extremely|incredibly|awfully) sorry\b|\bunforgivable\b",
    re.IGNORECASE,
)


def apologies(text: str) -> Iterator[Finding]:
    """One finding for a text that apologises too much."""
    great = _GREAT.search(text)
    said = [match[0] for match in _SORRY.finditer(text)]
    if great:
        yield Finding("too many apologies", great[0])
    elif len(said) > ENOUGH:
        yield Finding("too many apologies", ", ".join(said).lower())
