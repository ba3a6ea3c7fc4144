"""A cause that ends by itself is not what still fails well after its end."""

from fractions import Fraction

import pytest

from simulator.domain.duration import read_clock
from simulator.domain.entry import visible
from simulator.domain.notation import read_timeline
from simulator.domain.organisation import Service
from simulator.domain.scenario import Effect, Inject, Outcome
from simulator.domain.value import replace
from simulator.reasoning import Outlasted, belief, evidence
from simulator.reasoning.likelihood import LINGERS
from tests.plays import shipped
from tests.reasoning.conftest import Tries, cures, errors, harms, shed, story

RANG = '2:00 alert-fired alert="errors high" signal=errors reading=0.5 pages=product\n'
QUIET = '{} alert-cleared alert="errors high" signal=errors\n'
AGAIN = '{} alert-fired alert="errors high" signal=errors reading=0.5 pages=product\n'
MADE = """
4:00 change-ordered id=c1 change=switch owner=ana staged=no because=""
4:00 change-started id=c1 change=switch owner=ana
8:00 change-done id=c1 change=switch owner=ana
"""


def outage(*effects, switch=None, hazards=None, lag=120):
    """A vote that is over at 0:10, unless said otherwise, and a disk that stays as it is."""
    changes = {
        "switch": Tries(4, switch or {}, hazards or {}, harms=(errors(0.5, 5),)),
        "swap": Tries(9, {"disk": cures(1.0)}),
    }
    acts = {"vote": effects or (errors(0.5, 10),), "disk": (errors(0.5),)}
    return story({"vote": 3, "disk": 1}, changes, effects=acts, lag=lag)


def second(line):
    return read_clock(line.split()[0]) or 0


def outlasted(scenario, text, until="2:00:00"):
    """The causes that what was told by a second has outlasted."""
    lines = sorted((line for line in text.splitlines() if line.strip()), key=second)
    told = evidence(read_timeline("\n".join(lines)), second(until), scenario)
    return [piece.cause for piece in told if isinstance(piece, Outlasted)]


class TestWhen:
    def test_an_alert_rings_on_for_longer_than_its_signal_is_late_and_things_settle(self):
        assert outlasted(outage(), RANG, "15:00") == []
        assert outlasted(outage(), RANG, "15:01") == ["vote"]
        assert outlasted(outage(lag=0), RANG, "13:01") == ["vote"]

    @pytest.mark.parametrize(("at", "expected"), [("12:00", []), ("15:00", []), ("15:01", ["vote"])])
    def test_one_that_goes_quiet_by_then_tells_nothing(self, at, expected):
        assert outlasted(outage(), RANG + QUIET.format(at)) == expected

    def test_one_that_rings_anew_tells_it_then(self):
        text = RANG + QUIET.format("12:00") + AGAIN.format("30:00")
        assert outlasted(outage(), text, "30:00") == []
        assert outlasted(outage(), text, "30:01") == ["vote"]

    def test_where_no_alert_rings_nothing_is_known(self):
        assert outlasted(outage(), "2:00 noted\n") == []

    def test_without_the_scenario_it_is_not_asked(self):
        assert evidence(read_timeline(RANG), 7200) == ()


class TestWhat:
    @pytest.mark.parametrize(
        ("effects", "until", "expected"),
        [
            ((errors(0.5),), "5:00:00", []),
            ((errors(0.5, 10), errors(0.1)), "5:00:00", []),
            ((errors(0.5, 10), errors(0.5, 5, at=20)), "30:00", []),
            ((errors(0.5, 10), errors(0.5, 5, at=20)), "30:01", ["vote"]),
            ((errors(0.5, 10, ramp=5),), "20:01", ["vote"]),
            ((replace(errors(0.5, 10), every=1200),), "5:00:00", []),
            ((replace(errors(0.5, 10), kind="loses"),), "5:00:00", []),
            ((replace(errors(0.5, 10), kind="strands"),), "5:00:00", []),
        ],
    )
    def test_all_that_the_cause_does_is_over(self, effects, until, expected):
        assert outlasted(outage(*effects), RANG, until) == expected

    def test_others_whom_nobody_sees_may_set_off_something_as_well(self):
        inject = Inject("time", "", 60, "ana", "Deployed.", effects=(errors(0.5),))
        assert outlasted(replace(outage(), injects=(inject,)), RANG) == []

    def test_callers_who_retry_may_keep_down_what_was_overloaded(self):
        pressed = outage(Effect(0, "app", None, "load", 5.0, 0, 600))
        assert outlasted(pressed, RANG) == ["vote"]
        assert outlasted(_with(pressed, replace(_app(pressed), capacity=1.05, retries=4.0)), RANG) == []

    def test_a_cache_may_have_cooled_while_what_it_shields_was_overloaded(self):
        pressed = outage(Effect(0, "app", None, "load", 5.0, 0, 600))
        cache = Service("cache", "product", shields="app", hit_rate=0.9, refill=3600)
        assert outlasted(_with(pressed, cache), RANG) == []

    def test_what_waits_in_a_queue_is_worked_off_later(self):
        pressed = outage(Effect(0, "app", None, "load", 5.0, 0, 600))
        assert outlasted(_with(pressed, replace(_app(pressed), queue=60)), RANG) == []


def _app(scenario):
    return scenario.organisation.services["app"]


def _with(scenario, service):
    services = {**scenario.organisation.services, service.name: service}
    return replace(scenario, organisation=replace(scenario.organisation, services=services))


class TestChanges:
    @pytest.mark.parametrize(
        ("switch", "expected"),
        [
            ({}, ["vote"]),
            ({"vote": cures(0.5)}, ["vote"]),
            ({"disk": harms(0.5, 5)}, ["vote"]),
            ({"vote": harms(0.5, 5)}, []),
            ({"always": harms(0.5, 5)}, []),
            ({"vote": Outcome(does=(shed(0.4),))}, []),
        ],
    )
    def test_what_was_changed_may_itself_be_what_fails(self, switch, expected):
        assert outlasted(outage(switch=switch), RANG + MADE) == expected

    @pytest.mark.parametrize(("odds", "expected"), [({"vote": 0.1}, []), ({"disk": 0.1}, ["vote"])])
    def test_a_change_with_a_hazard_may_be_so_too(self, odds, expected):
        assert outlasted(outage(hazards={"risk": odds}), RANG + MADE) == expected

    def test_one_that_is_begun_after_it_was_known_takes_nothing_back(self):
        text = RANG + MADE.replace("4:00", "20:00").replace("8:00", "24:00")
        assert outlasted(outage(switch={"always": harms(0.5, 5)}), text) == ["vote"]


def test_belief_moves_by_bayes_rule():
    scenario = outage()
    told = evidence(read_timeline(RANG), 3600, scenario)
    assert belief(scenario, told).exact["vote"] == 3 * LINGERS / (3 * LINGERS + 1)
    assert belief(scenario, told).exact["disk"] == Fraction(1) / (3 * LINGERS + 1)


@pytest.mark.parametrize(
    ("name", "cause"),
    [("stuck-vault", "a vote that takes its time"), ("hot-replicas", "quarterly export")],
)
def test_shipped_outages_of_which_one_cause_passes(name, cause):
    scenario = shipped(name)[0]
    effects = scenario.causes[cause].effects
    end = max(effect.ends or 0 for effect in effects)
    signal = next(iter(scenario.organisation.signals))
    rang = f'0:01 alert-fired alert="it" signal="{signal}" reading=0.5 pages=x\n'
    told = evidence(visible(read_timeline(rang), "commander"), end + 3600, scenario)
    assert Outlasted(cause) in told
