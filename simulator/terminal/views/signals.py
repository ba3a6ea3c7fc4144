"""The signals: what each gauge reads, whether that is usual, and how old it is."""

from simulator.domain.duration import show_minutes
from simulator.domain.level import level
from simulator.domain.prose import Names
from simulator.exercise.sight import Sight
from simulator.terminal.views.table import table


def signals(sight: Sight, width: int) -> list[str]:
    """Every signal as it read when it was looked at."""
    if sight.board.looked is not None and not sight.readings:
        return ["The dashboards do not load."]
    names = Names.of(sight.organisation)
    rows = []
    for name, value in sight.readings.items():
        signal = sight.organisation.signals[name]
        word = level(signal, value, sight.organisation)
        mark = " " if word == "normal" else "!"
        what = f"{signal.shows} of {signal.of}, {show_minutes(signal.lag)} old"
        rows.append((f"{mark} {name}", names.reading(name, value), word, what))
    return table(rows, width)
