"""What was done in the real outage, beside this play: a comparison, never part of the score."""

from collections.abc import Iterator

from simulator.domain.course import Sent
from simulator.domain.entry import Entry
from simulator.domain.entry import first as first_of
from simulator.domain.fact import ChangeStarted, Declared, Resolved
from simulator.domain.history import EventKind, History
from simulator.domain.stakes import PUBLIC
from simulator.domain.value import Value
from simulator.scoring.case import Case

_NAMES = {"declare": "declared", "post": "post", "mitigated": "mitigated", "resolved": "resolved"}
_CHANGES: tuple[EventKind, ...] = ("change", "revert")


class Happened(Value):
    """An event of the real outage; `milestone` when it is one that the table names."""

    at: int
    kind: EventKind
    name: str
    text: str
    milestone: bool


class Step(Value):
    """The same step in both, None where it was not taken or is not told; `entry` is this play's line."""

    name: str
    yours: int | None
    theirs: int | None
    entry: int


class Then(Value):
    """The real outage beside this play. `from_post`: its record begins with what the public could read."""

    events: tuple[Happened, ...]
    steps: tuple[Step, ...]
    from_post: bool


def then_of(case: Case) -> Then | None:
    """The comparison; None for an outage whose file tells no history."""
    history = case.scenario.history
    if not history.events:
        return None
    steps = tuple(step for step in _steps(case, history) if (step.yours, step.theirs) != (None, None))
    return Then(tuple(_happened(history)), steps, history.events[0].kind == "post")


def _happened(history: History) -> Iterator[Happened]:
    told = {"post": history.first_post, "change": history.first("change")}
    told |= {kind: history.first(kind) for kind in ("declare", "mitigated", "resolved")}
    for event in history.events:
        milestone = event is told.get(event.kind)
        name = f"first {event.kind}" if milestone and event.kind in ("post", "change") else event.kind
        yield Happened(event.at, event.kind, _NAMES.get(name, name), event.text, milestone)


def _steps(case: Case, history: History) -> Iterator[Step]:
    posts = case.sent(PUBLIC)
    yield _step("declared", case.declared or first_of(case.seen, Declared), history, "declare")
    yield _step("first public post", posts[0] if posts else None, history, "post")
    yield _step("first change begun", first_of(case.seen, ChangeStarted), history, *_CHANGES)
    yield _step("called mitigated", case.mitigated, history, "mitigated")
    yield _step("called resolved", first_of(case.seen, Resolved), history, "resolved")


def _step(name: str, mine: Entry | Sent | None, history: History, *kinds: EventKind) -> Step:
    theirs = history.first_post if "post" in kinds else history.first(*kinds)
    number = mine.number if isinstance(mine, Entry) else mine.entry if mine else 0
    return Step(name, mine.at if mine else None, theirs.at if theirs else None, number)
