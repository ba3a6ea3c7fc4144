"""Words of texts, for finding out whether one gives another away."""

import re
from collections.abc import Iterator, Set

from simulator.authoring.critic.draft import Draft
from simulator.authoring.text.node import Node
from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Scenario

_WORD = re.compile(r"[^\W\d_][^\W_]*", re.UNICODE)
_SHORTEST = 5
"""Shorter words tell too little by themselves (assumption)."""
_ARTICLES = ("a", "an", "the")
_SMALL_TALK = """
about above after again along always another anything before began begin being below could
customer customers during earlier every everyone everything failed failing fails first
found from goes going hours later light little longer makes minute minutes
never nobody nothing office other people place quite rather reads really requests right service
services seven since slower slowly something still stopped stops system taken takes
their there these thing things third those three through today until users where which while
whole whose within without works would wrong years yesterday
"""
_COMMON = frozenset(_SMALL_TALK.split())


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in small letters."""
    return tuple(word.lower() for word in _WORD.findall(text))


def says(text: str, phrase: str) -> bool:
    """Whether a text holds a phrase of at least two words, or one long word; articles do not count."""
    whole, part = _bare(text), _bare(phrase)
    size = len(part)
    if not part or (size == 1 and (len(part[0]) < _SHORTEST or part[0] in _COMMON)):
        return False
    return any(whole[n : n + size] == part for n in range(len(whole) - size + 1))


def everyday(organisation: Organisation) -> Set[str]:
    """The words that everybody in a company says: names of what it has, and what services are for."""
    return {word for name in _names(organisation) for word in words(name)}


def telling(text: str, known: Set[str]) -> Set[str]:
    """The words of a text that tell something: long, rare, and none of those that are known anyhow."""
    return {word for word in words(text) if len(word) >= _SHORTEST} - _COMMON - known


def shown_at_the_start(draft: Draft[Scenario]) -> Iterator[Node]:
    """What a trainee reads before the first decision, text by text."""
    yield draft.tree["title"]
    yield draft.tree["briefing"]
    yield from draft.tree["teaches"].items or ()
    yield from draft.tree["first steps"].items or ()


def _bare(text: str) -> tuple[str, ...]:
    return tuple(word for word in words(text) if word not in _ARTICLES)


def _names(organisation: Organisation) -> Iterator[str]:
    yield from organisation.services
    yield from organisation.journeys
    yield from organisation.signals
    yield from organisation.runbook
    yield from (service.about for service in organisation.services.values())
