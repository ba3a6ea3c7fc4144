"""Rehearsals: a shipped outage with a chosen cause and everyone on the call, to see what changes do."""

import pytest

from simulator.domain.command import Freeze, Order, Revert
from simulator.domain.duration import MINUTE, read_duration
from simulator.domain.entry import each
from simulator.domain.fact import ChangeActed
from simulator.domain.value import replace
from simulator.world import World
from tests.plays import SHIPPED, shipped

OUTAGES = sorted(path.stem for path in SHIPPED.glob("*.yaml"))


class Rehearsal:
    """An outage under way. Changes are made one after the other by whoever knows the place."""

    def __init__(self, outage, cause, seed=1):
        scenario, _ = shipped(outage)
        self.scenario = replace(scenario, causes={cause: scenario.causes[cause]})
        self.world = World(self.scenario, seed)
        for person in self.scenario.organisation.people:
            self._responders._join(self._responders[person], 0)
        self._say(Freeze())  # or the eager make changes of their own

    @property
    def _responders(self):
        return self.world._parts.responders

    @property
    def _plant(self):
        return self.world._parts.plant

    @property
    def minute(self) -> int:
        return self.world.now // MINUTE

    def wait(self, time) -> "Rehearsal":
        self.world.advance(self.world.now + (read_duration(time) or 0))
        return self

    def make(self, *changes) -> "Rehearsal":
        """Have changes made, each as soon as the one before is."""
        for change in changes:
            done = len(self.acted)
            self._say(Order(change, by=self._hands(change), because="it is a rehearsal"))
            while len(self.acted) == done and not self.world.over:
                self.wait("1m")
        return self

    def undo(self, change) -> "Rehearsal":
        self._say(Revert(change, by=self._hands(change)))
        return self.wait("15m")

    def refill(self, to=0.97) -> "Rehearsal":
        """Wait until the cache is this warm, or two hours."""
        until = self.world.now + 120 * MINUTE
        while self.warmth < to and self.world.now < until:
            self.wait("1m")
        return self

    def _hands(self, change) -> str:
        on = self.scenario.organisation.runbook[change].on
        free = [r.person.id for r in self._responders.here if r.task is None]
        return next(person for person in free if self._responders.knows(person, on))

    def _say(self, command) -> None:
        self.world.issue(command, repr(command), "commander")

    @property
    def acted(self) -> list[ChangeActed]:
        """What each change made so far really did."""
        return [fact for _, fact in each(self.world.entries, ChangeActed) if fact.acted != "relapsed"]

    @property
    def failing(self) -> float:
        """The share of customers who fail now."""
        return self._plant.at(self.world.now).failing

    @property
    def warmth(self) -> float:
        return self._plant.at(self.world.now).hits[0] / self._plant.wiring.caches[0].hit_rate

    @property
    def lost(self) -> float:
        """Customer-minutes lost until now; lost work weighs several times as much."""
        self._plant.settle()
        return self._plant.losses.total

    @property
    def stranded(self) -> float:
        """The customer-minutes of work that only one side of a split has."""
        self._plant.settle()
        return self._plant.losses.stranded

    def waits(self, queue) -> float:
        """The minutes of work that wait in a queue."""
        state, wiring = self._plant.at(self.world.now), self._plant.wiring
        lines = [line.service for line in wiring.queues]
        return state.waits[lines.index(wiring.number[queue])] / MINUTE

    def load(self, service) -> float:
        return self._plant.at(self.world.now).load[self._plant.wiring.number[service]]


@pytest.fixture(scope="session")
def rehearse():
    return Rehearsal
