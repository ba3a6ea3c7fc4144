"""An event as it was written, before anything about it is believed, and where it stands."""

from typing import Protocol, TypeAlias

from simulator.authoring.problem import Problem
from simulator.domain.origin import Origin
from simulator.domain.value import Value

Place: TypeAlias = tuple[str | int, ...]
"""Where something stands in its source: the steps of a JSON path; or a table's row, then its column."""


class Raw(Value):
    """The texts of an event. `named` says what the source calls the fields that may be wrong.

    `scope` is None where the source does not tell what a post named; `edited` a post whose text was changed
    later, so that nobody can tell what it said at first.
    """

    place: Place
    time: str
    kind: str = ""
    text: str = ""
    who: str = ""
    about: str = ""
    state: str = ""
    scope: tuple[str, ...] | None = None
    next: str = ""
    edited: bool = False
    named: tuple[tuple[str, str], ...] = ()

    def at(self, field: str) -> Place:
        """Where a field of it stands."""
        return (*self.place, dict(self.named).get(field, field))


class Label(Value):
    """What a source says of an incident as a whole; `place` is where that stands.

    `records` are the kinds of event that its writer says it holds, each with its place.
    """

    place: Place = ()
    title: str = ""
    id: str = ""
    impact: str = ""
    places: tuple[str, ...] = ()
    source: str = ""
    page: bool = False
    planned: bool = False
    records: tuple[tuple[Place, str], ...] = ()


class Source(Protocol):
    """A text that knows where in it something stands."""

    def path(self, place: Place) -> str:
        """A place as a person reads it; empty when its line says it all."""

    def origin(self, place: Place) -> Origin:
        """The line and the column of a place; of what encloses it when there is nothing there."""


def problem(source: Source, place: Place, message: str, expected: str = "", hint: str = "") -> Problem:
    """A problem at a place of a source."""
    return Problem(source.origin(place), message, expected, hint, source.path(place))
