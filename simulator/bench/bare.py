"""Bare SimPy doing as much: the same processes, waits and runs as an exercise, with nothing in them."""

from collections import Counter
from collections.abc import Callable, Generator
from heapq import heapreplace
from typing import Any
from unittest.mock import patch

import simpy
from simpy.events import Initialize

from simulator.domain.value import Value
from simulator.world import support
from simulator.world.clock import Clock


class Traffic(Value):
    """The events of one exercise, by kind, and how often it was set running.

    Of SimPy's queue: processes `begun` and `ended`, `timeouts`, other `signals`, and `runs`: a run to a
    second is an event too, though the clock of an exercise makes none of it. `vain` are the time-outs that
    were still in the queue at the end. `cases` are the simulated events that do not pass through it: an agent
    of a support desk is free and takes up the next case, which the desk keeps in a queue of its own.
    """

    begun: int
    ended: int
    timeouts: int
    signals: int
    runs: int
    vain: int
    cases: int

    @property
    def events(self) -> int:
        """Every event that was processed."""
        return self.begun + self.ended + self.timeouts + self.signals + self.runs + self.cases


def traffic_of(work: Callable[[], object]) -> Traffic:
    """Count the events that are processed while some work is done.

    What is left in the queue at the end are time-outs, and the end of SimPy's last run. Each of its runs puts
    its end there twice: once reached, SimPy takes up again what else was waiting for that second, which is
    nothing.
    """
    kinds: Counter[str] = Counter()
    schedule, step, run = simpy.Environment.schedule, simpy.Environment.step, simpy.Environment.run
    run_to = Clock.run_to

    def counted_schedule(env: simpy.Environment, event: simpy.Event, *rest: Any, **more: Any) -> None:
        kinds["begin" if isinstance(event, Initialize) else type(event).__name__] += 1
        schedule(env, event, *rest, **more)

    def counted_step(env: simpy.Environment) -> None:
        kinds["processed"] += 1
        step(env)

    def counted_run(env: simpy.Environment, until: Any = None) -> object:
        kinds["run"] += 1
        return run(env, until)

    def counted_run_to(clock: Clock, second: int) -> None:
        kinds["own run"] += 1
        run_to(clock, second)

    def counted_case(free: list[int], until: int) -> int:
        kinds["case"] += 1
        return heapreplace(free, until)

    with (
        patch.object(simpy.Environment, "schedule", counted_schedule),
        patch.object(simpy.Environment, "step", counted_step),
        patch.object(simpy.Environment, "run", counted_run),
        patch.object(Clock, "run_to", counted_run_to),
        patch.object(support, "heapreplace", counted_case),
    ):
        work()
    runs, own, others = kinds["run"], kinds["own run"], kinds["begin"] + kinds["Process"]
    signals = max(0, kinds["Event"] - 2 * runs)
    scheduled = sum(kinds.values()) - kinds["processed"] - runs - own - kinds["case"]
    vain = scheduled - kinds["processed"] - min(1, runs)
    timeouts = scheduled - 2 * runs - others - signals - vain
    return Traffic(kinds["begin"], kinds["Process"], timeouts, signals, runs + own, vain, kinds["case"])


def bare(traffic: Traffic, seconds: int) -> None:
    """Let SimPy alone process that traffic over so many simulated seconds.

    A case is a time-out here, as the time until an agent is free would be in SimPy.
    """
    env = simpy.Environment()
    timeouts = traffic.timeouts + traffic.cases
    each = -(-timeouts // max(1, traffic.begun))
    signals = traffic.signals
    for late in range(traffic.vain):
        env.timeout(seconds + 1 + late)
    for number in range(traffic.begun):
        share = min(each, max(0, timeouts - number * each))
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
