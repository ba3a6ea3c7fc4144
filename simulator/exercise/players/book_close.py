"""By the book: say that it is over when it has held, hand out the work, and let people go."""

from collections.abc import Iterator

from simulator.domain.entry import each
from simulator.domain.fact import AlertCleared
from simulator.exercise.players.book_news import update
from simulator.exercise.players.book_people import LEAD
from simulator.exercise.players.sight import Sight

LAGS = 2
"""Recovery was seen a lag late, so that three lags since it began have passed after two more."""


def close(sight: Sight, said: set[str], sent: dict[str, int]) -> Iterator[str]:
    """The end of an incident, a step at a time."""
    board = sight.board
    if board.mitigated is None:
        if _recovered(sight):
            yield "mitigated"
        return
    if board.alerts:
        return
    for audience in sight.doctrine.clocks:
        if (
            board.states.get(audience) not in ("monitoring", "resolved", None)
            and f"monitoring {audience}" not in said
        ):
            said.add(f"monitoring {audience}")
            sent[audience] = sight.now
            yield update(sight, audience, "monitoring")
    quiet = max((entry.at for entry, _ in each(sight.seen, AlertCleared)), default=0)
    if sight.now - max(board.mitigated, quiet) >= _soak(sight):
        yield from _wind_down(sight, said, sent)


def _soak(sight: Sight) -> float:
    """How long it has to hold: until slow signals agree, and in an outage of days two lags more."""
    least = max(sight.doctrine.threshold("soak at least"), sight.behind)
    if not (sight.scenario.boss and sight.board.changes):
        return least
    shown = sight.runbook(sight.board.changes[-1].change).signal
    return max(least, LAGS * sight.organisation.signals[shown].lag)


def _recovered(sight: Sight) -> bool:
    results = [attempt.result for attempt in sight.board.changes if attempt.result]
    return bool(results) and results[-1] == "recovered" and not sight.board.alerts


def _wind_down(sight: Sight, said: set[str], sent: dict[str, int]) -> Iterator[str]:
    for audience in sight.doctrine.clocks:
        if audience in sight.board.heard and f"resolved {audience}" not in said:
            said.add(f"resolved {audience}")
            sent[audience] = sight.now
            yield update(sight, audience, "resolved")
    if any(work.what == "write" for work in sight.board.work.values()):
        return
    experts = [p for p in sight.board.here if sight.organisation.people[p].role != LEAD] or list(
        sight.board.here
    )
    steps = [
        ("resolve", "resolve"),
        ("unfreeze", "unfreeze" if sight.board.frozen else ""),
        (
            "follow",
            f'follow-up "find out why, and keep it from coming back" for {_name(sight, experts)} due friday',
        ),
        ("review", f"review by {_name(sight, experts)} due thursday"),
        ("end", "end"),
    ]
    for key, text in steps:
        if text and key not in said:
            said.add(key)
            yield text


def _name(sight: Sight, people: list[str]) -> str:
    return sight.name(people[0]) if people else "me"
