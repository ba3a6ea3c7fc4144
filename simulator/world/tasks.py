"""A piece of work for one pair of hands."""

from collections.abc import Callable
from dataclasses import dataclass, field

from simpy import Event

from simulator.domain.fact import TaskKind

CALLABLE_OFF: tuple[TaskKind, ...] = ("investigate", "check", "prepare", "verify")
"""Work that can be taken back at any moment: it has left nothing behind on production."""

ASKED_ONCE: tuple[TaskKind, ...] = (*CALLABLE_OFF, "revert")
"""Work that nobody has to take up any more once somebody is at the same."""


@dataclass(slots=True)
class Task:
    """Work that takes a while and then yields something.

    `lasts` gives its seconds for whoever took it up; `begun` and `done` are told the number of the entry
    that announced it; `given_up` that of its being dropped. `after` is something that must have happened
    first. `due` moves when the owner is interrupted; `called` is set for work that goes on until someone
    asks for it once it is `enough`. `since` is the second it was taken up. What is `quiet` nobody is told
    of; `comes_out` is told the words that name it all the same, and the number of what they answer.
    `about` tells works of one subject apart (a hazard, a signal). Who could not tell has not `answered` it.
    """

    id: str
    what: TaskKind
    subject: str
    lasts: Callable[["str"], int]
    done: Callable[["str", int], None]
    begun: Callable[["str", int], None] = field(default=lambda _owner, _number: None)
    given_up: Callable[["str", int], None] = field(default=lambda _owner, _number: None)
    comes_out: Callable[[str, int], None] = field(default=lambda _says, _number: None)
    after: Event | None = None
    called: Event | None = None
    because: int = 0
    since: int = 0
    enough: int = 0
    due: int = 0
    holder: str = ""
    about: str = ""
    answered: bool = True
    dropped: bool = False
    quiet: bool = False

    @property
    def ready(self) -> bool:
        """Whether nothing else has to happen first."""
        return self.after is None or self.after.triggered

    def like(self, other: "Task") -> bool:
        """Whether it would answer the same."""
        return (self.what, self.subject, self.about) == (other.what, other.subject, other.about)


def task_name(what: TaskKind, subject: str) -> str:
    """How a piece of work is called on the call, by the one who does it: `looking at db-shards`."""
    if what not in ("investigate", "write", "answer", "lead"):
        subject = f"'{subject}'"
    verbs: dict[TaskKind, str] = {
        "investigate": "looking at", "check": "checking", "change": "busy with", "prepare": "preparing",
        "verify": "watching", "revert": "undoing", "write": "writing for", "answer": "answering",
        "lead": "leading", "assist": "lending a hand with",
    }  # fmt: skip
    return f"{verbs[what]} {subject.rstrip('?')}"
