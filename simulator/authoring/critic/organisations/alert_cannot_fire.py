"""An alert that cannot fire: every threshold lies within what its signal can show.

Why: errors never exceed 100%, success never falls below nothing, latency is never below the usual, a cache
never hits more often than it does on a good day. An alert beyond that is none, and an hour of holding on is
near it.

Bad:
    -   - {when: web errors > 5% for 3m, pages: site}
    +   - {when: web errors > 100% for 3m, pages: site}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.duration import HOUR, show_duration
from simulator.domain.organisation import Alert, Organisation

NAME = "alert-cannot-fire"
OF: Kind = "organisation"
TASTE = False
LONGEST = HOUR
"""An alert that must hold for longer pages after most outages are over (assumption)."""


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each alert beyond the reach of its signal, or that must hold for too long."""
    for number, alert in enumerate(draft.value.alerts):
        least, most = _reach(alert, draft.value)
        written = draft.at("alerts", number, "when")
        beyond = alert.threshold >= most if alert.beyond == "above" else alert.threshold <= least
        if beyond:
            yield written.problem(
                f"{alert.signal!r} never goes there, so this cannot fire",
                f"a threshold {'below' if alert.beyond == 'above' else 'above'} "
                f"{_shown(most if alert.beyond == 'above' else least, alert, draft.value)}",
            )
        elif alert.hold > LONGEST:
            yield written.problem(
                "this fires when most outages are over", f"a time of at most {show_duration(LONGEST)}"
            )


def _reach(alert: Alert, organisation: Organisation) -> tuple[float, float]:
    signal = organisation.signals[alert.signal]
    if signal.shows in ("errors", "success", "lost work"):
        return 0.0, 1.0
    if signal.shows == "waiting":
        return 0.0, float("inf")
    if signal.shows == "hit rate":
        return 0.0, organisation.services[signal.of].hit_rate
    if signal.shows == "load":
        ample = organisation.services[signal.of].capacity is None
        return 0.0, 0.0 if ample else float("inf")
    return 1.0, float("inf")


def _shown(bound: float, alert: Alert, organisation: Organisation) -> str:
    latency = organisation.signals[alert.signal].shows == "latency"
    return f"{bound:g}x" if latency else f"{bound * 100:g}%"
