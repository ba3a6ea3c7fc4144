"""Outside providers: called, asked, and given what only they can change."""

import pytest

from simulator.domain.command import Ask, Assign, HandOver, Order, Page
from simulator.domain.duration import Spread
from simulator.domain.fact import Answered, ChangeDone, Contacted, Paged, Said
from simulator.domain.organisation import Stakeholder
from simulator.domain.value import replace

PACE = 900


@pytest.fixture
def outside(harbour, outage, play):
    """A play in which the mail is run by Postbox, who answer after a quarter of an hour."""
    mail = replace(harbour.services["mail"], outside=True)
    company = replace(
        harbour,
        services={**harbour.services, "mail": mail},
        stakeholders={
            **harbour.stakeholders,
            "Postbox": Stakeholder("Postbox", provides="mail", pace=Spread(PACE)),
        },
    )
    return play(outage("", organisation=company), "fay")


def test_they_answer_at_their_own_pace_and_promise_nothing(outside):
    outside.say(Page("Postbox"), at="1m")
    assert outside.facts(Contacted) == [Contacted("Postbox")]
    assert outside.facts(Paged) == []
    told = [(at, fact.who) for at, fact in outside.until("30m").timed(Said) if fact.who == "Postbox"]
    assert told == [(60 + PACE, "Postbox")]


def test_what_they_run_only_they_change_once_they_can_be_reached(outside):
    order = Order("spare route")
    assert "To call them: page Postbox" in outside.world.allows(order)
    assert "Postbox runs that" in outside.world.allows(replace(order, by="fay"))
    outside.say(Page("Postbox"))
    assert "has not answered yet" in outside.world.allows(order)
    outside.say(order, at="16m")
    assert [(at, fact.owner) for at, fact in outside.until("30m").timed(ChangeDone)] == [
        (16 * 60 + 300, "Postbox")
    ]


def test_they_can_be_asked_and_answer_late_and_honestly(outside):
    outside.say(Page("Postbox"))
    outside.say(Order("spare route"), Ask("progress", "Postbox"), at="16m")
    ((at, answer),) = outside.until("1h").timed(Answered)
    assert (at, answer.person, answer.topic) == (16 * 60 + PACE, "Postbox", "progress")


def test_they_are_not_of_the_company(outside):
    for command in (Assign("scribe", "Postbox"), HandOver("Postbox")):
        assert "is a provider" in outside.world.allows(command)
    outside.say(Page("Postbox"))
    assert "called already" in outside.world.allows(Page("Postbox"))
    outside.until("20m")
    assert "Postbox" not in [each.person.id for each in outside.parts.responders.here]
