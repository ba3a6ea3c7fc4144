"""The people: who is here, who can come, and what they know."""

from simulator.domain.duration import MINUTE
from simulator.domain.organisation import Person
from simulator.domain.week import show_moment
from simulator.exercise.sight import Sight
from simulator.terminal.views.table import table
from simulator.terminal.wrap import hang

_ORDER = ("here", "acknowledged", "paged", "does not answer", "on call", "left", "")


def people(sight: Sight, width: int) -> list[str]:
    """Everyone who can be paged, those on the call first."""
    on_call = {p for team in sight.organisation.teams for p in sight.organisation.on_call(team, sight.moment)}
    rows = [(_state(sight, person, on_call), person) for person in sight.organisation.people.values()]
    rows.sort(key=lambda row: _ORDER.index(row[0]))
    lines = table([_row(state, person) for state, person in rows], width)
    clock = show_moment(sight.moment - sight.moment % MINUTE)
    head = f"It is {clock} UTC. Page a team's on-call (page {_team(sight)}) or a person."
    return [*hang("  ", head, width), *lines]


def _team(sight: Sight) -> str:
    return next(iter(sight.organisation.teams), "TEAM")


def _state(sight: Sight, person: Person, on_call: set[str]) -> str:
    state = sight.board.people.get(person.id, "on call" if person.id in on_call else "")
    return "does not answer" if state == "unanswered" else state


def _row(state: str, person: Person) -> tuple[str, ...]:
    knows = f"knows {', '.join(person.knows)}" if person.knows else ""
    return (state or "-", person.name, person.team, "; ".join(filter(None, (person.role, knows))))
