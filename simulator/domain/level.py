"""Whether what a signal reads is usual."""

from simulator.domain.duration import MINUTE
from simulator.domain.organisation import Alert, Organisation, Signal

WELL = 0.98
"""Less success than this is worth a word, as are more errors than what it leaves."""
SLOW, FULL, COLDER, WAITS, GONE = 1.5, 1.0, 0.95, MINUTE, 0.01


def level(signal: Signal, value: float, company: Organisation) -> str:
    """`up`, `down` or `normal`: beyond what sets off an alert, or beyond what any healthy day shows."""
    for alert in company.alerts:
        if alert.signal == signal.name and _beyond(alert, value):
            return "up" if alert.beyond == "above" else "down"
    if signal.shows == "success":
        return "down" if value < WELL else "normal"
    if signal.shows == "hit rate":
        return "down" if value < COLDER * company.services[signal.of].hit_rate else "normal"
    return "up" if value > _CEILINGS[signal.shows] else "normal"


_CEILINGS = {"errors": 1 - WELL, "latency": SLOW, "load": FULL, "waiting": WAITS, "lost work": GONE}


def _beyond(alert: Alert, value: float) -> bool:
    return value > alert.threshold if alert.beyond == "above" else value < alert.threshold
