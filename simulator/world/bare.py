"""Bare SimPy doing as much: the same processes, waits and runs as an exercise, with nothing in them."""

from collections import Counter
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import simpy
from simpy.events import Initialize


@dataclass(frozen=True, slots=True)
class Traffic:
    """What passed through SimPy's queue in one exercise, by kind, and how often it was set running.

    Processes `begun` and `ended`, `timeouts`, other `signals`, and `runs`: a run to a
    second is an event too.
    """

    begun: int
    ended: int
    timeouts: int
    signals: int
    runs: int

    @property
    def events(self) -> int:
        """Every event that was processed."""
        return self.begun + self.ended + self.timeouts + self.signals + self.runs


def traffic_of(work: Callable[[], object]) -> Traffic:
    """Count the events that SimPy processes while some work is done.

    Those still in the queue at the end are time-outs that nobody waits for any more; they do not count.
    """
    kinds: Counter[str] = Counter()
    schedule, step, run = simpy.Environment.schedule, simpy.Environment.step, simpy.Environment.run

    def counted_schedule(env: simpy.Environment, event: simpy.Event, *rest: Any, **more: Any) -> None:
        kinds["begin" if isinstance(event, Initialize) else type(event).__name__] += 1
        schedule(env, event, *rest, **more)

    def counted_step(env: simpy.Environment) -> None:
        kinds["processed"] += 1
        step(env)

    def counted_run(env: simpy.Environment, until: Any = None) -> object:
        kinds["run"] += 1
        return run(env, until)

    with (
        patch.object(simpy.Environment, "schedule", counted_schedule),
        patch.object(simpy.Environment, "step", counted_step),
        patch.object(simpy.Environment, "run", counted_run),
    ):
        work()
    signals = max(0, kinds["Event"] - kinds["run"])
    timeouts = kinds["processed"] - kinds["begin"] - kinds["Process"] - signals - kinds["run"]
    return Traffic(kinds["begin"], kinds["Process"], max(0, timeouts), signals, kinds["run"])


def bare(traffic: Traffic, seconds: int) -> None:
    """Let SimPy alone process that traffic over so many simulated seconds."""
    env = simpy.Environment()
    each = -(-traffic.timeouts // max(1, traffic.begun))
    signals = traffic.signals
    for number in range(traffic.begun):
        share = min(each, max(0, traffic.timeouts - number * each))
        woken = signals // max(1, traffic.begun) + (number < signals % max(1, traffic.begun))
        env.process(_wait(env, share, woken, seconds / (share + 1), number < traffic.ended))
    for run in range(1, traffic.runs + 1):
        env.run(until=seconds * run / traffic.runs)


def _wait(
    env: simpy.Environment, timeouts: int, signals: int, step: float, ends: bool
) -> Generator[simpy.Event, object, None]:
    for _ in range(timeouts):
        yield env.timeout(step * 0.99)
    for _ in range(signals):
        event = env.event()
        event.succeed()
        yield event
    if not ends:
        yield env.event()
