"""What a judge has to hold to be trusted, and by how much it misses."""

from collections.abc import Iterator, Sequence
from math import sqrt
from statistics import mean, median, stdev

from simulator.domain.doctrine import AXES, Axis
from simulator.domain.value import Value
from simulator.library.gauntlet.cast import BOOK, IDLE, OPTIMUM, RANDOM, cast
from simulator.library.gauntlet.couplings import COUPLINGS
from simulator.library.gauntlet.matrix import Row, matrix, pooled
from simulator.library.gauntlet.running import Gauntlet

OWN = 15
"""A flaw costs at least so many points on its own axis, in the median."""
OTHER = 5
"""And at most so many on any other."""
AT_LEAST = {BOOK: 85, OPTIMUM: 95}
"""What the good ones deserve on every axis, in the median."""
GAMBLES: tuple[Axis, ...] = ("sequencing", "easy fix first")
"""Flaws on these axes are bets on how the outage goes, and now and then they pay."""
SOONER = 0.95
"""What costs less than this share of what it costs with nobody leading was ended sooner (assumption)."""
CLEAR = 2
"""A mean difference counts beyond so many of its standard errors, as is usual."""
NOISE = 30
"""The axis that decides the grade of random words is below this, in the median."""


class Missed(Value):
    """A gate that was not held: whose, on which axis if on one, by how much (points or customer-minutes)."""

    gate: str
    player: str
    by: float
    says: str
    axis: Axis | None = None


def missed(found: Gauntlet) -> tuple[Missed, ...]:
    """Every gate that was missed, in the order of the cast."""
    flaws = (gate for row in matrix(found) if not row.why_not for gate in _flaw(row))
    return (*_good(found), *flaws, *_cheats(found), *_noise(found), *_quickest(found))


def missed_in_all(all_found: Sequence[Gauntlet]) -> tuple[Missed, ...]:
    """The gates of the matrix that are missed by all outages together."""
    return tuple(gate for row in pooled(all_found) if not row.why_not for gate in _flaw(row))


def _flaw(row: Row) -> Iterator[Missed]:
    name, own = row.role.player, row.own
    if own is None or own > -OWN:
        amount = "cannot be seen" if own is None else f"costs {max(0.0, -own):.1f}"
        says = f"{name} {amount} on {row.role.axis}, and {OWN} are asked"
        yield Missed("own axis", name, OWN + (own or 0.0), says, row.role.axis)
    for axis, cost in row.costs.items():
        spared = axis == row.role.axis or (name, axis) in COUPLINGS
        if not spared and cost is not None and cost < -OTHER:
            says = f"{name} costs {-cost:.1f} on {axis} as well, and {OTHER} are tolerated"
            yield Missed("other axes", name, -cost - OTHER, says, axis)


def _good(found: Gauntlet) -> Iterator[Missed]:
    for player, least in AT_LEAST.items():
        for axis, points in medians(found, player).items():
            if points is not None and points < least:
                says = f"{player} reaches {points:.1f} on {axis}, and {least} are asked"
                yield Missed("good play", player, least - points, says, axis)


def _cheats(found: Gauntlet) -> Iterator[Missed]:
    for role in cast():
        for doctrine, share in passes(found, role.player).items() if role.part == "cheat" else ():
            if share > 0:
                says = f"{role.player} passes in {share:.0%} of its plays under {doctrine}"
                yield Missed("cheats", role.player, 100 * share, says)


def _noise(found: Gauntlet) -> Iterator[Missed]:
    points = weakest(found, RANDOM)
    if points >= NOISE:
        says = f"random reaches {points:.1f} on its weakest axis, and less than {NOISE} is asked"
        yield Missed("noise", RANDOM, points - NOISE, says)


def _quickest(found: Gauntlet) -> Iterator[Missed]:
    """The optimum loses the fewest customer-minutes of all who lead in earnest and do not gamble.

    Who changes two things at once, or takes no care, may be quicker on a good day; that is no merit. Nor is
    the luck of who happened to look where first: it is compared seed by seed, and has to be clear of that.
    """
    calm = (role for role in cast() if role.axis not in GAMBLES)
    honest = [role.player for role in calm if role.part in ("good", "flaw")]
    more = {player: _clearly_more(found, player) for player in honest}
    least = max(honest, key=lambda player: more[player])
    if more[least] > 0:
        says = f"optimum loses {more[least]:,.0f} customer-minutes more than {least} in the mean"
        yield Missed("quickest", OPTIMUM, more[least], says)


def _clearly_more(found: Gauntlet, player: str) -> float:
    """Customer-minutes that the optimum loses more than a player in the mean; 0 where that may be chance."""
    other = {bout.seed: bout.lost for bout in found.of(player)}
    more = [bout.lost - other[bout.seed] for bout in found.of(OPTIMUM)]
    error = stdev(more) / sqrt(len(more)) if len(more) > 1 else 0.0
    return mean(more) if mean(more) > CLEAR * error else 0.0


def medians(found: Gauntlet, player: str) -> dict[Axis, float | None]:
    """A player's points by axis, in the median of the plays in which the axis could be judged."""
    return {axis: _median([bout.own.axes[axis] for bout in found.of(player)]) for axis in AXES}


def weakest(found: Gauntlet, player: str) -> float:
    """The points of the axis that decides the grade, in the median over a player's plays."""
    return median(bout.own.weakest for bout in found.of(player))


def passes(found: Gauntlet, player: str) -> dict[str, float]:
    """The share of a player's plays that pass, by doctrine, of those in which there was something to lead.

    Where by-the-book changed nothing, because it was over before anything was worth trying, or where nobody
    could have ended it sooner, whoever tells everybody in time and waits has led as well as anybody.
    """
    judges, led = found.of(player)[0].judged, _led(found)
    bouts = [bout for bout in found.of(player) if bout.seed in led]
    return {name: mean(bout.judged[name].passed for bout in bouts) if bouts else 0.0 for name in judges}


def _led(found: Gauntlet) -> frozenset[int]:
    """The seeds with something to lead: something was changed, and it could be ended sooner than alone."""
    alone = {bout.seed: bout.lost for bout in found.of(IDLE)}
    sooner = {bout.seed for bout in found.of(OPTIMUM) if bout.lost < SOONER * alone[bout.seed]}
    return frozenset(bout.seed for bout in found.of(BOOK) if bout.ordered and bout.seed in sooner)


def mean_lost(found: Gauntlet, player: str) -> float:
    """A player's customer-minutes, in the mean."""
    return mean(bout.lost for bout in found.of(player))


def _median(points: Sequence[float | None]) -> float | None:
    known = [value for value in points if value is not None]
    return median(known) if known else None


def nowhere(all_found: Sequence[Gauntlet]) -> tuple[Missed, ...]:
    """The flaws that apply on none of some outages."""
    rows = [row for found in all_found for row in matrix(found)]
    seen = {row.role.player for row in rows if not row.why_not}
    names = dict.fromkeys(row.role.player for row in rows if row.role.player not in seen)
    return tuple(Missed("every flaw", name, 0, f"{name} applies on no outage") for name in names)
