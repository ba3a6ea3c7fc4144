"""When the people on the call are owed the next situation report."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from simulator.domain.doctrine import Doctrine
from simulator.domain.entry import Entry, gathered
from simulator.domain.organisation import Organisation
from simulator.domain.sitreps import COMES_AND_GOES, LONG, REPORTS, every, reports, rooms
from simulator.exercise.sight import Sight


def sitrep_due(sight: Sight, ahead: int = 0) -> int | None:
    """When the next situation report is due, or so long before; None while there is no room to speak to.

    It is never later than the marks have it. A report that they call noise does not count here either: it is
    still owed.
    """
    room, declared = gathered(sight.seen, COMES_AND_GOES, _room), sight.board.declared
    if declared is None or room is None:
        return None
    counted = gathered(sight.seen, REPORTS, _last_counted(sight.organisation, sight.doctrine))
    return max(declared, room, counted) + round(sitrep_every(sight)) - ahead


def sitrep_every(sight: Sight) -> float:
    """The seconds that a situation report given now may get old."""
    board = sight.board
    declared = sight.now if board.declared is None else board.declared
    return every(sight.doctrine, sight.now, declared, board.mitigated)


def is_long(sight: Sight) -> bool:
    """Whether the incident is a long one by now."""
    return sight.now - (sight.board.declared or 0) >= LONG


def _room(lines: Sequence[Entry]) -> int | None:
    """Since when there has been a room to speak to; None while there is none."""
    return next((room.since for room in rooms(lines) if room.until is None), None)


@lru_cache(maxsize=32)
def _last_counted(company: Organisation, doctrine: Doctrine) -> Callable[[Sequence[Entry]], int]:
    """What tells when the last report was given that counted: the same thing each time it is asked for."""
    return partial(_counted, company, doctrine)


def _counted(company: Organisation, doctrine: Doctrine, lines: Sequence[Entry]) -> int:
    given = reports(lines, company, doctrine)
    return max((report.entry.at for report in given if not report.wrong), default=0)
