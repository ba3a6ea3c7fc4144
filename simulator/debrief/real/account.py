"""The account of a real incident: what its timeline shows, and what the doctrine says of that. No grade.

A real timeline shows a part of what was done. So there is no verdict on the whole, no belief, no what-if and
no luck: times, clocks, promises, states, and marks on what could be judged, each with its lines.
"""

from collections.abc import Iterator, Sequence

from simulator import __version__
from simulator.debrief.audiences import AudienceLane, PostMark, audiences_of
from simulator.debrief.axes import AxisLine, axes_of
from simulator.debrief.outcome import Figure
from simulator.debrief.patterns import Patterns, patterns_of
from simulator.debrief.questions import about_marks
from simulator.debrief.real.forecasts import ForecastLine, forecast_lines, unasked
from simulator.debrief.real.gathering import gathered, promises_nothing
from simulator.debrief.real.headlines import headed
from simulator.debrief.real.measures import Measures, measured
from simulator.debrief.real.needs import missing
from simulator.debrief.real.updates import NO_STATE, StateLine, UpdateLine, state_lines, update_lines
from simulator.debrief.real.words import date, happened, not_shown, shown, utc
from simulator.debrief.story import Moment, moments_of
from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import show_clock, show_minutes
from simulator.domain.entry import Entry
from simulator.domain.history import Event, History
from simulator.domain.stakes import PUBLIC
from simulator.domain.value import Value, replace
from simulator.scoring.case import Case
from simulator.scoring.real import case_of, told_by
from simulator.scoring.rules import RULES
from simulator.scoring.score import score
from simulator.scoring.scorecard import Scorecard
from simulator.scoring.words import listed

QUESTIONS = 4


class Heading(Value):
    """Which incident it is, and by which process it is judged."""

    title: str
    id: str
    began: str
    source: str
    impact: str
    places: tuple[str, ...]
    doctrine: str
    process: str


class EventLine(Value):
    """An event of the timeline as it was written down, with the numbers of the facts made of it."""

    numbers: tuple[int, ...]
    clock: str
    kind: str
    who: str
    text: str
    utc: str


class Account(Value):
    """Everything that a page on a real incident shows. `judged` of `rules` rules found something to judge."""

    heading: Heading
    happened: tuple[str, ...]
    figures: tuple[Figure, ...]
    measures: Measures
    updates: tuple[UpdateLine, ...]
    states: tuple[StateLine, ...]
    forecasts: tuple[ForecastLine, ...]
    unasked: str
    axes: tuple[AxisLine, ...]
    judged: int
    rules: int
    shown: str
    not_shown: tuple[str, ...]
    patterns: Patterns
    questions: tuple[str, ...]
    lines: tuple[EventLine, ...]
    end: int
    moments: tuple[Moment, ...]
    audiences: tuple[AudienceLane, ...]
    program: str


def account(history: History, doctrine: Doctrine) -> Account:
    """The account of an incident under a doctrine."""
    case = case_of(history, doctrine)
    card, told = gathered(score(case), case), measured(history, case)
    return Account(
        heading=_heading(history, doctrine),
        happened=tuple(happened(history, case, told)),
        figures=tuple(_figures(told)),
        measures=told,
        updates=tuple(replace(line, utc=utc(history, at)) for at, line in update_lines(case)),
        states=state_lines(case),
        forecasts=forecast_lines(case),
        unasked=unasked(case),
        axes=tuple(_axis(case, line) for line in axes_of(headed(card, doctrine), doctrine)),
        judged=len({mark.rule for mark in card.marks}),
        rules=rules_of(doctrine),
        shown=shown(history, case),
        not_shown=tuple(not_shown(history, case)),
        patterns=patterns_of(case),
        questions=_questions(card),
        lines=_lines(history, doctrine),
        end=case.end,
        moments=tuple(moments_of(case)),
        audiences=_lanes(case),
        program=__version__,
    )


def rules_of(doctrine: Doctrine) -> int:
    """How many rules a doctrine gives points."""
    return sum(doctrine.weights.get(rule.NAME, 0) > 0 for rule in RULES)


def _heading(history: History, doctrine: Doctrine) -> Heading:
    return Heading(
        history.title or "An incident", history.id, date(history), history.source, history.impact,
        history.places,
        doctrine.source, doctrine.title,
    )  # fmt: skip


def _figures(told: Measures) -> Iterator[Figure]:
    if told.lag is not None:
        yield Figure("to the first public update", show_minutes(told.lag), f"after {told.since}")
    if told.lasted is not None:
        yield Figure("from the first update to resolved", show_minutes(told.lasted))
    yield Figure("public updates", str(told.posts))
    if told.longest is not None:
        yield Figure("longest time between two", show_minutes(told.longest))
    if told.promised:
        yield Figure("promised updates that came in time", f"{told.kept} of {told.promised}")


def _axis(case: Case, line: AxisLine) -> AxisLine:
    """An axis as it is told here: none decides a grade, and one without points says what it would take."""
    rules = listed(f"{rule.title.lower()} ({rule.points})" for rule in line.rules)
    lacks = missing(case, line.name)
    without = f"Not shown: {lacks}." if lacks else "No rule found anything to judge in what is shown."
    if line.points is not None:
        return replace(line, weakest=False, says=f"From {rules}.")
    if rules:
        return replace(line, level="too little", says=f"Too little for points: only {rules}. {without}")
    return replace(line, level="not shown" if lacks else "not judged", says=without)


def _questions(card: Scorecard) -> tuple[str, ...]:
    """Questions on what cost most by the doctrine, one for each rule. A promise never made is no question."""
    marks = [mark for mark in card.marks if not promises_nothing(mark)]
    return tuple(question.text for question in about_marks(marks))[:QUESTIONS]


def _lanes(case: Case) -> tuple[AudienceLane, ...]:
    """The audiences in view; of the others nobody can tell what they heard."""
    lanes = (lane for lane in audiences_of(case) if lane.posts or case.hears(lane.audience))
    return tuple(replace(lane, posts=tuple(_as_marked(case, post) for post in lane.posts)) for lane in lanes)


def _as_marked(case: Case, post: PostMark) -> PostMark:
    """An update in the figure, without a state that it did not give."""
    if post.entry not in case.records.unmarked:
        return post
    return replace(post, state=NO_STATE, says=NO_STATE + post.says.removeprefix(post.state))


def _lines(history: History, doctrine: Doctrine) -> tuple[EventLine, ...]:
    return tuple(
        EventLine(
            _numbers(entries),
            show_clock(event.at),
            _kind(event),
            event.who,
            _text(event),
            utc(history, event.at),
        )
        for event, entries in told_by(history, doctrine)
        if event.text or entries
    )


def _numbers(entries: Sequence[Entry]) -> tuple[int, ...]:
    return tuple(entry.number for entry in entries)


def _kind(event: Event) -> str:
    if event.kind == "post":
        audience = "" if event.about in ("", PUBLIC) else f" to {event.about}"
        return f"update{audience}" + (f", {event.state}" if event.state else "")
    about = event.about if event.kind in ("declare", "severity", "assign", "page") else ""
    return " ".join(part for part in (event.kind, about, event.state) if part)


def _text(event: Event) -> str:
    named = f" (named: {listed(event.scope)})" if event.scope else ""
    return f"{event.text}{named}"
