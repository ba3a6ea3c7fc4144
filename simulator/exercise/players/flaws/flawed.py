"""By the book, but for one thing: how a flaw is put into the player that does everything by the book."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import ClassVar

from simulator.domain.command import Command
from simulator.domain.doctrine import Axis, Doctrine
from simulator.domain.scenario import Scenario
from simulator.exercise.players.book import ByTheBook
from simulator.exercise.sight import Sight
from simulator.grammar import Ambiguous, Unreadable, Vocabulary, read, spell


class Flawed(ByTheBook):
    """The book with exactly one flaw: other commands, commands of its own, or another view of things.

    What it bends is what by-the-book says, whatever that is, so the book may be improved without a change
    here. `axis` is where the flaw is to be seen, `about` what it is, `needs` when it can show at all.
    `bent` counts the times that it says something else than the book would, and `shown` those times that
    matter: a role that nobody asks for, or a check that was not worth its minute, is no loss.
    """

    axis: ClassVar[Axis]
    about: ClassVar[str]
    needs: ClassVar[str] = ""
    in_quiet: ClassVar[bool] = False
    """Whether it says its own only when the book has nothing to say; else before all the book says."""

    def __init__(self, seed: int = 0) -> None:
        super().__init__(seed)
        self.shown = self.bent = 0

    @classmethod
    def fits(cls, scenario: Scenario, doctrine: Doctrine) -> bool:
        """Whether the flaw can show in an outage at all; `needs` says it in words."""
        return True

    def agenda(self, sight: Sight) -> Iterator[str]:
        """What the flaw says by itself, then what the book says, each as the flaw makes it."""
        view = self.sees(sight)
        if not self.in_quiet:
            yield from self._own(view)
        for text in super().agenda(view):
            yield from self._turned(text, view, view.exercise.vocabulary)
        if self.in_quiet:
            yield from self._own(view)

    def _own(self, view: Sight) -> Iterator[str]:
        for command in self.unasked(view):
            self.differs(shows=self.counts(command, view))
            yield spell(command, view.exercise.vocabulary)

    def _turned(self, text: str, sight: Sight, words: Vocabulary) -> Iterator[str]:
        command = _meaning(text, words)
        if command is None:
            yield text
            return
        for said in self._counted(command, sight):
            yield text if said is command else spell(said, words)

    def _counted(self, command: Command, sight: Sight) -> tuple[Command, ...]:
        said = tuple(self.instead(command, sight))
        if len(said) != 1 or said[0] is not command:
            self.differs(shows=self.counts(command, sight))
        return said

    def differs(self, *, shows: bool = True) -> None:
        """Count one thing said otherwise than by the book; `shows` when it matters."""
        self.bent += 1
        self.shown += shows

    def counts(self, command: Command, sight: Sight) -> bool:
        """Whether it matters that a command was bent, or said unasked."""
        return True

    def sees(self, sight: Sight) -> Sight:
        """How things look to someone with this flaw."""
        return sight

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """What it says before anything that the book says."""
        return ()

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """What it says where the book says this: the same, something else, more, or nothing."""
        return (command,)


@lru_cache(maxsize=8192)
def _meaning(text: str, words: Vocabulary) -> Command | None:
    said = read(text, words) if text else None
    return None if isinstance(said, Unreadable | Ambiguous) else said
