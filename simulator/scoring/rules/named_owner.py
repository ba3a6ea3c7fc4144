"""Named owner: every piece of work is given to somebody by name, not to whoever hears it.

Each look, check, change, watch, preparation and undoing that is given out earns when there is a name on
it, or a workstream, whose leader chooses. Without one it earns nothing, also if somebody takes it up in
the end: that was luck.

Why: of a call full of people each thinks that another will do it. "Can someone" is how work is lost (PD-
IC; C3, X2).

Exception: a real timeline does not tell how work was given out. What was taken back before anything came of
it was not given out. When only one other person is on the call,
everybody knows who is meant.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:06:00 joined person=ana
    0:07:00 task-given task=t1 what=investigate subject=app owner=bo within=10m

Fail:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:06:00 joined person=ana
    0:07:00 task-given task=t1 what=investigate subject=app owner="" within=10m
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.entry import each
from simulator.domain.fact import ChangeOrdered
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.pieces import technical
from simulator.scoring.words import clock

NAME = "named-owner"
AXIS: Axis = "command"
ALONE = 1
"""With so many others on the call it is clear who is meant."""
DOES = {
    "investigate": "a look at '{}'", "check": "a check of '{}'", "prepare": "the preparation of '{}'",
    "verify": "the watch on '{}'", "revert": "the undoing of '{}'",
}  # fmt: skip


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every piece of work that was given out while several people could have taken it."""
    for at, line, owner, what in () if case.records.real else sorted(_given(case)):
        if owner or len(case.present(line)) > ALONE:
            yield _mark(at, line, owner, what)


def _given(case: Case) -> Iterator[tuple[int, int, str, str]]:
    """Second, line, whose name was on it, and what it was."""
    for piece in technical(case):
        if piece.what != "change" and not piece.called_off:
            yield piece.given, piece.entry, piece.named, DOES[piece.what].format(piece.subject)
    for entry, order in each(case.seen, ChangeOrdered):
        yield entry.at, entry.number, order.owner, f"the order of '{order.change}'"


def _mark(at: int, line: int, owner: str, what: str) -> Mark:
    told = f"At {clock(at)} {what} "
    summary = told + ("was given to one person by name." if owner else "had no name on it.")
    return Mark(NAME, AXIS, 1.0 if owner else 0.0, 1.0, summary, (line,), at)
