"""Bare SimPy doing as much: the same processes, waits and runs as an exercise, with nothing in them."""

from collections import Counter
from collections.abc import Callable, Generator
from dataclasses import dataclass

import simpy
from simpy.events import Initialize


@dataclass(frozen=True, slots=True)
class Traffic:
    """What passed through SimPy's queue in one exercise, by kind, and how often it was set running.

    Processes `begun` and `ended`, `timeouts`, other `signals`, and `runs`: each run to a second is an event too.
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
    """Count the events that SimPy processes while some work is done."""
    kinds: Counter[str] = Counter()
    step, run = simpy.Environment.step, simpy.Environment.run

    def counted_step(env: simpy.Environment) -> None:
        event = env._queue[0][3]
        kinds["begin" if isinstance(event, Initialize) else type(event).__name__] += 1
        step(env)

    def counted_run(env: simpy.Environment, until: object = None) -> object:
        kinds["run"] += 1
        return run(env, until)  # type: ignore[arg-type]

    simpy.Environment.step, simpy.Environment.run = counted_step, counted_run  # type: ignore[method-assign,assignment]
    try:
        work()
    finally:
        simpy.Environment.step, simpy.Environment.run = step, run  # type: ignore[method-assign]
    signals = kinds["Event"] - kinds["run"]
    return Traffic(kinds["begin"], kinds["Process"], kinds["Timeout"], max(0, signals), kinds["run"])


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
