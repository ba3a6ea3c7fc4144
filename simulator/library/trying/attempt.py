"""One play of one player, and the small record that is kept of it."""

from collections.abc import Sequence
from functools import lru_cache

from simulator.domain.course import Step, impact, lost_by
from simulator.domain.entry import Register, each
from simulator.domain.fact import CauseDrawn
from simulator.domain.scenario import Scenario
from simulator.domain.source import Source
from simulator.domain.value import Value, replace
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.library.outage import Outage, Written, make
from simulator.library.shelf import named
from simulator.library.trying.aftermath import cured_in_time, overloaded_at_the_end
from simulator.library.trying.reached import reached
from simulator.scoring.case import Case
from simulator.scoring.score import score

ENDED = 0.02
"""With less than this share of all customers failing, the impact has ended (assumption)."""


class Tried(Value):
    """How one play went. `over` is the second from which the impact stayed away, None when it did not.

    `cured` is whether the cause was gone in time for that; `kept` are the services overloaded at the end.
    """

    player: str
    seed: int
    cause: str
    lost: float
    over: int | None
    ended: int
    reached: tuple[str, ...]
    cured: bool = False
    kept: tuple[str, ...] = ()
    axes: tuple[tuple[str, float | None], ...] = ()
    grade: str = ""


class Work(Value):
    """Plays to be made by one process: the outage as text, a player, its seeds and those to be scored."""

    sources: tuple[Source, ...]
    player: str
    seeds: tuple[int, ...]
    scored: int

    def carried_out(self) -> tuple[Tried, ...]:
        """The records of its plays."""
        outage = outage_of(self.sources)
        return tuple(_tried(outage, self.player, seed, seed <= self.scored) for seed in self.seeds)


@lru_cache(maxsize=4)
def outage_of(sources: tuple[Source, ...]) -> Outage:
    """The outage in its texts, made once in each process."""
    texts = {source.kind: Written(source, source.name) for source in sources}
    ids = {named("doctrine", source.text) for source in sources}
    return make(texts["organisation"], texts["doctrine"], texts["scenario"], tuple(sorted(ids)))


def played(outage: Outage, player: str, seed: int) -> Exercise:
    """A player's play of a seed, to its end."""
    return play(outage.exercise(seed), PLAYERS[player](seed))


def _tried(outage: Outage, player: str, seed: int, scored: bool) -> Tried:
    exercise = played(outage, player, seed)
    entries = Register()
    entries.extend(exercise.entries)
    cause = next(fact.cause for _, fact in each(entries, CauseDrawn))
    steps = impact(entries)
    told = Tried(
        player, seed, cause, lost_by(steps, exercise.now), _over_at(outage.scenario, steps), exercise.now,
        reached(outage.scenario, entries), cured_in_time(entries),
        overloaded_at_the_end(entries, outage.scenario.organisation),
    )  # fmt: skip
    return _scored(told, outage, exercise) if scored else told


def _scored(told: Tried, outage: Outage, exercise: Exercise) -> Tried:
    card = score(Case(outage.scenario, outage.doctrine, tuple(exercise.entries)))
    axes = tuple((str(axis.axis), axis.points) for axis in card.axes)
    return replace(told, axes=axes, grade=card.grade or "")


def _over_at(scenario: Scenario, steps: Sequence[Step]) -> int | None:
    """The second from which fewer customers fail than count, to the end; None when they fail at the end."""
    few = ENDED * scenario.organisation.customers
    if steps and steps[-1].ends > few:
        return None
    return max((step.until for step in steps if max(step.begins, step.ends) > few), default=0)
