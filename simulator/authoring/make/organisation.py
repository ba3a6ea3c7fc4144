"""An organisation from its file."""

from simulator.authoring.checks.rota import HOURS, OTHERWISE
from simulator.authoring.make.services import make_alert, make_journey, make_service, make_signal
from simulator.authoring.shapes.company import OrganisationShape, SiteShape
from simulator.authoring.shapes.people import PersonShape, StakeholderShape
from simulator.authoring.shapes.runbook import ChangeShape, SpreadShape
from simulator.authoring.text.node import Node
from simulator.domain.duration import Spread
from simulator.domain.organisation import Change, Hazard, Organisation, Person, Rota, Stakeholder
from simulator.domain.week import Site


def make_organisation(shape: OrganisationShape, tree: Node) -> Organisation:
    """The organisation of a sound file."""
    return Organisation(
        id=shape.organisation,
        title=shape.title,
        doctrine=shape.doctrine,
        about=shape.about or "",
        customers=shape.customers.active,
        rhythm=shape.customers.rhythm.week,
        sites={name: _site(name, site) for name, site in shape.sites.items()},
        services={
            name: make_service(name, service, tree["services"][name])
            for name, service in shape.services.items()
        },
        journeys={name: make_journey(name, journey) for name, journey in shape.journeys.items()},
        signals={name: make_signal(name, signal) for name, signal in shape.signals.items()},
        alerts=tuple(map(make_alert, shape.alerts, tree["alerts"].each)),
        runbook={
            name: _change(name, change, tree["runbook"][name]) for name, change in shape.runbook.items()
        },
        people={name: _person(name, person) for name, person in shape.people.items()},
        rotas={team: _rota(team, times) for team, times in shape.on_call.items()},
        stakeholders={name: _stakeholder(name, one) for name, one in shape.stakeholders.items()},
        tools=shape.tools,
        automation=shape.automation,
    )


def make_spread(shape: SpreadShape) -> Spread:
    """A duration that varies."""
    return Spread(shape.median, shape.sigma)


def _site(name: str, shape: SiteShape) -> Site:
    return Site(name, shape.clock, shape.hours)


def _change(name: str, shape: ChangeShape, written: Node) -> Change:
    return Change(
        name=name,
        kind=shape.kind,
        on=shape.on,
        takes=make_spread(shape.takes),
        undo=shape.undo,
        signal=shape.signal,
        hazards=tuple(Hazard(hazard, check) for hazard, check in shape.hazards.items()),
        staged=shape.staged,
        prepares=shape.prepares,
        hands=shape.hands,
        through=shape.through or "",
        sticks=shape.sticks.odds if shape.sticks else 0.0,
        stuck=make_spread(shape.sticks.lasts) if shape.sticks else None,
        about=shape.about or "",
        origin=written.key.origin,
    )


def _person(name: str, shape: PersonShape) -> Person:
    return Person(name, shape.name, shape.site, shape.team, shape.knows, shape.temper, shape.role)


def _rota(team: str, times: dict[str, tuple[str, ...]]) -> Rota:
    by_site = tuple((time.removesuffix(HOURS), people) for time, people in times.items() if time != OTHERWISE)
    return Rota(team, by_site, times.get(OTHERWISE, ()))


def _stakeholder(name: str, shape: StakeholderShape) -> Stakeholder:
    return Stakeholder(
        name=name,
        hears=shape.hears or "",
        patience=shape.patience or 0,
        tickets=shape.tickets or 0.0,
        swoops=shape.swoops,
        worth=shape.worth or "",
        notice=shape.must_hear,
        provides=shape.provides or "",
        pace=Spread(shape.answers.median, shape.answers.sigma) if shape.answers else None,
    )
