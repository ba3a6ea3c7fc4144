"""How fast exercises run, beside bare SimPy, and how their cost grows."""

from collections.abc import Iterator
from functools import partial

from simulator.bench.bare import bare, traffic_of
from simulator.bench.clock import middle, paired, rounds
from simulator.bench.figure import Figure
from simulator.bench.scripts import SEEDS, endless, hour_of, larger, longer, run
from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import HOUR
from simulator.domain.scenario import Scenario
from simulator.exercise import expect_many

ROUNDS = 15
FASTEST, AT_MOST = 300, 6
LINEAR = 1.25
SELDOM = "garbage collected seldom"
"""How Python is set up for the measure, as wherever many exercises are played (see `expect_many`)."""


def exercises(scenario: Scenario, doctrine: Doctrine) -> Iterator[Figure]:
    """Exercises a second, and their time against SimPy's own for as many events."""
    plays = [(seed, hour_of(scenario, doctrine, seed)) for seed in SEEDS]

    def play_all() -> None:
        for seed, lines in plays:
            run(scenario, doctrine, seed, lines)

    traffic = [traffic_of(partial(run, scenario, doctrine, seed, lines)) for seed, lines in plays]

    def bare_all() -> None:
        for each in traffic:
            bare(each, HOUR)

    expect_many()
    pairs = paired(play_all, bare_all, ROUNDS)
    each = middle([one for one, _ in pairs]) / len(plays)
    how = f"processor time of one core, 60 min, 35 commands, {len(plays)} seeds of {scenario.id}, {SELDOM}, "
    how += f"median of {ROUNDS}"
    yield Figure("exercises/s", 1 / each, "", how, f"at least {FASTEST}", 1 / each >= FASTEST)
    ratio = middle([one / other for one, other in pairs])
    events = sum(t.events for t in traffic) / len(traffic)
    cases = sum(t.cases for t in traffic) / len(traffic)
    how = (
        f"as many events of each kind, {events:.0f} an exercise ({cases:.0f} of them support cases taken up "
    )
    how += f"from a queue of our own), paired runs, both {SELDOM}, median of {ROUNDS}"
    yield Figure("exercise time / bare SimPy", ratio, "x", how, f"at most {AT_MOST}", ratio <= AT_MOST)


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
