"""Buttons and forms for those who do not know the words yet: each only writes a line that could be typed."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, get_args

from simulator.domain import command as said
from simulator.domain.audiences import audiences_of
from simulator.domain.duration import show_minutes
from simulator.domain.organisation import Change, Organisation
from simulator.domain.seats import FACILITATOR, OBSERVER
from simulator.grammar import GUIDING_VERBS, VERBS, VIEWS, Verbs
from simulator.library import Outage
from simulator.room.seats import eyes
from simulator.world.seats import COMMANDER_ALONE, MAY

Json = Mapping[str, Any]
_EVERY: tuple[type, ...] = get_args(said.Command)
_SKIPS = [words for row in VERBS.rows if row.kind is said.Skip for words in row.verbs]
_ENDS = [words for row in VERBS.rows if row.kind is said.End for words in row.verbs]


def may(seat: str) -> list[str]:
    """The names of the commands that a seat may say, as the world has it."""
    seat = eyes(seat)
    allowed = MAY.get(seat, _EVERY)
    left = COMMANDER_ALONE if seat == "deputy" else ()
    return [kind.__name__ for kind in _EVERY if kind in allowed and kind not in left]


@lru_cache
def words_of(seat: str) -> Verbs:
    """The commands that a seat may say in a room, where only the facilitator moves everybody's clock."""
    allowed = may(seat)
    rows = (row for row in VERBS.rows if row.kind.__name__ in allowed)
    return Verbs(tuple(row for row in rows if row.kind not in (said.Wait, said.Skip)), VERBS.introduced)


def _sheet(seat: str) -> list[Json]:
    """The commands that a seat may say, with what they mean, by group, for the sheet of words."""
    rows = GUIDING_VERBS.rows if seat == FACILITATOR else words_of(seat).rows
    return [
        {"group": row.group, "verb": row.verb, "form": row.shown_short, "means": row.meaning,
         "example": row.example}
        for row in rows
    ]  # fmt: skip


def skips(text: str) -> bool:
    """Whether words would move the clock on, if they were those of who keeps time."""
    plain = f"{' '.join(text.casefold().split())} "
    return any(plain.startswith(f"{verb} ") for verb in _SKIPS)


def forms(outage: Outage, seat: str = OBSERVER) -> Json:
    """What the forms offer a seat: people, teams, services, changes, severities, audiences, commands."""
    company, doctrine = outage.scenario.organisation, outage.doctrine
    return {
        "may": may(seat),
        "words": _sheet(seat),
        "looks": {name: view for view, (_, others) in VIEWS.items() for name in (view, *others)},
        "belongs": {id_: person.team for id_, person in company.people.items()},
        "able": _able(company),
        "starts": outage.scenario.starts,
        "people": [person.name for person in company.people.values()],
        "teams": list(company.teams),
        "places": list(outage.scenario.places),
        "changes": list(company.runbook),
        "runbook": [_change(change) for change in company.runbook.values()],
        "severities": list(doctrine.severities),
        "levels": {name: level.means for name, level in doctrine.severities.items()},
        "roles": list(doctrine.roles),
        "audiences": list(audiences_of(company, doctrine)),
        "journeys": list(company.journeys),
        "ends": _ENDS,
        **_map(company),
    }


def _able(company: Organisation) -> Mapping[str, list[str]]:
    """Who can read each part of the system: those who know it, and the team that runs it."""
    return {
        place: [person for person in company.people if company.can_work(person, place)]
        for place in company.services
    }


def _change(change: Change) -> Json:
    """A change's page in the runbook."""
    return {
        "name": change.name,
        "kind": change.kind,
        "on": change.on,
        "about": change.about,
        "takes": show_minutes(int(change.mean)),
        "undo": None if change.undo is None else show_minutes(change.undo),
        "signal": change.signal,
        "hazards": [hazard.name for hazard in change.hazards],
        "staged": change.staged,
        "prepares": show_minutes(change.prepares) if change.prepares else "",
    }


def _map(company: Organisation) -> Json:
    """What depends on what, what is measured, and what raises an alarm."""
    return {
        "signals": [
            {"name": signal.name, "shows": signal.shows, "of": signal.of, "lag": signal.lag}
            for signal in company.signals.values()
        ],
        "alerts": [
            {"name": alert.name, "signal": alert.signal, "of": company.signals[alert.signal].of,
             "beyond": alert.beyond, "threshold": alert.threshold, "hold": alert.hold}
            for alert in company.alerts
        ],
        "services": [
            {"name": name, "needs": [*service.needs, *service.calls], "team": service.team,
             "about": service.about, "outside": service.outside}
            for name, service in company.services.items()
        ],
        "customers": company.customers,
        "rhythm": list(company.rhythm),
        "does": [
            {"name": name, "share": journey.share, "needs": list(journey.needs)}
            for name, journey in company.journeys.items()
        ],
    }  # fmt: skip
