"""The seat of whoever is trained, at a terminal: words go in, lines come out. Every front uses this one."""

from collections.abc import Callable, Iterator
from time import monotonic_ns

from simulator.domain.command import End, Help, Say
from simulator.domain.duration import show_clock
from simulator.domain.entry import Entry, visible
from simulator.domain.fact import Commanded, CommandLeft, Ended, LedOn, Looked
from simulator.domain.prose import Names, told_by
from simulator.domain.prose.understood import understood
from simulator.domain.prose.weight import happened
from simulator.domain.seats import RELIEVED
from simulator.exercise import Exercise, Receipt, follow, may_see, passes_time
from simulator.exercise.pace import Clock, read_pace, show_pace
from simulator.exercise.players.successor import successor
from simulator.exercise.sight import Sight
from simulator.exercise.succession import NEVER, Succession, accepted
from simulator.grammar import explain, read, without_say
from simulator.library import Journal
from simulator.terminal.change_page import change_asked_for
from simulator.terminal.ending_early import QUESTION, STAYS, EndingEarly
from simulator.terminal.fallen_due import FallenDue
from simulator.terminal.first_help import ALL, FIRST
from simulator.terminal.screen import Screen
from simulator.terminal.status import status
from simulator.terminal.telling import tell
from simulator.terminal.views import heading, shown
from simulator.terminal.wrap import hang, paragraph

LOOKS_ON = (
    "You are relieved. It goes on before your eyes: wait, skip, note, and the views are yours. "
    "To have command back: take command. To go: end. It is led to its end, and then you read how it went."
)
"""What somebody is told who has handed command over."""
GOES = "You go. It is led to its end without you; all of it is in the debrief."
"""What they are told when they go."""


