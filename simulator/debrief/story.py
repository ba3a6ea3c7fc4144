"""The story of an incident on one time axis: impact, changes, news, people, and what could be believed."""

from collections.abc import Iterator

from simulator.debrief.audiences import AudienceLane, audiences_of
from simulator.debrief.beliefs import Belief, beliefs_of
from simulator.debrief.changes import ChangeLane, Clash, changes_of, clashes_of
from simulator.debrief.people import PersonLane, Utterance, people_of, utterances_of
from simulator.debrief.reader import Reader
from simulator.debrief.then import Then, then_of
from simulator.domain import course
from simulator.domain.entry import Entry, each, first
from simulator.domain.fact import AlertFired, CalledMitigated, Declared, ImpactChanged, Resolved
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.spells import came_back, spells_of

CAME_BACK = "failing again"
"""What the second is called at which customers failed again."""


class Moment(Value):
    """A second worth a line across everything."""

    at: int
    name: str
    entry: int


class Stretch(Value):
    """Customers failing, from `begins` at `at` in a straight line to `ends` at `until`."""

    at: int
    until: int
    begins: int
    ends: int


class Story(Value):
    """Everything that is drawn along the time axis, which runs from 0 to `end`."""

    end: int
    lost: float | None
    impact: tuple[Stretch, ...]
    moments: tuple[Moment, ...]
    changes: tuple[ChangeLane, ...]
    clashes: tuple[Clash, ...]
    audiences: tuple[AudienceLane, ...]
    people: tuple[PersonLane, ...]
    utterances: tuple[Utterance, ...]
    beliefs: tuple[Belief, ...]
    then: Then | None


def story_of(case: Case, reader: Reader) -> Story:
    """The story of a case."""
    impact = tuple(Stretch(step.at, step.until, step.begins, step.ends) for step in case.impact)
    return Story(
        end=case.end,
        lost=course.customer_minutes(case.entries) if impact else None,
        impact=impact,
        moments=tuple(moments_of(case)),
        changes=changes_of(case),
        clashes=clashes_of(case),
        audiences=audiences_of(case),
        people=people_of(case, reader),
        utterances=utterances_of(case, reader),
        beliefs=beliefs_of(case),
        then=then_of(case),
    )


def _sign(trouble: Entry) -> str:
    """What showed it first to the call: dashboards may have been red before."""
    return "first alarm" if isinstance(trouble.fact, AlertFired) else "first report"


def _line_at(case: Case, at: int) -> int:
    """The line which says that customers fail from a second on."""
    return max(e.number for e, _ in each(case.entries, ImpactChanged) if e.at == at)


def moments_of(case: Case) -> Iterator[Moment]:
    """The first sign, the declaration, when it was called mitigated and resolved, when its leader left.

    And when customers failed again, who had been well.
    """
    if case.trouble is not None:
        yield Moment(case.trouble.at, _sign(case.trouble), case.trouble.number)
    for name, kind in (("declared", Declared), ("mitigated", CalledMitigated), ("resolved", Resolved)):
        entry = first(case.seen, kind)
        if entry is not None:
            yield Moment(entry.at, name, entry.number)
    for spell in came_back(spells_of(case.impact)):
        yield Moment(spell.since, CAME_BACK, _line_at(case, spell.since))
    for stretch in case.others:
        yield Moment(stretch.begins.at, "handed over", stretch.begins.number)
        if stretch.ends is not None:
            yield Moment(stretch.ends.at, "taken back", stretch.ends.number)
    if case.left is not None:
        yield Moment(case.left.at, "left", case.left.number)
