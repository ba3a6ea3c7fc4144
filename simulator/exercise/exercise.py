"""One run of a scenario: words in, entries out. Terminal, room, players and tests all use this one class."""

from collections.abc import Callable, Iterator
from typing import Protocol

from simulator.domain.command import Command, End, Help, Post, Say, Wait
from simulator.domain.doctrine import Doctrine
from simulator.domain.drill import Drill
from simulator.domain.duration import DAY
from simulator.domain.entry import ROOM, Entry, Register, visible
from simulator.domain.fact import Refused
from simulator.domain.guidance import Upcoming
from simulator.domain.scenario import Inject, Scenario
from simulator.domain.seats import COMMANDER, FACILITATOR, RELIEVED
from simulator.domain.source import Source
from simulator.domain.succession import leads_on
from simulator.domain.update import Writing
from simulator.exercise.board import Board, Follower
from simulator.exercise.going_on import going_on
from simulator.exercise.hearing import (
    OTHER_VERBS,
    guiding_vocabulary_of,
    no_longer,
    of_it,
    of_the_ordered,
    on_its_signal,
    understood,
)
from simulator.exercise.prologue import play_prologue, why_over
from simulator.exercise.receipt import Receipt, Status
from simulator.exercise.recording import Header, Line, Parent, Recording, spell, spell_header
from simulator.exercise.row import Row, Waiting
from simulator.grammar import VERBS, Ambiguous, Unreadable, Verbs, Vocabulary, explain
from simulator.world import Redrawn, World
from simulator.world.seats import outside_role

Watcher = Callable[[Entry], None]
Journal = Callable[[str], None]


class Leader(Protocol):
    """Something that speaks as time goes on."""

    def next(self, exercise: "Exercise") -> int:
        """The second at which it is to be let speak, no earlier than now."""
        ...

    def speak(self, exercise: "Exercise") -> None:
        """Say what there is to say; a later second is next, or it has said something that takes time."""
        ...


