"""A small company with an outage, written down as domain values: what can be named in these tests."""

import pytest

from simulator.domain.doctrine import Clock, Doctrine, Role, Severity
from simulator.domain.duration import Spread
from simulator.domain.organisation import (
    Change,
    Journey,
    Organisation,
    Person,
    Rota,
    Service,
    Signal,
    Stakeholder,
)
from simulator.domain.scenario import Clue, Inspiration, Scenario
from simulator.domain.value import replace
from simulator.domain.week import Site, read_hours, read_offset
from simulator.grammar.vocabulary import Vocabulary

CHANGES = {
    "roll back app": ("rollback", "app", "app errors"),
    "fail over a shard": ("failover", "db-shards", "shard write time"),
    "stop the migration": ("job", "db-shards", "shard write time"),
    "restart app": ("restart", "app", "app errors"),
    "clear cache": ("cache", "cache", "app errors"),
    "turn off new inbox": ("flag", "app", "app errors"),
    "turn off search": ("flag", "search", "app errors"),
    "add shard replicas": ("scale", "db-shards", "shard write time"),
    "drain traffic by region": ("block", "edge", "app errors"),
}
SERVICES = ("edge", "app", "db-main", "db-shards", "cache", "search")
PEOPLE = {
    "ana": ("Ana Ruiz", "datastores", None),
    "raj": ("Raj Patel", "datastores", None),
    "bo": ("Bo Lindqvist", "product", None),
    "carol": ("Carol Diaz", "support", "business lead"),
    "niamh": ("Niamh O'Neill", "commanders", None),
    "sam-l": ("Sam Lee", "product", None),
    "sam-w": ("Sam Wolfe", "traffic", None),
    "jose": ("José Álvarez", "traffic", "scribe"),
}  # fmt: skip
TEAMS = ("datastores", "product", "traffic", "commanders")
JOURNEYS = {"send a message": "app", "open the inbox": "app", "search": "search", "log in": "app"}
SEVERITIES = {"P0": "a large public event", "P1": "many customers", "P2": "some", "P3": "a minor defect"}


def organisation() -> Organisation:
    hours = read_hours("Mon-Fri 08:00-18:00")
    assert hours
    return Organisation(
        id="parley", title="Parley", doctrine="plain", about="", customers=60000, rhythm=(1.0,) * 168,
        sites={"dublin": Site("dublin", read_offset("UTC") or 0, hours)},
        services={name: Service(name, "product") for name in SERVICES},
        journeys={name: Journey(name, 0.2, (needs,)) for name, needs in JOURNEYS.items()},
        signals={
            "app errors": Signal("app errors", "app", "errors", 120, 0.05),
            "message delivery": Signal("message delivery", "send a message", "success", 240, 0.03),
            "shard write time": Signal("shard write time", "db-shards", "latency", 180, 0.1),
        },
        alerts=(),
        runbook={
            name: Change(name, kind, on, Spread(600), 300, signal)  # type: ignore[arg-type]
            for name, (kind, on, signal) in CHANGES.items()
        },
        people={
            id_: Person(id_, name, "dublin", team, role=role) for id_, (name, team, role) in PEOPLE.items()
        },
        rotas={team: Rota(team, (), ()) for team in TEAMS},
        stakeholders={
            "support": Stakeholder("support", "support", 900),
            "leadership": Stakeholder("leadership", "leadership", 1500),
            "customers": Stakeholder("customers", "status page", 600),
        },
        tools={},
    )  # fmt: skip


def scenario() -> Scenario:
    return Scenario(
        id="write-stall", title="A quarter of customers cannot send messages", organisation=organisation(),
        doctrine="plain", difficulty=1, length=2400, limit=7200, starts=0, teaches=(),
        inspired_by=Inspiration("", ""), briefing="", first_steps=(), causes={}, outcomes={}, dangers=(),
        clues={"the release pipeline": (Clue("the release pipeline", "Busy.", {}),)},
        injects=(), facilitator="",
    )  # fmt: skip


def doctrine() -> Doctrine:
    roles = ("commander", "deputy", "scribe", "business lead", "technical lead")
    return Doctrine(
        id="plain", title="Plain", source="", stages=(),
        severities={name: Severity(name, means, (), "") for name, means in SEVERITIES.items()},
        roles={name: Role(name, f"the work of the {name}", (), "") for name in roles},
        switches={},
        clocks={name: Clock(name, {}, {}, "") for name in ("status page", "leadership", "sales")},
        thresholds={}, easy_kinds=(), weights={}, pass_mark=70, distinction=90,
    )  # fmt: skip


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """Everything that can be named in these tests."""
    return Vocabulary.of(scenario(), doctrine())


@pytest.fixture(scope="session")
def other_vocabulary() -> Vocabulary:
    """A company that has nothing in common with the first but its doctrine's words."""
    company = replace(
        organisation(),
        services={"ledger": Service("ledger", "money")},
        journeys={"pay a bill": Journey("pay a bill", 1.0, ("ledger",))},
        signals={"failed payments": Signal("failed payments", "ledger", "errors", 60, 0.1)},
        runbook={
            "undo release": Change("undo release", "rollback", "ledger", Spread(60), 60, "failed payments")
        },
        people={"x1": Person("x1", "Zoë Quist", "dublin", "money")},
        rotas={"money": Rota("money", (), ("x1",))},
    )
    return Vocabulary.of(replace(scenario(), organisation=company, clues={}), doctrine())
