"""Whether words that fit several causes tell any of them apart: "a database" is right whatever it was."""

from simulator.scoring.case import Case

SEVERAL = 4
"""From so many causes on, words that leave out only one of them tell nothing either (assumption)."""
NEARLY_ALL = 0.95
"""Causes that are so likely together before anybody has looked are nearly all there are (assumption)."""


def tells_apart(case: Case, meant: frozenset[str]) -> bool:
    """Whether it says something to name these causes and no others.

    It does not when they are all there are, or nearly all: by their number, or by how likely they are before
    anybody has looked at anything.
    """
    causes = case.scenario.causes.values()
    spared = 1 if len(causes) >= SEVERAL else 0
    if len(meant) >= len(causes) - spared:
        return False
    share = sum(cause.weight for cause in causes if cause.name in meant) / sum(c.weight for c in causes)
    return share < NEARLY_ALL