class Exercise:
    """A world under command. Synchronous: no clock, socket or file inside; the exercise stamps the time.

    `journal` is called with each line of the recording as it happens: a command's line before it is carried
    out, so that what was acknowledged is on record. `sources` are the files it was made from. What went
    before a drill is played when it is made: it follows from the scenario, so its words are in no recording.
    `redrawn` puts the same words into another world with the same past; no recording is made of that.
    """

    def __init__(
        self,
        scenario: Scenario,
        doctrine: Doctrine,
        seed: int,
        *,
        sources: tuple[Source, ...] = (),
        parent: Parent | None = None,
        journal: Journal | None = None,
        redrawn: Redrawn | None = None,
    ) -> None:
        self.scenario = scenario
        self.doctrine = doctrine
        self.seed = seed
        self.vocabulary = Vocabulary.of(scenario, doctrine)
        self.header = Header(seed, scenario.id, doctrine.id, sources, parent)
        self._world = World(scenario, seed, redrawn)
        self._boards: dict[str, Follower] = {}
        self._seen: dict[str, tuple[Register, list[int]]] = {}
        self._lines: list[tuple[int, str, str, int]] = []
        self._told = 0
        self._row = Row()
        self._watchers: list[Watcher] = []
        self._leader: Leader | None = None
        self._journal = journal
        self._heard = journal is not None
        self._prologue = False
        self._drill: Drill | None = None
        if journal:
            journal(spell_header(self.header))
            self._tell()
        if scenario.drill:
            self._hand_to_trainee(scenario.drill)

    def _hand_to_trainee(self, drill: Drill) -> None:
        """Play what went before a drill, and hand it over."""
        self._prologue = True
        play_prologue(self, drill, COMMANDER)
        self._prologue, self._drill = False, drill
        self._world.take_over(drill.task)
        self._tell()

    @property
    def now(self) -> int:
        """The simulated second."""
        return self._world.now

    @property
    def upcoming(self) -> int:
        """The second at which anything may happen next, if nobody says anything."""
        return self._world.upcoming

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self._world.over

    @property
    def entries(self) -> list[Entry]:
        """The whole timeline, truth included. What a seat may see comes from `board` and `watch`."""
        return self._world.entries

    @property
    def recording(self) -> Recording:
        """Everything so far."""
        commands = tuple(Line(at, seat, text) for at, seat, text, _ in self._lines)
        return Recording(self.header, commands, tuple(self.entries), tuple(self._in_order()))

    def _in_order(self) -> Iterator[Line | Entry]:
        """Commands and entries as they came."""
        entries, begin = self.entries, 0
        for at, seat, text, before in self._lines:
            yield from entries[begin:before]
            yield Line(at, seat, text)
            begin = before
        yield from entries[begin:]

    @property
    def gauges(self) -> tuple[tuple[str, float], ...]:
        """What anybody with a screen sees on the dashboards now; looking at them is on no record."""
        return self._world.gauges

    def shown(self, second: int) -> tuple[tuple[str, float], ...]:
        """What anybody saw on the dashboards at a second that is past: they go back to before the first."""
        return self._world.shown(second)

    @property
    def injects(self) -> tuple[Upcoming, ...]:
        """How the injects stand: for a facilitator's eyes alone."""
        return self._world.injects

    @property
    def all_injects(self) -> tuple[Inject, ...]:
        """The scenario's injects, and those that a facilitator wrote, by their number from 1."""
        return (*self.scenario.injects, *self._world.planned)

    def words_of(self, seat: str) -> tuple[Vocabulary, Verbs]:
        """What a seat can name, and the commands it has."""
        verbs = OTHER_VERBS.get(seat, VERBS)
        if seat != FACILITATOR:
            return self.vocabulary, verbs
        return guiding_vocabulary_of(self.scenario, self.doctrine, self.all_injects), verbs

    def free_at(self, seat: str) -> int:
        """The second at which a seat can speak next."""
        return self._world.free_at(seat)

    def heard_at(self, seat: str, text: str) -> int:
        """The second at which words of a seat are heard: once it is free, or now if they wait for nobody."""
        now, free = self._world.now, self._world.free_at(seat)
        return now if free > now and self._waits_for_nobody(seat, text) else free

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """The words that wait until their seats are free, each with its seat, as they came."""
        return tuple(self._row)

    def take_back(self, seat: str, place: int) -> str:
        """Take back words that wait, by their place in the row of their seat; the words.

        They were never said, and are in no recording. Raises IndexError when nothing waits there.
        """
        return self._row.take_back(seat, place)

    @property
    def writing(self) -> tuple[Writing, ...]:
        """The updates that seats write themselves, and then those that wait until their seat is free."""
        meant = ((seat, self.meaning(seat, text)) for seat, text in self._row)
        later = (Writing(seat, said.update.audience) for seat, said in meant if isinstance(said, Post))
        return (*self._world.writing, *later)

    @property
    def trainee(self) -> str:
        """The seat of whoever is trained: the commander's, or the relieved's while somebody else leads on."""
        return RELIEVED if leads_on(self.seen()) else COMMANDER

    def lead_with(self, leader: Leader | None) -> None:
        """Have something speak as time goes on, to the end when the relieved go.

        A replay does without: it has the words.
        """
        self._leader = leader

    def told_by_others(self) -> None:
        """From now on somebody else tells those outside, who ask and come in no more; for no recording."""
        self._world.told_by_others()

    def board(self, seat: str = COMMANDER) -> Board:
        """What a seat knows, put in order."""
        follower = self._boards.get(seat)
        if follower is None:
            follower = self._boards[seat] = Follower(seat)
        return follower.board(self.entries)

    def seen(self, seat: str = COMMANDER) -> Register:
        """What a seat may have seen so far. It grows: whoever keeps it sees what comes later."""
        if seat not in self._seen:
            self._seen[seat] = Register(), [0]
        register, read = self._seen[seat]
        entries = self.entries
        if read[0] < len(entries):
            register.extend(visible(entries[read[0] :], seat))
            read[0] = len(entries)
        return register

    def watch(self, callback: Watcher) -> None:
        """Have each entry told as it comes. The watcher holds back what its audience may not see."""
        if not self._heard:
            self._told, self._heard = len(self.entries), True
        self._watchers.append(callback)

    def tick(self, to: int) -> None:
        """Let time run to a second; words that waited for a busy seat are carried out on the way."""
        while self._leader is not None and not self.over and (at := self._leader.next(self)) <= to:
            self._pass(at)
            self._leader.speak(self)
        self._pass(to)

    def _pass(self, to: int) -> None:
        world = self._world
        while self._row and not world.over:
            place = self._row.whose_turn(self.free_at)
            seat, text = self._row[place]
            if self.free_at(seat) > to:
                break
            self._advance(self.free_at(seat))
            self._row.pop(place)
            self.submit(seat, text)
        if to > world.now and not world.over:
            self._advance(to)

    def _advance(self, to: int) -> None:
        """Let the world run; a drill second by second, since it ends with the second that decides it."""
        if self._drill is None:
            self._world.advance(to)
            self._tell()
            return
        while self.now < to and not self.over:
            self._world.advance(self.now + 1)
            self._tell()
            self._end_drill(self._drill)

    def _end_drill(self, drill: Drill) -> None:
        if self.over:
            return
        why = why_over(drill, self.entries, self.now)
        if why:
            self._world.close(why)
            self._tell()

    def submit(self, seat: str, text: str) -> Receipt:
        """Take a seat's words. They are read, put on record, and carried out, refused or answered."""
        receipt = self._take(seat, text)
        if (
            self._leader
            and seat == RELIEVED
            and isinstance(receipt.command, End)
            and receipt.status == "done"
        ):
            self.tick(self.scenario.limit)
        if self._drill is None:
            return receipt
        self._end_drill(self._drill)
        if isinstance(receipt.command, End) and receipt.status == "done" and not self.over:
            self._advance(self.now + self._drill.within)
        return receipt

    def _take(self, seat: str, text: str) -> Receipt:
        now = self._world.now
        if self._world.over:
            return Receipt("over", seat, text, now, now, "The exercise has ended.")
        free = self.heard_at(seat, text)
        if free > now:
            self._row.append((seat, text))
            return Receipt("waiting", seat, text, now, free, f"You are busy for another {free - now} s.")
        return self._carry_out(seat, text, now)

    def _waits_for_nobody(self, seat: str, text: str) -> bool:
        """Whether words need no attention of a busy seat: talk, those about the words, and vain ones.

        What is no command, or never that seat's to say, will be neither when the seat is free.
        """
        said = self.meaning(seat, text)
        if isinstance(said, Unreadable | Ambiguous | Help | Say):
            return True
        return bool(outside_role(said, seat))

    def _carry_out(self, seat: str, text: str, now: int) -> Receipt:
        said = self.meaning(seat, text)
        if isinstance(said, Help):
            answer = explain(said.topic, *self.words_of(seat))
            return Receipt("help", seat, text, now, now, answer, said)
        self._record(now, seat, text)
        if isinstance(said, (Unreadable, Ambiguous)):
            entries = self._world.misread(text, said.answer, seat)
            self._tell()
            status: Status = "unreadable" if isinstance(said, Unreadable) else "ambiguous"
            return Receipt(status, seat, text, now, now, said.answer, None, tuple(entries))
        entries = self._world.issue(said, text, seat)
        self._tell()
        first = entries[0].fact
        if isinstance(first, Refused):
            return Receipt("refused", seat, text, now, self.free_at(seat), first.reason, said, tuple(entries))
        until = self._until(said, now, seat)
        return Receipt("done", seat, text, now, until, "", said, tuple(entries))

    def meaning(self, seat: str, text: str) -> Command | Unreadable | Ambiguous:
        """What a seat says with some words; a change that was ordered may be called by its number."""
        words = self.words_of(seat)
        said = understood(text, *words)
        if not isinstance(said, (Unreadable, Ambiguous)):
            return self._world.named(said)
        if isinstance(said, Ambiguous):
            said = of_the_ordered(text, *words, self._world.ordered) or said
        else:
            runbook = self.scenario.organisation.runbook
            on_signal = on_its_signal(text, *words, self._world.ordered, runbook)
            said = on_signal or of_it(text, *words, self._in_hand(seat)) or said
        if isinstance(said, Unreadable) and seat not in (FACILITATOR, RELIEVED):
            said = going_on(text, self.vocabulary, self.seen(seat)) or said
        if isinstance(said, (Unreadable, Ambiguous)):
            return (no_longer(text, self.vocabulary) or said) if seat == RELIEVED else said
        return self._world.named(said)

    def _in_hand(self, seat: str) -> tuple[str, ...]:
        """The changes that are neither verified nor undone; where there are none, all that were ordered."""
        lately = tuple(dict.fromkeys(attempt.change for attempt in self.board(seat).open_changes))
        return lately or self._world.ordered

    def _until(self, said: Command, now: int, seat: str) -> int:
        """The second at which a seat goes on: free again, or at the end of a wait that names one."""
        if isinstance(said, Wait):
            return self._waits_until(said, now)
        return now if isinstance(said, Say) else self._world.free_at(seat)

    def _waits_until(self, wait: Wait, now: int) -> int:
        """The second that a wait lasts to at most, if it names one."""
        if wait.clock is None:
            return now + (wait.seconds or 0)
        clock = now + ((wait.clock - self.scenario.starts - now) % DAY or DAY)
        return min(clock, now + wait.seconds) if wait.seconds else clock

    def _record(self, now: int, seat: str, text: str) -> None:
        """Put words on record, with how many entries went before them."""
        if self._prologue:
            return
        self._lines.append((now, seat, text, len(self._world.entries)))
        if self._journal:
            self._journal(spell(Line(now, seat, text)))

    def _tell(self) -> None:
        """Pass on the entries that have come since last time, if anybody listens."""
        if not self._heard:
            return
        entries = self._world.entries
        fresh = entries[self._told :]
        self._told = len(entries)
        if self._journal:
            for entry in fresh:
                self._journal(spell(entry))
        for watcher in self._watchers:
            for entry in fresh:
                watcher(entry)


def may_see(entry: Entry, seat: str) -> bool:
    """Whether a seat may see an entry."""
    return entry.seen in (ROOM, seat)
