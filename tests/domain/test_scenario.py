"""An outage: its odds, what changes do, what can be looked at."""

import pytest

from simulator.domain.scenario import NOTHING, Cause, Clue, Danger, Effect, Inspiration, Outcome, Scenario


@pytest.fixture
def outage(company):
    cures, relieves = Outcome(cures=True, chance=0.9), Outcome(relieves=(0.5, 300))
    return Scenario(
        id="x", title="", organisation=company("app\ndb\njourney buy 1: app"), doctrine="", difficulty=1,
        length=60, limit=180, starts=0, teaches=(), inspired_by=Inspiration("", ""), briefing="",
        first_steps=(),
        causes={"bug": Cause("bug", 3, "", ()), "flood": Cause("flood", 1, "", ())},
        outcomes={
            "restart": {"bug": cures, "always": relieves},
            "roll back": {"bug": Outcome(), "always": cures},
            "scale": {"flood": cures},
        },
        dangers=(Danger("scale", "full", {"bug": 0.5}, ()), Danger("restart", "late", {}, ())),
        clues={"what changed?": (), "db": (Clue("db", "", {}),), "app": ()},
        injects=(), facilitator="",
    )  # fmt: skip


def test_odds_before_anything_is_heard(outage):
    assert outage.prior == {"bug": 0.75, "flood": 0.25}


@pytest.mark.parametrize(
    ("change", "cause", "cures", "relief"),
    [
        ("restart", "bug", True, None),
        ("restart", "flood", False, (0.5, 300)),
        ("roll back", "bug", False, None),  # 'nothing' under a cause stands against 'always'
        ("roll back", "flood", True, None),
        ("scale", "bug", False, None),
        ("unheard of", "bug", False, None),
    ],
)
def test_what_a_change_does_under_a_cause(outage, change, cause, cures, relief):
    outcome = outage.outcome(change, cause)
    assert (outcome.cures, outcome.relieves) == (cures, relief)


def test_a_scenario_that_is_silent_means_nothing(outage):
    assert outage.outcome("scale", "bug") is NOTHING


def test_the_hazards_of_a_change(outage):
    assert [danger.hazard for danger in outage.dangers_of("scale")] == ["full"]
    assert outage.dangers_of("roll back") == ()


def test_services_come_first_among_the_places_and_none_twice(outage):
    assert outage.places == ("app", "db", "what changed?")


@pytest.mark.parametrize(
    ("outcome", "works"),
    [
        (Outcome(), False),
        (Outcome(cures=True), True),
        (Outcome(stops=True), True),
        (Outcome(relieves=(0.1, 60)), True),
        (Outcome(does=(Effect(0, "app", None, "shed", 0.5),)), True),
        (Outcome(harms=(Effect(0, "app", None, "errors", 0.5),)), False),
        (Outcome(chance=0.5, after=("x",), says="done"), False),
    ],
)
def test_what_can_change_anything_for_the_better(outcome, works):
    assert outcome.works is works
