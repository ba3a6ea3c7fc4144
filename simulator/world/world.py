"""The door to the running world: time goes on, commands go in, entries come out. Nothing else leaves."""

from typing import cast

from simulator.domain import command as said
from simulator.domain.attention import POST_WITH_LEAD, REFUSAL, SECONDS, seconds_for
from simulator.domain.entry import Entry
from simulator.domain.fact import Commanded, Misread, Refused, TakenOver
from simulator.domain.guidance import Upcoming
from simulator.domain.scenario import Inject, Scenario
from simulator.domain.seats import COMMANDER, FACILITATOR, OBSERVER
from simulator.domain.update import Writing
from simulator.domain.value import replace
from simulator.world.dice import Redrawn
from simulator.world.enact import enact, end
from simulator.world.own_hands import own_hands
from simulator.world.parts import Parts, assemble
from simulator.world.permits import refusal

BESIDE = (FACILITATOR, OBSERVER)
"""Who takes no part in the incident: nothing they say costs attention, so they are never busy."""


class World:
    """One outage, running. Made from a scenario and a seed; the same commands give the same entries.

    A command given at second t comes before everything that the world does at t. `redrawn` is for another
    world with the same past.
    """

    def __init__(self, scenario: Scenario, seed: int, redrawn: Redrawn | None = None) -> None:
        self._parts: Parts = assemble(scenario, seed, redrawn)
        self._env = self._parts.scene.env
        self._limit = scenario.limit
        self.now = 0
        """The simulated second up to which time has run."""
        self.entries: list[Entry] = self._parts.scene.log.entries
        """The timeline so far."""
        self.over = False
        """Whether the exercise has ended."""
        self._free: dict[str, int] = {}
        self._read: dict[str, int] = {}

    def __del__(self) -> None:
        """Give its memory back at once, which would else wait for Python to look for such knots.

        The timeline stays with whoever holds it.
        """
        if hasattr(self, "_parts"):
            self._parts.let_go()

    @property
    def upcoming(self) -> int:
        """The second of the next event; the limit when there is none before it."""
        return int(min(self._env.peek(), self._limit))

    @property
    def gauges(self) -> tuple[tuple[str, float], ...]:
        """What the dashboards show now, with their lag and noise; nothing while they do not load."""
        return self._parts.signals.read_all()

    def shown(self, second: int) -> tuple[tuple[str, float], ...]:
        """What the dashboards showed at a second that is past, also before the first."""
        return self._parts.signals.shown(second)

    @property
    def injects(self) -> tuple[Upcoming, ...]:
        """How the scenario's injects and the facilitator's own stand, for whoever guides the exercise."""
        return self._parts.injects.all_standing

    @property
    def planned(self) -> tuple[Inject, ...]:
        """The injects that whoever guides the exercise wrote."""
        return self._parts.injects.planned

    @property
    def writing(self) -> tuple[Writing, ...]:
        """The updates that somebody at a keyboard is writing now."""
        return self._parts.news.in_hand

    def free_at(self, seat: str) -> int:
        """The second at which a seat has its attention, or has it back."""
        free = self._free.get(seat, 0)
        return free if free > self.now else self.now

    def told_by_others(self) -> None:
        """From now on somebody else tells those outside: no seat has to."""
        self._parts.stakeholders.told_by_others()

    def advance(self, to: int) -> list[Entry]:
        """Let time run until just before what happens at second `to`; the entries that came.

        The exercise ends by itself at the scenario's limit. Raises ValueError for a second in the past.
        """
        now, limit, begin = self.now, self._limit, len(self.entries)
        if to < now:
            raise ValueError(f"cannot go back from {now} to {to}")
        if not self.over:
            until = to if to < limit else limit
            if until > now:
                self._env.run_to(until)
                self.now = until
            if to >= limit:
                end(self._parts, "nobody led it any more" if self._parts.left else "time is up")
                self.over = True
        return self.entries[begin:]

    @property
    def ordered(self) -> tuple[str, ...]:
        """The names of the changes that were ordered so far."""
        return tuple(dict.fromkeys(made.change.name for made in self._parts.changes.made))

    def named(self, command: said.Command) -> said.Command:
        """A command with its change by name, where it was called by the number of its order."""
        if type(command) not in said.ABOUT_CHANGE:
            return command
        about = cast("said.AboutChange", command)
        ordered = self._parts.changes.numbered(about.change)
        return replace(about, change=ordered.change.name) if ordered else command

    def allows(self, command: said.Command, by: str = COMMANDER) -> str:
        """Why a command is not possible now, from a seat; empty when it is. Never changes anything."""
        return refusal(self._parts, command, by)

    def issue(self, command: said.Command, text: str, by: str) -> list[Entry]:
        """Carry a command out, or put on record why it cannot be; the entries that came at once."""
        begin, parts = len(self.entries), self._parts
        reason = refusal(parts, command, by)
        log = parts.scene.log
        if reason:
            log.write(Refused(by, text, reason), seen=by)
            self._busy(by, REFUSAL)
        else:
            takes = self._takes(command, by)
            number = log.write(Commanded(by, text, takes), seen=by)
            if takes:
                self._busy(by, takes)
                self._read[by] = log.messages
            enact(parts, command, number, by)
            self.over = parts.over
            if parts.left:
                self.advance(self._limit)
        return self.entries[begin:]

    def misread(self, text: str, answer: str, by: str) -> list[Entry]:
        """Put on record that a seat's words could not be understood, and what it was told."""
        self._parts.scene.log.write(Misread(by, text, answer), seen=by)
        return self.entries[-1:]

    def take_over(self, task: str) -> None:
        """Put on record that a drill begins here."""
        self._parts.scene.log.write(TakenOver(task))

    def close(self, why: str) -> None:
        """End it where it stands; what is being written still goes out."""
        self._parts.news.flush()
        end(self._parts, why)
        self.over = True

    def _takes(self, command: said.Command, by: str) -> int:
        if by in BESIDE:
            return 0
        if not SECONDS[type(command)]:
            return 0
        parts = self._parts
        unread = parts.scene.log.messages - self._read.get(by, 0)
        takes = seconds_for(command, unread, parts.workstreams.reports(), parts.stakeholders.swooping)
        takes += parts.quarrel.weight
        if isinstance(command, said.Post) and parts.news.writer:
            takes -= SECONDS[said.Post] - POST_WITH_LEAD
        return takes + own_hands(parts, command) if by == COMMANDER else takes

    def _busy(self, seat: str, seconds: int) -> None:
        if seat in BESIDE:
            return
        self._free[seat] = self.free_at(seat) + seconds
