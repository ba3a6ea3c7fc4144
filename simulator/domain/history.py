"""History: what really happened in an incident, as dated events that a person or a status page wrote down."""

from typing import Literal, TypeAlias, get_args

from simulator.domain.doctrine import UpdateState
from simulator.domain.fact.changes import Result
from simulator.domain.stakes import PUBLIC
from simulator.domain.value import Value

EventKind: TypeAlias = Literal[
    "impact", "alert", "declare", "severity", "page", "join", "leave", "assign", "handover", "task", "ask",
    "brief", "decide", "change", "verify", "revert", "post", "mitigated", "resolved", "follow-up", "review",
    "stand-down", "note",
]  # fmt: skip
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)

Stage: TypeAlias = Literal["started", "done", "failed"]
"""How far a change or a task was when its event was written; a change without one was made then."""
STAGES: tuple[Stage, ...] = get_args(Stage)
EventState: TypeAlias = UpdateState | Result | Stage | Literal[""]


class Event(Value):
    """One thing that happened, `at` seconds after the first second of its history.

    `who` did it; `about` is what it was done to: the same name for a change and its verification, the
    audience of a post (the status page if empty), the severity, the role. `state` is what a post said the
    incident was in, how far a change was, or what a verification said. `scope` is what a post named as
    affected, None where the source does not tell. `next_in` are the seconds after which it promised the next
    post; `unclear` that it may have promised one in words that were not understood.
    """

    at: int
    kind: EventKind
    text: str = ""
    who: str = ""
    about: str = ""
    state: EventState = ""
    scope: tuple[str, ...] | None = None
    next_in: int | None = None
    unclear: bool = False


class History(Value):
    """An incident as it was written down, in order of time.

    `began` is the date of second 0 in UTC, as ISO 8601; empty where only times since the beginning are
    known. `moment` is the same as seconds since Monday 00:00 UTC, and `places` are what was affected, in the
    words of the source. `page` tells that it is what a status page shows; `planned` that it was planned work.
    `records` are the kinds of event that its writer says would be in it, if they had happened.
    """

    events: tuple[Event, ...] = ()
    title: str = ""
    id: str = ""
    began: str = ""
    moment: int | None = None
    impact: str = ""
    places: tuple[str, ...] = ()
    source: str = ""
    page: bool = False
    planned: bool = False
    records: tuple[EventKind, ...] = ()

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


UNTOLD = History()
"""The history of an outage that has none."""
