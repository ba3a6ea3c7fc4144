"""Whether a situation report says something: it names a part of this incident, or a number of it."""

import re
from functools import lru_cache

from simulator.domain.organisation import Organisation
from simulator.domain.response_words import RESPONSE
from simulator.domain.stem import stem

_NUMBER, _WORD = re.compile(r"\d"), re.compile(r"[\w-]+")
_OF_ANY_RESPONSE = frozenset(map(stem, (*RESPONSE, "next")))
"""What any response is told of in, and that more is told then."""


@lru_cache(maxsize=4096)
def says_something(company: Organisation, text: str) -> bool:
    """Whether a text names something of a company, or has a number beside a word of any response."""
    words = _WORD.findall(text.casefold())
    plain = f" {' '.join(words)} "
    counts = bool(_NUMBER.search(text)) and any(stem(word) in _OF_ANY_RESPONSE for word in words)
    return counts or any(f" {word} " in plain for word in _names(company))


@lru_cache(maxsize=32)
def _names(company: Organisation) -> tuple[str, ...]:
    """What can be named in a company."""
    people = (name for one in company.people.values() for name in (one.id, one.first_name, one.name))
    names = (
        *people,
        *company.services,
        *company.teams,
        *company.journeys,
        *company.runbook,
        *company.signals,
    )
    return tuple(name.casefold() for name in names)
