"""What was told, sorted by topic: given the cause, what is told on one says nothing of another."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from simulator.domain.scenario import Scenario
from simulator.reasoning.arrival import bound
from simulator.reasoning.told import (
    ClueHeard,
    EffectSeen,
    Evidence,
    HazardSeen,
    Outlasted,
    ToolSeen,
    WordsHeard,
)

Topic: TypeAlias = tuple[Literal["look", "luck", "hazards", "words", "tool", "outlasted"], str]
"""A place, or a change: how its luck was seen to be, with that of changes it is bound to, its hazards, the
words that were said of it; a tool; a cause that ends by itself."""


def topics_of(scenario: Scenario, piece: Evidence) -> tuple[Topic, ...]:
    """The topics that a piece bears on. A hazard also tells what harm to expect of a change."""
    match piece:
        case ClueHeard():
            return (("look", piece.place),)
        case EffectSeen():
            return (("luck", bound(scenario, piece.change)[0]),)
        case HazardSeen():
            return ("hazards", piece.change), ("luck", bound(scenario, piece.change)[0])
        case WordsHeard():
            return (("words", piece.change),)
        case ToolSeen():
            return (("tool", piece.tool),)
        case Outlasted():
            return (("outlasted", piece.cause),)


def by_topic(scenario: Scenario, told: Iterable[Evidence]) -> Mapping[Topic, tuple[Evidence, ...]]:
    """All that was told, by topic, in the order it was told."""
    sorted_out: dict[Topic, list[Evidence]] = {}
    for piece in told:
        for topic in topics_of(scenario, piece):
            sorted_out.setdefault(topic, []).append(piece)
    return {topic: tuple(pieces) for topic, pieces in sorted_out.items()}