class Seat:
    """One person's play: takes what is typed, lets time go on, and shows what the seat may see."""

    def __init__(
        self,
        exercise: Exercise,
        screen: Screen,
        journal: Journal | None = None,
        speed: float = 0,
        until: Callable[[Exercise], bool] | None = None,
        led_on: bool = False,
        asks: bool = False,
    ) -> None:
        self.exercise = exercise
        self.screen = screen
        self.clock = Clock(speed, exercise.now, monotonic_ns) if speed else None
        self._journal = journal
        self._until = until
        self._trouble = ""
        self._told_by = told_by(exercise.entries, Names.of(exercise.scenario.organisation))
        self._queued: set[str] = set()
        self._left = False
        self._ending = EndingEarly() if asks else None
        self._due = FallenDue(self._sight)
        exercise.watch(self._hear)
        if led_on or self.relieved:
            exercise.lead_with(Succession(exercise, successor))

    @property
    def over(self) -> bool:
        """Whether there is nothing more to play: the exercise has ended, or what it was about is done."""
        return self.exercise.over or (self._until is not None and self._until(self.exercise))

    @property
    def relieved(self) -> bool:
        """Whether somebody else leads, and one looks on."""
        return self.exercise.trainee == RELIEVED

    @property
    def prompt(self) -> str:
        """What stands before the words one types: the time, and whether somebody else leads."""
        return f"{show_clock(self.exercise.now):>8}{' (relieved)' if self.relieved else ''} > "

    @property
    def status(self) -> tuple[str, str]:
        """The two lines below the prompt."""
        pace = ""
        if self.clock:
            pace = " PAUSED (go)" if self.clock.stopped else f" {show_pace(self.clock.speed)}"
        return status(self._sight, pace, self.screen.columns())

    @property
    def _sight(self) -> Sight:
        return Sight(self.exercise, self.exercise.trainee)

    def _steps_aside(self, words: str) -> bool:
        """Whoever speaks for whoever leads, as a script does, may look on instead once command has passed."""
        if words.lower() != "step aside" or self.relieved or not accepted(self.exercise, 0):
            return False
        self.exercise.submit(RELIEVED, words)
        self.exercise.lead_with(Succession(self.exercise, successor))
        return True

    def lead_on(self) -> None:
        """Have whoever was handed command lead on to the end, as a script has no more words for them."""
        succession = Succession(self.exercise, successor)
        if succession.next(self.exercise) < NEVER:
            self.exercise.lead_with(succession)
            self.exercise.tick(self.exercise.scenario.limit)

    def recount(self, last: int = 0) -> None:
        """Show what happened so far, or the last of it."""
        seen = [entry for entry in visible(self.exercise.entries, self.exercise.trainee) if happened(entry)]
        for entry in seen[-last:]:
            self._hear(entry)

    def say(self, text: str) -> None:
        """Take a line that was typed."""
        words = self._meant(text.strip())
        if not words or self._at_the_door(words) or self._steps_aside(words):
            return
        said = read(words, *self.exercise.words_of(self.exercise.trainee))
        if isinstance(said, Help):
            self._help(said.topic)
            return
        company = self.exercise.scenario.organisation
        if change := change_asked_for(said, words, self.exercise.vocabulary, company.runbook):
            self._help(change)
            return
        self._say(words, said)

    def _meant(self, words: str) -> str:
        """The words to be said; empty when they only answer whether to end, or have that asked first."""
        if self._ending is None or self.relieved:
            return words
        if self._ending.asked:
            answer = self._ending.answered(words)
            self.screen.show([] if answer else [f"  {STAYS}"])
            return answer
        ends = isinstance(read(words, *self.exercise.words_of(self.exercise.trainee)), End)
        if ends and self._ending.asks(words, self._sight):
            self.screen.show(hang("  ", QUESTION, self.screen.width))
            return ""
        return words

    def _help(self, topic: str) -> None:
        known = self.exercise.words_of(self.exercise.trainee)
        first = not topic and not self.relieved
        answer = FIRST if first else explain("" if topic in ALL else topic, *known)
        self.screen.show(line for part in answer.splitlines() for line in self._indented(part))

    def _say(self, words: str, said: object) -> None:
        if isinstance(said, End) and self.relieved:
            self.screen.show(hang("  ", GOES, self.screen.width))
            self._left = True
        shown = self.screen.shown
        receipt = self.exercise.submit(self.exercise.trainee, words)
        self._go_on(receipt)
        if passes_time(receipt):
            self._tell_due()
            self._tell_ahead()
        if isinstance(said, Say):
            self._tell_unheard(said)
        if self.screen.shown == shown:
            self.screen.show(self._silence(receipt))
        self._tell_due()
        self._tell_trouble()

    def _tell_due(self) -> None:
        if not self.relieved and not self.exercise.over:
            self.screen.show(self.screen.paint(line, "alert") for line in self._due.news(self._sight))

    def _tell_ahead(self) -> None:
        if not self.relieved and not self.exercise.over:
            self.screen.show(self.screen.paint(line, "alert") for line in self._due.warnings(self._sight))

    def _tell_unheard(self, said: Say) -> None:
        """How to say some talk so that it acts: at this keyboard nobody but programs could hear it."""
        hint = without_say(said.text, self.exercise.vocabulary)
        self.screen.show(hang(" " * 11, hint, self.screen.width) if hint else [])

    def _silence(self, receipt: Receipt) -> Iterator[str]:
        """What is said when nothing is heard, so that nobody wonders whether they were understood."""
        if passes_time(receipt):
            yield f"{show_clock(self.exercise.now):>8}   Nothing new."
        elif receipt.status == "done" and receipt.command is not None:
            did = understood(receipt.command, Names.of(self.exercise.scenario.organisation))
            took = f"({receipt.until - receipt.at} s)"
            yield from hang(f"{show_clock(receipt.at):>8}   ", f"{did} {took}.", self.screen.width)

    def _indented(self, line: str) -> list[str]:
        inner = line.lstrip()
        return hang("  " + " " * (len(line) - len(inner)), inner, max(80, self.screen.width))

    def _go_on(self, receipt: Receipt) -> None:
        if receipt.status in ("waiting", "over"):
            self._queued.add(receipt.text)
            self.screen.show(hang("  ", self._held(receipt), self.screen.width))
        elif self.clock is None:
            follow(self.exercise, receipt)
        elif passes_time(receipt):
            follow(self.exercise, receipt)
            self.clock.jump(self.exercise.now)

    def _held(self, receipt: Receipt) -> str:
        if receipt.status == "over":
            return receipt.answer
        return f"You are still busy; it is said at {show_clock(receipt.until)}."

    def tick(self) -> None:
        """Let a running clock catch up."""
        if self.clock and not self.over and self.clock.now > self.exercise.now:
            self.exercise.tick(self.clock.now)
            self._tell_due()
            self._tell_trouble()

    def pause(self) -> None:
        """Stop a running clock."""
        if self.clock:
            self.tick()
            self.clock.pause()

    def _at_the_door(self, words: str) -> bool:
        """Words for the clock, which never enter the exercise."""
        verb, _, rest = words.lower().partition(" ")
        speed = read_pace(rest) if verb == "pace" else None
        if words.lower() not in ("pause", "go") and speed is None:
            return False
        self.screen.show(paragraph("  " + self._set_clock(verb, speed), self.screen.width))
        return True

    def _set_clock(self, verb: str, speed: float | None) -> str:
        if speed is not None:
            self.pause()
            self.clock = Clock(speed, self.exercise.now, monotonic_ns) if speed else None
        elif self.clock is None:
            return "Time stands still already while you think. To let it run by itself: pace 10x"
        elif verb == "pause":
            self.pause()
        else:
            self.clock.go()
        if self.clock is None:
            return "Time stands still while you think, from now on."
        running = f"Time runs, at {show_pace(self.clock.speed)}. pause stops it."
        return "Time stands still. go lets it run." if self.clock.stopped else running

    def _hear(self, entry: Entry) -> None:
        if not may_see(entry, self.exercise.trainee) or self._gone(entry):
            return
        width, paint = self.screen.width, self.screen.paint
        if isinstance(entry.fact, Commanded) and entry.fact.text in self._queued:
            self._queued.discard(entry.fact.text)
            self.screen.show([f"{show_clock(entry.at):>8} > {entry.fact.text}"])
        if isinstance(entry.fact, Looked):
            title = f"  {heading(entry.fact)} at {show_clock(entry.at)}"
            self.screen.show([paint(title, "bold"), *shown(entry.fact, self._sight, width)])
        else:
            self.screen.show(tell(entry, self._told_by(entry), paint, width))
        if isinstance(entry.fact, LedOn):
            self.screen.show(hang("  ", LOOKS_ON, width))

    def _gone(self, entry: Entry) -> bool:
        """Whether this happened when the seat had left; all of it is in the debrief."""
        gone, self._left = self._left, self._left or isinstance(entry.fact, CommandLeft)
        return gone and not isinstance(entry.fact, Ended)

    def _tell_trouble(self) -> None:
        trouble = self._journal.trouble if self._journal else ""
        if trouble == self._trouble:
            return
        self._trouble = trouble
        told = (
            f"The recording cannot be written: {trouble}. Make room: it is tried again with every line."
            if trouble
            else "The recording is written again, nothing is missing."
        )
        self.screen.show(self.screen.paint(line, "alert") for line in hang("! ", told, self.screen.width))
