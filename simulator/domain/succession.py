"""Who leads on once command was handed over, and what whoever was trained can say meanwhile.

A hand-over frees the commander's chair: somebody simulated speaks from it, and the one who sat there speaks
as the *relieved*, in a table of words of their own. Two lines of the timeline bound such a stretch: `LedOn`,
and the `CommandHanded` by which command comes back.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, Register, about
from simulator.domain.fact import CommandHanded, LedOn
from simulator.domain.seats import COMMANDER
from simulator.domain.value import Value

FRESH = 15 * MINUTE
"""A situation report or note not older than this is brief enough for whoever takes command (assumption)."""


class StepAside(Value):
    """Leave the commander's chair to whoever accepted command."""


class TakeBack(Value):
    """Ask for command back; whoever has it must say that it is handed back."""


Relief: TypeAlias = StepAside | TakeBack


class Stretch(NamedTuple):
    """A part of the timeline that somebody else led: from the line after `begins` up to the line `ends`.

    `ends` is None where command never came back.
    """

    begins: Entry
    ends: Entry | None


_PASSES: frozenset[type] = frozenset({LedOn, CommandHanded})


def led_on(entries: Iterable[Entry]) -> tuple[Stretch, ...]:
    """The stretches that somebody else led, in order."""
    found: list[Stretch] = []
    for entry in about(entries, _PASSES):
        match entry.fact:
            case LedOn():
                found.append(Stretch(entry, None))
            case CommandHanded(person=person) if person == COMMANDER and found and found[-1].ends is None:
                found[-1] = Stretch(found[-1].begins, entry)
            case _:
                pass
    return tuple(found)


def leads_on(entries: Iterable[Entry]) -> bool:
    """Whether somebody else leads in the end."""
    if isinstance(entries, Register) and not entries.of(LedOn):
        return False
    stretches = led_on(entries)
    return bool(stretches) and stretches[-1].ends is None


class Chair:
    """Who sat in the commander's chair on each line of a timeline that may grow; '' is who is trained."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._read = 0
        self._turns: list[tuple[int, str]] = [(0, "")]

    def at(self, number: int) -> str:
        """Who sat there on a line. Those on which they change are told by the one who is trained."""
        self._follow()
        return next(who for begins, who in reversed(self._turns) if begins <= number)

    def _follow(self) -> None:
        for entry in self._entries[self._read :]:
            match entry.fact:
                case LedOn(person=person):
                    self._turns.append((entry.number + 1, person))
                case CommandHanded(person=person) if self._turns[-1][1]:
                    self._turns.append((entry.number, "" if person == COMMANDER else person))
                case _:
                    pass
        self._read = len(self._entries)
