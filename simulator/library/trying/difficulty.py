"""How hard an outage came out to be, from 1 to 5 like the number its author wrote.

    difficulty = 1 + 4 x (0.6 x habit + 0.2 x book + 0.2 x time)

`habit` is what players with a habit instead of judgement (likeliest first, cheapest first, everything at
once) lose of what could have been saved; `book` is what the player that goes by the book loses of it. On one
seed a player's share is (its loss - the least loss of any player) / (the idle player's loss - the least
loss), held between 0 and 1; the means over all seeds are taken. `time` is the median time until the book
ended the impact, as a share of two hours. The weights and the two hours are assumptions.
"""

from collections.abc import Iterable
from statistics import mean, median

from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.value import Value
from simulator.library.trying.attempt import Tried
from simulator.library.trying.sweep import Sweep

HABITS = ("likeliest-first", "cheapest-first", "shotgun")
BOOK, NOBODY = "by-the-book", "idle"
OF_HABIT, OF_BOOK, OF_TIME = 0.6, 0.2, 0.2
LONG = 2 * HOUR


class Difficulty(Value):
    """The measured difficulty beside the written one, and what it was made from: two shares and minutes."""

    measured: float
    written: int
    habit: float
    book: float
    minutes: float


def difficulty(swept: Sweep) -> Difficulty | None:
    """The difficulty, None when a player that it needs was left out."""
    if {BOOK, NOBODY} - set(swept.players) or not set(HABITS) & set(swept.players):
        return None
    shares = [_shares([t for t in swept.plays if t.seed == seed]) for seed in range(1, swept.seeds + 1)]
    habit = mean(_of(shares, HABITS))
    book = mean(_of(shares, (BOOK,)))
    limit = swept.outage.scenario.limit
    took = median(limit if t.over is None else t.over for t in swept.plays if t.player == BOOK)
    share = OF_HABIT * habit + OF_BOOK * book + OF_TIME * min(1.0, took / LONG)
    return Difficulty(1 + 4 * share, swept.outage.scenario.difficulty, habit, book, took / MINUTE)


def _shares(plays: list[Tried]) -> dict[str, float]:
    """For each player of one seed, the share that it lost of what could have been saved."""
    least = min(tried.lost for tried in plays)
    nobody = next(tried.lost for tried in plays if tried.player == NOBODY)
    span = nobody - least
    return {t.player: min(1.0, (t.lost - least) / span) if span > 0 else 0.0 for t in plays}


def _of(shares: Iterable[dict[str, float]], players: tuple[str, ...]) -> list[float]:
    return [share[name] for share in shares for name in players if name in share]
