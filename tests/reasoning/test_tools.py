"""A change that goes through, or not for the sake of what it is made with, tells which causes break that."""

from fractions import Fraction

import pytest

from simulator.domain.notation import read_timeline
from simulator.domain.organisation import Service
from simulator.domain.scenario import Effect, Outcome
from simulator.domain.value import replace
from simulator.reasoning import ToolSeen, belief, breaks, evidence
from simulator.reasoning.likelihood import OTHERWISE
from tests.plays import shipped
from tests.reasoning.conftest import Tries, cures, errors, story

MINUTE = 60
CONSOLE = "console"


def ill(share=0.7, at=0.0, minutes=None, ramp=0, every=None):
    """Errors of the console."""
    lasts = None if minutes is None else minutes * MINUTE
    return Effect(round(at * MINUTE), CONSOLE, None, "errors", share, ramp * MINUTE, lasts, every)


def outage(effect, switch=None):
    """A cause that has the console ill beside the app, one that does not; `switch` may be made meanwhile."""
    plain = story(
        {"storage": 1, "release": 3},
        {"switch": Tries(4, switch or {}), "roll back": Tries(10, {"release": cures(1.0)})},
        effects={"storage": (errors(0.2), effect), "release": (errors(0.2),)},
    )
    app = plain.organisation.services["app"]
    services = {**plain.organisation.services, CONSOLE: Service(CONSOLE, app.team, needs=())}
    return replace(plain, organisation=replace(plain.organisation, services=services))


def seen(works, at=10, *in_place):
    return ToolSeen(CONSOLE, works, frozenset(in_place), at * MINUTE)


@pytest.mark.parametrize(
    ("effect", "at", "expected"),
    [
        (ill(), 10, True),
        (ill(share=0.5), 10, True),
        (ill(share=0.45), 10, False),
        (ill(at=20), 10, False),
        (ill(at=20), 20, True),
        (ill(minutes=5), 4, True),
        (ill(minutes=5), 5, False),
        (ill(ramp=20), 10, None),
        (ill(ramp=20), 20, True),
        (ill(minutes=5, every=600), 10, None),
    ],
)
def test_what_a_cause_does_to_a_tool_at_a_second(effect, at, expected):
    scenario = outage(effect)
    assert breaks(scenario, "storage", seen(works=True, at=at)) is expected
    assert breaks(scenario, "release", seen(works=True, at=at)) is False


def test_what_was_made_may_have_mended_it():
    heals = {"storage": Outcome(does=(Effect(0, CONSOLE, None, "errors", -0.7),))}
    assert breaks(outage(ill(), heals), "storage", seen(True, 10, "switch")) is False
    maybe = {"storage": Outcome(chance=0.5, does=(Effect(0, CONSOLE, None, "errors", -0.7),))}
    assert breaks(outage(ill(), maybe), "storage", seen(True, 10, "switch")) is None
    cured = {"storage": cures(1.0)}
    assert breaks(outage(ill(), cured), "storage", seen(True, 10, "switch")) is None
    without = {"storage": cures(1.0, "roll back")}
    assert breaks(outage(ill(), without), "storage", seen(True, 10, "switch")) is True


def test_belief_moves_by_bayes_rule():
    scenario = outage(ill())
    up = belief(scenario, (seen(works=True),)).exact
    assert up["storage"] == OTHERWISE / (OTHERWISE + 3 * (1 - OTHERWISE))
    down = belief(scenario, (seen(works=False),)).exact
    assert down["storage"] == (1 - OTHERWISE) / (1 - OTHERWISE + 3 * OTHERWISE)


def test_a_tool_of_which_nobody_can_say_tells_little():
    unsure = belief(outage(ill(ramp=20)), (seen(works=False),)).exact["storage"]
    assert unsure == Fraction(1, 2) / (Fraction(1, 2) + 3 * OTHERWISE)


def order(at, number, end, tool=CONSOLE, kind="change-done"):
    return f"""
        {at}:00 change-ordered id={number} change=switch owner=ana staged=no because=""
        {at}:00 change-started id={number} change=switch owner=ana
        {end}:00 {kind} id={number} change=switch owner=ana says="" tool={tool or '""'}
    """


def tools_in(text):
    return [piece for piece in evidence(read_timeline(text), 10**5) if isinstance(piece, ToolSeen)]


def test_it_is_read_from_what_was_made_and_what_failed():
    failed = order(1, "c1", 3, kind="change-failed")
    assert tools_in(failed) == [seen(False, 3)]
    assert tools_in(failed + order(5, "c2", 9)) == [seen(False, 3), seen(True, 9)]
    assert tools_in(order(1, "c1", 3, tool="")) == []


def test_the_same_again_in_the_same_circumstances_counts_once():
    twice = order(1, "c1", 3, kind="change-failed") + order(5, "c2", 7, kind="change-failed")
    assert tools_in(twice) == [seen(False, 7)]


def test_a_console_that_does_not_answer_is_what_the_stale_switches_do():
    scenario = shipped("late-messages")[0]
    down = ToolSeen("flag-console", False, frozenset(), 5 * MINUTE)
    prior = {cause: Fraction(one.weight, 10) for cause, one in scenario.causes.items()}
    told = belief(scenario, (down,)).exact
    share = (1 - OTHERWISE) * prior["stale switches"]
    assert told["stale switches"] == share / (share + OTHERWISE * (1 - prior["stale switches"]))
    again = ToolSeen("flag-console", True, frozenset({"fail over the flag storage"}), 9 * MINUTE)
    assert belief(scenario, (down, again)).exact == told
