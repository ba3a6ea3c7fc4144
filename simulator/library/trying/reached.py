"""What a play reached, read off its timeline."""

from collections.abc import Iterator, Sequence

from simulator.domain.entry import Entry, each
from simulator.domain.fact import (
    AlertFired,
    CauseDrawn,
    ChangeActed,
    ChangeFailed,
    ChangeOrdered,
    ClueFound,
    EffectSetIn,
    Ended,
    HazardDrawn,
    Said,
    Swooped,
)
from simulator.domain.scenario import Scenario
from simulator.library.trying.items import Item, acted, items_of, outcome_name, under


def reached(scenario: Scenario, entries: Sequence[Entry]) -> tuple[str, ...]:
    """Keys of the items that a timeline reached, in the order of the file."""
    names = {(kind, name) for kind, name in _named(scenario, entries)}
    lines = frozenset(_sources(entries))
    return tuple(item.key for item in items_of(scenario) if _is_reached(item, names, lines))


def _is_reached(item: Item, names: set[tuple[str, str]], lines: frozenset[str]) -> bool:
    """Clues and injects are known by the line that entries cite, the rest by name."""
    if item.kind in ("clue", "inject") and not item.acts:
        return str(item.origin) in lines
    return (item.kind, item.acts or item.name) in names


def _sources(entries: Sequence[Entry]) -> Iterator[str]:
    return (entry.source for entry in entries if isinstance(entry.fact, ClueFound | Said | Swooped))


def _named(scenario: Scenario, entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    cause = next(fact.cause for _, fact in each(entries, CauseDrawn))
    yield "cause", cause
    yield from (("alert", fact.alert) for _, fact in each(entries, AlertFired))
    yield from (("change", fact.change) for _, fact in each(entries, ChangeOrdered))
    yield from (("ending", fact.why) for _, fact in each(entries, Ended))
    yield from (("inject", fact.why) for _, fact in each(entries, EffectSetIn))
    yield from (("outcome", name) for name in _outcomes(scenario, cause, entries))
    yield from (("hazard", name) for name in _hazards(entries))


def _outcomes(scenario: Scenario, cause: str, entries: Sequence[Entry]) -> Iterator[str]:
    """Outcomes that did all that is written; one that never works counts when the change was made."""
    for entry in entries:
        fact = entry.fact
        if isinstance(fact, ChangeActed | ChangeFailed):
            written = under(scenario, fact.change, cause)
            expected = acted(scenario.outcome(fact.change, cause))
            did = fact.acted if isinstance(fact, ChangeActed) else ""
            if written and (not expected or did == expected):
                yield outcome_name(fact.change, written)


def _hazards(entries: Sequence[Entry]) -> Iterator[str]:
    """Hazards that were real when the change was made."""
    made = {fact.change for _, fact in each(entries, ChangeActed)}
    for _, fact in each(entries, HazardDrawn):
        if fact.holds and fact.change in made:
            yield f"{fact.change}: {fact.hazard}"
