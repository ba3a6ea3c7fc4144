"""Running the gauntlet: everyone plays an outage on the same seeds, and is judged."""

from collections.abc import Iterable, Iterator

from simulator.domain.source import Source
from simulator.domain.value import Value
from simulator.exercise.players.flaws import FLAWS
from simulator.library.gauntlet.bout import Bout, Bouts
from simulator.library.gauntlet.cast import Role, cast
from simulator.library.outage import Outage
from simulator.library.trying.attempt import outage_of
from simulator.library.trying.crew import Crew, Told, chunks


class Gauntlet(Value):
    """All bouts of one outage. `doctrines` judged it, the first of them is that of the play."""

    outage: Outage
    doctrines: tuple[str, ...]
    seeds: int
    bouts: tuple[Bout, ...]

    def of(self, player: str) -> tuple[Bout, ...]:
        """The bouts of a player, by seed."""
        return tuple(bout for bout in self.bouts if bout.player == player)

    @property
    def unfit(self) -> frozenset[str]:
        """The flaws that cannot show in this outage."""
        scenario, doctrine = self.outage.scenario, self.outage.doctrine
        return frozenset(flaw.name for flaw in FLAWS if not flaw.fits(scenario, doctrine))


def run_gauntlet(
    outage: Outage,
    others: Iterable[Outage],
    seeds: int,
    jobs: int = 1,
    told: Told = lambda plays: None,
    roles: Iterable[Role] = (),
) -> Gauntlet:
    """Have everyone play an outage on seeds 1 to `seeds`; `others` are the outage under other doctrines.

    Where `roles` are named, only those play.

    Cheats are judged by every doctrine, the others by that of the play.
    """
    judges = (outage.sources, *(other.sources for other in others if other.doctrine.id != outage.doctrine.id))
    doctrines = tuple(outage_of(sources).doctrine.id for sources in judges)  # before the processes part
    with Crew[Bout](jobs, told) as crew:
        bouts = crew.carry_out(_bouts(judges, seeds, tuple(roles) or cast()))
    return Gauntlet(outage, doctrines, seeds, bouts)


def _bouts(judges: tuple[tuple[Source, ...], ...], seeds: int, roles: Iterable[Role]) -> Iterator[Bouts]:
    for role in roles:
        judging = judges if role.part == "cheat" else judges[:1]
        yield from (Bouts(judging, role.player, some) for some in chunks(range(1, seeds + 1)))


def plays(seeds: int) -> int:
    """How many plays a gauntlet of so many seeds has."""
    return len(cast()) * seeds
