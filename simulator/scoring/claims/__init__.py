"""Every claim of every update, each held against the ledger. One file is one kind of claim."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from simulator.domain.value import replace
from simulator.scoring.beside_the_point import beside_the_point
from simulator.scoring.case import Case
from simulator.scoring.claims.cause import cause
from simulator.scoring.claims.claim import Claim, Told, Verdict, What
from simulator.scoring.claims.data import data
from simulator.scoring.claims.extent import extent
from simulator.scoring.claims.recovery_time import answered, recovery_time
from simulator.scoring.claims.scope import scope
from simulator.scoring.claims.standing import standing
from simulator.scoring.claims.state import state
from simulator.scoring.claims.workaround import workaround

__all__ = ["Claim", "Told", "Verdict", "What", "claims_of", "told_of"]

NOT_READ = "the words beside it have nothing to do with this incident, and nobody reads on"
_KINDS: tuple[Callable[[Case, Told], Claim | None], ...] = (
    state,
    scope,
    extent,
    cause,
    recovery_time,
    workaround,
    data,
)


@lru_cache(maxsize=8)
def claims_of(case: Case) -> tuple[Claim, ...]:
    """Every claim, in the order in which it was made."""
    made = (_credited(case, told, kind(case, told)) for told in told_of(case) for kind in _KINDS)
    found = [*(one for one in made if one is not None), *answered(case), *standing(case)]
    return tuple(sorted(found, key=lambda one: one.entry))


def _credited(case: Case, told: Told, made: Claim | None) -> Claim | None:
    """A claim as it counts: what is right beside words that are about nothing is read by nobody."""
    update = told.sent.fact.update
    if made is None or not made.earned or not beside_the_point(case, update):
        return made
    return replace(made, verdict="not checked", earned=None, because=NOT_READ)


def told_of(case: Case) -> Iterator[Told]:
    """Every update, with those before and after it to the same audience."""
    for sent in case.updates.values():
        for index, one in enumerate(sent):
            yield Told(one, sent[index - 1] if index else None, sent[index + 1 :])
