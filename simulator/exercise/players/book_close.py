"""By the book: say that it is over when it has held, hand out the work, and let people go."""

from collections.abc import Iterator

from simulator.domain.doctrine import ALL_CLEAR
from simulator.domain.entry import each
from simulator.domain.fact import AlertCleared, AlertFired
from simulator.exercise.players.book_muddle import still_open
from simulator.exercise.players.book_news import update
from simulator.exercise.players.book_passing import passed
from simulator.exercise.roles import LEAD
from simulator.exercise.sight import Sight

TEMPORARY = ("flag", "throttle", "block", "job")
"""Kinds of change that somebody has to take back."""
LAGS = 3
"""Recovery has held after so many lags of the signal that shows it."""


def close(sight: Sight, said: set[str], sent: dict[str, int]) -> Iterator[str]:
    """The end of an incident, a step at a time."""
    board = sight.board
    if board.mitigated is None:
        yield from over(sight)
        return
    if board.alerts:
        return
    for audience in sight.doctrine.clocks:
        if board.states.get(audience) not in (*ALL_CLEAR, None) and f"monitoring {audience}" not in said:
            said.add(f"monitoring {audience}")
            sent[audience] = sight.now
            yield update(sight, audience, "monitoring")
    yield from _release(sight, said)
    if sight.now - _held_since(sight, board.mitigated) >= _soak(sight):
        yield from _wind_down(sight, said, sent)


def over(sight: Sight) -> Iterator[str]:
    """That customers are well again, once that was seen."""
    if sight.board.mitigated is None and _recovered(sight) and not still_open(sight.board.changes):
        yield "mitigated"


def close_due(sight: Sight) -> int | None:
    """The second from which it has surely held for long enough; None before it was called mitigated."""
    mitigated = sight.board.mitigated
    if mitigated is None:
        return None
    return max(mitigated, _held_since(sight, mitigated)) + round(_soak(sight))


def _release(sight: Sight, said: set[str]) -> Iterator[str]:
    """Whoever has no role, no work and no hand in what helped need not wait until it has held."""
    owners = {attempt.owner for attempt in sight.board.changes if attempt.in_place(sight.now)}
    for person in sight.here:
        needed = person in owners or person in sight.board.roles.values() or sight.busy(person)
        if not needed and f"release {person}" not in said and len(sight.here) > 1:
            said.add(f"release {person}")
            yield f"release {sight.name(person)}"


def _held_since(sight: Sight, mitigated: int) -> int:
    """Since when it holds: since it was called mitigated, and the last change could show in the journeys.

    If it was over without anyone seeing it, since the alerts cleared.
    """
    quiet = max((entry.at for entry, _ in each(sight.seen, AlertCleared)), default=0)
    made = max((attempt.done or 0 for attempt in sight.board.changes), default=0)
    felt = made + _behind(sight) if made else 0
    return max(mitigated, quiet, felt) if _helped(sight) or not quiet else max(felt, quiet)


def _behind(sight: Sight) -> int:
    """By how many seconds the slowest journey is behind of those that set off an alert."""
    fired = (sight.organisation.signals[fact.signal] for _, fact in each(sight.seen, AlertFired))
    return max((signal.lag for signal in fired if signal.shows == "success"), default=0)


def _soak(sight: Sight) -> float:
    """How long it has to hold: until slow signals agree, and for some lags of the one that shows it."""
    least = max(sight.doctrine.threshold("soak at least"), sight.behind)
    if not sight.board.changes:
        return least
    shown = sight.runbook(sight.board.changes[-1].change).signal
    return max(least, LAGS * sight.organisation.signals[shown].lag)


def _recovered(sight: Sight) -> bool:
    return (_helped(sight) and not sight.board.alerts) or passed(sight)


def _helped(sight: Sight) -> bool:
    """Whether the last change that was verified brought recovery."""
    results = [attempt.result for attempt in sight.board.changes if attempt.result]
    return bool(results) and results[-1] == "recovered"


def _wind_down(sight: Sight, said: set[str], sent: dict[str, int]) -> Iterator[str]:
    for audience in sight.doctrine.clocks:
        if audience in sight.board.heard and f"resolved {audience}" not in said:
            said.add(f"resolved {audience}")
            sent[audience] = sight.now
            yield update(sight, audience, "resolved")
    if any(work.what == "write" for work in sight.board.work.values()):
        return
    experts = [p for p in sight.here if sight.organisation.people[p].role != LEAD] or list(sight.here)
    for key, text in _steps(sight, _name(sight, experts)):
        if text and key not in said:
            said.add(key)
            yield text


def _steps(sight: Sight, owner: str) -> Iterator[tuple[str, str]]:
    """The last words of an incident, each with a name of its own."""
    why = f"find out why {_what(sight)} failed, and keep it from coming back"
    yield "resolve", "resolve"
    yield "unfreeze", "unfreeze" if sight.board.frozen else ""
    yield "follow", f'follow-up "{why}" for {owner} due friday'
    for change in _temporary(sight):
        yield (
            f"undo {change}",
            f'follow-up "{change}: take it back when it is mended" for {owner} due monday',
        )
    yield "review", f"review by {owner} due thursday"
    yield "end", "end"


def _what(sight: Sight) -> str:
    """What showed it first."""
    return next((fact.signal for _, fact in each(sight.seen, AlertFired)), "it")


def _temporary(sight: Sight) -> Iterator[str]:
    """What is switched off, held back or shut out, and has to be taken back one day."""
    made = (
        attempt for attempt in sight.board.changes if attempt.in_place(sight.now) and attempt.residual is None
    )
    names = dict.fromkeys(attempt.change for attempt in made)
    return (name for name in names if sight.runbook(name).kind in TEMPORARY)


def _name(sight: Sight, people: list[str]) -> str:
    return sight.name(people[0]) if people else "me"
