"""A trial: everything that a sweep says about an outage, and whether it is fit to be played."""

from simulator.domain.value import Value
from simulator.library.trying.coverage import Coverage, cover
from simulator.library.trying.difficulty import Difficulty, difficulty
from simulator.library.trying.solved import CauseSolved, solve
from simulator.library.trying.standing import Standing, standings
from simulator.library.trying.sweep import SCORED, Sweep


class Trial(Value):
    """What was found."""

    swept: Sweep
    standings: tuple[Standing, ...]
    causes: tuple[CauseSolved, ...]
    difficulty: Difficulty | None
    coverage: Coverage

    @property
    def scored(self) -> int:
        """How many plays of each player were scored."""
        return min(SCORED, self.swept.seeds)

    @property
    def unsolved(self) -> tuple[CauseSolved, ...]:
        """The causes that nobody who should have ended did."""
        return tuple(cause for cause in self.causes if cause.solvable is False)

    @property
    def fine(self) -> bool:
        """Whether everything can be reached and every cause can be solved."""
        return not self.coverage.of("never") and not self.unsolved


def trial(swept: Sweep) -> Trial:
    """What a sweep says."""
    return Trial(swept, standings(swept), solve(swept), difficulty(swept), cover(swept))
