"""Which journeys fail and how much: as the dashboards showed it, and as it really was."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence

from simulator.domain.entry import Entry, each
from simulator.domain.fact import AlertFired, CustomersReported, ImpactChanged, Looked
from simulator.domain.organisation import Signal
from simulator.scoring.case import Case
from simulator.scoring.sighted import once

HARDLY = 0.03
"""A journey of which less fails may as well be called working (assumption)."""
SURELY = 0.05
"""A journey of which more fails has to be named, once that is known (assumption)."""

Shares = Mapping[str, float]
TELLING = (AlertFired, CustomersReported)


def told(case: Case) -> bool:
    """Whether the timeline says which journeys failed, so that a scope can be measured."""
    return any(shares for shares in _course(case)[1])


def really(case: Case, at: int) -> Shares:
    """The failing share of each journey at a second (truth)."""
    turns, states = _course(case)
    index = bisect_right(turns, at) - 1
    return states[index] if index >= 0 else {}


def least_known(case: Case, since: int, until: int) -> Shares:
    """The least share of each journey that was known to fail at every second from one to another."""
    return {name: min(shares) for name, shares in _shown(case, since, until).items()}


def most_known(case: Case, since: int, until: int) -> Shares:
    """The largest share of each journey that was known to fail at some second from one to another."""
    return {name: max(shares) for name, shares in _shown(case, since, until).items()}


@once
def lag(case: Case, journey: str) -> int:
    """Seconds that what is shown of a journey is behind: its own signal, else errors of what it needs."""
    return min((one.lag for one in _watching(case, journey)), default=case.view_lag)


def _watching(case: Case, journey: str) -> Sequence[Signal]:
    """The signals that show how a journey is: its own, else errors of the services it needs."""
    signals, needs = case.organisation.signals.values(), case.organisation.journeys[journey].needs
    own = [one for one in signals if one.of == journey and one.shows == "success"]
    return own or [one for one in signals if one.of in needs and one.shows == "errors"]


def shown_by(case: Case, journey: str, before: int) -> tuple[str, ...]:
    """What showed before a line that a journey failed: of several signals those that had set off an alert."""
    names = [one.name for one in _watching(case, journey)]
    fired = {fact.signal for entry, fact in each(case.seen, AlertFired) if entry.number < before}
    return tuple([name for name in names if name in fired] or names)


def began(case: Case, journey: str) -> int | None:
    """The second from which a journey failed so much that it had to be named (truth), else None."""
    turns, states = _course(case)
    failing = (at for at, shares in zip(turns, states, strict=True) if shares.get(journey, 0.0) >= SURELY)
    return next(failing, None)


def first_known(case: Case, journey: str) -> int | None:
    """The second from which that could be known, None when it never could."""
    since = began(case, journey)
    shown = None if since is None else since + lag(case, journey)
    return shown if shown is not None and shown <= case.end else None


def last_shown(case: Case, before: int) -> tuple[int, ...]:
    """The last line before one that showed who is hurt: an alert, customers' reports, a look at signals."""
    lines = [e.number for e in _telling(case) if e.number < before]
    return tuple(lines[-1:])


def last_hurt(case: Case, before: int, scope: Collection[str]) -> tuple[int, ...]:
    """The last such line before another at which one that is named was known to fail, or any."""
    journeys = [name for name in scope if name in case.organisation.journeys]
    for entry in reversed(_telling(case)):
        shown = most_known(case, entry.at, entry.at) if entry.number < before else {}
        if any(share >= HARDLY for name, share in shown.items() if not journeys or name in journeys):
            return (entry.number,)
    return ()


@once
def _shown(case: Case, since: int, until: int) -> Mapping[str, Sequence[float]]:
    """What the dashboards showed of each journey between two seconds, as old as they are."""
    return {name: _shown_of(case, name, since, until) for name in case.organisation.journeys}


def _shown_of(case: Case, journey: str, since: int, until: int) -> Sequence[float]:
    turns, states = _course(case)
    behind = lag(case, journey)
    begin = bisect_right(turns, since - behind) - 1
    end = bisect_right(turns, until - behind)
    shown = [shares.get(journey, 0.0) for shares in states[max(0, begin) : max(0, end)]]
    return shown if begin >= 0 and shown else [0.0, *shown]


@once
def _course(case: Case) -> tuple[tuple[int, ...], tuple[Shares, ...]]:
    lines = list(each(case.entries, ImpactChanged))
    return tuple(e.at for e, _ in lines), tuple(dict(fact.journeys) for _, fact in lines)


@once
def _telling(case: Case) -> tuple[Entry, ...]:
    return tuple(entry for entry in case.seen if _tells(entry))


def _tells(entry: Entry) -> bool:
    """Whether a line shows how customers are; a look at the people on the call, say, does not."""
    if isinstance(entry.fact, Looked):
        return bool(entry.fact.readings)
    return isinstance(entry.fact, TELLING)
