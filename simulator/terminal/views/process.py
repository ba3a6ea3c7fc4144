"""The process: what each severity means, and who waits for news until when."""

from collections.abc import Iterator

from simulator.domain.doctrine import Clock, Severity
from simulator.domain.duration import show_clock, show_minutes
from simulator.exercise.dues import dues
from simulator.exercise.players.sight import Sight
from simulator.terminal.views.table import listed, table


def severities(sight: Sight, width: int) -> list[str]:
    """Every level, highest first, with its examples."""
    levels = sight.doctrine.severities.values()
    wide = max((len(level.name) for level in levels), default=0)
    return [line for level in levels for line in listed(level.name, list(_about(level)), wide, width)]


def _about(level: Severity) -> Iterator[str]:
    yield level.means
    yield from (f"- {example}" for example in level.examples)
    if level.rises_when:
        yield f"One level higher when {', or '.join(level.rises_when)}."


def clocks(sight: Sight, width: int) -> list[str]:
    """Every audience: when it was told last, when it is due, and what the process asks for."""
    owed = {due.audience: due for due in dues(sight)}
    rows = []
    for clock in sight.doctrine.clocks.values():
        heard, due = sight.board.heard.get(clock.audience), owed.get(clock.audience)
        last = "not told yet" if heard is None else f"told {show_clock(heard)}"
        next_ = ("! " if due and due.late else "") + (f"next {due}" if due else "nothing due")
        rows.append((clock.audience, last, f"{next_}. {_asked(clock, sight)}"))
    return table(rows, width)


def _asked(clock: Clock, sight: Sight) -> str:
    severity = sight.board.severity or next(iter(clock.first), "")
    if severity not in clock.first:
        return f"Nothing is owed at {severity}." if severity else ""
    elapsed = sight.now - (sight.now if sight.board.declared is None else sight.board.declared)
    asked = (clock.again(severity, state, elapsed) for state in clock.then.get(severity, {}))
    then = sorted({seconds for seconds in asked if seconds is not None})
    ends = dict.fromkeys((*then[:1], *then[-1:]))
    every = f", then every {' to '.join(show_minutes(each) for each in ends)}"
    first = f"At {severity}: first within {show_minutes(clock.first[severity])}"
    return f"{first}{every if then else ''}."
