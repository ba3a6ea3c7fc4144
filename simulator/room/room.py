"""A room: one exercise, its clock, and the people in it. Everything that happens in it is on record first."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from time import monotonic, monotonic_ns
from typing import Any

from simulator.domain.seats import COMMANDER, FACILITATOR, RELIEVED
from simulator.exercise import Exercise, Receipt
from simulator.exercise.pace import Clock
from simulator.exercise.turns import follow, passes_time
from simulator.library import Outage
from simulator.room.asides import among, whence
from simulator.room.channel import Log
from simulator.room.event import Act, Event
from simulator.room.known import board
from simulator.room.person import Person, taken
from simulator.room.presence import Presence
from simulator.room.record import Record
from simulator.room.seats import AT_SCREEN, PLACES, eyes
from simulator.room.spelt import Spelt
from simulator.room.stand_in import StandIn, think
from simulator.room.standing import sitting, standing
from simulator.room.store import Body, Store, Unkept
from simulator.room.trace import Past, Trace
from simulator.room.turns import Turns, set_so
from simulator.room.voices import Voices, named

PATIENCE = 0.5
"""Real seconds that a running room sleeps at most, so that what is due is told in time."""
BEAT = 0.1
"""Real seconds between two ticks at least, however fast simulated time runs."""
PULSE = 0.5
"""Real seconds after which clock and charts are told again, though nothing has happened."""


class Room:
    """An exercise with a clock and people.

    The room's `record` holds what was said and by whom; from it and the seed all else follows. One task
    lets time run; whatever happens raises `version`, and whoever waits in `changed` sends what is new. Nobody
    is sent what has not been put on record: before the first entry of a second is told, the record says that
    time has come so far (`_keep`), or no word could be said later at a second that was told before.

    When the database fails, nobody knows what it kept last. The room is `lost` then: it says no more, and is
    opened again from its record when somebody comes.
    """

    def __init__(self, id_: str, code: str, outage: Outage, exercise: Exercise, store: Store) -> None:
        self.id = id_
        self.code = code
        self.outage = outage
        self.exercise = exercise
        self.people: dict[str, Person] = {}
        self.notes: list[Event] = []
        self.origin: Body = {}
        self.asides: list[Event] = []
        self.announced: list[Event] = []
        self.trace = Trace()
        self.turns = Turns()
        self.past = Past(exercise.shown, exercise.now)
        self.voices = Voices(exercise.now)
        self.version = 0
        self.clock = Clock(1, 0, monotonic_ns)
        self.clock.pause()
        self.spelt = Spelt()
        self.presence = Presence(self._raise)
        self.record = Record(store, id_, exercise.now, self._rouse)
        self._raised_at = monotonic()
        self._kept = len(exercise.entries)
        self._logs: dict[str, Log] = {}
        self._boards: dict[str, tuple[int, Mapping[str, Any]]] = {}
        self._gauges: tuple[int, Mapping[str, float]] = (-1, {})
        self._standing: tuple[int, Mapping[str, Any]] = (-1, {})
        self._changed = asyncio.Event()
        self._wake = asyncio.Event()
        self.stand_in = StandIn(exercise)

    @property
    def seed(self) -> int:
        """Its luck."""
        return self.exercise.seed

    @property
    def lost(self) -> bool:
        """Whether its record failed: it says no more."""
        return self.record.lost

    @property
    def now(self) -> int:
        """The simulated second."""
        return self.exercise.now

    @property
    def since(self) -> int:
        """The second from which it is played on, where it had been played so far before; else 0."""
        return int(self.origin["at"]) if "from" in self.origin else 0

    def keeps_time(self, who: str, seat: str) -> bool:
        """Whether somebody may move the clock: the facilitator, or whoever opened it for themselves."""
        return seat == FACILITATOR or (bool(who) and self.origin.get("owner") == who)

    # What people do.

    def sit(self, who: str, name: str, seat: str) -> str:
        """Let somebody take a seat; why not, if it is taken."""
        place = PLACES.get(seat)
        if place is None:
            return f"there is no seat {seat!r}"
        holder = self.holder(seat)
        if holder and holder.id != who and not place.shared:
            away = self.presence.away(holder.id)
            if not away or holder.name.casefold() != name.casefold():
                return taken(holder.name, away)
            self.leave(holder.id)
        self._get_up(who)
        self._record("sat", who, {"name": name, "seat": seat})
        self.people[who] = Person(who, name, seat)
        self.voices.sits(self.now, seat, name)
        if seat == COMMANDER and self.exercise.trainee == RELIEVED:
            self.say(who, RELIEVED, "take command")
        self._raise()
        return ""

    def leave(self, who: str) -> None:
        """Let somebody get up; the seat is free again."""
        if who in self.people and self.people[who].seat:
            self._record("left", who, {})
            self._get_up(who)
            self.people[who] = Person(who, self.people[who].name, "")
            self._raise()

    def _get_up(self, who: str) -> None:
        if who in self.people and self.people[who].seat:
            self.voices.sits(self.now, self.people[who].seat, "")

    def move(self, number: int, seat: str) -> str:
        """Have somebody, by the number of their joining, sit elsewhere; why not, if that is taken."""
        sitting = dict(enumerate(self.people.values(), 1)).get(number)
        if sitting is None or not sitting.seat:
            return "Nobody of that number is in the room."
        return self.sit(sitting.id, sitting.name, seat)

    def aside(self, who: str, seat: str, text: str) -> None:
        """Say something to whoever sits in a seat, or to the facilitator, in private."""
        body: Body = {"seat": seat, "text": text, **whence(self, who, seat)}
        self._record("whispered", who, body)
        self.asides.append(among(self, Event(0, self.now, "whispered", who, body)))
        self._raise()

    def holder(self, seat: str) -> Person | None:
        """Who sits in a seat (the first, where many may)."""
        return next((person for person in self.people.values() if person.seat == seat), None)

    def say(self, who: str, seat: str, text: str, key: str | None = None) -> Receipt | None:
        """Take a seat's words: on record first, then to the exercise. None when they were taken already."""
        self._run_on()
        if not self._record("said", who, {"seat": seat, "text": text}, key):
            return None
        self.voices.says(seat, text, self.people[who].name if who in self.people else named(who))
        receipt = self.exercise.submit(seat, text)
        if self.keeps_time(who, seat) and passes_time(receipt):
            self._skip_quiet(receipt)
        if self.exercise.over:
            self._wake.set()
        self._told()
        return receipt

    def _skip_quiet(self, receipt: Receipt) -> None:
        """Only the word of who keeps time moves the clock of all: to what is next, as in turns."""
        since = self.now
        follow(self.exercise, receipt)
        self.clock.reach(self.exercise.now)
        if self.now > since:
            self._set_clock(FACILITATOR, since, self.now)
        self._wake.set()

    def note(
        self, who: str, entry: int, text: str, rating: int = 0, competence: str = "", withdraws: int = 0,
        more: Body | None = None,
    ) -> None:  # fmt: skip
        """Pin a note to a line, or take back an earlier one, by its place among the notes from 1.

        `more` may hold the `role` it is about, and which earlier one it `replaces`.
        """
        told: Body = {"entry": entry, "text": text, "rating": rating, "competence": competence}
        body = {**told, **(more or {})}
        if withdraws:
            body = {**body, "withdraws": withdraws}
        self._record("noted", who, body)
        self.notes.append(Event(len(self.notes) + 1, self.now, "noted", who, body))
        self._raise()

    def keep(self, act: Act, who: str, body: Body, key: str | None = None) -> bool:
        """Put on record what is no part of the exercise, under a `key` once; whether it was new."""
        new = self._record(act, who, body, key)
        self._raise()
        return new

    def kept(self, act: Act) -> tuple[Event, ...]:
        """What is on record of one kind."""
        return tuple(event for event in self.record.events() if event.act == act)

    # Time.

    def pause(self, who: str) -> None:
        """Stop every clock, exactly."""
        self.clock.pause()
        self.tick()
        self._set_clock(who)

    def go(self, who: str) -> None:
        """Let time run on."""
        self.clock.go()
        self._set_clock(who)

    def run_at(self, who: str, speed: float) -> None:
        """Change the speed, whether time runs or stands."""
        self.tick()
        self.clock.run_at(speed)
        self._set_clock(who)

    def skip(self, who: str, seconds: int) -> None:
        """Let so much simulated time pass at once."""
        self.tick()
        self.clock.reach(self.now)
        self.clock.jump(self.clock.exact + seconds)
        self._set_clock(who, self.now, self.clock.now)

    def _set_clock(self, who: str, since: int = 0, to: int = 0) -> None:
        """What counts for a restart: how fast it runs, whether, and to the fraction where it stands.

        A skip says besides from which second `to` which it went, so that all can be told: once it is over.
        """
        turn = Event(0, self.now, "clock", who, set_so(self.clock, since, to))
        self._record("clock", who, turn.body)
        self.tick()
        self.turns.take(among(self, turn))
        self._wake.set()
        self._raise()

    def tick(self) -> None:
        """Let the exercise catch up with the clock."""
        ran = self._run_on()
        if len(self.exercise.entries) > self._kept or (ran and self.exercise.over):
            self._told()
        elif ran and monotonic() - self._raised_at >= PULSE:
            self.record.reach_at_leisure(self.now)
            self._raise()

    def _run_on(self) -> bool:
        """Let the exercise catch up; whether it had to. Nobody is told yet."""
        behind = not self.exercise.over and self.clock.now > self.exercise.now
        if behind:
            self.catch_up(self.clock.now)
        return behind

    def catch_up(self, to: int) -> None:
        """Let the exercise go on to a second, with a look at the dashboards now and then on the way."""
        for second in self.trace.steps(self.exercise.now, to):
            self.exercise.tick(second)
            if self.trace.due(second):
                self.trace.keep(second, dict(self.exercise.gauges))

    async def run(self) -> None:
        """Let time run until the exercise is over. While the clock stands this costs nothing."""
        try:
            while not self.exercise.over and not self.lost:
                self._wake.clear()
                try:
                    await asyncio.wait_for(self._wake.wait(), self._pause())
                except TimeoutError:
                    self.tick()
                    think(self)
        except Unkept:
            return  # it is lost
        self.clock.pause()
        self._raise()

    def _pause(self) -> float | None:
        """Real seconds until there may be something to do; None while the clock stands."""
        if self.clock.stopped:
            return None
        return max(BEAT, min(PATIENCE, self.clock.until(self._next())))

    def _next(self) -> int:
        """The second at which anything may happen."""
        return max(self.exercise.now, self.exercise.upcoming) + 1

    # A program in the commander's seat while nobody leads from there.

    def let_play(self, who: str, player: str) -> None:
        """Let a player program lead while nobody does from the commander's seat; with an empty name, none."""
        self._record("program", who, {"player": player})
        self.stand_in.let_in(player)
        self._raise()

    def resume(self, player: str) -> None:
        """Let the program go on that led before a restart."""
        self.stand_in.let_in(player)

    def begin_again(self) -> None:
        """Go on from where the exercise stands, all on record; a clock that stands keeps its fraction."""
        (self.clock.reach if self.clock.stopped else self.clock.jump)(self.now)
        self._kept = len(self.exercise.entries)
        self.record.stands_at(self.now)

    # What is told.

    def lines(self, seat: str) -> list[Mapping[str, Any]]:
        """All that a seat may have seen, numbered for that seat."""
        self._keep()
        return self.log(eyes(seat)).lines

    def log(self, seat: str) -> Log:
        """What a seat was told so far, line by line."""
        if seat not in self._logs:
            self._logs[seat] = Log(self.exercise, seat, self.voices, self.since)
        self._logs[seat].grow()
        return self._logs[seat]

    def sits(self, who: str, seat: str) -> bool:
        """Whether somebody sits in a place now, or anywhere; who has no name the facilitator let in."""
        person = self.people.get(who.removeprefix(AT_SCREEN))
        at = person.seat if person else ""
        return at == seat if seat in PLACES else person is None or bool(at)

    def board(self, seat: str) -> Mapping[str, Any]:
        """The incident as far as a seat knows it."""
        self._keep()
        seat = eyes(seat)
        version, known = self._boards.get(seat, (-1, {}))
        if version != self.version:
            fresh = board(self.exercise, seat, sitting(self), self.log(seat).said)
            known = known if known == fresh else fresh
            self._boards[seat] = (self.version, known)
        return known

    def gauges(self) -> Mapping[str, float]:
        """What the dashboards show, each with its lag and noise; empty while they do not load."""
        if self._gauges[0] != self.now:
            self._gauges = (self.now, dict(self.exercise.gauges))
        return self._gauges[1]

    def standing(self) -> Mapping[str, Any]:
        """The clock and who sits where: the same for everybody."""
        if self._standing[0] != self.version:
            self._standing = (self.version, standing(self))
        return self._standing[1]

    async def changed(self, version: int) -> None:
        """Wait until something has happened since a version."""
        while self.version == version:
            await self._changed.wait()

    def _told(self) -> None:
        """What has happened is on record before anybody hears of it."""
        self._keep()
        self._raise()

    def _keep(self) -> None:
        """Have it on record how far time had come, if anything happened; a lost room has no say."""
        if self.lost or len(self.exercise.entries) > self._kept:
            self.record.reach(self.now)
            self._kept = len(self.exercise.entries)

    def stop(self) -> None:
        """Note how far time has come, as the server goes."""
        with suppress(Unkept):
            self.record.reach(self.now)

    @property
    def still(self) -> bool:
        """Whether its time stands and nobody looks at it."""
        return (self.clock.stopped or self.exercise.over) and not self.presence.sockets.total()

    def sleep(self) -> None:
        """Say no more: whoever comes finds it opened again from its record."""
        self.stop()
        self.record.lose()

    def _rouse(self) -> None:
        """Have all look up who wait for something: its task, and whoever is told."""
        self._wake.set()
        self._raise()

    def _raise(self) -> None:
        self.version += 1
        self._raised_at = monotonic()
        self._changed.set()
        self._changed = asyncio.Event()

    def _record(self, act: Act, who: str, body: Body, key: str | None = None) -> bool:
        return self.record.put(self.now, act, who, body, key)

    def mark(self, act: Act, who: str, body: Body) -> None:
        """Put on record what changes nothing in the room."""
        self._record(act, who, body)
