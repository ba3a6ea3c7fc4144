"""What the commander does by hand takes all of their attention."""

import pytest

from simulator.domain.command import Ask, Investigate, Order, Verify
from simulator.domain.fact import Commanded, Refused, TaskGiven
from simulator.world.verification import SOAK


def extra(play, command, other):
    """The seconds of attention that a command takes beyond what the same takes by somebody else."""
    costs = []
    for one in (command, other):
        it = play("", "bo")
        it.say(Order("restart", by="bo"))
        it.until("1h").say(Ask("impact", "bo"))
        it.say(one, at="2h")
        costs.append(it.facts(Commanded)[-1].takes)
    return costs[0] - costs[1]


@pytest.mark.parametrize("window", [60, 600])
def test_a_watch_of_ones_own_lasts_as_long_as_it_was_said(play, window):
    own, by_bo = (Verify("restart", None, window, by) for by in ("commander", "bo"))
    assert extra(play, own, by_bo) == window


def test_or_a_little_longer_than_its_signal_is_behind(play):
    organisation = play("", "bo").scenario.organisation
    for signal in (None, *organisation.signals):
        own, by_bo = (Verify("restart", signal, None, by) for by in ("commander", "bo"))
        lag = organisation.signals[signal or organisation.runbook["restart"].signal].lag
        assert extra(play, own, by_bo) == lag + SOAK


@pytest.mark.parametrize("seat", ["deputy", "technical-lead", "responder"])
@pytest.mark.parametrize("command", [Investigate("shop", by="commander"), Verify("restart", by="commander")])
def test_from_the_other_keyboards_nobody_is_given_work_by_saying_me(play, seat, command):
    """`By me` is the commander, whom a responder would have sent to look into the shop."""
    it = play("", "bo")
    it.say(Order("restart", by="bo"))
    it.world.issue(command, "by me", seat)
    assert it.facts(Refused)[-1].reason.startswith("'Me' is the commander")
    assert "Name somebody on the call (Bo), or leave out who" in it.facts(Refused)[-1].reason
    assert not [given for given in it.facts(TaskGiven) if given.owner == "commander"]


def test_what_nobody_was_named_for_takes_no_more(play):
    assert extra(play, Investigate("shop"), Investigate("shop", by="bo")) == 0
    assert extra(play, Verify("restart"), Verify("restart", by="bo")) == 0
