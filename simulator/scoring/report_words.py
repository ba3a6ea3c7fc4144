"""Whether a situation report says something: it names a part of this incident, or a number in words."""

import re

from simulator.domain.entry import Entry
from simulator.domain.fact import SitrepGiven
from simulator.scoring.case import Case
from simulator.scoring.sighted import once

AROUND = 2
"""A number with fewer words around it tells nobody anything (assumption)."""
_NUMBER, _WORD, _LETTERS = re.compile(r"\d"), re.compile(r"[\w-]+"), re.compile(r"[^\W\d_]{2,}")


def says_something(case: Case, text: str) -> bool:
    """Whether a text names something of this company, or has a number with words around it."""
    plain = f" {' '.join(_WORD.findall(text.casefold()))} "
    counts = bool(_NUMBER.search(text)) and len(_LETTERS.findall(text)) >= AROUND
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
