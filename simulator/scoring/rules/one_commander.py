"""One commander: who leads is said before work is given out, and it stays one person until it is handed over.

Command is taken, by declaring, before the first piece of work is given out; later earns less, and nothing
ten minutes on, or when nobody ever does. Each break of the line loses besides: the commander leaves while
customers are failing; somebody is called commander without a hand-over that they acknowledged; command
passes on again within `command at least`.

Why: everybody reports to one leader, who is known by name (PD-IC; B1, B2). Command that is assumed to have
passed leaves two leaders or none (SRE14; X21), and passing it round to be rid of it is no relief (G15).

Exception: a real timeline, where command is often taken off the record; work in the first two minutes,
which is as long as it takes to say who leads. A hand-over that was offered and not accepted changes
nothing.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:06:00 task-given task=t1 what=investigate subject=app owner=bo within=10m

Fail:
    0:05:00 joined person=bo
    0:06:00 task-given task=t1 what=investigate subject=app owner=bo within=10m
    0:22:00 declared severity=P1 commander=you
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import CommandHanded, CommandLeft, RoleAssigned
from simulator.domain.seats import COMMANDER
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.pieces import in_command, technical
from simulator.scoring.words import clock, minutes

NAME = "one-commander"
AXIS: Axis = "command"
SAYING, NOTHING_AT = 2 * MINUTE, 10 * MINUTE
"""Work without a commander for the first is nothing, for the second all (assumption)."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for how command was taken, and one for each break of it."""
    if case.records.real:
        return
    lines = [(piece.entry, piece.given) for piece in technical(case)]
    lines += [(attempt.order, attempt.ordered) for attempt in case.attempts]
    if lines:
        yield _taken(case, *min(lines))
    elif case.declared is None:
        yield from _never(case)
    yield from breaks(case)
    yield from _passed_round(case)


def breaks(case: Case) -> Iterator[Mark]:
    """A mark for each time from which nobody led, or two did."""
    for entry, left in each(case.seen, CommandLeft):
        if case.affected(entry.at):
            yield _broken(entry, f"{_who(left.person)} left while customers were still failing")
    yield from _called(case)


def _taken(case: Case, line: int, at: int) -> Mark:
    declared = case.declared
    if declared is None:
        summary = f"Work was given out from {clock(at)} on, and nobody ever took command."
        return Mark(NAME, AXIS, 0.0, 1.0, summary, (line,), at)
    without = max(0, declared.at - at)
    earned = falling(without, SAYING, NOTHING_AT)
    summary = f"Command was taken at {clock(declared.at)}, before the first piece of work was given out."
    if without:
        summary = f"Work was given out for {minutes(without)} before anybody took command."
    return Mark(NAME, AXIS, earned, 1.0, summary, cited(line, declared.number), declared.at)


def _never(case: Case) -> Iterator[Mark]:
    """Nobody did anything, though customers were known to be failing long after somebody had to lead."""
    due = case.declaration_due
    if due is not None and case.trouble is not None and case.affected(due + NOTHING_AT):
        summary = f"Nobody ever took command, with customers still failing at {clock(due + NOTHING_AT)}."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (case.trouble.number,), due + NOTHING_AT)


def _called(case: Case) -> Iterator[Mark]:
    """Whoever is given the role of commander as if it were any other."""
    for entry, given in each(case.seen, RoleAssigned):
        if given.role == COMMANDER and given.person not in in_command(case, entry.number):
            yield _broken(entry, "Somebody was called commander without being handed command: two lead now")


def _passed_round(case: Case) -> Iterator[Mark]:
    least = case.doctrine.threshold("command at least")
    before: Entry | None = None
    for entry, _ in each(case.seen, CommandHanded):
        if before is not None and entry.at - before.at < least and entry.at <= case.over:
            held = minutes(entry.at - before.at)
            yield _broken(entry, f"Command was passed on again after only {held}", before.number)
        before = entry


def _broken(entry: Entry, what: str, *more: int) -> Mark:
    summary = f"{what} ({clock(entry.at)})."
    return Mark(NAME, AXIS, 0.0, 1.0, summary, cited(*more, entry.number), entry.at)


def _who(person: str) -> str:
    return "The commander" if person == COMMANDER else person.capitalize()
