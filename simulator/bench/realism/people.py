"""How people come: what becomes of each page in a timeline, by day and by night where they live."""

from collections.abc import Sequence

from simulator.bench.realism.sample import Notes
from simulator.domain.entry import Entry
from simulator.domain.fact import Acknowledged, Joined, Paged, PageUnanswered
from simulator.domain.scenario import Scenario


def note_pages(entries: Sequence[Entry], scenario: Scenario, notes: Notes) -> None:
    """Note each page's answer, and the arrival of those who were not on call."""
    paged: dict[str, int] = {}
    for entry in entries:
        match entry.fact:
            case Paged(person=person):
                paged[person] = entry.at
            case Acknowledged(person=person) if person in paged:
                when = _when(scenario, person, paged[person])
                notes.take(f"unheard by {when}", 0)
                notes.took(f"acknowledged by {when}", paged[person], entry.at)
            case PageUnanswered(person=person) if person in paged:
                notes.take(f"unheard by {_when(scenario, person, paged.pop(person))}", 1)
            case Joined(person=person) if person in paged:
                began = paged.pop(person)
                if not _on_call(scenario, person, began):
                    notes.took(f"joined by {_when(scenario, person, began)}", began, entry.at)


def _on_call(scenario: Scenario, person: str, at: int) -> bool:
    """Whether someone sits ready; an expert who is asked for by name has to be fetched first."""
    company = scenario.organisation
    return person in company.on_call(company.people[person].team, scenario.starts + at)


def _when(scenario: Scenario, person: str, at: int) -> str:
    company = scenario.organisation
    night = company.sites[company.people[person].site].night_at(scenario.starts + at)
    return "night" if night else "day"
