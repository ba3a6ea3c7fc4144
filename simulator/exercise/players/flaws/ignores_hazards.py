"""The flaw of taking every change to be safe."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from simulator.domain.command import Command, Order, Poll
from simulator.domain.doctrine import Doctrine
from simulator.domain.entry import Entry
from simulator.domain.fact import HazardChecked
from simulator.domain.scenario import Scenario
from simulator.exercise.players.book_changes import advise
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight


class _Safe(Sight):
    """A view in which somebody has said of every hazard that it is not there."""

    @cached_property
    def seen(self) -> Sequence[Entry]:
        """The entries, after the good news that nobody brought."""
        news = (
            Entry(0, 0, HazardChecked("", change.name, hazard.name, False, ""))
            for change in self.organisation.runbook.values()
            for hazard in change.hazards
        )
        return (*news, *super().seen)


class IgnoresHazards(Flawed):
    """Has no hazard checked before a change is made: it takes them all to be safe."""

    name = "ignores-hazards"
    axis = "easy fix first"
    about = "has no hazard checked and takes every change to be safe"
    needs = "a change with a hazard that the book would have checked"

    @classmethod
    def fits(cls, scenario: Scenario, doctrine: Doctrine) -> bool:
        """Whether there is anything to check."""
        return bool(scenario.dangers)

    def acts(self, sight: Sight) -> Iterator[str]:
        """By the book, among nothing but safe changes; what it tells others is what it knows."""
        return super().acts(_Safe(sight.exercise))

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """What the book says to someone who fears nothing; it makes a difference where there is danger."""
        if isinstance(command, Order | Poll) and sight.scenario.dangers_of(command.change):
            self.differs(shows=isinstance(command, Order) and _worth_asking(sight, command.change))
        return (command,)


def _worth_asking(sight: Sight, change: str) -> bool:
    """Whether it would have been better to ask first."""
    advice = advise(sight)
    return advice.of("check", change).cost < advice.of("change", change).cost
