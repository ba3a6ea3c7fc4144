"""Whose hands are free for the best change: what nobody can begin is no choice yet, but waited for.

A change that is being made, or undone, holds whoever makes it, and so does a watch, which one change at a
time asks for. A look, a check or a preparation can be dropped at any second and holds nobody. What is found
out while one waits takes no time, so that only another change may be better than waiting.
"""

from collections.abc import Iterator

from simulator.domain.duration import MINUTE
from simulator.domain.fact import TaskKind
from simulator.domain.value import Value, replace
from simulator.scoring.case import Case
from simulator.scoring.outlook import Outlook
from simulator.scoring.pieces import Piece, work_of
from simulator.scoring.vain import nothing_for_it
from simulator.scoring.weighing import Decision, Option, option

HOLDS: tuple[TaskKind, ...] = ("change", "verify", "revert")
"""Work that is not dropped for something else."""

A_LITTLE = 1.0
"""Customer-minutes by which waiting is better than a change that nothing spoke for, though both only pass the
time."""


class Held(Value):
    """What holds whoever will be free first, and for how many seconds that was expected to last."""

    by: Piece
    seconds: float


def beginnable(case: Case, seen: Outlook, order: Decision) -> Decision:
    """An order beside the best choice that somebody could begin then, or that is worth waiting for.

    To wait costs what is lost meanwhile, as likely as it goes on.
    """
    best = order.best
    held = _held(case, order, best.name) if best.kind == "change" and order.regret else None
    if held is None:
        return order
    lost = held.seconds / MINUTE * seen.rate * seen.advice.failing
    awaited = replace(best, cost=best.cost + lost, seconds=best.seconds + round(held.seconds))
    awaited = replace(awaited, after=_named(held.by))
    found = min((awaited, *_at_once(case, seen, order)), key=lambda one: one.cost)
    if nothing_for_it(order.chosen):
        found = replace(found, cost=min(found.cost, order.chosen.cost - A_LITTLE))
    elif found.cost >= order.chosen.cost:
        found = order.chosen
    return replace(order, best=found, regret=order.chosen.cost - found.cost)


def _at_once(case: Case, seen: Outlook, order: Decision) -> Iterator[Option]:
    """The best of the changes that somebody with free hands could begin."""
    changes = [(kind, name) for kind, name in seen.advice.useful if kind == "change"]
    ready = [(kind, name) for kind, name in changes if _held(case, order, name) is None]
    return (option(case, seen, choice) for choice in seen.advice.first(1, ready))


def _held(case: Case, order: Decision, name: str) -> Held | None:
    """What is waited for where all who are there and could make a change have their hands full, else None.

    Where nobody who could is there, somebody is paged, and nothing is waited for.
    """
    place = case.organisation.runbook[name].on
    able = [person for person in sorted(case.present(order.before)) if case.can_work(person, place)]
    held = [_holding(case, person, order) for person in able]
    full = [one for one in held if one is not None]
    return min(full, key=lambda one: one.seconds) if full and len(full) == len(held) else None


def _holding(case: Case, person: str, order: Decision) -> Held | None:
    """What somebody had in hand at that second that they do not drop."""
    at = order.at
    work = (one for one in work_of(case).get(person, ()) if one.what in HOLDS and one.entry < order.before)
    pieces = (one for one in work if one.started is not None and one.started <= at and one.open(at))
    return next((Held(one, _left(case, one, at)) for one in pieces), None)


def _left(case: Case, piece: Piece, at: int) -> float:
    """Seconds that a piece of work was expected still to take."""
    change = case.organisation.runbook.get(piece.subject)
    if piece.what == "verify" or change is None:
        takes = float(piece.within)
    else:
        takes = change.mean if piece.what == "change" else float(change.undo or 0)
    return max(0.0, piece.begins + takes - at)


def _named(piece: Piece) -> str:
    """`'restart app'`, or `the watch of 'restart app'`."""
    deeds = {"verify": "the watch of ", "revert": "the undoing of "}
    return f"{deeds.get(piece.what, '')}'{piece.subject}'"
