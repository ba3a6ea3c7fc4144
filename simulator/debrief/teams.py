"""Teams that met the same outage with the same luck, side by side at the same seconds. No ranking."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from markupsafe import Markup

from simulator.debrief.changes import clashes_of
from simulator.debrief.page import rendered, styled
from simulator.domain import course
from simulator.domain.duration import show_clock, show_minutes
from simulator.domain.entry import first
from simulator.domain.fact import CalledMitigated, ChangeStarted, Declared, Resolved
from simulator.domain.value import Value
from simulator.scoring.case import Case

PAGE = "teams.html.j2"
NEVER = "never"


class Course(Value):
    """How one team went. Seconds are None for what did not come; `lost` are customer-minutes.

    `told` maps an audience to the second of its first update; `confounded` are seconds in which two changes
    could not be told apart; `curve` is what customers had lost by each second, `failing` how many failed.
    """

    team: str
    declared: int | None
    told: Mapping[str, int]
    first_change: int | None
    first_verified: int | None
    mitigated: int | None
    resolved: int | None
    end: int
    confounded: int
    lost: float
    curve: tuple[tuple[int, float], ...]
    failing: tuple[tuple[int, float], ...]


class Row(Value):
    """One thing to compare: what it is, and how it came out for each team, in the order of the teams."""

    what: str
    cells: tuple[str, ...]


def course_of(case: Case, team: str) -> Course:
    """The course of a case."""
    begun = case.started
    verified = [each.verified for each in case.attempts if each.verified is not None]
    told = {who: sent[0].at for who, sent in ((who, case.sent(who)) for who in case.updates) if sent}
    return Course(
        team=team,
        declared=_at(case, Declared),
        told=told,
        first_change=_at(case, ChangeStarted) if begun else None,
        first_verified=min(verified, default=None),
        mitigated=_at(case, CalledMitigated),
        resolved=_at(case, Resolved),
        end=case.end,
        confounded=_confounded(case),
        lost=course.customer_minutes(case.entries),
        curve=tuple(_curve(case)),
        failing=tuple(point for step in case.impact for point in _ends(step)),
    )


def _at(case: Case, kind: type[object]) -> int | None:
    entry = first(case.seen, kind)
    return entry.at if entry else None


def _ends(step: course.Step) -> tuple[tuple[int, float], tuple[int, float]]:
    return (step.at, step.begins), (step.until, step.ends)


PIECES = 8
"""A stretch in which the number of failing customers moves is drawn with so many straight pieces."""


def _curve(case: Case) -> Iterator[tuple[int, float]]:
    """What had been lost, along each stretch: straight while as many fail, else in a few pieces."""
    totals = [*(step.total for step in case.impact[1:]), course.customer_minutes(case.entries)]
    for step, after in zip(case.impact, totals, strict=True):
        pieces = 1 if step.begins == step.ends else PIECES
        for piece in range(pieces + 1):
            share = piece / pieces
            lost = step.total + (after - step.total) * _part(step, share)
            yield step.at + round(share * (step.until - step.at)), lost


def _part(step: course.Step, share: float) -> float:
    """The part of what a stretch cost that has been lost after a share of its time."""
    both = step.begins + step.ends
    return share * (2 * step.begins + share * (step.ends - step.begins)) / both if both else share


def _confounded(case: Case) -> int:
    """Seconds in which any two changes could not be told apart, each counted once."""
    until, seconds = 0, 0
    for clash in sorted(clashes_of(case), key=lambda clash: clash.since):
        seconds += max(0, clash.until - max(until, clash.since))
        until = max(until, clash.until)
    return seconds


def rows_of(courses: Sequence[Course]) -> tuple[Row, ...]:
    """The table under the figure."""
    audiences = dict.fromkeys(who for one in courses for who in one.told)
    named = [
        _clocks("declared", [one.declared for one in courses]),
        *(_clocks(f"first word to {who}", [one.told.get(who) for one in courses]) for who in audiences),
        _clocks("first change begun", [one.first_change for one in courses]),
        _clocks("first change verified", [one.first_verified for one in courses]),
        _clocks("called mitigated", [one.mitigated for one in courses]),
        _clocks("called resolved", [one.resolved for one in courses]),
        Row("changes that could not be told apart", tuple(_span(one.confounded) for one in courses)),
        Row("customer-minutes lost", tuple(f"{one.lost:,.0f}" for one in courses)),
    ]
    return tuple(named)


def _clocks(what: str, ats: Sequence[int | None]) -> Row:
    return Row(what, tuple(NEVER if at is None else show_clock(at) for at in ats))


def _span(seconds: int) -> str:
    return show_minutes(seconds) if seconds else "none"


def teams_page(title: str, about: str, courses: Sequence[Course], templates: Path) -> str:
    """The page, teams by name. `templates` is as for the debrief."""
    from simulator.debrief.figures.teams import about_teams, draw_teams

    ordered = sorted(courses, key=lambda one: one.team)
    drawn = draw_teams(ordered).svg("teams", "The teams at the same seconds", about_teams(ordered))
    values = {
        "title": title, "about": about, "teams": [one.team for one in ordered], "rows": rows_of(ordered),
        "figure": Markup(drawn), "styles": styled(templates),
    }  # fmt: skip
    return rendered(templates, PAGE, values)
