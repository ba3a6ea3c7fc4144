"""Whether words are about this incident: they name a part of the company or something that was said.

Those of an update are given more room: they may also be words of any response, or of its cause, in any form.
"""

import re
from functools import lru_cache

from simulator.domain.entry import Entry
from simulator.domain.fact import AlertFired, Answered, ClueFound, CustomersReported, Objected, Said
from simulator.domain.response_words import NEUTRAL, RESPONSE
from simulator.domain.scenario import Scenario
from simulator.domain.stem import stem
from simulator.scoring.case import Case
from simulator.scoring.sighted import once

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TIME = re.compile(r"\b(?:[01]?\d|2[0-3]):[0-5]\d\b")
_LETTERS = re.compile(r"[a-z']{3,}")
_EMPTY = frozenset((
    "about", "after", "again", "all", "and", "are", "back", "but", "can", "coming", "down", "everything",
    "find", "for", "from", "get", "had", "has", "have", "hold", "how", "into", "its", "keep", "look", "new",
    "not", "now", "off", "one", "our", "out", "over", "pause", "should", "somebody", "someone", "something",
    "stop", "that", "the", "them", "then", "there", "they", "thing", "this", "turn", "was", "what", "when",
    "where", "which", "who", "why", "will", "with", "you", "your",
))  # fmt: skip
"""Words that are in every text."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words of a text that say something, in small letters; an ending -s makes no other word."""
    found = (word.removesuffix("s") for word in _WORD.findall(text.lower()) if word not in _EMPTY)
    return frozenset(word for word in found if len(word) > 2)


def about_this(case: Case, text: str) -> bool:
    """Whether a text names something of this company, of what was said in this incident, or a time of day.

    It may also name what could have been wrong, found or not: who looks back at an outage knows more.
    """
    words = words_of(text)
    wrong = frozenset(map(stem, words)) & _wrong(case.scenario)
    return bool(words & _spoken(case)) or bool(wrong) or bool(_TIME.search(text))


@lru_cache(maxsize=16)
def _wrong(scenario: Scenario) -> frozenset[str]:
    """The words of an outage's causes and clues, without endings, but for those that are in any text."""
    causes = (f"{cause.name} {cause.truth}" for cause in scenario.causes.values())
    clues = (clue.says for found in scenario.clues.values() for clue in found)
    words = (word for text in (*causes, *clues) for word in words_of(text))
    return frozenset(map(stem, words)) - _STEMS_OF_ANY


@once
def _spoken(case: Case) -> frozenset[str]:
    """The words of this company and of this incident."""
    organisation = case.organisation
    names = (*organisation.services, *organisation.journeys, *organisation.signals, *organisation.runbook)
    hazards = (hazard.name for change in organisation.runbook.values() for hazard in change.hazards)
    told = (text for entry in case.seen if (text := _told(entry)))
    return frozenset().union(*(words_of(text.replace("-", " ")) for text in (*names, *hazards, *told)), names)


@once
def telling(case: Case, words: frozenset[str]) -> frozenset[str]:
    """Those of an update's own words that have to do with this incident, or with any response to one."""
    known = _stems(case)
    return frozenset(word for word in words if stem(word) in known)


@lru_cache(maxsize=4096)
def foreign(words: frozenset[str]) -> frozenset[str]:
    """Words but for numbers, and for those in any text, in any form: what they are about shows in these."""
    return frozenset(word for word in words if not (word[0].isdecimal() or stem(word) in _STEMS_OF_ANY))


@once
def _stems(case: Case) -> frozenset[str]:
    """The words of this incident without their endings."""
    spoken = (word for name in _spoken(case) for word in _LETTERS.findall(name.lower()))
    return (_written(case.scenario) | frozenset(map(stem, spoken))) - _STEMS_OF_ANY


@lru_cache(maxsize=16)
def _written(scenario: Scenario) -> frozenset[str]:
    """The words written of a company and an outage, or said in any response, without their endings."""
    company = scenario.organisation
    services = (service.about for service in company.services.values())
    runbook = (change.about for change in company.runbook.values())
    causes = (f"{cause.name} {cause.truth}" for cause in scenario.causes.values())
    people = (person.name for person in company.people.values())
    texts = (company.title, scenario.title, *services, *runbook, *causes, *people)
    words = (word for text in texts for word in _LETTERS.findall(text.lower()))
    return frozenset(map(stem, (*words, *RESPONSE)))


def _told(entry: Entry) -> str:
    match entry.fact:
        case ClueFound(says=says) | Answered(says=says) | Said(says=says) | Objected(says=says):
            return says
        case CustomersReported(says=says) | AlertFired(alert=says):
            return says
        case _:
            return ""


_STEMS_OF_ANY = frozenset(map(stem, NEUTRAL | _EMPTY))
"""Words that are in every text, without their endings."""
