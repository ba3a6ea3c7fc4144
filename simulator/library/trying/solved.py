"""Solvability: for each cause, who brought the impact to an end, and how often."""

from collections.abc import Mapping

from simulator.domain.origin import Origin
from simulator.domain.value import Value
from simulator.library.trying.lingering import Lingering, lingering
from simulator.library.trying.sweep import Sweep

BOOK = "by-the-book"


class CauseSolved(Value):
    """One cause: for each player, in how many of how many plays the impact ended within the limit.

    `solvable` asks of the player that goes by the book, or of anyone when that was never played; it is None
    when no seed drew the cause. `lingers` is whether it stayed though it was cured.
    """

    cause: str
    origin: Origin
    weight: float
    solved: Mapping[str, tuple[int, int]]
    solvable: bool | None
    lingers: Lingering


def solve(swept: Sweep) -> tuple[CauseSolved, ...]:
    """Each cause with who solved it. Plays beyond the players' own seeds count for the book, too."""
    scenario = swept.outage.scenario
    return tuple(
        _cause(swept, cause.name, cause.origin, scenario.prior[cause.name])
        for cause in scenario.causes.values()
    )


def _cause(swept: Sweep, cause: str, origin: Origin, weight: float) -> CauseSolved:
    drawn = [tried for tried in swept.all if tried.cause == cause]
    names = dict.fromkeys((*swept.players, *(tried.player for tried in drawn)))
    solved = {
        name: (
            sum(tried.over is not None for tried in drawn if tried.player == name),
            sum(tried.player == name for tried in drawn),
        )
        for name in names
    }
    book, of = solved.get(BOOK, (0, 0))
    anyone = any(times for times, _ in solved.values())
    solvable = (bool(book) if of else anyone) if drawn else None
    return CauseSolved(cause, origin, weight, solved, solvable, lingering(drawn))
