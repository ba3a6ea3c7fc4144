"""What was decided well, and what badly, by what could be known: nobody is praised for what was an error."""

from collections.abc import Iterator, Sequence

from simulator.debrief.decided import FAULTS, DecisionLine
from simulator.domain.entry import each
from simulator.domain.fact import HazardChecked, NotKnown
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.pieces import Piece, pieces
from simulator.scoring.rules import one_change_at_a_time
from simulator.scoring.weighing import NEXT_TO_NOTHING, Decision

MERITS = ("best", "good")
"""The classes of what was a merit; where most choices were as good, none was."""
ASKED = ("look", "check")
"""Choices that somebody has to take up."""


class Merits(Value):
    """The lines of the best choices, what was ordered before what was looked at, and the lines of errors."""

    best: tuple[tuple[int, ...], ...]
    errors: frozenset[int]


def merits_of(
    case: Case, decided: Sequence[Decision], lines: Sequence[DecisionLine], marks: Sequence[Mark] = ()
) -> Merits:
    """The merits and errors of a play; whoever waited too long gave no order that could be praised.

    An order that lost a mark of its sequence is an error, however well it was chosen.
    """
    judged = {line.entries: line.judged for line in lines}
    lost = [mark for mark in marks if mark.earned == 0]
    badly = [one for one in decided if judged.get(one.entries) in FAULTS and one.chosen.kind != "wait"]
    errors = frozenset((*(one.entries[0] for one in badly), *_out_of_sequence(case, lost)))
    well = [one for one in decided if judged.get(one.entries) in MERITS and _praiseworthy(case, one, lost)]
    in_turn = sorted(well, key=lambda one: (one.chosen.kind != "change", -one.times * one.chosen.cost))
    return Merits(tuple(one.entries for one in in_turn if one.entries[0] not in errors), errors)


def _out_of_sequence(case: Case, lost: Sequence[Mark]) -> Iterator[int]:
    """The orders that lost a mark of their sequence: of two changes at once it is the later one."""
    for mark in lost:
        if mark.axis == "sequencing":
            for attempt in case.attempts:
                later = mark.rule != one_change_at_a_time.NAME or mark.at == attempt.began
                if attempt.order in mark.evidence and later:
                    yield attempt.order


def _praiseworthy(case: Case, one: Decision, lost: Sequence[Mark]) -> bool:
    """Whether a sound choice gave nothing away that would be told with it, and came to something."""
    if one.share > NEXT_TO_NOTHING:
        return False
    return one.chosen.kind not in ASKED or _worth_asking(case, one, lost)


def _a_stranger(case: Case, piece: Piece) -> bool:
    """Whether who took a look up said that they do not know the place."""
    said = (fact for entry, fact in each(case.seen, NotKnown) if entry.number > piece.entry)
    return any((f.person, f.place, f.longer) == (piece.owner, piece.subject, False) for f in said)


def _worth_asking(case: Case, one: Decision, lost: Sequence[Mark]) -> bool:
    """Whether a look or pre-check was well asked for, was taken up, and its answer was not known before.

    A look by somebody who does not know the place can tell nothing.
    """
    line = one.entries[0]
    if any(line in mark.evidence for mark in lost):
        return False
    asked = [piece for piece in pieces(case) if piece.entry == line]
    if asked and all(piece.started is None or _a_stranger(case, piece) for piece in asked):
        return False
    told = (e.number for e, fact in each(case.seen, HazardChecked) if fact.change == one.chosen.name)
    return one.chosen.kind != "check" or all(number > line for number in told)
