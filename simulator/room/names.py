"""What people are called to a seat, by their seats and by who sits in them."""

from collections.abc import Mapping

from simulator.domain.organisation import Organisation
from simulator.domain.prose import Names
from simulator.domain.prose.names import ANOTHER, YOU
from simulator.domain.seats import COMMANDER
from simulator.domain.value import replace
from simulator.exercise import Exercise
from simulator.room.seats import SEATS, Seat

NOBODY: Mapping[str, str] = {}
"""The names of those in the seats, where nobody sits in any."""


def names_for(exercise: Exercise, seat: str, called: Mapping[str, str] = NOBODY) -> Names:
    """What people are called to a seat: it is told `you` of itself, and of others who sits there."""
    company = exercise.scenario.organisation
    seats = {
        each.id: YOU if each.id == seat else _called(each, called.get(each.id, ""), company)
        for each in SEATS.values()
    }
    names = Names.of(company, seats.pop(COMMANDER))
    return replace(names, people={**names.people, **seats})


def _called(seat: Seat, name: str, company: Organisation) -> str:
    """Somebody in a sentence. With the name of one of the company, their seat tells them apart."""
    if not name or name.casefold() == YOU:
        return ANOTHER if seat.id == COMMANDER else f"the {seat.title.lower()}"
    theirs = (called for each in company.people.values() for called in (each.name, each.first_name))
    return f"{name} ({seat.title.lower()})" if name.casefold() in map(str.casefold, theirs) else name
