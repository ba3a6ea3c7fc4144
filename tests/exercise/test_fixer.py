"""The player that goes on with what is done about the outage alone: as well as the book, in fewer words."""

from itertools import pairwise

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import (
    CalledMitigated,
    ChangeActed,
    ChangeDone,
    ChangeOrdered,
    Commanded,
    ImpactChanged,
    Posted,
    SitrepGiven,
)
from simulator.domain.notation import read_timeline
from simulator.domain.seats import COMMANDER
from simulator.exercise import Exercise, take_turn
from simulator.exercise.players import ByTheBook, play
from simulator.exercise.players.fixer import LOOKS_UP
from simulator.exercise.players.instead import Step
from simulator.exercise.variations import (
    HOLDS,
    Turning,
    Variation,
    _ended,
    _settled,
    play_on,
)
from tests.plays import shipped

HOURS = {"write-stall": range(1, 9), "customer-config": range(1, 5), "late-messages": range(1, 5)}


def by_the_book(outage, seed):
    """A play by the book, and the second from which customers were well."""
    exercise = play(Exercise(*shipped(outage), seed), ByTheBook())
    return exercise, well_from(exercise)


def played_on(outage, seed, step=None):
    """The same of a play that nobody had begun, played on from its first second."""
    exercise = Exercise(*shipped(outage), seed)
    turning = Turning(since=0, before=0, counted=exercise.scenario.limit)
    play_on(exercise, exercise.recording, turning, Variation(0, step=step))
    return exercise, well_from(exercise)


def well_from(exercise):
    """The second from which nobody failed any more, None where somebody did to the end."""
    told = [(entry.at, fact.failing) for entry, fact in each(exercise.entries, ImpactChanged)]
    failed = [place for place, (_, failing) in enumerate(told) if failing]
    return told[failed[-1] + 1][0] if failed and failed[-1] + 1 < len(told) else None


@pytest.mark.parametrize("outage", HOURS)
def test_it_ends_the_outage_about_when_the_book_does(outage):
    ends = [(played_on(outage, seed)[1], by_the_book(outage, seed)[1]) for seed in HOURS[outage]]
    assert all((one is None) is (other is None) for one, other in ends)
    both = sorted(one / other for one, other in ends if one and other)
    assert 0.7 < both[len(both) // 2] < 1.2


def test_nobody_is_told_anything():
    exercise, _ = played_on("write-stall", 1)
    assert not [*each(exercise.entries, Posted), *each(exercise.entries, SitrepGiven)]
    said = [fact.text for _, fact in each(exercise.entries, Commanded)]
    booked = [fact.text for _, fact in each(by_the_book("write-stall", 1)[0].entries, Commanded)]
    assert len(said) < 0.6 * len([text for text in booked if not text.startswith("wait")])


def test_a_given_step_comes_first():
    exercise, _ = played_on("write-stall", 1, Step("change", "restart app"))
    assert next(fact.change for _, fact in each(exercise.entries, ChangeOrdered)) == "restart app"


def test_whoever_plays_on_hears_news_within_a_minute_and_looks_up_after_five():
    exercise, _ = played_on("write-stall", 1)
    spoken = [entry.at for entry in exercise.entries if isinstance(entry.fact, Commanded)]
    assert max(after - before for before, after in pairwise(spoken)) <= 5 * 60
    done = next(entry.at for entry, _ in each(exercise.entries, ChangeDone))
    assert any(done <= at <= done + 60 for at in spoken)


def test_a_course_ends_a_while_after_what_was_wrong_has_ended_and_everybody_is_well():
    """That there is nothing left to do need not be said, nor be shown by dashboards that are late."""
    exercise, well = played_on("write-stall", 1)
    cured = next(entry.at for entry, fact in each(exercise.entries, ChangeActed) if fact.acted == "cured")
    assert not [*each(exercise.entries, CalledMitigated)]
    assert well is not None
    assert max(cured, well) + HOLDS <= exercise.now <= max(cured, well) + HOLDS + LOOKS_UP


@pytest.mark.parametrize(
    ("lines", "ended"),
    [
        ("0:10:00 change-acted id=c1 change=x acted=relieved seen=truth", False),
        ("0:10:00 change-acted id=c1 change=x acted=cured seen=truth", True),
        ("0:10:00 healed cause=y seen=truth", True),
        (
            (
                "0:10:00 change-acted id=c1 change=x acted=cured seen=truth\n"
                "0:20:00 change-acted id=c1 change=x acted=reverted seen=truth"
            ),
            False,
        ),
        (
            (
                "0:10:00 change-acted id=c1 change=x acted=relapsed seen=truth\n"
                "0:20:00 change-acted id=c2 change=z acted=cured seen=truth"
            ),
            True,
        ),
    ],
)
def test_what_was_wrong_has_ended_once_it_is_cured_unless_that_is_taken_back(lines, ended):
    assert _ended(read_timeline(lines), before=False) is ended
    assert _ended((), before=ended) is ended


@pytest.mark.parametrize("change", ["clear cache", "roll back app"])
def test_nothing_is_over_while_something_is_being_changed(change):
    """Customers are all well when the change is ordered: what it does to them comes later."""
    exercise, well = played_on("write-stall", 1)
    assert well is not None
    assert _settled(exercise)
    company = exercise.scenario.organisation
    on = company.runbook[change].on
    person = next(one for one in exercise.board().here if company.can_work(one, on))
    assert take_turn(exercise, COMMANDER, f"order {change} by {person}").status == "done"
    assert _all_served(exercise)
    assert not _settled(exercise)


def _all_served(exercise):
    return not [fact for _, fact in each(exercise.entries, ImpactChanged)][-1].failing
