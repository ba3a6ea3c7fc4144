"""What happens in a room besides the exercise: who sat down, what was said, how the clock was set."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from simulator.domain.value import Value

Act: TypeAlias = Literal[
    "opened", "sat", "left", "said", "clock", "noted", "whispered", "committed", "shared", "program",
    "entered", "took", "unsaid", "announced", "hidden", "talked",
]  # fmt: skip


class Event(Value):
    """One line of a room's log. With these and nothing else a room is as it was.

    `number` counts from 1 within the room; `at` is the simulated second; `who` is the id of whoever did it,
    empty for the room itself; `body` holds texts and numbers only, by the kind of act. `when` is the wall
    clock's second since 1970 at which the door took it: for whoever reads the log, nothing follows from it.
    """

    number: int
    at: int
    act: Act
    who: str
    body: Mapping[str, str | int | float | bool]
    when: float = 0.0
