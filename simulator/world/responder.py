"""One person who can be paged: where they are, what they do, what they found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from simpy import Event

from simulator.domain.fact import TaskKind
from simulator.domain.organisation import Organisation, Person
from simulator.domain.seats import COMMANDER
from simulator.world.tasks import Task

"""The seat of the trainee; it can do simple things with its own hands."""
OUTSIDE = ""
"""The office of those who are not of the company."""


@dataclass(slots=True)
class Responder:
    """One person's state: on the way or on the call, what they do, what waits for them, what they found.

    `shift` counts how often they have left, `hands` how often work was taken out of their hands: whatever is
    still at that work ends with it. They joined at second `since`, their hands are empty from second `idle`,
    and `then` is what they do once they are. `seen` are the clues that they found: place and number. `learnt`
    is what someone new has done once.
    """

    person: Person
    here: bool = False
    coming: bool = False
    paged: int = 0
    shift: int = 0
    hands: int = 0
    task: Task | None = None
    queue: list[Task] = field(default_factory=list)
    wanted: Event | None = None
    since: int = 0
    idle: int = 0
    then: Callable[[], None] | None = None
    seen: list[tuple[str, int]] = field(default_factory=list)
    learnt: tuple[TaskKind, ...] = ()


class Crew(dict[str, Responder]):
    """Everyone who can be paged; what state somebody is in is kept once they come into it."""

    def __init__(self, everyone: Mapping[str, Person], row: Mapping[str, int]) -> None:
        super().__init__()
        self._everyone, self._row = everyone, row

    def in_row(self) -> list[Responder]:
        """Everybody who has been heard of so far, in the order of the company's people."""
        return [self[person] for person in sorted(self, key=self._row.__getitem__)]

    def __missing__(self, person: str) -> Responder:
        responder = self[person] = Responder(self._everyone[person])
        return responder


class Roll(NamedTuple):
    """Everyone who can be paged, their places in the row, and the teams that run a service."""

    everyone: Mapping[str, Person]
    row: Mapping[str, int]
    running: frozenset[str]


@lru_cache(maxsize=64)
def roll_of(organisation: Organisation) -> Roll:
    """The roll of a company, the commander and providers in it too."""
    everyone = {COMMANDER: Person(COMMANDER, "you", "", "", ()), **organisation.people}
    for name, provider in organisation.providers.items():
        everyone[name] = Person(name, name, OUTSIDE, "", (provider.provides,))
    row = {person: place for place, person in enumerate(everyone)}
    return Roll(everyone, row, frozenset(service.team for service in organisation.services.values()))
