"""The facts in a history: each event as what it says, at its second; what no line says is no fact."""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import get_args

from simulator.domain.doctrine import Doctrine, UpdateState
from simulator.domain.duration import show_clock
from simulator.domain.fact import (
    AlertFired,
    CalledMitigated,
    ChangeDone,
    ChangeFailed,
    ChangeOrdered,
    ChangeReverted,
    ChangeStarted,
    CommandHanded,
    Decided,
    Declared,
    Ended,
    Fact,
    FollowedUp,
    Joined,
    Left,
    Noted,
    Paged,
    Posted,
    Resolved,
    Result,
    RevertStarted,
    ReviewSet,
    RoleAssigned,
    SeverityChanged,
    SitrepGiven,
    TaskEnded,
    TaskGiven,
    Verified,
    VerifyStarted,
)
from simulator.domain.history import STAGES, Event, EventKind, History
from simulator.domain.stakes import PUBLIC
from simulator.domain.update import Update
from simulator.domain.what_changed import QUICK
from simulator.scoring.real.severity import level

_RESULTS: tuple[Result, ...] = get_args(Result)


class Telling:
    """The facts of one history in order. It remembers what a later event refers back to."""

    def __init__(self, history: History, doctrine: Doctrine) -> None:
        self._page = history.page
        self._doctrine = doctrine
        self._severity = ""
        self._states: dict[str, UpdateState] = {}
        self._changes: dict[str, str] = {}
        self._numbers = count(1)

    def facts(self, event: Event) -> Iterator[Fact]:
        """What an event says. When customers began to be affected is no fact that anyone knew then."""
        if event.kind in _SIMPLE:
            yield _SIMPLE[event.kind](event)
        elif event.kind in ("declare", "severity"):
            yield from self._ranked(event)
        elif event.kind == "post":
            yield self._post(event)
        elif event.kind in ("change", "revert", "verify"):
            yield from self._on_production(event)
        elif event.kind in ("task", "ask"):
            yield self._task(event)
        elif event.kind == "mitigated" and not self._page:
            yield CalledMitigated()

    def _ranked(self, event: Event) -> Iterator[Fact]:
        before, self._severity = self._severity, level(event, self._doctrine) or self._severity
        if event.kind == "declare":
            yield Declared(self._severity, event.who)
        elif self._severity != before:
            yield SeverityChanged(before, self._severity, event.text)

    def _post(self, event: Event) -> Fact:
        audience = event.about or PUBLIC
        state: UpdateState = self._states.get(audience, "investigating")
        if event.state in ("investigating", "identified", "monitoring", "resolved"):
            state = event.state
        self._states[audience] = state
        update = Update(audience, state, event.scope or (), next_in=event.next_in, text=event.text)
        return Posted(update, event.who)

    def _on_production(self, event: Event) -> Iterator[Fact]:
        known = event.about in self._changes
        number = event.about or f"{event.kind} at {show_clock(event.at)}"
        name = self._changes.setdefault(number, event.text or number)
        if event.kind == "verify":
            yield from _watched(event, number, name)
        elif event.kind == "revert":
            yield from _reverted(event, number, name)
        else:
            yield from _changed(event, number, name, known)

    def _task(self, event: Event) -> Fact:
        number, subject = event.about or f"t{next(self._numbers)}", event.text
        if event.kind == "ask":
            topic = event.about if event.about in QUICK else event.text
            return TaskGiven(f"t{next(self._numbers)}", "answer", topic, event.who, 0)
        if event.state in STAGES and event.state != "started":
            return TaskEnded(number, "assist", subject, event.who)
        return TaskGiven(number, "assist", subject, event.who, 0)


def _changed(event: Event, number: str, name: str, known: bool) -> Iterator[Fact]:
    """A change told in one event was made then; one told in several began with the first."""
    if not known:
        yield ChangeOrdered(number, name, event.who, False, "")
        yield ChangeStarted(number, name, event.who)
    if event.state == "failed":
        yield ChangeFailed(number, name, event.who, event.text)
    elif event.state != "started":
        yield ChangeDone(number, name, event.who, event.text)


def _reverted(event: Event, number: str, name: str) -> Iterator[Fact]:
    if event.state != "done":
        yield RevertStarted(number, name, event.who)
    if event.state in ("", "done"):
        yield ChangeReverted(number, name, event.who)


def _watched(event: Event, number: str, name: str) -> Iterator[Fact]:
    """That somebody looked; what was seen only where it is told in a word of its own."""
    yield VerifyStarted(number, name, "", 0, event.who)
    for result in _RESULTS:
        if event.state == result:
            yield Verified(number, name, "", 0, result, 0.0, 0.0, False, (), event.who)


_SIMPLE: Mapping[EventKind, Callable[[Event], Fact]] = {
    "alert": lambda event: AlertFired(event.about or event.text, event.about, 0.0, ""),
    "page": lambda event: Paged(event.about or event.who, ""),
    "join": lambda event: Joined(event.who or event.about),
    "leave": lambda event: Left(event.who or event.about),
    "assign": lambda event: RoleAssigned(event.about or event.text, event.who),
    "handover": lambda event: CommandHanded(event.who or event.about),
    "brief": lambda event: SitrepGiven(event.text),
    "decide": lambda event: Decided(event.text),
    "resolved": lambda event: Resolved(),
    "follow-up": lambda event: FollowedUp(event.text, event.who, event.about),
    "review": lambda event: ReviewSet(event.who, event.about),
    "stand-down": lambda event: Ended(event.text),
    "note": lambda event: Noted(event.text),
}
