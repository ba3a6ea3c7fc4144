"""The table's rows: which observation is held against which source.

Sources are the sections of the page `docs/background/realism.md`, which say where the numbers come from.
Where a source has one number, a fifth either way is within, an eighth for a sigma. How long changes take is
known from few cases each: half either way is within, a quarter for a sigma.
"""

from collections.abc import Iterator

from simulator.bench.realism.fit import Estimate, middle, over, ratio, share, sigma, written
from simulator.bench.realism.row import Row, Target
from simulator.bench.realism.sample import Sample

MINUTES = "min"
KINDS = {
    "flag": (4, 0.6),
    "rollback": (15, 0.6),
    "failover": (7, 0.4),
    "restart": (15, 0.7),
    "scale": (35, 0.6),
    "hotfix": (150, 0.5),
    "cache": (5, 0.5),
    "throttle": (5, 0.7),
}
"""Kinds of change: the usual time in minutes, and its sigma."""


def rows(sample: Sample) -> Iterator[Row]:
    """Every row of the table."""
    yield from _incidents(sample)
    yield from _people(sample)
    yield from _news(sample)
    yield from _tickets(sample)
    yield from _changes(sample)
    yield from _work(sample)


def _about(value: float, part: float, unit: str, source: str) -> Target:
    return Target(value * (1 - part), value * (1 + part), unit, source)


def _spread(
    name: str, values: tuple[float, float], observed: list[float] | None, source: str
) -> Iterator[Row]:
    usual, wide = values
    yield Row(f"{name}, median", _about(usual, 0.2, MINUTES, source), middle(observed or []))
    yield Row(f"{name}, sigma", _about(wide, 0.125, "", source), sigma(observed or []))


def _incidents(sample: Sample) -> Iterator[Row]:
    lasted = sample.get("incident", ())
    yield Row("incident by the book, median", Target(60, 110, MINUTES, "durations"), middle(lasted))
    yield Row("incident by the book, sigma", Target(1.0, 1.2, "", "durations"), sigma(lasted))


def _people(sample: Sample) -> Iterator[Row]:
    for when, ack, join, unheard in (("day", 2, 6, 10), ("night", 4, 15, 20)):
        yield from _spread(
            f"page to answer by {when}", (ack, 0.7), _of(sample, f"acknowledged by {when}"), "pages"
        )
        yield Row(
            f"pages unheard by {when}",
            _about(unheard, 0.2, "%", "pages"),
            share(_of(sample, f"unheard by {when}")),
        )
        yield from _spread(
            f"expert asked to here by {when}", (join, 0.8), _of(sample, f"joined by {when}"), "joining"
        )
    yield from _spread("declared to core team", (5, 0.6), _of(sample, "core team"), "joining")


def _of(sample: Sample, name: str) -> list[float]:
    return list(sample.get(name, ()))


def _news(sample: Sample) -> Iterator[Row]:
    yield Row(
        "impact to first public post, median",
        Target(9, 28, MINUTES, "posts"),
        middle(_of(sample, "first post")),
    )
    yield Row(
        "gap of public posts, median", Target(12, 39, MINUTES, "posts"), middle(_of(sample, "gap of posts"))
    )


def _tickets(sample: Sample) -> Iterator[Row]:
    everyday = _rate(sample, "everyday")
    yield Row("affected who report in an hour", Target(0.5, 2.5, "%", "tickets"), everyday)
    growth = over(_rate(sample, "late"), _rate(sample, "early"))
    yield Row("tickets after an hour's silence / at first", Target(1.7, 2.5, "x", "tickets"), growth)
    informed = over(_rate(sample, "informed"), _rate(sample, "silent"))
    yield Row("tickets when told / in silence", Target(0.25, 0.6, "x", "tickets"), informed)


def _rate(sample: Sample, name: str) -> Estimate:
    return ratio(_of(sample, f"{name} tickets"), _of(sample, f"{name} hours"), 100)


def _changes(sample: Sample) -> Iterator[Row]:
    for kind, (usual, wide) in KINDS.items():
        target = _about(usual, 0.5, MINUTES, "changes")
        yield Row(f"{kind} in the runbooks, mean", target, written(_of(sample, f"{kind} in the runbook")))
        made = _of(sample, f"{kind} made")
        yield Row(f"{kind} in plays, median", target, middle(made))
        yield Row(f"{kind} in plays, sigma", _about(wide, 0.25, "", "changes"), sigma(made))
    yield Row("changes that hang", _about(5, 0.2, "%", "changes"), share(_of(sample, "hung")))


def _work(sample: Sample) -> Iterator[Row]:
    yield Row(
        "cost of an interruption, median",
        Target(1, 3, MINUTES, "people"),
        middle(_of(sample, "interruption")),
    )
    yield Row(
        "asked without a name to taken up, median",
        Target(1, 3, MINUTES, "people"),
        middle(_of(sample, "taken up")),
    )
    yield Row(
        "asked without a name, never taken up",
        _about(30, 0.2, "%", "people"),
        share(_of(sample, "never taken up")),
    )
    for kind, low, high in (("rate", 2, 5), ("queue", 10, 20)):
        target = Target(low, high, MINUTES, "verifying")
        yield Row(f"verifying on a {kind}, median", target, middle(_of(sample, f"verified on a {kind}")))
