"""What can be told of the causes, as values: clues, checked hazards, effects of changes."""

from typing import Literal, TypeAlias

from simulator.domain.value import Value

Seen: TypeAlias = Literal["helped", "nothing", "worse", "relapsed"]


class ClueHeard(Value):
    """What an investigation of a place said: its clues count from 1, 0 is inconclusive.

    Some clues only certain people can tell, so nothing heard depends on who looked: `by` is set then. Empty
    is somebody who can tell everything.
    """

    place: str
    clue: int
    by: str = ""


class HazardSeen(Value):
    """What a pre-check said of a hazard of a change."""

    change: str
    hazard: str
    holds: bool


class EffectSeen(Value):
    """What was seen of a change, which was made while the changes of `in_place` were in place.

    `relapsed` is a help that did not last. `delay` is the seconds from its making until this was seen: a
    relief may be over by then. `since` came into place after it and before this could be seen.
    """

    change: str
    seen: Seen
    in_place: frozenset[str] = frozenset()
    delay: int = 0
    since: frozenset[str] = frozenset()


class WordsHeard(Value):
    """What whoever made a change said when it was made, or when it could not be."""

    change: str
    says: str


class ToolSeen(Value):
    """Whether a tool that a change is made with worked at second `at`, while `in_place` was in place."""

    tool: str
    works: bool
    in_place: frozenset[str]
    at: int


class Outlasted(Value):
    """Something still failed well after all that a cause does was over by itself."""

    cause: str


Evidence: TypeAlias = ClueHeard | HazardSeen | EffectSeen | WordsHeard | ToolSeen | Outlasted
