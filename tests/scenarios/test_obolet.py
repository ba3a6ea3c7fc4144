"""The payments company and its process: somebody is awake at every hour, and the cadence is the table's."""

import pytest

from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.week import WEEK
from tests.plays import shipped

HOURS = range(0, WEEK, HOUR)


@pytest.fixture(scope="module")
def obolet():
    return shipped("split-ledger")[0].organisation


@pytest.fixture(scope="module")
def process():
    return shipped("split-ledger")[1]


def at_work(company, person, moment):
    return company.sites[company.people[person].site].open_at(moment)


def test_somebody_in_each_office_can_read_every_service(obolet):
    for site in obolet.sites:
        known = {place for person in obolet.people.values() if person.site == site for place in person.knows}
        assert set(obolet.services) <= known


def test_every_team_can_be_paged_at_every_hour(obolet):
    assert all(obolet.on_call(team, moment) for team in obolet.teams for moment in HOURS)


def test_a_commander_and_a_second_are_on_call_at_every_hour(obolet):
    for moment in HOURS:
        first, second = obolet.on_call("commanders", moment)
        assert obolet.people[first].role == "commander"
        assert obolet.people[second].role in ("commander", "deputy")


def test_on_weekdays_whoever_is_paged_first_is_at_work(obolet):
    weekdays = [moment for moment in HOURS if any(site.open_at(moment) for site in obolet.sites.values())]
    assert len(weekdays) == 5 * 24
    for team in obolet.teams:
        assert all(at_work(obolet, obolet.on_call(team, moment)[0], moment) for moment in weekdays)


def test_nobody_commands_and_repairs(obolet):
    commanders = {person.id for person in obolet.people.values() if person.team == "commanders"}
    others = {team: rota for team, rota in obolet.rotas.items() if team != "commanders"}
    for rota in others.values():
        assert not commanders & {*rota.otherwise, *(person for _, some in rota.by_site for person in some)}


def test_every_journey_but_log_in_needs_the_books_or_a_copy_of_them_or_the_queue(obolet):
    reach = {
        name: frozenset().union(*(obolet.closures[need] for need in journey.needs))
        for name, journey in obolet.journeys.items()
    }
    assert {name for name, needs in reach.items() if not needs & {"ledger", "replica", "queue"}} == {"log in"}


@pytest.mark.parametrize(
    ("severity", "minutes"),
    [("SEV-1", (10, 10, 30)), ("SEV-2", (15, 30, 60)), ("SEV-3", (15, 30, 60)), ("SEV-4", (15, 30, 60))],
)
def test_customers_hear_by_the_table(process, severity, minutes):
    then = process.clocks["status page"].then[severity]
    assert tuple(then[state] // MINUTE for state in ("investigating", "identified", "monitoring")) == minutes


@pytest.mark.parametrize(("said", "meant"), [("S1", "SEV-1"), ("P1", "SEV-2"), ("SEV-5", "SEV-4")])
def test_levels_go_by_the_names_that_others_use(process, said, meant):
    assert process.level(said) == meant
