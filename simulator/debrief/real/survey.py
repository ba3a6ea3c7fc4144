"""Many real incidents together: each one's measures and points, and what is usual, quarter by quarter."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from statistics import median, quantiles

from simulator.debrief.real.account import rules_of
from simulator.debrief.real.headlines import headed
from simulator.debrief.real.measures import Measures, measured
from simulator.domain.doctrine import AXES, Doctrine
from simulator.domain.history import History
from simulator.domain.value import Value
from simulator.scoring.real import case_of
from simulator.scoring.score import score

ALL = "all"


class Reviewed(Value):
    """One incident: where it stands, its measures, the points of each axis, how many rules could judge."""

    file: str
    id: str
    title: str
    began: str
    quarter: str
    planned: bool
    impact: str
    measures: Measures
    points: tuple[tuple[str, int | None], ...]
    judged: int


class Usual(Value):
    """How a number is spread over incidents: how many have it, and its quartiles in seconds or points."""

    count: int
    low: float | None
    middle: float | None
    high: float | None


class Period(Value):
    """The incidents of a quarter, or all. `judged` is the mean share of rules that found something.

    `gap` is spread over the usual times between posts of each incident, so that one with many posts counts
    no more than another, and no more than the `longest` of the same incidents can it be.
    """

    name: str
    incidents: int
    lag: Usual
    gap: Usual
    longest: Usual
    posts: float | None
    promised: int
    kept: int
    back: int
    points: tuple[tuple[str, Usual], ...]
    judged: float


class Survey(Value):
    """Everything that the page on many incidents shows. Planned work is counted apart and not in it."""

    process: str
    rules: int
    whole: Period
    quarters: tuple[Period, ...]
    incidents: tuple[Reviewed, ...]
    planned: int
    problems: tuple[str, ...]


def reviewed(history: History, doctrine: Doctrine, file: str) -> Reviewed:
    """An incident of many: measured and judged, without its page."""
    case = case_of(history, doctrine)
    card = headed(score(case), doctrine)
    points = ((axis.axis, None if axis.points is None else round(axis.points)) for axis in card.axes)
    return Reviewed(
        file, history.id, history.title, history.began, quarter_of(history.began), history.planned,
        history.impact,
        measured(history, case), tuple(points), len({mark.rule for mark in card.marks}),
    )  # fmt: skip


def quarter_of(began: str) -> str:
    """The quarter of a date; empty for none."""
    if not began:
        return ""
    date = datetime.fromisoformat(began)
    return f"{date.year} Q{(date.month + 2) // 3}"


def survey(found: Iterable[Reviewed], doctrine: Doctrine, problems: Sequence[str] = ()) -> Survey:
    """The survey of incidents that were reviewed one by one, the oldest first."""
    every = sorted(found, key=lambda one: (one.began, one.file, one.id))
    real = [one for one in every if not one.planned]
    rules = rules_of(doctrine)
    names = sorted({one.quarter for one in real})
    quarters = tuple(
        _period(name or "undated", [r for r in real if r.quarter == name], rules) for name in names
    )
    planned = len(every) - len(real)
    return Survey(
        doctrine.title, rules, _period(ALL, real, rules), quarters, tuple(real), planned, tuple(problems)
    )


def _period(name: str, of: Sequence[Reviewed], rules: int) -> Period:
    told = [one.measures for one in of]
    return Period(
        name=name,
        incidents=len(of),
        lag=_usual(_known(told, lambda one: one.lag)),
        gap=_usual(_known(told, lambda one: one.usual)),
        longest=_usual(_known(told, lambda one: one.longest)),
        posts=median(one.posts for one in told) if told else None,
        promised=sum(one.promised for one in told),
        kept=sum(one.kept for one in told),
        back=sum(one.back > 0 for one in told),
        points=tuple((axis, _usual(_points(of, axis))) for axis in AXES),
        judged=sum(one.judged for one in of) / (len(of) * rules) if of and rules else 0.0,
    )


def _known(told: Iterable[Measures], of: Callable[[Measures], float | None]) -> Iterator[float]:
    return (value for one in told if (value := of(one)) is not None)


def _points(of: Iterable[Reviewed], axis: str) -> Iterator[int]:
    return (points for one in of for name, points in one.points if name == axis and points is not None)


def _usual(values: Iterable[float]) -> Usual:
    every = sorted(values)
    if not every:
        return Usual(0, None, None, None)
    low, middle, high = quantiles(every, n=4, method="inclusive") if len(every) > 1 else every * 3
    return Usual(len(every), float(low), float(middle), float(high))
