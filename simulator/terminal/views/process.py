"""The process: what each severity means, and who waits for news until when."""

from collections.abc import Iterator

from simulator.domain.audiences import audiences_of
from simulator.domain.doctrine import Clock, Severity
from simulator.domain.duration import show_clock, show_minutes
from simulator.domain.minor import NO_MINOR_MATTER, taken_as
from simulator.exercise.clocks import began
from simulator.exercise.dues import Due, dues
from simulator.exercise.sight import Sight
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
        due = _next(owed.get(clock.audience))
        rows.append((clock.audience, _last(sight, clock.audience), f"{due}. {_asked(clock, sight)}"))
    others = (
        each for each in audiences_of(sight.organisation, sight.doctrine) if each not in sight.doctrine.clocks
    )
    rows += [
        (each, _last(sight, each), f"{_next(owed.get(each))}. {_by_law(sight, each)}") for each in others
    ]
    return table(rows, width)


def _last(sight: Sight, audience: str) -> str:
    heard = sight.board.heard.get(audience)
    return "not told yet" if heard is None else f"told {show_clock(heard)}"


def _next(due: Due | None) -> str:
    return ("! " if due and due.late else "") + (f"next {due}" if due else "nothing due")


def _by_law(sight: Sight, audience: str) -> str:
    """What the law asks for, where the process has no clock."""
    notices = [
        who.notice for who in sight.organisation.stakeholders.values() if who.hears == audience and who.notice
    ]
    told = [f"By law within {show_minutes(each.within)} of {each.of}" for each in notices]
    return f"{'; '.join(told) or 'The process has no clock for them'}."


def _asked(clock: Clock, sight: Sight) -> str:
    severity = sight.board.severity or next(iter(clock.first), "")
    if severity not in clock.first:
        return f"Nothing is owed at {severity}{_unless(clock, severity, sight)}." if severity else ""
    since = began(sight.board, sight.doctrine)
    elapsed = 0 if since is None else sight.now - since
    asked = (clock.again(severity, state, elapsed) for state in clock.then.get(severity, {}))
    then = sorted({seconds for seconds in asked if seconds is not None})
    ends = dict.fromkeys((*then[:1], *then[-1:]))
    every = f", then every {' to '.join(show_minutes(each) for each in ends)}"
    first = f"At {severity}: first within {show_minutes(clock.first[severity])}"
    return f"{first}{every if then else ''}."


def _unless(clock: Clock, severity: str, sight: Sight) -> str:
    """What too minor a severity lets nobody off, as the marks have it."""
    binds = taken_as(sight.doctrine, severity) in clock.first
    return f", unless more than {100 * NO_MINOR_MATTER:g} % of customers fail" if binds else ""
