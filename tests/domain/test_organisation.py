"""A company: what needs what, and who is on call."""

import pytest

from simulator.domain.duration import DAY, HOUR
from simulator.domain.organisation import Person, Rota
from simulator.domain.value import replace
from simulator.domain.week import OfficeHours, Site, read_moment

TOWN = """
    door needs app
    app needs db, memory calls mail
    memory shields db
    db
    mail
    journey buy 1: door
"""


def test_what_a_service_needs_through_others(company):
    town = company(TOWN)
    assert town.closures["door"] == {"door", "app", "db", "memory"}
    assert town.closures["memory"] == {"memory"}
    assert town.closures["db"] == {"db"}


def test_what_it_can_reach_counts_calls_and_what_it_shields(company):
    town = company(TOWN)
    assert town.reaches["door"] == {"door", "app", "db", "memory", "mail"}
    assert town.reaches["memory"] == {"memory", "db"}
    assert town.reaches["mail"] == {"mail"}


@pytest.fixture
def staffed(company):
    workdays = OfficeHours((0, 1, 2, 3, 4), 8 * HOUR, 18 * HOUR)
    sites = {"here": Site("here", 0, workdays), "there": Site("there", -8 * HOUR, workdays)}
    rotas = {
        "data": Rota("data", (("here", ("ana", "bo")), ("there", ("raj",))), ("kim",)),
        "mail": Rota("mail", (("here", ()),), ("fay",)),
        "web": Rota("web", (("here", ("cem",)),), ()),
    }
    return replace(company(TOWN), sites=sites, rotas=rotas)


@pytest.mark.parametrize(
    ("team", "moment", "people"),
    [
        ("data", "Wed 09:00", ("ana", "bo")),
        ("data", "Wed 17:00", ("ana", "bo")),  # both offices are open; the first that is named comes first
        ("data", "Wed 18:00", ("raj",)),
        ("data", "Thu 03:00", ("kim",)),
        ("data", "Sat 12:00", ("kim",)),
        ("mail", "Wed 09:00", ("fay",)),
        ("web", "Wed 20:00", ()),
        ("nobody", "Wed 09:00", ()),
    ],
)
def test_who_is_on_call(staffed, team, moment, people):
    assert staffed.on_call(team, read_moment(moment)) == people


def test_next_week_is_as_this(staffed):
    assert staffed.on_call("data", 2 * DAY + 9 * HOUR + 7 * DAY) == ("ana", "bo")


def test_teams_are_those_of_the_rota(staffed):
    assert staffed.teams == ("data", "mail", "web")


@pytest.fixture
def peopled(company):
    town = company(TOWN)
    people = {
        "ana": Person("ana", "Ana Silva", "here", town.services["db"].team, knows=("mail",)),
        "bo": Person("bo", "Bo Lind", "here", "nobody's"),
    }
    return replace(town, people=people)


def test_people_are_called_by_their_first_name_and_strangers_as_they_were_named(peopled):
    assert peopled.called("ana") == "Ana"
    assert peopled.called("whoever it is") == "whoever it is"


@pytest.mark.parametrize(
    ("person", "place", "can"),
    [
        ("ana", "db", True), ("ana", "mail", True), ("bo", "db", False), ("bo", "mail", False),
        ("bo", "what changed?", True), ("a stranger", "db", True),
    ],
)  # fmt: skip
def test_who_can_work_on_a_place(peopled, person, place, can):
    assert peopled.can_work(person, place) is can
