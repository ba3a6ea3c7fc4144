"""Something to say in a talk."""

from simulator.domain.value import Value


class Point(Value):
    """Something to say or ask, and the lines of the timeline it is about."""

    text: str
    entries: tuple[int, ...] = ()
