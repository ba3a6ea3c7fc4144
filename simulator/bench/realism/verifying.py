"""How long it takes to see whether a change has worked."""

from collections.abc import Sequence

from simulator.bench.realism.sample import Notes
from simulator.domain.attempt import attempts
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry
from simulator.domain.scenario import Scenario

QUEUE = 10 * MINUTE
"""A signal that lags this much shows a queue or copies, not a rate."""


def note_verifications(entries: Sequence[Entry], scenario: Scenario, notes: Notes) -> None:
    """Note each watch of a signal from its beginning to its answer."""
    for attempt in attempts(entries):
        for watch in attempt.verifications:
            signal = scenario.organisation.signals.get(watch.signal)
            if signal and watch.at is not None:
                kind = "queue" if signal.lag >= QUEUE else "rate"
                notes.took(f"verified on a {kind}", watch.began, watch.at)
