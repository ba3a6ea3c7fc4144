"""Workstreams: who belongs to each, from when to when, and whether any work was done in it."""

from collections.abc import Mapping

from simulator.domain.entry import Entry, each
from simulator.domain.fact import ChangeOrdered, Commanded, WorkstreamClosed, WorkstreamOpened
from simulator.domain.organisation import Organisation
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.pieces import Piece, pieces
from simulator.scoring.sighted import once


class Stream(Value):
    """A workstream with its line, and the second from which it is closed.

    `people` are its leader, those of the leader's team who lead none of their own meanwhile, and whoever was
    given work in it. It is `empty` when none of them had any work while it was open: then it leads nobody. It
    is `left` when it was still open at the end of its time-box, and none of them had had any work by then.
    """

    name: str
    leader: str
    scope: str
    since: int
    until: int
    entry: int
    people: frozenset[str]
    empty: bool
    left: bool


@once
def streams(case: Case) -> tuple[Stream, ...]:
    """Every workstream, in the order in which they were opened."""
    return tuple(_stream(case, entry, opened) for entry, opened in each(case.seen, WorkstreamOpened))


def _stream(case: Case, entry: Entry, opened: WorkstreamOpened) -> Stream:
    closings = (e.at for e, gone in each(case.seen, WorkstreamClosed) if gone.name == opened.name)
    until = next((at for at in closings if at >= entry.at), case.end + 1)
    said = {e.number: spoken.text.casefold() for e, spoken in each(case.entries, Commanded)}
    there = [piece for piece in pieces(case) if entry.at <= piece.given < until]
    team = team_of(case.organisation, opened.leader) - _leading(case, entry, until)
    people = team | {opened.leader} | _given(there, said, opened.name)
    ends = entry.at + (opened.within or round(case.doctrine.threshold("time box at most")))
    empty = not people & _at_work(case, entry.at, until)
    left = ends < min(until, case.end) and not people & _at_work(case, entry.at, ends)
    return Stream(
        opened.name, opened.leader, opened.scope, entry.at, until, entry.number, people, empty, left
    )


def _at_work(case: Case, since: int, until: int) -> frozenset[str]:
    """Who had work at some second of a stretch."""
    orders = (order.owner for e, order in each(case.seen, ChangeOrdered) if since <= e.at < until)
    return frozenset((*orders, *(one.owner for one in pieces(case) if _overlaps(one, since, until))))


def _leading(case: Case, opened: Entry, until: int) -> frozenset[str]:
    """Who was given another workstream to lead while one was open, or before; one leads one at a time."""
    others = each(case.seen, WorkstreamOpened)
    return frozenset(fact.leader for e, fact in others if e.number != opened.number and e.at < until)


def _given(work: list[Piece], said: Mapping[int, str], name: str) -> frozenset[str]:
    return frozenset(one.owner for one in work if one.owner and speaks_of(said.get(one.because, ""), name))


def _overlaps(piece: Piece, since: int, until: int) -> bool:
    return piece.given < until and (piece.ended is None or piece.ended > since)


def team_of(organisation: Organisation, leader: str) -> frozenset[str]:
    """A leader with everybody of their team."""
    people = organisation.people
    team = people[leader].team if leader in people else ""
    return frozenset((leader, *(one for one in people if team and people[one].team == team)))


def speaks_of(words: str, stream: str) -> bool:
    """Whether words, in small letters, name a workstream."""
    return "workstream" in words and stream.casefold() in words
