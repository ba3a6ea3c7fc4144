"""The page of rooms: what each was opened for, when, how it stands, who was there, whether it is put away."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from simulator.domain.duration import show_clock
from simulator.domain.value import Value
from simulator.room.event import Event
from simulator.room.person import people_of
from simulator.room.room import Room
from simulator.room.rooms import Card, Rooms


class Row(Value):
    """A room as it is listed. `opened` is the wall clock's second at which it was, or somebody first
    came there; 0 where nobody did.
    """

    id: str
    code: str
    name: str
    outage: str
    seed: str
    opened: float
    state: str
    people: tuple[str, ...]
    together: str
    hidden: bool

    @property
    def date(self) -> str:
        """When it was opened, to the minute."""
        return f"{datetime.fromtimestamp(self.opened, UTC):%Y-%m-%d %H:%M}" if self.opened else ""


def shelf(rooms: Rooms, titles: Mapping[str, str]) -> list[Row]:
    """Every room, the latest first. None is opened for it."""
    sat = rooms.store.acts("sat")
    came = {room: people(events) for room, events in _by_room(sat).items()}
    first = (*rooms.store.acts("opened"), *rooms.store.acts("entered"), *sat)
    begun = {room: min(event.when for event in events) for room, events in _by_room(first).items()}
    away = {room: event.body["hidden"] is True for room, event in rooms.store.acts("hidden")}
    codes = {card.id: card.code for card in rooms.cards()}
    return [
        Row(
            card.id, card.code, called(card, codes), _outage(card, titles),
            str(card.header.seed) if card.header else "", begun.get(card.id, 0.0),
            _state(rooms.awake(card.id), rooms.store.reached(card.id)), came.get(card.id, ()),
            str(card.origin.get("set", "")), away.get(card.id, False),
        )
        for card in reversed(rooms.cards())
    ]  # fmt: skip


def _by_room(acts: Iterable[tuple[str, Event]]) -> Mapping[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for room, event in acts:
        found[room].append(event)
    return found


def people(events: Iterable[Event]) -> tuple[str, ...]:
    """Everybody who ever sat down, by name, each once."""
    return tuple(dict.fromkeys(person.name for person in people_of(events).values()))


def called(card: Card, codes: Mapping[str, str]) -> str:
    """What a room is: a team's, or one that decides again from a second of another room."""
    if "from" in card.origin:
        parent = codes.get(str(card.origin["from"]), "another room")
        return f"Decides again from {show_clock(int(card.origin['at']))} of {parent}"
    return str(card.origin.get("team", "") or card.origin.get("name", ""))


def _outage(card: Card, titles: Mapping[str, str]) -> str:
    return titles.get(card.header.scenario, card.header.scenario) if card.header else "of another version"


def _state(room: Room | None, reached: int) -> str:
    """How it stands; one that is not open stands where it was left."""
    if room is None:
        return f"asleep at {show_clock(reached)}" if reached else "asleep, not started"
    if room.exercise.over:
        return "over"
    if not room.clock.stopped:
        return f"runs, {show_clock(room.now)}"
    return "not started" if room.now < 1 else f"paused at {show_clock(room.now)}"
