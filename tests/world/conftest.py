"""A small company, Harbour, its outages written as text, and plays of them that can be read like a log."""

from collections import deque
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from simulator.authoring import read_organisation, read_scenario
from simulator.domain.duration import MINUTE, read_clock, read_duration
from simulator.domain.entry import Entry, each
from simulator.domain.notation import write_entry
from simulator.domain.value import replace
from simulator.world import World

# A busy machine is no failure.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "scenarios"

HEAD = """
scenario: trouble
title: Something is wrong
organisation: harbour
difficulty: 1
length: 4h
limit: 8h
starts: Tue 09:00
teaches: [this and that]
inspired by: {what: nothing, source: nowhere}
briefing: Something is wrong.
"""
QUIET = """
causes:
  nothing: {truth: All is well., does: {at: 7h59m, to: mail, errors: 1%}}
"""
BROKEN = """
causes:
  bug: {truth: A bug., does: {to: shop, errors: 40%}}
"""
MEND = """
  mend: {always: {cures: 100%}}
"""


def seconds(time) -> int:
    """The second of `12m`, `1h05m` or `0:12:30`; numbers are seconds already."""
    if isinstance(time, int):
        return time
    read = read_clock(time) if ":" in time else read_duration(time)
    assert read is not None, time
    return read


class Play:
    """A world under command, with a few people on the call from the first second."""

    def __init__(self, scenario, seed=1, here=()):
        self.scenario = scenario
        self.world = World(scenario, seed)
        for person in here:
            self.parts.responders._join(self.parts.responders[person], 0)

    @property
    def parts(self):
        return self.world._parts

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(self.world.entries)

    def until(self, time) -> "Play":
        self.world.advance(seconds(time))
        return self

    def say(self, *commands, at=None) -> list[Entry]:
        """Give commands at a second; what came at once."""
        if at is not None:
            self.until(at)
        return [
            entry for command in commands for entry in self.world.issue(command, repr(command), "commander")
        ]

    def facts(self, kind) -> list:
        return [fact for _, fact in each(self.entries, kind)]

    def times(self, kind) -> list[int]:
        return [entry.at for entry, _ in each(self.entries, kind)]

    def timed(self, kind) -> list[tuple[int, object]]:
        return [(entry.at, fact) for entry, fact in each(self.entries, kind)]

    def lines(self, *kinds) -> list[str]:
        """What happened, one readable line each, without the numbers of reasons."""
        told = [e for e in self.entries if not kinds or isinstance(e.fact, kinds)]
        return [write_entry(entry._replace(because=0, source="")) for entry in told]

    def failing(self, at) -> float:
        """The share of customers who fail at a second, as it was then."""
        return self.parts.plant.at(seconds(at)).failing

    def reading(self, signal, at=None) -> float:
        return self.parts.signals.read(signal, None if at is None else seconds(at))


@pytest.fixture(scope="session")
def harbour():
    reading = read_organisation((HERE / "harbour.yaml").read_text("utf-8"), "harbour.yaml")
    assert not reading.problems, reading.problems
    return reading.value


@pytest.fixture(scope="session")
def outage(harbour):
    """A scenario from what is particular about it; one sure bug in the shop unless it names its causes."""

    def made(text="", organisation=None, **given):
        causes = "" if "causes:" in text else BROKEN
        changes = "" if "changes:" in text else "\nchanges:\n"
        whole = (HEAD + causes + text + changes).replace("\nchanges:\n", "\nchanges:\n" + MEND)
        reading = read_scenario(whole, "trouble.yaml", organisation or harbour, {"plain"})
        assert reading.value, reading.problems
        changed: dict = {key: seconds(value) for key, value in given.items()}
        return replace(reading.value, **changed)

    return made


@pytest.fixture(scope="session")
def quiet(outage):
    """A scenario in which nothing is wrong."""
    return lambda text="", **given: outage(QUIET + text, **given)


@pytest.fixture(scope="session")
def play(outage):
    """A play of an outage's text or of a scenario; the last ones are kept, so that a part outlives a line."""
    kept: deque[Play] = deque(maxlen=8)

    def made(what="", *here, seed=1, **given):
        scenario = outage(what, **given) if isinstance(what, str) else what
        kept.append(Play(scenario, seed, here))
        return kept[-1]

    return made


@pytest.fixture(scope="session")
def write_stall():
    """The first outage that ships, with its organisation."""
    parley = read_organisation((SHIPPED / "organisations/parley.yaml").read_text("utf-8"), "parley.yaml")
    assert parley.value
    text = (SHIPPED / "write-stall.yaml").read_text("utf-8")
    reading = read_scenario(text, "write-stall.yaml", parley.value, {"intercom", "pagerduty"})
    return reading.value


@pytest.fixture(scope="session")
def minutes():
    """Customer-minutes of Harbour that a failing share costs over some seconds."""
    return lambda share, span: share * 60000 * seconds(span) / MINUTE
