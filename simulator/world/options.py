"""What people offer who are asked what can quickly be tried."""

from collections.abc import Sequence
from functools import lru_cache

from simulator.domain.duration import MINUTE
from simulator.domain.interaction import can_show, domain_of
from simulator.domain.organisation import Change, Organisation
from simulator.domain.scenario import Scenario
from simulator.world.made import Made

EASY = ("rollback", "failover", "flag", "cache", "restart", "throttle", "job", "block", "config")
"""Kinds of change people think of when asked what can be tried quickly."""
QUICK = 20 * MINUTE
SENDS_LESS = ("rollback", "flag", "throttle", "block", "job")
"""Kinds that also help what is further down: less work is sent there."""


@lru_cache(maxsize=64)
def at_hand(scenario: Scenario) -> tuple[Change, ...]:
    """The easy and quick changes of a runbook that do something by themselves."""
    return tuple(
        change
        for change in scenario.organisation.runbook.values()
        if change.kind in EASY and change.takes.median <= QUICK and not scenario.completes(change.name)
    )


def still_open(latest: Made | None) -> bool:
    """Whether a change may be offered after its latest making: it is not in place, nor on its way there.

    Of a small first form the rest is open, and so is what helped for a while and wore off.
    """
    if latest is None or latest.undone or latest.relapsed >= 0:
        return True
    return latest.staged and latest.finished


def to_the_point(change: Change, ringing: Sequence[str], organisation: Organisation) -> bool:
    """Whether a change could show in a signal whose alarm rings, if any does; the cause is not asked."""
    return not ringing or any(_bears_on(change, signal, organisation) for signal in ringing)


def _bears_on(change: Change, signal: str, organisation: Organisation) -> bool:
    sends = change.kind in SENDS_LESS and organisation.signals[signal].of in domain_of(change, organisation)
    return sends or can_show(change, signal, organisation)
