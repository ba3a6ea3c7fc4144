"""Journeys that failed and seemed well: what is theirs alone read normal, and nobody had said otherwise."""

from simulator.domain.entry import Entry
from simulator.domain.fact import AlertFired, Answered, ClueFound, CustomersReported, Looked, Said
from simulator.domain.organisation import Signal
from simulator.domain.scope_in_text import journeys_in, things_in
from simulator.scoring.case import Case
from simulator.scoring.ledger import customers
from simulator.scoring.sighted import once


def looks_well(case: Case, journey: str, at: int) -> bool:
    """Whether nothing told by a second that a journey fails, but for errors of what others need as well.

    `search` has no chart of its own, but that of the search service: while it is quiet nobody has to conclude
    from errors in the app that search fails.
    """
    since = _told_since(case).get(journey)
    return bool(_its_alone(case, journey)) and (since is None or since > at)


def _its_alone(case: Case, journey: str) -> list[Signal]:
    """The errors of services that only this journey needs, where it is not measured itself."""
    journeys, signals = case.organisation.journeys, case.organisation.signals.values()
    if customers.own(case, journey):
        return []
    others = {need for name, one in journeys.items() if name != journey for need in one.needs}
    alone = set(journeys[journey].needs) - others
    return [one for one in signals if one.of in alone and one.shows == "errors"]


@once
def _told_since(case: Case) -> dict[str, int]:
    """When it was first told, for each such journey, in seconds: by its part's alert, a look, or in words."""
    every = ((name, {one.name for one in _its_alone(case, name)}) for name in case.organisation.journeys)
    theirs = {name: signals for name, signals in every if signals}
    found: dict[str, int] = {}
    for entry in case.seen if theirs else ():
        signals, named = _showing(entry), _naming(case, entry)
        for name, own in theirs.items():
            if name in named or not own.isdisjoint(signals):
                found.setdefault(name, entry.at)
    return found


def _showing(entry: Entry) -> set[str]:
    """The signals by which a line tells of errors."""
    match entry.fact:
        case AlertFired(signal=signal):
            return {signal}
        case Looked(readings=readings):
            return {name for name, value in readings if value >= customers.SURELY}
        case _:
            return set()


def _naming(case: Case, entry: Entry) -> set[str]:
    """The journeys that somebody says do not work."""
    match entry.fact:
        case CustomersReported(says=says) | Said(says=says) | Answered(says=says) | ClueFound(says=says):
            return {*journeys_in(says, case.organisation), *things_in(says, case.organisation)}
        case _:
            return set()
