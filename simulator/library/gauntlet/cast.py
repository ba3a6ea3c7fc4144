"""Who goes through the gauntlet, and as what."""

from functools import cache
from typing import Literal, TypeAlias

from simulator.domain.doctrine import Axis
from simulator.domain.value import Value
from simulator.exercise.players import Player
from simulator.exercise.players.cast import EVERYONE
from simulator.exercise.players.cheats import CHEATS
from simulator.exercise.players.flaws import FLAWS

Part: TypeAlias = Literal["good", "flaw", "cheat", "noise"]
BOOK, OPTIMUM, RANDOM, IDLE = "by-the-book", "optimum", "random", "idle"


class Role(Value):
    """One player in its part. `axis` is where a flaw is to be seen, None for the others."""

    player: str
    part: Part
    axis: Axis | None = None
    about: str = ""
    needs: str = ""


@cache
def cast() -> tuple[Role, ...]:
    """Everyone, the good ones first, then flaws by axis, cheats, and noise."""
    good = (Role(BOOK, "good"), Role(OPTIMUM, "good"))
    flaws = tuple(Role(flaw.name, "flaw", flaw.axis, flaw.about, flaw.needs) for flaw in FLAWS)
    cheats = tuple(Role(cheat.name, "cheat", about=_first_line(cheat)) for cheat in CHEATS)
    return (*good, *flaws, *cheats, Role(RANDOM, "noise"))


def _first_line(player: type[Player]) -> str:
    return (player.__doc__ or "").strip().splitlines()[0].rstrip(".")


def player_of(name: str, seed: int) -> Player:
    """The player of a name."""
    return EVERYONE[name](seed)
