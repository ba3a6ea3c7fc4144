"""Pieces of work as the seat saw them: who was asked by name, who took it up, from when to when."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import (
    TECHNICAL,
    Answered,
    ChangePrepared,
    ClueFound,
    Commanded,
    CommandHanded,
    Declared,
    HazardChecked,
    NotKnown,
    TaskEnded,
    TaskGiven,
    TaskKind,
    TaskStarted,
    Withdrawn,
)
from simulator.domain.seats import COMMANDER
from simulator.domain.value import Value, replace
from simulator.scoring.case import Case
from simulator.scoring.sighted import once

SLIP = 2 * MINUTE
"""Work without a time-box that is taken back within this time was a slip of the tongue (assumption)."""
COMES = (Answered, ChangePrepared, ClueFound, HazardChecked, NotKnown)
"""Kinds of line that can be what came of a piece of work."""
YOU = "you"
"""How a timeline calls whoever sits in the commander's seat."""


class Piece(Value):
    """A piece of work. `named` is whom it was given to, empty for nobody; `owner` who has it in hand.

    `within` 0 is no time-box; `because` is the line of the words that gave it. Seconds are None until they
    happen. What was not `asked` for somebody took up of their own accord. `withdrawn` is when it was taken
    back before anything came of it.
    """

    task: str
    what: TaskKind
    subject: str
    named: str
    owner: str
    within: int
    given: int
    entry: int
    because: int
    started: int | None = None
    ended: int | None = None
    asked: bool = True
    withdrawn: int | None = None

    @property
    def begins(self) -> int:
        """The second from which its time-box runs."""
        return self.given if self.started is None else self.started

    def open(self, at: int) -> bool:
        """Whether it had been given out and had not ended at a second."""
        return self.given <= at and (self.ended is None or at < self.ended)

    @property
    def called_off(self) -> bool:
        """Whether it was taken back before its time was up and before anything came of it: no work was done.

        Whoever comes back at the end of a time-box and calls it off has led it to its end.
        """
        return self.withdrawn is not None and self.withdrawn < self.begins + (self.within or SLIP)


@once
def pieces(case: Case) -> tuple[Piece, ...]:
    """Every piece of work, in the order in which they were given out or taken up."""
    known: dict[str, Piece] = {}
    fruitful: set[str] = set()
    for entry in case.seen:
        if isinstance(entry.fact, COMES):
            fruitful.update(one.task for one in known.values() if _comes_of(one, entry))
        match entry.fact:
            case TaskGiven(task, what, subject, owner, within):
                known[task] = Piece(
                    task, what, subject, owner, owner, within, entry.at, entry.number, entry.because
                )
            case TaskStarted(task, what, subject, owner):
                given = known.get(task) or _unasked(entry, entry.fact)
                known[task] = replace(given, owner=owner, started=entry.at)
            case Withdrawn(task, by=by) if by and task in known and task not in fruitful:
                known[task] = replace(known[task], withdrawn=entry.at)
            case TaskEnded(task) if task in known:
                known[task] = replace(known[task], ended=entry.at)
    return tuple(known.values())


def _comes_of(piece: Piece, entry: Entry) -> bool:
    """Whether a line is what came of a piece of work, or its owner's word on how it goes."""
    match entry.fact:
        case ClueFound(person=person, place=about) | NotKnown(person=person, place=about):
            return (person, about) == (piece.owner, piece.subject)
        case HazardChecked(change=about) | ChangePrepared(change=about):
            return about == piece.subject
        case Answered(person=person):
            return person == piece.owner
        case _:
            return False


def _unasked(entry: Entry, fact: TaskStarted) -> Piece:
    """Work that somebody took up without its being given out."""
    owner, line = fact.owner, entry.number
    return Piece(
        fact.task, fact.what, fact.subject, owner, owner, 0, entry.at, line, entry.because, asked=False
    )


def technical(case: Case) -> Iterator[Piece]:
    """Work on the systems that was given out."""
    return (piece for piece in pieces(case) if piece.what in TECHNICAL and piece.asked)


@once
def work_of(case: Case) -> Mapping[str, tuple[Piece, ...]]:
    """The work of each person, in order."""
    held: dict[str, list[Piece]] = {}
    for piece in pieces(case):
        held.setdefault(piece.owner, []).append(piece)
    return {person: tuple(work) for person, work in held.items()}


@once
def asked_for_progress(case: Case) -> tuple[tuple[int, Entry, str], ...]:
    """Every question for progress that was answered: the second it was asked, the answer, who answered."""
    return tuple(sorted(_asked_for_progress(case), key=lambda asked: (asked[0], asked[1].number)))


def _asked_for_progress(case: Case) -> Iterator[tuple[int, Entry, str]]:
    spoken = {entry.number: entry.at for entry, _ in each(case.entries, Commanded)}
    for entry, answer in each(case.seen, Answered):
        if answer.topic == "progress":
            yield spoken.get(entry.because, entry.at), entry, answer.person


def in_command(case: Case, before: int) -> frozenset[str]:
    """By which names whoever led before a line is known."""
    lines, names = _leaders(case)
    index = bisect_left(lines, before) - 1
    return frozenset((COMMANDER, YOU)) if index < 0 else names[index]


@once
def _leaders(case: Case) -> tuple[tuple[int, ...], tuple[frozenset[str], ...]]:
    """The lines on which somebody began to lead, and by which names they are known."""
    lines, names = list[int](), list[frozenset[str]]()
    for entry in case.seen:
        match entry.fact:
            case Declared(commander=leads) | CommandHanded(person=leads):
                lines.append(entry.number)
                names.append(frozenset((COMMANDER, YOU, leads)) - {""})
    return tuple(lines), tuple(names)
