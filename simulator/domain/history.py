"""History: what really happened in an incident, as dated events that a person or a status page wrote down."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from simulator.domain.doctrine import UpdateState

EventKind: TypeAlias = Literal[
    "impact", "alert", "declare", "severity", "page", "join", "assign", "change", "verify", "revert",
    "post", "mitigated", "resolved", "note",
]  # fmt: skip
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, `at` seconds after the first second of its history.

    `who` did it; `about` is what it was done to: the same name for a change and its verification, the
    audience of a post (the status page if empty). `state` is what a post said the incident was in.
    """

    at: int
    kind: EventKind
    text: str = ""
    who: str = ""
    about: str = ""
    state: UpdateState | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class History:
    """An incident as it was written down, in order of time.

    `began` is the date of second 0 in UTC, as ISO 8601; empty where only times since the beginning are
    known. `moment` is the same as seconds since Monday 00:00 UTC, and `places` are what was affected, in the
    words of the source.
    """

    events: tuple[Event, ...] = ()
    title: str = ""
    id: str = ""
    began: str = ""
    moment: int | None = None
    impact: str = ""
    places: tuple[str, ...] = ()
    source: str = ""

    def first(self, *kinds: EventKind) -> Event | None:
        """The first event of some kinds."""
        return next((event for event in self.events if event.kind in kinds), None)

    @property
    def first_post(self) -> Event | None:
        """The first post that the public could read."""
        return next((e for e in self.events if e.kind == "post" and e.about in ("", PUBLIC)), None)

    @property
    def end(self) -> int:
        """The second of the last event; 0 without any."""
        return self.events[-1].at if self.events else 0


PUBLIC = "status page"
"""The audience that a post without one is for."""
UNTOLD = History()
"""The history of an outage that has none."""
