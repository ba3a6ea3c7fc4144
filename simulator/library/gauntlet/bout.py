"""One play of one player, with what each doctrine says of it."""

from collections.abc import Mapping

from simulator.domain.course import customer_minutes
from simulator.domain.doctrine import Axis
from simulator.domain.entry import each
from simulator.domain.fact import ChangeOrdered
from simulator.domain.source import Source
from simulator.domain.value import Value
from simulator.exercise.players import play
from simulator.exercise.players.flaws import Flawed
from simulator.library.gauntlet.cast import player_of
from simulator.library.trying.attempt import outage_of
from simulator.scoring.case import Case
from simulator.scoring.score import score


class Judged(Value):
    """What one doctrine says of a play: points by axis (None where nothing can be judged), and the grade."""

    axes: Mapping[Axis, float | None]
    grade: str

    @property
    def weakest(self) -> float:
        """The points of the axis that decides the grade; 0 when none could be judged."""
        return min((points for points in self.axes.values() if points is not None), default=0.0)

    @property
    def passed(self) -> bool:
        """Whether the grade is a pass or better."""
        return self.grade in ("pass", "distinction")


class Bout(Value):
    """How one play went. `judged` is by doctrine, that of the play first; `shown` how often a flaw showed.

    `ordered` is how many changes were ordered.
    """

    player: str
    seed: int
    lost: float
    shown: int
    judged: Mapping[str, Judged]
    ordered: int = 1

    @property
    def own(self) -> Judged:
        """What the doctrine says under which it was played."""
        return next(iter(self.judged.values()))


class Bouts(Value):
    """Plays to be made by one process: a player, its seeds, and the doctrines that judge them.

    `judges` are the texts of the outage with each doctrine; it is played under the first.
    """

    judges: tuple[tuple[Source, ...], ...]
    player: str
    seeds: tuple[int, ...]

    def carried_out(self) -> tuple[Bout, ...]:
        """The records of its plays."""
        return tuple(self._bout(seed) for seed in self.seeds)

    def _bout(self, seed: int) -> Bout:
        outages = [outage_of(sources) for sources in self.judges]
        player = player_of(self.player, seed)
        entries = tuple(play(outages[0].exercise(seed), player).entries)
        judged = {}
        for outage in outages:
            card = score(Case(outages[0].scenario, outage.doctrine, entries))
            judged[outage.doctrine.id] = Judged({a.axis: a.points for a in card.axes}, card.grade or "")
        shown = player.shown if isinstance(player, Flawed) else 0
        ordered = sum(1 for _ in each(entries, ChangeOrdered))
        return Bout(self.player, seed, customer_minutes(entries), shown, judged, ordered)
