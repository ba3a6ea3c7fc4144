"""What a room can be opened with: read once, since a server's library does not change."""

import re
from collections.abc import Callable, Mapping
from threading import Lock

from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import show_minutes
from simulator.domain.scenario import Scenario
from simulator.library import Library, Outage
from simulator.library.outage import process_in

SPEEDS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""How fast the clock of a room may run."""
FIRST = 1
"""Outages of this difficulty are good for a first game day (assumption)."""
SENTENCES = 2
"""So many sentences of the briefing say what an outage is about."""
_ON_CALL = re.compile(r"[^.]*\bcommander on call\b[^.]*|\w+, \d\d:\d\d UTC")
"""What every briefing begins with: when it is, and who one is."""


class Offered:
    """The outages of a library, easiest first. Whoever asks first waits until all are read, in a thread."""

    def __init__(self, read: Callable[[], tuple[Outage, ...]]) -> None:
        self._read = read
        self._processes: tuple[Mapping[str, str], ...] | None = None
        self._lock = Lock()
        self._found: tuple[Outage, ...] | None = None

    def outages(self) -> tuple[Outage, ...]:
        """Every outage that is offered, easiest first; the first to ask waits until all are read."""
        with self._lock:
            if self._found is None:
                self._found = self._read()
            return self._found

    def processes(self, library: Library) -> tuple[Mapping[str, str], ...]:
        """The incident processes of a library."""
        if self._processes is None:
            written = (library.doctrine(name) for name in library.ids("doctrine"))
            self._processes = tuple(process(process_in(each)) for each in written)
        return self._processes


def with_talk(minutes: int) -> int:
    """How many minutes to plan for an outage of so many: with the way in, a pause, and the talk afterwards.

    45 minutes more than its own, to the next half hour (assumption: briefing 10, talk 30, a pause 5).
    """
    return -(-(minutes + 45) // 30) * 30


def offer(scenario: Scenario) -> Mapping[str, str]:
    """What whoever chooses is told of an outage: nothing that would give it away.

    How long it takes is not known beforehand: nobody has done better than the author's length, and it ends by
    itself at the limit.
    """
    company = scenario.organisation.title
    return {
        "id": scenario.id,
        "title": scenario.title,
        "company": company.partition(",")[0],
        "does": company.partition(", ")[2],
        "hard": f"{scenario.difficulty} of 5",
        "takes": f"{show_minutes(scenario.length)} or more",
        "ends": show_minutes(scenario.limit),
        "about": about(scenario.briefing),
        "first": "yes" if scenario.difficulty <= FIRST and not scenario.boss else "",
    }


def process(doctrine: Doctrine) -> Mapping[str, str]:
    """What whoever chooses is told of an incident process."""
    levels, told = list(doctrine.severities), list(doctrine.clocks)
    return {
        "id": doctrine.id,
        "title": doctrine.title,
        "about": f"{levels[0]} is the gravest of {len(levels)} levels, {levels[-1]} the least. Stages: "
        f"{', '.join(doctrine.stages)}. Roles: {', '.join(doctrine.roles)}. "
        f"Clocks run for {', '.join(told)}.",
    }


def about(briefing: str) -> str:
    """What the commander is told at the start, without when it is and who they are."""
    told = [each.strip() for each in re.split(r"(?<=[.!?])\s+", " ".join(briefing.split()))]
    return " ".join([each for each in told if not _ON_CALL.fullmatch(each.rstrip("."))][:SENTENCES])
