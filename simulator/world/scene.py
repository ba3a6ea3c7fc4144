"""What every part of the running world shares: the clock, the dice, the log and the scenario."""

from collections.abc import Callable, Generator
from typing import Any

from simpy import Event, Process

from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Scenario
from simulator.domain.value import Value
from simulator.world.clock import Clock
from simulator.world.dice import Dice
from simulator.world.log import Log
from simulator.world.milestones import Milestones
from simulator.world.voice import Voice

Steps = Generator[Event, Any, None]


class Scene(Value):
    """One running outage, in a company. `cause` is the name of what the seed drew."""

    env: Clock
    scenario: Scenario
    organisation: Organisation
    dice: Dice
    log: Log
    seed: int
    cause: str
    voice: Voice
    milestones: Milestones

    @property
    def now(self) -> int:
        """The simulated second."""
        return self.env.second

    @property
    def moment(self) -> int:
        """The moment of the week it is."""
        return self.scenario.starts + self.env.second

    def start(self, steps: Steps) -> Process:
        """Set something going; it begins when the world next moves."""
        return self.env.process(steps)

    def later(self, seconds: int, then: Callable[[], None]) -> None:
        """Call something after some seconds; at once when there are none to wait."""
        if seconds <= 0:
            then()
        else:
            self.when(self.env.timeout(seconds), then)

    def when(self, event: Event, then: Callable[[], None]) -> None:
        """Call something once an event that has not happened yet does."""
        if event.callbacks is not None:
            event.callbacks.append(lambda _: then())
