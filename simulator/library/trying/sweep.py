"""The sweep: every player on every seed, then what it takes to be sure of what was never reached."""

from collections.abc import Callable, Iterable, Sequence

from simulator.domain.entry import each
from simulator.domain.fact import CauseDrawn
from simulator.domain.value import Value
from simulator.library.outage import Outage
from simulator.library.trying.attempt import Tried, Work, outage_of
from simulator.library.trying.crew import Crew, Told, chunks
from simulator.library.trying.items import Item, items_of

SCORED = 5
"""So many plays of each player are scored: the first seeds. To score costs more than to play."""
SOUGHT = 400
"""So many further seeds are looked at for a cause that was not drawn."""
OF_EACH = 3
"""So many of the seeds that draw it are then played."""
OF_DOUBTED = 12
"""So many more seeds are played by the book before a cause is said to be beyond it."""
EXPLORERS = ("systematic", "idle", "by-the-book", "random")
"""Who plays on when something was not reached: each reaches what the others pass by."""
ROUND, AT_LEAST, AT_MOST = 20, 40, 160
"""Explorers' seeds in a round; how many are tried before something is called never reached, or too rare."""
TRULY = 0.5
"""Of the explorer's plays, so many get to everything in time (it is nearer to 0.7; some only look)."""
BY_LUCK = 0.0001
"""What plays had less than this chance of missing was not missed by luck."""


class Sweep(Value):
    """All plays: `plays` of the players on seeds 1 to N, `others` to find what those did not reach.

    `sought` are the seeds beyond N for causes that N seeds did not draw.
    """

    outage: Outage
    players: tuple[str, ...]
    seeds: int
    plays: tuple[Tried, ...]
    sought: tuple[int, ...] = ()
    others: tuple[Tried, ...] = ()

    @property
    def all(self) -> tuple[Tried, ...]:
        """Every play that was made."""
        return (*self.plays, *self.others)

    @property
    def tries(self) -> int:
        """How many plays were made that try everything there is."""
        return sum(tried.player == "systematic" for tried in self.all)


def sweep(
    outage: Outage, players: Sequence[str], seeds: int, jobs: int = 1, told: Told = lambda plays: None
) -> Sweep:
    """Play an outage with every player over seeds 1 to `seeds` and gather what came of it."""
    same = outage_of(outage.sources)  # made before the processes part, so that each has it
    with Crew[Tried](jobs, told) as crew:
        first = crew.carry_out(_works(outage, players, range(1, seeds + 1)))
        sought = _seeds_that_draw(same, _missing(same, first), seeds)
        others = crew.carry_out(_works(outage, dict.fromkeys((*players, *EXPLORERS)), sought, 0))
        doubted = _seeds_that_draw(same, _doubted(same, (*first, *others)), max((seeds, *sought)))
        others += crew.carry_out(_works(outage, ("by-the-book",), doubted, 0))
        begun = Sweep(outage, tuple(players), seeds, first, sought, others)
        return _explored(begun, lambda names, more: crew.carry_out(_works(outage, names, more, 0)))


def _works(outage: Outage, players: Iterable[str], seeds: Iterable[int], scored: int = SCORED) -> list[Work]:
    handfuls = list(chunks(seeds))
    return [Work(outage.sources, player, some, scored) for player in players for some in handfuls]


def _missing(outage: Outage, plays: Iterable[Tried]) -> dict[str, int]:
    """The causes that were not drawn, each with how many seeds of it are wanted."""
    drawn = {tried.cause for tried in plays}
    return {cause: OF_EACH for cause in outage.scenario.causes if cause not in drawn}


def _doubted(outage: Outage, plays: Iterable[Tried]) -> dict[str, int]:
    """The causes that the book has not solved yet; a few unlucky plays do not say that it cannot."""
    solved = {tried.cause for tried in plays if tried.player == "by-the-book" and tried.over is not None}
    return {cause: OF_DOUBTED for cause in outage.scenario.causes if cause not in solved}


def _seeds_that_draw(outage: Outage, wanted: dict[str, int], after: int) -> tuple[int, ...]:
    """Further seeds that draw some causes, so many of each."""
    left, found = dict(wanted), list[int]()
    for seed in range(after + 1, after + 1 + SOUGHT):
        if not any(left.values()):
            break
        cause = next(fact.cause for _, fact in each(outage.exercise(seed).entries, CauseDrawn))
        if left.get(cause, 0):
            left[cause] -= 1
            found.append(seed)
    return tuple(found)


def _explored(begun: Sweep, more: Callable[[Iterable[str], range], tuple[Tried, ...]]) -> Sweep:
    """The sweep with rounds of the explorers, as long as they may still find what was not reached."""
    grown = begun
    absent = [name for name in EXPLORERS[1:] if name not in begun.players]
    if absent and unreached(grown):
        grown = _with(grown, more(absent, range(1, ROUND + 1)))
    start = begun.seeds + 1 if "systematic" in begun.players else 1
    while grown.tries < AT_MOST and any(_may_come(item, grown.tries) for item in unreached(grown)):
        grown = _with(grown, more(EXPLORERS[:1], range(start, start + ROUND)))
        start += ROUND
    return grown


def _with(grown: Sweep, plays: tuple[Tried, ...]) -> Sweep:
    return Sweep(grown.outage, grown.players, grown.seeds, grown.plays, grown.sought, (*grown.others, *plays))


def unreached(swept: Sweep) -> tuple[Item, ...]:
    """What of the author's own no play has reached yet."""
    met = {key for tried in swept.all for key in tried.reached}
    return tuple(i for i in items_of(outage_of(swept.outage.sources).scenario) if i.own and i.key not in met)


def _may_come(item: Item, tries: int) -> bool:
    """Whether more tries are worth it: too few were made, or it is rare as it is written."""
    return item.odds > 0 and (tries < AT_LEAST or by_luck(item, tries))


def by_luck(item: Item, tries: int) -> bool:
    """Whether it may well be luck that an item was not reached in so many tries."""
    return 0 < item.odds < 1 and (1 - item.odds) ** (TRULY * tries) >= BY_LUCK
