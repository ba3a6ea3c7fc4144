"""How long changes take, from when somebody begins to when it is made, and how often they hang."""

from collections import Counter
from collections.abc import Iterable, Sequence

from simulator.bench.realism.sample import Notes
from simulator.domain.attempt import attempts
from simulator.domain.entry import Entry, each
from simulator.domain.fact import ChangePrepared
from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Scenario
from simulator.world.dice import drawn


def note_changes(entries: Sequence[Entry], scenario: Scenario, notes: Notes, seed: int = 0) -> None:
    """Note by its kind each whole change that an everyday outage is about; others are staged or prepared.

    One that hung is counted, and its time left out: sources give the time of a kind without its tail.
    """
    prepared = {fact.change for _, fact in each(entries, ChangePrepared)}
    about = everyday([scenario])
    before: Counter[str] = Counter()
    for attempt in attempts(entries):
        change = scenario.organisation.runbook[attempt.change]
        hung = drawn(seed, change.name, "hangs", before[change.name]) < change.sticks
        before[change.name] += 1
        if attempt.started is None or attempt.done is None or change.name not in about:
            continue
        if change.stuck is not None:
            notes.take("hung", 1 if hung else 0)
        if not (hung or attempt.staged or change.name in prepared):
            notes.took(f"{change.kind} made", attempt.started, attempt.done)


def everyday(scenarios: Iterable[Scenario]) -> frozenset[str]:
    """The changes that outages say something of, bosses apart: what takes days is another kind."""
    return frozenset(change for scenario in scenarios if not scenario.boss for change in scenario.outcomes)


def note_runbook(organisation: Organisation, about: frozenset[str], notes: Notes) -> None:
    """Note what a runbook says of each kind, of the changes that everyday outages are about."""
    for change in organisation.runbook.values():
        if change.name in about:
            notes.took(f"{change.kind} in the runbook", 0, change.takes.median)
