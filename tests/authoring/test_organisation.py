"""An organisation's file becomes an organisation."""

import pickle

from simulator.domain.duration import Spread
from simulator.domain.organisation import Alert, Hazard, Notice, Person, Rota, Signal, Stakeholder
from simulator.domain.week import read_moment


def test_services(acme):
    web, cache, pay = (acme.services[name] for name in ("web", "cache", "pay"))
    assert (web.team, web.needs, web.calls, web.capacity, web.parts) == ("site", ("cache",), ("db",), 1.5, 1)
    assert (cache.shields, cache.hit_rate, cache.refill) == ("db", 0.9, 1800)
    assert pay.outside
    assert pay.capacity is None
    assert not web.outside


def test_a_service_knows_its_line(acme):
    assert str(acme.services["db"].origin) == "organisation.yaml:10:3"
    assert str(acme.runbook["clear cache"].origin) == "organisation.yaml:22:3"


def test_journeys_and_signals(acme):
    assert acme.journeys["buy"].share == 0.6
    assert acme.signals["db time"] == Signal("db time", "db", "latency", 180, 0.1)


def test_an_alert_is_called_by_its_condition(acme, changed):
    assert acme.alerts == (Alert("web errors > 5%", "web errors", "above", 0.05, 180, "site"),)
    called = changed("organisation", ("pages: site}", "pages: site, called: shop is broken}")).value
    assert called.alerts[0].name == "shop is broken"


def test_alerts_read_both_ways(changed):
    below = changed("organisation", ("web errors > 5% for 3m", "purchases below 92.5% for 90s")).value.alerts[
        0
    ]
    assert (below.name, below.beyond, below.threshold, below.hold) == (
        "purchases < 92.5%",
        "below",
        0.925,
        90,
    )
    factor = changed("organisation", ("web errors > 5% for 3m", "db time > 4x for 5m")).value.alerts[0]
    assert (factor.name, factor.threshold) == ("db time > 4x", 4.0)


def test_changes(acme):
    rollback, failover = acme.runbook["roll back web"], acme.runbook["fail over db"]
    assert (rollback.takes, rollback.undo) == (Spread(900, 0.6), 900)
    assert (failover.takes, failover.undo, failover.hazards) == (
        Spread(420),
        None,
        (Hazard("replica is behind", 60),),
    )
    assert rollback.staged is None
    assert rollback.prepares == 0


def test_people_and_rotas(acme):
    assert acme.people["ada"] == Person("ada", "Ada Moss", "here", "data", ("db", "cache"), "steady", None)
    assert acme.rotas["data"] == Rota("data", (("here", ("ada",)),), ("ada", "ben"))
    assert acme.on_call("data", read_moment("Sun 03:00")) == ("ada", "ben")


def test_a_team_may_be_on_call_in_office_hours_only(changed):
    acme = changed("organisation", (", otherwise: [ada, ben]", "")).value
    assert acme.on_call("data", read_moment("Sun 03:00")) == ()


def test_stakeholders(acme):
    assert acme.stakeholders["support"] == Stakeholder("support", "support", 900, 4.0, False)
    assert acme.stakeholders["boss"].swoops
    assert acme.stakeholders["Big Shop"].worth == "a twentieth of the revenue"
    assert acme.stakeholders["data authority"].notice == Notice(4 * 3600, "data loss")


def test_outside_providers(acme):
    paybox = acme.providers["Paybox"]
    assert (paybox.provides, paybox.pace, paybox.hears) == ("pay", Spread(1500, 0.6), "")
    assert acme.contacts == {"pay": paybox}
    assert acme.automation == ("autoscaler",)


def test_rhythms(acme, changed):
    assert len(acme.rhythm) == 168
    assert max(acme.rhythm) == 1.0
    hours = ", ".join(["10%"] * 23 + ["100%"])
    own = changed("organisation", ("round the clock", f"{{weekdays: [{hours}], weekends: [{hours}]}}")).value
    assert own.rhythm == (*[0.1] * 23, 1.0) * 7
    office = changed("organisation", ("round the clock", "weekday")).value.rhythm
    assert len(office) == 168
    assert max(office) == 1.0
    assert max(office[120:]) < 0.5


def test_an_organisation_can_be_sent_to_another_process(acme):
    assert b"roll back web" in pickle.dumps(acme)
