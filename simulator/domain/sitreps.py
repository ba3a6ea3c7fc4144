"""Situation reports: who there is to hear them, how old one may get, and which of them count."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import HOUR
from simulator.domain.entry import Entry, about
from simulator.domain.fact import CommandHanded, CommandOffered, Joined, Left, SitrepGiven
from simulator.domain.organisation import Organisation
from simulator.domain.report_words import says_something

ROOM = 2
"""With so many others on the call there is a room to speak to."""
LONG = 2 * HOUR
"""An incident of so long is a long one (PD-EXT): the call is told less often from then on."""
COMES_AND_GOES: frozenset[type] = frozenset({Joined, Left})
"""What makes a room, or ends it."""
REPORTS: frozenset[type] = frozenset({SitrepGiven, CommandHanded, CommandOffered})
"""What tells which reports count."""
Wrong: TypeAlias = Literal["", "same", "empty", "soon"]


class Report(NamedTuple):
    """A situation report, what is wrong with it if it counts for nothing, and how long after the last one.

    The last one is the last that counted.
    """

    entry: Entry
    wrong: Wrong = ""
    after: int = 0


class Room(NamedTuple):
    """A stretch of time in which there was a room to speak to; `until` is None while there is."""

    since: int
    until: int | None


def every(doctrine: Doctrine, at: int, declared: int, relieved: int | None) -> float:
    """How old a report may get from a second on: older once customers are well, and in a long incident."""
    slow = at >= declared + LONG or (relieved is not None and at >= relieved)
    return doctrine.threshold("sitrep later every" if slow else "sitrep every")


def rooms(seen: Sequence[Entry]) -> Iterator[Room]:
    """The stretches in which at least `ROOM` people were on the call."""
    here, since = set[str](), None
    for entry in about(seen, COMES_AND_GOES):
        match entry.fact:
            case Joined(person=person):
                here.add(person)
            case Left(person=person):
                here.discard(person)
            case _:
                pass
        if len(here) >= ROOM and since is None:
            since = entry.at
        elif len(here) < ROOM and since is not None:
            yield Room(since, entry.at)
            since = None
    if since is not None:
        yield Room(since, None)


def reports(seen: Sequence[Entry], company: Organisation, doctrine: Doctrine) -> Iterator[Report]:
    """Every situation report; the last that counted is what the next is held against."""
    lines = about(seen, REPORTS)
    handing = [entry.at for entry in lines if not isinstance(entry.fact, SitrepGiven)]
    again, brief = (doctrine.threshold(name) for name in ("sitrep again after", "brief within"))
    before: Entry | None = None
    for entry in lines:
        if not isinstance(entry.fact, SitrepGiven):
            continue
        after = 0 if before is None else entry.at - before.at
        hands = any(entry.at <= at <= entry.at + brief for at in handing)
        if before is not None and _words(before) == _words(entry):
            yield Report(entry, "same", after)
        elif not says_something(company, entry.fact.text):
            yield Report(entry, "empty", after)
        elif before is not None and after < again and not hands:
            yield Report(entry, "soon", after)
        else:
            yield Report(entry, "", after)
            before = entry


def _words(report: Entry) -> list[str]:
    return report.fact.text.casefold().split() if isinstance(report.fact, SitrepGiven) else []
