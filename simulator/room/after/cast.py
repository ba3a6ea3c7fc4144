"""Who took part in a room: whom its debrief tells of by name, and which lines are for whose eyes alone."""

from collections.abc import Callable, Iterator, Mapping

from simulator.debrief.reader import Named, Reader, alone_to
from simulator.domain.entry import Entry
from simulator.domain.fact import Commanded
from simulator.domain.prose import Names, told_by
from simulator.domain.seats import COMMANDER, FACILITATOR, OTHERS
from simulator.domain.value import Value
from simulator.room.event import Event
from simulator.room.names import names_for
from simulator.room.room import Room
from simulator.room.seats import SEATS, eyes
from simulator.room.voices import Heard


class Stay(Value):
    """Somebody at a seat, in it or beside it, from one second to another."""

    seat: str
    since: int
    until: int


def stays(room: Room, who: str) -> tuple[Stay, ...]:
    """Where somebody was, and when. Who came when it was over was at no seat while it went on."""
    return tuple(_stays(room.record.events(), who, room.now))


def _stays(events: tuple[Event, ...], who: str, end: int) -> Iterator[Stay]:
    seat, since = "", 0
    for event in events:
        if event.who == who and event.act in ("sat", "left"):
            if seat:
                yield Stay(seat, since, event.at)
            seat, since = (eyes(str(event.body["seat"])) if event.act == "sat" else ""), event.at
    if seat and since < end:
        yield Stay(seat, since, end)


def reader_of(room: Room, place: str = "", who: str = "") -> Reader:
    """Somebody who reads what a room was like: from a place in it, or by a link."""
    team = not _alone(room, place, who)
    seat = place if team else COMMANDER
    return Reader(room.exercise.entries, _named(room, place, who), seat, team, _reads(room, place, who))


def _named(room: Room, place: str, who: str) -> Named:
    """What people are called to a reader, as seats change hands: `you` where they sat themselves."""
    heard, name = _heard(room), room.people[who].name if who in room.people else ""
    told: dict[tuple[str, ...], Named] = {}

    def named(entry: Entry) -> Names:
        called = heard[entry.number - 1]
        you = place if name and called.get(place) == name else ""
        key = (you, *called.values())
        if key not in told:
            told[key] = told_by(room.exercise.entries, names_for(room.exercise, you, called))
        return told[key](entry)

    return named


def _alone(room: Room, place: str, who: str) -> bool:
    """Whether the reader led, and nobody else spoke."""
    speaking = {event.who for event in room.record.events() if event.act == "said" and event.who}
    speaking.discard(FACILITATOR)
    spoke = {entry.fact.seat for entry in room.exercise.entries if isinstance(entry.fact, Commanded)}
    return place == COMMANDER and speaking == {who} and not spoke & set(OTHERS)


def _heard(room: Room) -> list[Mapping[str, str]]:
    """Who each seat was, by name, as of each line."""
    heard, found = Heard(room.voices), []
    for entry in room.exercise.entries:
        heard.hear(entry)
        found.append(heard.all(SEATS, entry.at))
    return found


def _reads(room: Room, place: str, who: str) -> Callable[[Entry], bool]:
    """What was one seat's alone is read by who was there then, and by the facilitator."""
    alone, been = alone_to(room.exercise.entries), stays(room, who) if who else ()

    def reads(entry: Entry) -> bool:
        seat = alone.get(entry.number)
        if seat is None or place == FACILITATOR:
            return True
        return any(one.seat == seat and one.since <= entry.at <= one.until for one in been)

    return reads
