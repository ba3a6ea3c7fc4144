"""One change in the making or made, and how much of it a small first form does."""

from collections.abc import Iterable
from dataclasses import dataclass

from simpy import Event

from simulator.domain.entry import ROOM, TRUTH
from simulator.domain.organisation import Change
from simulator.domain.scenario import Effect
from simulator.domain.value import replace
from simulator.world.tasks import Task

STAGED_TIME, STAGED_SHARE = 0.5, 0.25
"""A staged form takes half the time and acts on about a quarter (assumptions)."""


@dataclass(slots=True)
class Made:
    """One change in the making or made.

    `local` is the share of the trouble gone where a staged form acts; `early` is one that is in place and
    works as soon as what it needs is, too.
    """

    id: str
    change: Change
    staged: bool
    done: Event
    owner: str = ""
    started: int = -1
    acted: int = -1
    relapsed: int = -1
    finished: bool = False
    undoing: Task | None = None
    undone: bool = False
    worked: bool = False
    early: bool = False
    told: bool = False
    local: float = 0.0
    task: Task | None = None
    objection: Event | None = None
    off: bool = False
    hung: bool = False

    @property
    def held(self) -> bool:
        """Whether whoever was told to make it has objected, and waits for another word."""
        return self.objection is not None and not self.objection.triggered and not self.undone

    @property
    def quiet(self) -> bool:
        """Whether somebody makes it unasked and has not said so yet."""
        return self.task is not None and self.task.quiet

    @property
    def seen(self) -> str:
        """Who may see it under way."""
        return TRUTH if self.quiet else ROOM

    @property
    def idle(self) -> bool:
        """Whether it was ordered and nobody has taken it up."""
        return self.task is not None and not self.task.holder and not self.undone


def sized(effects: Iterable[Effect], staged: bool) -> list[Effect]:
    """The effects of a change, or of its small first form."""
    return [replace(each, amount=_small(each)) for each in effects] if staged else list(effects)


def _small(effect: Effect) -> float:
    """A share of what the whole form does; as slow as usual is a factor of 1."""
    if effect.kind == "slow":
        return 1 + (effect.amount - 1) * STAGED_SHARE
    return effect.amount * STAGED_SHARE
