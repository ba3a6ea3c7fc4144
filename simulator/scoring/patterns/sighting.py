"""A sighting: one place of the timeline at which a pattern shows, with the lines that show it."""

from collections.abc import Iterable, Iterator

from simulator.domain.value import Value
from simulator.scoring.mark import Mark, cited

HALF = 0.5
"""A rule's mark that earned this or less shows the pattern behind it (assumption)."""


class Sighting(Value):
    """What was seen of a pattern. It is never part of the score.

    `at` is the second it is about; `summary` one plain sentence; `evidence` are numbers of timeline lines,
    never empty.
    """

    pattern: str
    at: int
    summary: str
    evidence: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a sighting of {self.pattern!r} cites no line: {self.summary!r}")


def sighting(pattern: str, at: int, summary: str, *lines: int) -> Sighting:
    """A sighting with its lines in order, each once."""
    return Sighting(pattern, at, summary, cited(*lines))


def behind(pattern: str, marks: Iterable[Mark], at_most: float = HALF) -> Iterator[Sighting]:
    """The sightings behind a rule's marks: where that much was earned or less."""
    for mark in marks:
        if mark.earned <= at_most:
            yield Sighting(pattern, mark.at, mark.summary, mark.evidence)
