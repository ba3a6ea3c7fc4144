"""The timeline: what happened, in order, as far as it was seen here."""

from simulator.domain.fact import Commanded, Looked, Opened
from simulator.domain.prose import Names, told_by
from simulator.exercise.sight import Sight
from simulator.terminal.paint import Paint
from simulator.terminal.telling import in_full

_UNTOLD = (Opened, Looked)


def timeline(sight: Sight, width: int) -> list[str]:
    """Every entry, your own words included, but not your looking around."""
    named, plain = told_by(sight.seen, Names.of(sight.organisation)), Paint(on=False)
    looks = {entry.because for entry in sight.seen if isinstance(entry.fact, Looked)}
    told = (entry for entry in sight.seen if not isinstance(entry.fact, _UNTOLD))
    rest = (entry for entry in told if not (isinstance(entry.fact, Commanded) and entry.number in looks))
    return [line for entry in rest for line in in_full(entry, named(entry), plain, width)]
