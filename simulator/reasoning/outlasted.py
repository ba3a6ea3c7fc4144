"""What fails for longer than a cause can act: whatever it is, that cause alone is not behind it any more.

Some causes end by themselves (a vote closes, an export is through), at a second that the scenario tells. An
alert that still rings well after that, or rings anew, speaks against them, unless somebody changed something
that does harm under them. What they could leave behind (a cold cache, callers who go on retrying, a queue)
may outlast them; such a cause is never spoken against.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import inf

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry
from simulator.domain.fact import AlertCleared, AlertFired
from simulator.domain.health import loads
from simulator.domain.scenario import Cause, Scenario
from simulator.domain.strain import Warmth
from simulator.domain.wiring import wiring_of
from simulator.reasoning.estimate import usual_state
from simulator.reasoning.odds import under
from simulator.reasoning.told import Outlasted

RINGING: frozenset[type] = frozenset({AlertFired, AlertCleared})
"""The kinds of line that tell which alerts ring."""
SETTLES = 3 * MINUTE
"""How long after a cause's end, besides the lag of its signal, an alert may ring on (assumption). In plays in
which nothing was changed each alert cleared with the lag of its signal."""


def outlasting(
    scenario: Scenario, rang: Sequence[Entry], tried: Sequence[Attempt]
) -> tuple[tuple[int, Outlasted], ...]:
    """The causes that alerts have outlasted, each with the second from which that could be told.

    `rang` are the lines of alerts, `tried` the attempts at changes.
    """
    ends = _ends(scenario)
    spells = _spells(rang) if ends else []
    found = ((_since(scenario, end, spells), cause) for cause, end in ends.items())
    return tuple(
        (since, Outlasted(cause))
        for since, cause in found
        if since is not None and not any(_disturbs(scenario, one, cause, since) for one in tried)
    )


def _since(scenario: Scenario, end: int, spells: Sequence[tuple[str, int, float]]) -> int | None:
    """The first second at which an alert rings that a cause which ended cannot have set off."""
    signals = scenario.organisation.signals
    since = ((max(fired, end + signals[name].lag + SETTLES), cleared) for name, fired, cleared in spells)
    return min((second for second, cleared in since if second < cleared), default=None)


def _spells(rang: Sequence[Entry]) -> list[tuple[str, int, float]]:
    """From when until when each alert rang, with its signal; one that still does has no end."""
    ringing: dict[str, tuple[str, int]] = {}
    over: list[tuple[str, int, float]] = []
    for entry in rang:
        match entry.fact:
            case AlertFired(alert=alert, signal=signal):
                ringing.setdefault(alert, (signal, entry.at))
            case AlertCleared(alert=alert) if alert in ringing:
                over.append((*ringing.pop(alert), entry.at))
            case _:
                pass
    return [*over, *((*spell, inf) for spell in ringing.values())]


def _disturbs(scenario: Scenario, attempt: Attempt, cause: str, by: int) -> bool:
    """Whether a change that was begun by a second may itself be what fails, under a cause."""
    began = attempt.done if attempt.started is None else attempt.started
    if began is None or began > by:
        return False
    outcome, dangers = scenario.outcome(attempt.change, cause), scenario.dangers_of(attempt.change)
    risky = any(under(danger.odds, cause) for danger in dangers)
    return risky or bool(outcome.harms or outcome.does)


@lru_cache(maxsize=64)
def _ends(scenario: Scenario) -> Mapping[str, int]:
    """The causes that end by themselves and leave nothing, with the second at which the last effect has gone.

    There are none where others, whom nobody sees, may set off something as well.
    """
    if any(inject.effects for inject in scenario.injects):
        return {}
    ends = {cause.name: _end(cause) for cause in scenario.causes.values()}
    return {
        name: end
        for name, end in ends.items()
        if end is not None and _leaves_nothing(scenario, scenario.causes[name])
    }


def _end(cause: Cause) -> int | None:
    """The second at which the last effect of a cause has gone; None where one stays, or comes again."""
    ends = [effect.ends for effect in cause.effects]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def _leaves_nothing(scenario: Scenario, cause: Cause) -> bool:
    """Whether services cope once it is gone, though callers retry what it overloaded and caches are cold.

    A cache cools while what it shields is overloaded; here it is taken to be cold altogether. Work that waits
    in a queue, that is lost or that only one side of a split has is there for longer.
    """
    wiring = wiring_of(scenario.organisation)
    load = usual_state(scenario, cause.effects).load
    pressed = {service for service, share in enumerate(load) if share > 1}
    if any(effect.kind in ("loses", "strands") for effect in cause.effects):
        return False
    if any(line.service in pressed for line in wiring.queues):
        return False
    caches = [Warmth(0, 0.0 if line.shielded in pressed else 1.0, 0.0) for line in wiring.caches]
    after = loads(wiring, (), caches, scenario.organisation.demand(scenario.starts), 0)
    return not any(
        share * (1 + wiring.retries[service] * (service in pressed)) > 1
        for service, share in enumerate(after)
    )
