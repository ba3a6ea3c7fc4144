"""The signals: what each gauge reads, whether that is usual, and how old it is."""

from simulator.domain.duration import MINUTE, show_minutes
from simulator.domain.organisation import Alert, Organisation, Signal
from simulator.domain.prose import Names
from simulator.exercise.players.sight import Sight
from simulator.terminal.views.table import table

WELL = 0.98
"""Less success than this is worth a word, as are more errors than what it leaves."""
SLOW, FULL, COLDER, WAITS, GONE = 1.5, 1.0, 0.95, MINUTE, 0.01


def signals(sight: Sight, width: int) -> list[str]:
    """Every signal as it read when it was looked at."""
    names = Names.of(sight.organisation)
    rows = []
    for name, value in sight.readings.items():
        signal = sight.organisation.signals[name]
        word = level(signal, value, sight.organisation)
        mark = " " if word == "normal" else "!"
        what = f"{signal.shows} of {signal.of}, {show_minutes(signal.lag)} old"
        rows.append((f"{mark} {name}", names.reading(name, value), word, what))
    return table(rows, width)


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
