"""The drill of a scenario's file: read as it is meant, and located when it is wrong."""

import pytest

from simulator.domain.drill import EVENTS, Ending, Point
from tests.authoring.conftest import good

DRILL = """
on the call: [ben]
so far:
  - {at: 0s, say: declare high}
  - {at: 30s after clear cache, say: verify clear cache by ben}
drill:
  task: Say something.
  takes over: 20s after clear cache is verified
  ends: [when posted status page, after 2 decisions]
  within: 4m
  judged: [first-post, wrap-up]
  model: {say: [post status page investigating], because: They wait.}
  tempting: {say: [wait 4m], because: It is easy.}
"""


@pytest.fixture
def scenario(read):
    """The small scenario, made a drill, with something in it written otherwise."""

    def made(old="", new=""):
        assert old in DRILL
        return read(
            "scenario", good("scenario") + DRILL.replace(old, new) if old else good("scenario") + DRILL
        )

    return made


def test_it_says_who_is_there_and_what_went_before(scenario):
    outage = scenario().value
    assert outage.here == ("ben",)
    assert [(step.at, step.say) for step in outage.drill.so_far] == [
        (Point(0), "declare high"),
        (Point(30, "clear cache"), "verify clear cache by ben"),
    ]


def test_it_says_when_it_begins_and_ends_and_what_counts(scenario):
    drill = scenario().value.drill
    assert drill.takes_over == Point(20, "clear cache", verified=True)
    assert drill.ends == (Ending("posted", "status page"), Ending(decisions=2))
    assert (drill.within, drill.judged) == (240, ("first-post", "wrap-up"))
    assert (drill.model.say, drill.model.because) == (("post status page investigating",), "They wait.")


def test_one_end_may_stand_alone(scenario):
    drill = scenario("[when posted status page, after 2 decisions]", "when resolved").value.drill
    assert drill.ends == (Ending("resolved"),)


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_can_be_written(scenario, event):
    drill = scenario("[when posted status page, after 2 decisions]", f"when {event}").value.drill
    assert drill.ends == (Ending(event),)


def test_a_drill_may_last_longer_than_an_outage_of_its_length(scenario):
    assert scenario().value.limit > 8 * 3600


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[ben]", "[bin]", "unknown person 'bin'"),
        ("30s after clear cache", "30s after clear cash", "unknown change 'clear cash'"),
        ("20s after clear cache is verified", "soon", "a point of time"),
        ("clear cache is verified", "wipe cache is verified", "unknown change 'wipe cache'"),
        ("when posted status page", "when posted statuspage", "unknown audience 'statuspage'"),
        ("when posted status page", "when ordered clear cash", "unknown change 'clear cash'"),
        ("when posted status page", "when happy", "an end"),
        ("after 2 decisions", "after 0 decisions", "an end"),
        ("[first-post, wrap-up]", "[first-past]", "unknown rule or axis 'first-past'"),
        ("within: 4m", "within: 4", "a duration"),
        ("  task: Say something.\n", "", "'task' is missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_located(scenario, old, new, said):
    problems = scenario(old, new).problems
    assert problems
    told = " ".join(f"{each.message} {each.expected}" for each in problems)
    assert said in told
    assert all(each.origin.line > 40 for each in problems)


def test_a_past_needs_a_drill(read):
    problems = read("scenario", good("scenario") + DRILL.partition("drill:")[0]).problems
    assert [each.message for each in problems] == ["'so far' is given, but there is no 'drill'"]
