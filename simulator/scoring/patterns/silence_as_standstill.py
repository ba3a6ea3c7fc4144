"""Silence read as standstill: nobody has agreed when to report, so it is the quiet that brings the question.

Leads to: who works quietly is interrupted, and who is stuck is found out late.

Instead: give every look a time-box. Then silence before its end means that somebody works.

Source: PD-AP; X8

Seen:
    0:03:00 declared severity=P1 commander=you
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=0
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=ana
    0:14:00 answered person=ana topic=progress says="I read the lock table." sure=0.5

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=8m
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=ana
    0:14:00 answered person=ana topic=progress says="I read the lock table." sure=0.5
"""

from collections.abc import Iterator

from simulator.domain.entry import Entry
from simulator.domain.fact import TECHNICAL
from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, sighting
from simulator.scoring.pieces import Piece, asked_for_progress, work_of
from simulator.scoring.rules.time_boxes import asked_too_soon
from simulator.scoring.words import clock, minutes

NAME = "silence-as-standstill"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each question that nothing but the quiet had brought; too early ones are another pattern."""
    early = {answer.number for _, answer, _, _ in asked_too_soon(case)}
    for at, answer, person in () if case.records.real else asked_for_progress(case):
        piece = _endless(case, person, at)
        if piece is not None and answer.number not in early:
            yield _sighted(piece, at, answer)


def _endless(case: Case, person: str, at: int) -> Piece | None:
    """What they had in hand, if no end of it was ever agreed on."""
    work = [one for one in work_of(case).get(person, ()) if one.what in TECHNICAL and one.asked]
    hands = [one for one in work if one.what == "investigate" and one.open(at)]
    return hands[0] if hands and not any(one.within for one in hands) else None


def _sighted(piece: Piece, at: int, answer: Entry) -> Sighting:
    waited = minutes(at - piece.begins)
    summary = (
        f"After {waited} of quiet it was asked at {clock(at)} how the look at '{piece.subject}' went, "
        "which had no time-box."
    )
    return sighting(NAME, at, summary, piece.entry, answer.number)
