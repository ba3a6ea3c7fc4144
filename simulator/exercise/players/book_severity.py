"""By the book: the severity that can be known, raised and lowered when something shows that bears on it."""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial

from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, read_by
from simulator.domain.fact import Looked
from simulator.domain.organisation import Organisation
from simulator.domain.severity import Sign, Warrant
from simulator.domain.signs import FOR_GOOD, Shown, lasting, shows, together
from simulator.exercise.sight import Sight

VOUCHES = 5 * MINUTE
"""What a look has shown is taken to last for so long."""
LOOKS_AGAIN = 3 * MINUTE
LOOKS_ROUND = 5 * MINUTE
LOOKS: frozenset[type] = frozenset({Looked})


def level(sight: Sight) -> str:
    """The level to declare: what shows, the higher of two; else the usual level."""
    warrant = warranted(sight)
    return _highest(sight, warrant) if warrant else sight.doctrine.usual


def severity(sight: Sight) -> Iterator[str]:
    """A change of severity, when the one in force is none of those that are right by now."""
    board, warrant = sight.board, warranted(sight)
    if warrant is None or not board.severity or board.mitigated is not None:
        return
    if board.severity not in _levels(sight, warrant):
        yield f"severity {_highest(sight, warrant)} because {warrant.because}"
    elif sight.now - sight.looked >= _patience(sight, warrant):
        yield "signals"


def rise_due(sight: Sight) -> int | None:
    """The next second at which the clock alone may make another level right: it has lasted for so long."""
    signs = (sign for warrant in sight.scenario.severity for sign in warrant.signs if sign.kind == "impact")
    begins = [stretch.since for sign in signs for stretch in _stretches(sight, sign)]
    return min((at for at in begins if at > sight.now), default=None)


def _patience(sight: Sight, warrant: Warrant) -> float:
    """How long the last look will do, where the severity hangs on how many fail; soon, if that is many."""
    signs = (sign for other in sight.scenario.severity if other != warrant for sign in other.signs)
    shares = [sign.amount for sign in signs if sign.kind == "failing"]
    if not shares:
        return math.inf
    failing = _share(sight.organisation, tuple(sight.readings.items()))
    return LOOKS_AGAIN if failing >= min(shares) else LOOKS_ROUND


def warranted(sight: Sight) -> Warrant | None:
    """The last warrant of the scenario that shows, of those whose levels the doctrine knows."""
    known = (warrant for warrant in reversed(sight.scenario.severity) if _levels(sight, warrant))
    due = (warrant for warrant in known if not warrant.signs or _shows(sight, warrant))
    return next(due, None)


def _levels(sight: Sight, warrant: Warrant) -> Sequence[str]:
    return _known(sight.doctrine, warrant.levels)


@lru_cache(maxsize=256)
def _known(doctrine: Doctrine, levels: tuple[str, ...]) -> Sequence[str]:
    """The levels of some that a doctrine knows, by its own names."""
    return tuple(doctrine.level(one) for one in levels if doctrine.knows(one))


def _highest(sight: Sight, warrant: Warrant) -> str:
    return min(_levels(sight, warrant), key=sight.doctrine.rank)


def _shows(sight: Sight, warrant: Warrant) -> bool:
    """Whether all signs have shown at one time by now."""
    stretches: Sequence[Shown] = (Shown(0, FOR_GOOD, 0),)
    for sign in warrant.signs:
        stretches = together(stretches, _stretches(sight, sign))
    return any(one.since <= sight.now for one in stretches)


def _stretches(sight: Sight, sign: Sign) -> Sequence[Shown]:
    match sign.kind:
        case "impact":
            return tuple(lasting(_felt(sight), sign.seconds))
        case "failing":
            return tuple(lasting(_failing(sight, sign.amount), sign.seconds))
        case _:
            return shows(sign, sight.seen, sight.scenario.injects)


def _felt(sight: Sight) -> Iterator[Shown]:
    """Customers are affected from the first evidence until it was called mitigated."""
    evident, until = sight.board.evident, sight.board.mitigated
    if evident is not None:
        yield Shown(evident, FOR_GOOD if until is None else until, 0)


def _failing(sight: Sight, share: float) -> Sequence[Shown]:
    """While at least a share of customers fails, as the signals showed whenever somebody looked."""
    return read_by(sight.seen, LOOKS, _failures(sight.organisation, share)).shown


@lru_cache(maxsize=256)
def _failures(organisation: Organisation, share: float) -> Callable[[], "Failures"]:
    return partial(Failures, organisation, share)


class Failures:
    """The stretches in which at least a share of customers failed, read off one look after the other."""

    def __init__(self, organisation: Organisation, share: float) -> None:
        self._organisation, self._share = organisation, share
        self._ended: list[Shown] = []
        self._run: Shown | None = None

    @property
    def shown(self) -> Sequence[Shown]:
        """The stretches so far; the last may go on."""
        return [*self._ended, self._run] if self._run else self._ended

    def take(self, entry: Entry) -> None:
        """One more look."""
        readings = entry.fact.readings if isinstance(entry.fact, Looked) else ()
        fails = bool(readings) and _share(self._organisation, readings) >= self._share
        if self._run is not None and (entry.at > self._run.until or not fails):
            self._ended.append(self._run)
            self._run = None
        if fails:
            begun = self._run or Shown(entry.at, entry.at, entry.number)
            self._run = begun._replace(until=entry.at + VOUCHES)


@lru_cache(maxsize=512)
def _share(organisation: Organisation, readings: tuple[tuple[str, float], ...]) -> float:
    """The share of customers that fails by what the signals of their journeys read."""
    works = dict[str, float]()
    for name, value in readings:
        signal = organisation.signals[name]
        if signal.shows == "success" and signal.of in organisation.journeys:
            works[signal.of] = min(value, works.get(signal.of, 1.0))
    return sum(organisation.journeys[name].share * (1 - value) for name, value in works.items())
