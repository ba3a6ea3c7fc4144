"""A mark: one thing that was done well or badly, how much it counts, and the lines that prove it."""

from simulator.domain.doctrine import Axis
from simulator.domain.value import Value


class Mark(Value):
    """What a rule found at one place of the timeline.

    `earned` runs from 0 to 1; `weight` is relative to the other marks of the same rule; `summary` is one
    plain sentence; `evidence` are numbers of timeline lines, never empty; `at` is the second it is about;
    `seat` is whose words it judges, as far as somebody's words brought about what it cites (see `whose`).
    """

    rule: str
    axis: Axis
    earned: float
    weight: float
    summary: str
    evidence: tuple[int, ...]
    at: int
    seat: str = ""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a mark of {self.rule!r} cites no line: {self.summary!r}")
        if not 0 <= self.earned <= 1:
            raise ValueError(f"a mark of {self.rule!r} earns {self.earned}, not 0 to 1: {self.summary!r}")
        if self.weight <= 0:
            raise ValueError(f"a mark of {self.rule!r} weighs {self.weight}: {self.summary!r}")

    def by(self, seat: str) -> "Mark":
        """This mark, of what was said from a seat."""
        place = (self.summary, self.evidence, self.at, seat)
        return Mark(self.rule, self.axis, self.earned, self.weight, *place)

    @property
    def lost(self) -> float:
        """What it cost, in the weight of its rule."""
        return self.weight * (1 - self.earned)


def cited(*lines: int) -> tuple[int, ...]:
    """Numbers of lines in order, each once."""
    return tuple(sorted(set(lines)))
