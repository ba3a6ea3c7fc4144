"""Buttons and forms for those who do not know the words yet: each only writes a line that could be typed."""

from collections.abc import Mapping
from typing import Any

from simulator.library import Outage


def forms(outage: Outage) -> Mapping[str, Any]:
    """What the forms offer: people, teams, services, changes, severities, audiences."""
    company, doctrine = outage.scenario.organisation, outage.doctrine
    return {
        "people": [person.name for person in company.people.values()],
        "teams": list(company.teams),
        "places": list(outage.scenario.places),
        "changes": list(company.runbook),
        "severities": list(doctrine.severities),
        "roles": list(doctrine.roles),
        "audiences": list(doctrine.clocks),
        "journeys": list(company.journeys),
        "signals": [
            {"name": signal.name, "shows": signal.shows, "of": signal.of, "lag": signal.lag}
            for signal in company.signals.values()
        ],
        "services": [
            {"name": name, "needs": [*service.needs, *service.calls], "team": service.team}
            for name, service in company.services.items()
        ],
    }
