"""Whether a situation report says something: it names a part of this incident, or a number of it."""

import re

from simulator.domain.entry import Entry
from simulator.domain.fact import SitrepGiven
from simulator.scoring.case import Case
from simulator.scoring.response_words import RESPONSE
from simulator.scoring.sighted import once
from simulator.scoring.vocabulary import stem

_NUMBER, _WORD = re.compile(r"\d"), re.compile(r"[\w-]+")
_OF_ANY_RESPONSE = frozenset(map(stem, (*RESPONSE, "next")))
"""What any response is told of in, and that more is told then."""


def says_something(case: Case, text: str) -> bool:
    """Whether a text names something of this company, or has a number beside a word of any response."""
    words = _WORD.findall(text.casefold())
    plain = f" {' '.join(words)} "
    counts = bool(_NUMBER.search(text)) and any(stem(word) in _OF_ANY_RESPONSE for word in words)
    return counts or any(f" {word} " in plain for word in _names(case))


def briefs(case: Case, entry: Entry) -> bool:
    """Whether a line is a situation report that says something; of a real company the names are not known."""
    report = entry.fact
    return isinstance(report, SitrepGiven) and (case.records.real or says_something(case, report.text))


@once
def _names(case: Case) -> tuple[str, ...]:
    """What can be named in this company."""
    company = case.organisation
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
