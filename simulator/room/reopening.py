"""A room as it stood before the server ended: all of it follows from its record."""

from fractions import Fraction

from simulator.exercise import Exercise, Header
from simulator.exercise.pace import Clock
from simulator.library import Outage
from simulator.room.asides import among
from simulator.room.event import Event
from simulator.room.person import people_of
from simulator.room.room import Room
from simulator.room.store import Body, Store


def reopen(id_: str, code: str, outage: Outage, header: Header, store: Store) -> Room:
    """A room as it stood: its words are said again at the seconds they were said, its clock set as it was."""
    exercise = Exercise(
        outage.scenario, outage.doctrine, header.seed, sources=outage.sources, parent=header.parent
    )
    room = Room(id_, code, outage, exercise, store)
    events = store.events(id_)
    room.people = people_of(events)
    room.voices.recall(events)
    for event in events:
        _take_up(room, event)
    room.catch_up(max(store.reached(id_), events[-1].at if events else 0))
    room.begin_again()
    return room


def _take_up(room: Room, event: Event) -> None:
    """What an event of the record did, done again."""
    match event.act:
        case "said":
            room.catch_up(event.at)
            room.exercise.submit(str(event.body["seat"]), str(event.body["text"]))
        case "unsaid":
            room.catch_up(event.at)
            room.exercise.take_back(str(event.body["seat"]), int(event.body["place"]))
        case "clock":
            room.catch_up(int(event.body.get("to", event.at)))
            room.turns.take(among(room, event))
            _set(room.clock, event.body)
        case "opened":
            room.origin = event.body
        case "program":
            room.resume(str(event.body["player"]))
        case "noted":
            room.notes.append(event)
        case "whispered" | "announced":
            room.catch_up(event.at)
            (room.asides if event.act == "whispered" else room.announced).append(among(room, event))
        case _:
            pass


def _set(clock: Clock, body: Body) -> None:
    """Set a clock as it was set; logs of before it was written down do not say where it stood."""
    clock.run_at(float(body["speed"]))
    (clock.pause if body["stopped"] else clock.go)()
    clock.jump(Fraction(str(body.get("stood", "0"))))
