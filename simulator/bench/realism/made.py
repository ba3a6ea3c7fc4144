"""How long changes take, from when somebody begins to when it is made."""

from collections.abc import Sequence

from simulator.bench.realism.sample import Notes
from simulator.domain.attempt import attempts
from simulator.domain.entry import Entry, each
from simulator.domain.fact import ChangePrepared
from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Scenario


def note_changes(entries: Sequence[Entry], scenario: Scenario, notes: Notes) -> None:
    """Note each whole change by its kind; staged and prepared ones are others."""
    prepared = {fact.change for _, fact in each(entries, ChangePrepared)}
    for attempt in attempts(entries):
        whole = not attempt.staged and attempt.change not in prepared
        if whole and attempt.done is not None and attempt.started is not None:
            kind = scenario.organisation.runbook[attempt.change].kind
            notes.took(f"{kind} made", attempt.started, attempt.done)


def note_runbook(organisation: Organisation, notes: Notes) -> None:
    """Note what a runbook says of each kind."""
    for change in organisation.runbook.values():
        notes.took(f"{change.kind} in the runbook", 0, change.takes.median)
