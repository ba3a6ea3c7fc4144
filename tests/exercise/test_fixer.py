"""The player that goes on with what is done about the outage alone: as well as the book, in fewer words."""

from itertools import pairwise

import pytest

from simulator.domain.entry import each, first
from simulator.domain.fact import CalledMitigated, ChangeDone, ChangeOrdered, Commanded, Posted, SitrepGiven
from simulator.exercise import Exercise
from simulator.exercise.players import ByTheBook, play
from simulator.exercise.players.instead import Step
from simulator.exercise.variations import Turning, Variation, play_on
from tests.plays import shipped

HOURS = {"write-stall": range(1, 9), "customer-config": range(1, 5), "late-messages": range(1, 5)}


def by_the_book(outage, seed):
    """A play by the book, and the second at which it was called mitigated."""
    exercise = play(Exercise(*shipped(outage), seed), ByTheBook())
    return exercise, mitigated(exercise)


def played_on(outage, seed, step=None):
    """The same of a play that nobody had begun, played on from its first second."""
    exercise = Exercise(*shipped(outage), seed)
    turning = Turning(since=0, before=0, counted=exercise.scenario.limit)
    play_on(exercise, exercise.recording, turning, Variation(0, step=step))
    return exercise, mitigated(exercise)


def mitigated(exercise):
    called = first(exercise.entries, CalledMitigated)
    return called and called.at


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
