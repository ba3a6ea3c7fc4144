"""People in a room, from its log."""

from collections.abc import Iterable

from simulator.domain.value import Value
from simulator.room.event import Event


class Person(Value):
    """Somebody who joined: their id, the name they gave, and where they sit (empty: nowhere now)."""

    id: str
    name: str
    seat: str


def people_of(events: Iterable[Event]) -> dict[str, Person]:
    """Everybody who ever joined, as they sit now."""
    people: dict[str, Person] = {}
    for event in events:
        if event.act == "sat":
            people[event.who] = Person(event.who, str(event.body["name"]), str(event.body["seat"]))
        elif event.act == "left" and event.who in people:
            people[event.who] = Person(event.who, people[event.who].name, "")
    return people


def taken(name: str, away: bool) -> str:
    """Why a seat is not free; whose browser is gone may go on from another one, by the same name."""
    if away:
        return (
            f"{name} sits there and is away. If you are {name}, give that name to go on; else choose another."
        )
    return f"{name} sits there. Choose another seat, or watch as an observer."
