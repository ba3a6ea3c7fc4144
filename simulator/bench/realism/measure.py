"""The whole measure: every outage there is, many seeds, one table."""

from collections.abc import Iterator

from simulator.bench.figure import Figure
from simulator.bench.realism.crew import observed
from simulator.bench.realism.made import everyday, note_runbook
from simulator.bench.realism.rows import rows
from simulator.bench.realism.sample import Notes, pooled
from simulator.library import Library

SEEDS = range(1, 61)


def realism() -> Iterator[Figure]:
    """Each row of the table as a figure."""
    outages = [outage.scenario for outage in Library.open().outages()]
    notes = Notes()
    for company in {each.organisation.id: each.organisation for each in outages}.values():
        about = everyday(outage for outage in outages if outage.organisation.id == company.id)
        note_runbook(company, about, notes)
    sample = observed([each.id for each in outages], SEEDS)
    for row in rows(pooled([notes.taken, sample])):
        yield row.figure()
