"""How fast exercises run, beside bare SimPy, and how their cost grows."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from simulator.bench.bare import Traffic, bare, traffic_of
from simulator.bench.clock import best, middle, paired, rounds, seconds_of
from simulator.bench.figure import Figure
from simulator.bench.scripts import SEEDS, endless, hour_of, larger, longer, run
from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import HOUR
from simulator.domain.scenario import Scenario
from simulator.domain.value import Value
from simulator.exercise import Line, expect_many
from simulator.library import Library

ROUNDS = 25
FASTEST, AT_MOST = 300, 6
LINEAR = 1.25
SELDOM = "garbage collected seldom"
"""How Python is set up for the measure, as wherever many exercises are played (see `expect_many`)."""
BEFORE = 120
"""So many other seeds are played before new ones are timed, as in the midst of a sweep."""


class Hour(Value):
    """An hour's exercise: its seed and commands, and the events that it makes."""

    seed: int
    lines: tuple[Line, ...]
    traffic: Traffic


def exercises(scenario: Scenario, doctrine: Doctrine) -> Iterator[Figure]:
    """Exercises a second, and their time against SimPy's own for as many events: the same again, and new."""
    expect_many()
    yield from _the_same(scenario, doctrine)
    yield from _new(scenario, doctrine)


def _the_same(scenario: Scenario, doctrine: Doctrine) -> Iterator[Figure]:
    hours = _hours_of(scenario, doctrine, SEEDS)
    pairs = paired(_all(hours, scenario, doctrine), _bare(hours), ROUNDS)
    each = middle([one for one, _ in pairs]) / len(hours)
    how = f"processor time of one core, 60 min, 35 commands, {len(hours)} seeds of {scenario.id}, {SELDOM}, "
    how += f"median of {ROUNDS}"
    yield Figure("exercises/s", 1 / each, "", how, f"at least {FASTEST}", 1 / each >= FASTEST)
    ratio = best([one for one, _ in pairs]) / best([other for _, other in pairs])
    events = sum(hour.traffic.events for hour in hours) / len(hours)
    cases = sum(hour.traffic.cases for hour in hours) / len(hours)
    how = (
        f"as many events of each kind, {events:.0f} an exercise ({cases:.0f} of them support cases taken up "
    )
    how += f"from a queue of our own), paired runs, both {SELDOM}, best of {ROUNDS}"
    yield Figure("exercise time / bare SimPy", ratio, "x", how, f"at most {AT_MOST}", ratio <= AT_MOST)


def _new(scenario: Scenario, doctrine: Doctrine) -> Iterator[Figure]:
    """The same of seeds that were never played: their words and states are known only if others had them too.

    Another process gets them ready, so that nothing of them is known here.
    """
    size = len(SEEDS)
    seeds = range(1, BEFORE + ROUNDS * size + 1)
    with ProcessPoolExecutor(1) as other:
        hours = other.submit(_prepared, scenario.id, seeds).result()
    _all(hours[:BEFORE], scenario, doctrine)()
    parts = [hours[at : at + size] for at in range(BEFORE, len(hours), size)]
    pairs = [(seconds_of(_all(part, scenario, doctrine)), seconds_of(_bare(part))) for part in parts]
    each = middle([one for one, _ in pairs]) / size
    how = f"each seed for the first time, after {BEFORE} others, as in a sweep; {ROUNDS} times {size} seeds, "
    how += "median"
    yield Figure("exercises/s, new seeds", 1 / each, "", how)
    yield Figure("new seeds / bare SimPy", middle([one / other for one, other in pairs]), "x", how)


def _hours_of(scenario: Scenario, doctrine: Doctrine, seeds: Sequence[int]) -> list[Hour]:
    """The hours of some seeds."""
    words = [(seed, hour_of(scenario, doctrine, seed)) for seed in seeds]
    return [Hour(s, said, traffic_of(partial(run, scenario, doctrine, s, said))) for s, said in words]


def _prepared(outage: str, seeds: Sequence[int]) -> list[Hour]:
    made = Library.open().outage(outage)
    return _hours_of(made.scenario, made.doctrine, seeds)


def _all(hours: Sequence[Hour], scenario: Scenario, doctrine: Doctrine) -> Callable[[], None]:
    def play() -> None:
        for hour in hours:
            run(scenario, doctrine, hour.seed, hour.lines)

    return play


def _bare(hours: Sequence[Hour]) -> Callable[[], None]:
    def play() -> None:
        for hour in hours:
            bare(hour.traffic, HOUR)

    return play


def growth(scenario: Scenario, doctrine: Doctrine) -> Iterator[Figure]:
    """What an hour costs in a long exercise, and an exercise in a large company, against a small one."""
    seed = SEEDS[0]
    lines = hour_of(scenario, doctrine, seed)
    base = middle(rounds(lambda: run(scenario, doctrine, seed, lines), ROUNDS))
    for hours in (2, 4, 8):
        long, words = endless(scenario, hours), longer(lines, hours)
        took = middle(rounds(partial(run, long, doctrine, seed, words, hours * HOUR), ROUNDS))
        ratio = took / base / hours
        how = f"time of {hours} simulated hours / {hours} x time of one, same commands each hour"
        yield Figure(f"growth over {hours} h", ratio, "x linear", how, f"at most {LINEAR}", ratio <= LINEAR)
    for times in (2, 4, 8):
        large = larger(scenario, times)
        took = middle(rounds(partial(run, large, doctrine, seed, lines), ROUNDS))
        services = len(large.organisation.services)
        ratio = took / base / times
        how = f"time with {services} services / {times} x time with {len(scenario.organisation.services)}"
        yield Figure(
            f"growth to {services} services", ratio, "x linear", how, f"at most {LINEAR}", ratio <= LINEAR
        )
