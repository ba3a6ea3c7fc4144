"""A change as its page in the runbook tells it."""

from collections.abc import Iterator

from simulator.domain.duration import show_minutes
from simulator.domain.organisation import Change


def in_numbers(change: Change) -> str:
    """How long it takes, whether it can be undone, and where its effect shows."""
    undone = "cannot be undone" if change.undo is None else f"undone in {show_minutes(change.undo)}"
    return f"takes about {show_minutes(change.takes.median)}; {undone}; its effect shows in {change.signal}"


def cautions(change: Change) -> Iterator[str]:
    """What can go wrong with it, and how it can be made smaller or be got ready."""
    for hazard in change.hazards:
        yield f"! harmful if {hazard.name} (check: {show_minutes(hazard.check)})"
    if change.staged:
        yield f"staged: {change.staged} first"
    if change.prepares:
        yield f"prepare: {show_minutes(change.prepares)}"
