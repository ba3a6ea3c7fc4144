"""The services: what customers do, and what depends on what."""

from collections.abc import Iterator

from simulator.domain.organisation import Service
from simulator.exercise.sight import Sight
from simulator.terminal.views.table import table


def services(sight: Sight, width: int) -> list[str]:
    """Journeys with what they need, then every service."""
    company = sight.organisation
    journeys = [(j.name, f"{100 * j.share:.0f} %", " ".join(j.needs)) for j in company.journeys.values()]
    parts = [(s.name, s.team, "; ".join(_about(s))) for s in company.services.values()]
    extra = [place for place in sight.scenario.places if place not in company.services]
    lines = ["  What customers do, how many do it, and what it needs:", *table(journeys, width, "    ")]
    lines += ["  Services, and whose they are:", *table(parts, width, "    ")]
    return lines + ([f"  You can also investigate: {', '.join(extra)}"] if extra else [])


def _about(service: Service) -> Iterator[str]:
    if service.about:
        yield service.about.rstrip(".")
    if service.needs:
        yield f"needs {', '.join(service.needs)}"
    if service.calls:
        yield f"calls {', '.join(service.calls)}"
    if service.shields:
        yield f"shields {service.shields} ({100 * service.hit_rate:.0f} % of reads)"
    if service.parts > 1:
        yield f"{service.parts} parts"
    if service.outside:
        yield "run by a provider"
