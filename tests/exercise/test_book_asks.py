"""By the book: it asks before what is large, says why, lets people go, and leaves nothing unrecorded."""

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import (
    ChangeOrdered,
    Commanded,
    Ended,
    FollowedUp,
    Left,
    NobodyObjected,
    Objected,
    Polled,
    Resolved,
)
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.library import Library
from simulator.scoring.otherwise import named_next

SEEDS = range(1, 6)


@pytest.fixture(scope="module")
def plays():
    """Two outages played by the book: one with quick changes, one with large ones."""
    library = Library.open()
    outages = [library.outage(name) for name in ("cold-cache", "write-stall")]
    return [play(outage.exercise(seed), PLAYERS["by-the-book"](seed)) for outage in outages for seed in SEEDS]


def orders(exercise: Exercise):
    return list(each(exercise.entries, ChangeOrdered))


def test_what_cannot_be_undone_is_asked_about_and_the_answer_waited_for(plays):
    large = 0
    for exercise in plays:
        runbook = exercise.scenario.organisation.runbook
        for entry, order in orders(exercise):
            if runbook[order.change].undo is None and not order.staged:
                before = [e for e in exercise.entries if e.number < entry.number]
                asked = [e.number for e, fact in each(before, Polled) if fact.change == order.change]
                heard = [e for e in before if isinstance(e.fact, NobodyObjected | Objected)]
                assert any(e.number > asked[0] and e.fact.change == order.change for e in heard)
                large += 1
    assert large


def test_what_is_soon_undone_is_not_asked_about(plays):
    for exercise in plays:
        asked = {fact.change for _, fact in each(exercise.entries, Polled)}
        assert not asked & {
            "turn off new inbox",
            "stop the scheduled jobs",
            "pause the infrastructure rollout",
        }


def test_every_order_has_a_reason_of_its_own(plays):
    for exercise in plays:
        why = {order.change: order.because for _, order in orders(exercise)}
        assert all(len(because.split()) >= 3 for because in why.values())
        assert len(set(why.values())) == len(why)


def test_what_changed_is_asked_before_a_second_thing_is_tried(plays):
    tried = 0
    for exercise in plays:
        first = orders(exercise)[0][1].change
        second = next((entry.number for entry, order in orders(exercise) if order.change != first), None)
        if second is not None:
            said = [fact.text for e, fact in each(exercise.entries, Commanded) if e.number < second]
            assert any("what changed" in text for text in said)
            tried += 1
    assert tried


def test_people_go_before_it_is_resolved_and_measures_have_an_owner(plays):
    released = measures = 0
    for exercise in plays:
        resolved = next(entry.number for entry, _ in each(exercise.entries, Resolved))
        released += any(entry.number < resolved for entry, _ in each(exercise.entries, Left))
        follow = {fact.text: fact.owner for _, fact in each(exercise.entries, FollowedUp)}
        assert all(follow.values())
        measures += any("take it back" in text for text in follow)
        assert isinstance(exercise.entries[-1].fact, Ended)
    assert released
    assert measures


def test_an_order_that_takes_long_says_what_comes_if_it_does_not_help(plays):
    """In words that the grammar read as the reason, and that the judge understands."""
    named = 0
    for exercise in plays:
        company, least = exercise.scenario.organisation, exercise.doctrine.threshold("plan b from")
        for _, order in orders(exercise):
            change = company.runbook[order.change]
            words = order.because.partition(", else ")[2]
            if change.mean + company.signals[change.signal].lag < least:
                assert not words
            elif words:
                assert named_next(company, order.because, order.change, frozenset())
                named += 1
    assert named


@pytest.mark.parametrize("company", ["parley", "obolet"])
def test_whatever_comes_next_is_read_back(company):
    outage = {"parley": "write-stall", "obolet": "stuck-vault"}[company]
    organisation = Library.open().outage(outage).exercise(1).scenario.organisation
    for change in organisation.runbook.values():
        others = (name for name in organisation.runbook if name != change.name)
        for other in others:
            assert named_next(organisation, f"it fits, else '{other}'", change.name, frozenset()) == other
        for place in organisation.services.keys() - {change.on}:
            assert named_next(organisation, f"it fits, else look at '{place}'", change.name, frozenset())
