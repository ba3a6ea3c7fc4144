"""The status: two lines below the prompt that say where one stands, from what is known here."""

import re
from collections.abc import Iterator, Sequence

from simulator.domain.attempt import Attempt
from simulator.domain.duration import show_clock
from simulator.domain.entry import each
from simulator.domain.fact import CustomersReported
from simulator.domain.prose import Names
from simulator.exercise.dues import SOON, dues
from simulator.exercise.owed import owed
from simulator.exercise.sight import Sight

_PART = " | "
_MORE = re.compile(r" \([^()]*\)$")
"""How much more there is than a line says."""


def status(sight: Sight, pace: str, width: int) -> tuple[str, str]:
    """Clock, severity, customers and promises; then people and changes."""
    before = (show_clock(sight.now) + pace, _severity(sight))
    first = [(*before, told, _due(sight)) for told in _customers(sight)]
    frozen = "other changes frozen" if sight.board.frozen else ""
    changes, due = (*_changes(sight),), _owed(sight)
    second = [(who, *changes, frozen, due) for who in _people(sight)]
    second += [(*changes, frozen, due), (*changes, due)]
    return _fit(first, width), _fit(second, width)


def _line(parts: tuple[str, ...]) -> str:
    return " " + _PART.join(part for part in parts if part)


def _fit(ways: Sequence[tuple[str, ...]], width: int) -> str:
    """The first way to say it that fits; or the last one, cut before the end that says how much more."""
    lines = [_line(parts) for parts in ways]
    fitting = next((line for line in lines if len(line) <= width), None)
    if fitting is not None:
        return fitting
    more = _MORE.search(lines[-1])
    end = f"...{more[0] if more and len(more[0]) + 3 < width else ''}"
    return lines[-1][: max(0, width - len(end))] + end


def _severity(sight: Sight) -> str:
    board = sight.board
    return f"{board.severity} {board.stage}" if board.severity else "not declared"


def _customers(sight: Sight) -> Iterator[str]:
    """What customers and alerts say, and then alerts alone, which are more pressing."""
    reports = [fact.count for _, fact in each(sight.seen, CustomersReported)]
    alerts = len(sight.board.alerts)
    alarm = f"! {alerts} alert{'s' if alerts > 1 else ''}" if alerts else ""
    told = [f"{reports[-1]} reports"] if reports else []
    yield ", ".join([*told, *([alarm] if alarm else [])]) or "no alerts"
    yield alarm


def _due(sight: Sight) -> str:
    due = dues(sight)
    if not due:
        return ""
    late = sum(each.late for each in due)
    more = f" (+{late - 1} late)" if late > 1 else ""
    return f"{'! ' if due[0].at - sight.now < SOON else ''}{due[0].audience} {due[0].left}{more}"


def _owed(sight: Sight) -> str:
    """The first thing that the people on the call are owed; `board` shows all, and what to say."""
    what = [each.what for each in owed(sight)]
    more = f" (board shows {len(what) - 1} more)" if len(what) > 1 else ""
    return f"{what[0]}{more}" if what else ""


def _people(sight: Sight) -> Iterator[str]:
    """Who is here and who is coming, by name, and then shorter: what is under way matters more."""
    names, here = Names.of(sight.organisation), sight.board.here
    coming = [names[person] for person in sight.board.coming]
    named, number = ", ".join(names[person] for person in here), f"{len(here)} here"
    yield (named or "nobody else here") + (f" ({', '.join(coming)} coming)" if coming else "")
    yield (named or "nobody else here") + (f" ({len(coming)} coming)" if coming else "")
    yield number + (f", {len(coming)} coming" if coming else "")


def _changes(sight: Sight) -> Iterator[str]:
    for attempt in sight.board.open_changes:
        yield f"{attempt.id} {attempt.change} {_standing(attempt)}"


def _standing(attempt: Attempt) -> str:
    if attempt.hangs:
        return "HANGS"
    if attempt.done is None:
        return "under way" if attempt.started is not None else "ordered"
    watched = any(watch.fact is None for watch in attempt.verifications)
    return "being watched" if watched else "NOT VERIFIED"
