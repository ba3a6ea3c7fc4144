"""Who can work on a place, said to whoever named somebody who cannot."""

from simulator.domain.prose.saying import joined
from simulator.world.parts import Parts
from simulator.world.responder import Responder

MOST = 2
"""So many are named to be paged; more is a roll call."""


def who_can(parts: Parts, place: str) -> str:
    """Those on the call, those on the way, or whom to page: the team, unless its on-call came in vain."""
    here = [one.person.first_name for one in parts.responders.here if _knows(parts, one, place)]
    if here:
        return f"{' or '.join(here)} can"
    team = parts.scene.organisation.services[place].team
    on_call = parts.scene.organisation.on_call(team, parts.scene.moment)
    away = _away(parts, place, on_call)
    coming = [one.person.first_name for one in away if one.coming]
    if coming:
        return f"{joined(coming)} can, and {'is' if len(coming) == 1 else 'are'} on the way"
    called = (parts.responders[person] for person in on_call)
    if away and any(one.here or one.coming for one in called):
        return f"page {' or '.join(one.person.first_name.lower() for one in away[:MOST])}, who can"
    return f"page {team}, who run it"


def _away(parts: Parts, place: str, on_call: tuple[str, ...]) -> list[Responder]:
    """Who can and is not on the call: those on call first."""
    people = (*on_call, *parts.scene.organisation.people)
    every = (parts.responders[person] for person in dict.fromkeys(people))
    return [one for one in every if not one.here and _knows(parts, one, place)]


def _knows(parts: Parts, one: Responder, place: str) -> bool:
    return parts.responders.knows(one.person.id, place)
