"""What comes back is there each time; what the response works with is used."""

import pytest

from simulator.authoring.critic.organisations.service_unused import worked_with
from simulator.authoring.critic.symptoms import course
from tests.plays import shipped

UNUSED = "  mail:   {team: site, outside: yes}\n"
SPOILT = UNUSED + "  desk: {team: site}\n  pipeline: {team: site, needs: [desk]}\n"


@pytest.fixture
def unused(rewrite, said):
    """The services that are called unused once there are a pipeline and the desk that it stands on."""

    def found(*pairs: tuple[str, str]) -> list[str]:
        rewrite("corner", (UNUSED, SPOILT), *pairs)
        return [
            name for name in ("desk", "pipeline") for text in said("service-unused") if f"'{name}'" in text
        ]

    return found


def test_a_service_that_nothing_needs_is_unused(unused):
    assert unused() == ["desk", "pipeline"]


def test_a_change_made_with_it_is_use_of_it_and_of_what_it_needs(unused):
    assert unused(("{kind: rollback, on: web,", "{kind: rollback, on: web, through: pipeline,")) == []


def test_a_tool_of_the_response_is_use_of_it(unused):
    assert unused(("signals:\n", "tools: {dashboards: desk}\nsignals:\n")) == ["pipeline"]


def test_the_way_in_of_the_staff_is_used_by_tools_and_changes():
    company = shipped("everywhere-at-once")[0].organisation
    assert {"staff-access", "deploy-pipeline", "flags", "edge", "sign-in"} <= worked_with(company)


def test_an_effect_that_was_over_before_the_first_second_is_one_if_it_comes_back(rewrite, said):
    gone = ("    does: {to: db/2, errors: 90%}\n", "    does: {to: db/2, errors: 90%, for: 1m}\n")
    back = ("errors: 90%, for: 1m}", "errors: 90%, for: 1m, every: 10m}")
    early = ("starts:", "began: 10m\nstarts:")
    rewrite("seats", early, gone)
    assert said("effect-without-effect")
    rewrite("seats", back)
    assert not said("effect-without-effect")


def test_the_course_of_what_comes_and_goes_has_every_turn():
    scenario = shipped("comes-and-goes")[0]
    failing = [(moment.at, moment.state.failing) for moment in course(scenario, "files good and bad")]
    turns = {(at + 13 * 60) // 600 for at, share in failing if share > 0.3 and at < 3600}
    assert turns == {1, 2, 3, 4, 5, 6, 7}
