"""Something to say in a talk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """Something to say or ask, and the lines of the timeline it is about."""

    text: str
    entries: tuple[int, ...] = ()
