"""Which severity was warranted from when, by what could be known then."""

from collections.abc import Callable, Iterator, Sequence

from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import MINUTE
from simulator.domain.severity import Sign, Warrant
from simulator.domain.signs import FOR_GOOD, Shown, lasting, shows, together
from simulator.domain.value import Value, replace
from simulator.scoring.case import NEGLIGIBLE, Case
from simulator.scoring.sighted import once

LOOKS = 600
"""How often it is looked at how many customers were known to be failing, but once a minute at most."""
LOWER_OF_TWO = 0.8
"""What the lower of two levels that can be defended is worth where the higher is to be taken (assumption):
what can be defended fails nobody."""
TOO_HIGH = 0.7
"""What is left of the worth with each level too high (assumption): people are called for nothing, and whoever
is unsure is told to take the higher; so one level fails nobody by itself, and two do."""


class Phase(Value):
    """A stretch of time with what was warranted in it, and the line that showed it.

    `levels` are this doctrine's own names; of several each can be defended.
    """

    levels: tuple[str, ...]
    because: str
    since: int
    until: int
    entry: int


@once
def phases(case: Case) -> tuple[Phase, ...]:
    """What was warranted, one stretch after the other; none where nothing was written, or nothing showed.

    Of the warrants that are due the last of the file holds. Levels that the doctrine does not know bind
    nobody.
    """
    found: list[Phase] = []
    highest = -1
    for since, order, levels, shown in sorted(_dues(case), key=lambda due: due[:2]):
        if order > highest:
            highest = order
            if not found or levels != found[-1].levels:
                because = case.scenario.severity[order].because
                found = [*(_ended(found, since)), Phase(levels, because, since, FOR_GOOD, shown)]
    return tuple(found)


def _ended(found: Sequence[Phase], at: int) -> Iterator[Phase]:
    """The phases before a new one; one that began in the same second never held."""
    yield from found[:-1]
    yield from (replace(one, until=at) for one in found[-1:] if one.since < at)


def _dues(case: Case) -> Iterator[tuple[int, int, tuple[str, ...], int]]:
    """Every warrant that became due: when, its place in the file, its levels, the line that showed it."""
    for order, warrant in enumerate(case.scenario.severity):
        levels = tuple(dict.fromkeys(_known(case.doctrine, warrant.levels)))
        shown = _shown(case, warrant) if levels else None
        if shown is not None:
            yield shown.since, order, levels, shown.entry


def _known(doctrine: Doctrine, levels: Sequence[str]) -> Iterator[str]:
    for level in levels:
        if doctrine.knows(level):
            yield doctrine.level(level)


def _shown(case: Case, warrant: Warrant) -> Shown | None:
    """When all signs of a warrant first showed together."""
    begun = case.trouble or case.declared
    if begun is None:
        return None
    stretches: tuple[Shown, ...] = (Shown(begun.at, FOR_GOOD, begun.number),)
    for sign in warrant.signs:
        stretches = together(stretches, _stretches(case, sign))
    first = next(iter(stretches), None)
    return first if first is not None and first.since <= case.end else None


def _stretches(case: Case, sign: Sign) -> tuple[Shown, ...]:
    match sign.kind:
        case "impact":
            return tuple(lasting(_felt(case), sign.seconds))
        case "failing":
            return tuple(lasting(_runs(_shares(case), lambda share: share >= sign.amount), sign.seconds))
        case _:
            return shows(sign, case.seen, case.scenario.injects)


@once
def _shares(case: Case) -> tuple[tuple[Shown, float], ...]:
    """The share of active customers that was known to fail, at even times from the first evidence on."""
    if case.trouble is None or not case.impact:
        return ()
    number, begun = case.trouble.number, case.trouble.at
    pause = max(MINUTE, (case.end - begun) // LOOKS)
    return tuple(
        (Shown(at, at + pause, number), (case.known_failing(at) or 0.0) / max(1.0, case.active(at)))
        for at in range(begun, case.end + pause, pause)
    )


def _runs(shares: Sequence[tuple[Shown, float]], holds: Callable[[float], bool]) -> Iterator[Shown]:
    """The stretches in which something holds."""
    run: Shown | None = None
    for look, share in shares:
        if holds(share):
            run = look if run is None else run._replace(until=look.until)
        elif run is not None:
            yield run
            run = None
    if run is not None:
        yield run


@once
def _felt(case: Case) -> tuple[Shown, ...]:
    """The stretches in which customers were known to be failing; a pause that did not hold ends none."""
    return tuple(_bridged(case))


def _bridged(case: Case) -> Iterator[Shown]:
    pause = case.doctrine.threshold("soak at least")
    run: Shown | None = None
    for one in _runs(_shares(case), lambda share: share > NEGLIGIBLE):
        if run is not None and one.since - run.until >= pause:
            yield run
            run = None
        run = one if run is None else run._replace(until=one.until)
    if run is not None:
        yield run


def judged_until(case: Case) -> int:
    """The second up to which a severity matters: customers are well and that was said, or nothing is owed."""
    if case.mitigated is None:
        return case.over
    last = max((one.until for one in _felt(case)), default=case.mitigated.at)
    return min(case.over, max(case.mitigated.at, last))


def known_well(case: Case) -> int | None:
    """From when on customers were known to be well for good, None where nothing tells that they failed."""
    failed = [turn for turn in case.turns if case.affected(turn)]
    return case.relief(failed[-1]) if failed else None


def fit(doctrine: Doctrine, severity: str, levels: Sequence[str]) -> float:
    """How well a severity fits what was warranted: 1 for a right one, 0 for one that is too low."""
    rank, ranks = doctrine.rank(severity), [doctrine.rank(level) for level in levels]
    if rank > max(ranks):
        return 0.0
    if rank < min(ranks):
        return float(TOO_HIGH ** (min(ranks) - rank))
    lower = rank > min(ranks) and doctrine.switches.get("higher severity when unsure", False)
    return LOWER_OF_TWO if lower else 1.0


def too_low(doctrine: Doctrine, severity: str, levels: Sequence[str]) -> bool:
    """Whether a severity is below everything that was warranted."""
    return doctrine.rank(severity) > max(doctrine.rank(level) for level in levels)
