"""A piece of work for one pair of hands."""

from collections.abc import Callable
from dataclasses import dataclass, field

from simpy import Event

from simulator.domain.fact import TaskKind


@dataclass(slots=True)
class Task:
    """Work that takes a while and then yields something.

    `lasts` gives its seconds for whoever took it up; `begun` and `done` are told the number of the entry
    that announced it; `given_up` that of its being dropped. `after` is something that must have happened
    first. `due` moves when the owner is interrupted.
    """

    id: str
    what: TaskKind
    subject: str
    lasts: Callable[["str"], int]
    done: Callable[["str", int], None]
    begun: Callable[["str", int], None] = field(default=lambda _owner, _number: None)
    given_up: Callable[["str", int], None] = field(default=lambda _owner, _number: None)
    after: Event | None = None
    because: int = 0
    due: int = 0
    holder: str = ""
    dropped: bool = False

    @property
    def ready(self) -> bool:
        """Whether nothing else has to happen first."""
        return self.after is None or self.after.triggered
