"""The commander commands: whoever leads does no technical work with their own hands.

Half is lost once the commander makes a look, a watch or a change of their own, and the rest with the time
that it takes, up to `hands on at most`. It earns in full when there was technical work and others did all
that was not excused. A glance at the gauges is no work.

Why: who reads a log does not lead; check-ins are missed, and nobody sees the whole (PD-IC, PD-AP; B6, X1).
Whoever alone can do it hands over command first.

Exception: a real timeline does not tell whose hands were the commander's. Until somebody has joined, a
look by oneself is all there is. Where the commander may direct the diagnosis (Intercom's commander is the
technical lead too), a look is excused as long as nobody on the call was free to take it. Where the
commander may touch production, the same holds for changes.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=ana
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=10m
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=ana
    0:12:00 task-ended task=t1 what=investigate subject=db-shards owner=ana

Fail:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=ana
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=commander within=0
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=commander
    0:14:00 task-ended task=t1 what=investigate subject=db-shards owner=commander
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.fact import LOOKS
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.pieces import Piece, in_command, technical, work_of
from simulator.scoring.words import clock, listed, minutes

NAME = "commander-commands"
AXIS: Axis = "command"
TOUCHED = 0.5
"""What a first moment of it leaves (assumption)."""
DIAGNOSIS = (*LOOKS, "verify")
SWITCHES = {"looks": "commander may direct diagnosis", "changes": "commander may touch production"}


class Deed(Value):
    """Something that the commander did by hand: what, from when, for how long, and the line of it."""

    what: str
    at: int
    seconds: int
    entry: int


def marks(case: Case) -> Iterator[Mark]:
    """One mark for the incident, once there was technical work."""
    work = [piece for piece in technical(case) if piece.what != "change"]
    if case.records.real or not (work or case.attempts):
        return
    deeds = sorted((*_looks(case, work), *_changes(case)), key=lambda deed: deed.entry)
    lines = tuple(_of_others(case, work))
    if not deeds and lines:
        what = f"{len(lines)} pieces" if len(lines) > 1 else "one piece"
        summary = f"The commander led, and left the technical work to others: {what} of it."
        yield Mark(NAME, AXIS, 1.0, 1.0, summary, cited(*lines), min(_since(case, lines)))
    if not deeds:
        return
    spent = sum(deed.seconds for deed in deeds)
    earned = TOUCHED * falling(spent, 0, case.doctrine.threshold("hands on at most"))
    what = listed(f"{deed.what} at {clock(deed.at)}" for deed in deeds[:3])
    summary = f"The commander spent {minutes(spent)} on {what}; meanwhile nobody led."
    yield Mark(NAME, AXIS, earned, 1.0, summary, cited(*(deed.entry for deed in deeds)), deeds[0].at)


def _of_others(case: Case, work: list[Piece]) -> Iterator[int]:
    """The lines on which technical work was given to somebody else than whoever was in command."""
    given = (*((one.entry, one.owner) for one in work), *((one.order, one.owner) for one in case.attempts))
    return (line for line, owner in given if owner not in in_command(case, line))


def _since(case: Case, lines: tuple[int, ...]) -> Iterator[int]:
    wanted = frozenset(lines)
    return (entry.at for entry in case.seen if entry.number in wanted)


def _looks(case: Case, work: list[Piece]) -> Iterator[Deed]:
    """Looks, watches and the like in the commander's own hands that nothing excuses."""
    for piece in work:
        own = piece.owner in in_command(case, piece.entry)
        kind = "looks" if piece.what in DIAGNOSIS else "changes"
        if own and not _excused(case, kind, piece.subject, piece.given, piece.entry):
            until = min(case.over if piece.ended is None else piece.ended, case.over)
            spent = max(0, until - piece.begins)
            yield Deed(f"'{piece.subject}'", piece.given, spent, piece.entry)


def _changes(case: Case) -> Iterator[Deed]:
    """Changes that the commander made."""
    for attempt in case.started:
        own = attempt.owner in in_command(case, attempt.order)
        if own and not _excused(case, "changes", attempt.change, attempt.ordered, attempt.order):
            ended = attempt.hung or attempt.done or attempt.failed or case.over
            spent = max(0, ended - attempt.began)
            yield Deed(f"'{attempt.change}'", attempt.ordered, spent, attempt.order)


def _excused(case: Case, kind: str, subject: str, at: int, line: int) -> bool:
    """Whether there was nobody else: on the call at all, or free, where the doctrine leaves that room."""
    here = case.present(line) - in_command(case, line)
    may = case.doctrine.switches[SWITCHES[kind]]
    if kind == "changes" and not may:
        return False
    change = case.organisation.runbook.get(subject)
    place = change.on if change else subject
    able = [person for person in here if case.can_work(person, place)]
    return all(_busy(case, person, at, line) for person in able) if may else not here


def _busy(case: Case, person: str, at: int, line: int) -> bool:
    return any(one.open(at) and one.entry < line for one in work_of(case).get(person, ()))
