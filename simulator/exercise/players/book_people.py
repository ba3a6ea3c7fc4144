"""By the book: take command, get the people, size it up."""

from collections.abc import Iterator

from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import CommandHanded, PageUnanswered
from simulator.exercise.board import HAD
from simulator.exercise.players.book_muddle import still_open
from simulator.exercise.players.book_severity import level
from simulator.exercise.roles import LEAD, missing
from simulator.exercise.sight import Sight

COMMANDS = "commander"
DEPUTY, SCRIBE = "deputy", "scribe"
SHIFT = "command at most"
OFFERED_FOR = 10 * MINUTE
"""Who was offered command is given so long to take it."""
RELIEVED_AHEAD = 20 * MINUTE
"""Who is to take over is paged so long before it is time."""
RESTED = 0.5
"""Whoever has been on the call for this share of a shift is not sent into another (assumption)."""


def opening(sight: Sight, said: set[str]) -> Iterator[str]:
    """What comes first, in order; whatever was said already is not said again."""
    board = sight.board
    if not board.severity:
        yield f"declare {level(sight)}"
        return
    if "page lead" not in said:
        yield from once(said, "page lead", _page_lead(sight))
    if "freeze" not in said:
        yield from once(said, "freeze", "" if board.frozen else "freeze")
    if DEPUTY in missing(sight):
        page = _page_first(sight, _deputies(sight))
        yield from once(said, f"deputy {page}", page)
    yield from once(said, "signals", "signals")
    yield from _lead(sight, said)
    yield from _roles(sight, said)
    yield from _questions(sight, said)


def once(said: set[str], key: str, text: str) -> Iterator[str]:
    """A text that is said once, whatever comes of it."""
    if text and key not in said:
        said.add(key)
        yield text


def lead_of(sight: Sight) -> str:
    """Someone trained as business lead, from an office that is open if there is one."""
    people = [p for p in sight.organisation.people.values() if p.role == LEAD]
    people.sort(key=lambda p: not sight.organisation.sites[p.site].open_at(sight.moment))
    missed = [p for p in people if sight.board.people.get(p.id) == "unanswered"]
    rest = [p for p in people if p not in missed] or people
    return rest[0].id if rest else ""


def _page_lead(sight: Sight) -> str:
    lead = lead_of(sight)
    return f"page {sight.name(lead)}" if lead and lead not in sight.board.people else ""


def _lead(sight: Sight, said: set[str]) -> Iterator[str]:
    board = sight.board
    trained = [p for p in sight.here if sight.organisation.people[p].role == LEAD]
    if trained and board.roles.get(LEAD) not in sight.here and LEAD in sight.doctrine.roles:
        since = sight.joined[trained[0]]
        yield from once(said, f"lead {trained[0]} {since}", f"assign {LEAD} to {sight.name(trained[0])}")
    if "page lead" in said and not trained:
        again = lead_of(sight)
        if board.people.get(again) is None:
            yield from once(said, f"page {again}", f"page {sight.name(again)}")


def _roles(sight: Sight, said: set[str]) -> Iterator[str]:
    """Every other role that is missing goes to whoever on the call suits it best."""
    for role in missing(sight):
        suited = [] if role == LEAD else _suited(sight, role)
        if suited:
            key = f"{role} {suited[0]} {sight.joined[suited[0]]}"
            yield from once(said, key, f"assign {role} to {sight.name(suited[0])}")


def _suited(sight: Sight, role: str) -> list[str]:
    """Who on the call may have a role: those trained for it first, then whoever has no other."""
    people, board = sight.organisation.people, sight.board
    if role == SCRIBE and board.roles.get(DEPUTY) in sight.here:
        return [board.roles[DEPUTY]]
    holders = {person for name, person in board.roles.items() if name != role}
    free = [p for p in sight.here if p not in holders and people[p].role != LEAD]
    if role == DEPUTY:
        trained = _deputies(sight)
        stood_up = all(board.people.get(person) == "unanswered" for person in trained)
        free = free if stood_up else [p for p in free if p in trained]
    return sorted(free, key=lambda p: (people[p].role != role, not people[p].knows))


def _deputies(sight: Sight) -> list[str]:
    """Who can stand beside the commander: trained deputies, else commanders; whose office is open first."""
    people = sight.organisation.people
    trained = [p for p in people if people[p].role == DEPUTY] or _commanders(sight)
    return sorted(trained, key=lambda p: (not sight.awake(p), len(people[p].knows)))


def _questions(sight: Sight, said: set[str]) -> Iterator[str]:
    if "options" in said:
        return
    asked = [p for p in sight.here if not sight.busy(p) and sight.organisation.people[p].role != LEAD]
    if not asked:
        return
    yield from once(said, "options", f"ask {sight.name(asked[0])} what can we quickly try")


def relief(sight: Sight, said: set[str]) -> Iterator[str]:
    """Command passes to someone who has not had it lately, before the shift is over."""
    board = sight.board
    if board.declared is None or board.resolved is not None:
        return
    handed = [(entry.at, fact.person) for entry, fact in each(sight.seen, CommandHanded)]
    since = handed[-1][0] if handed else board.declared
    if sight.now < since + sight.doctrine.threshold(SHIFT) - RELIEVED_AHEAD:
        return
    had = [person for _, person in handed]
    others = sorted(_commanders(sight), key=lambda person: (_last(had, person), not sight.awake(person)))
    others = [person for person in others if person not in had[-1:]]
    successor = _successor(sight, others, round(since + sight.doctrine.threshold(SHIFT)) - OFFERED_FOR)
    if successor and _reported(said, len(had)):
        offer = f"hand over to {sight.name(successor)}"
        yield "" if sight.spoken(offer, sight.now - OFFERED_FOR) else offer
    elif successor:
        said.add(f"report {len(had)}")
        yield f'sitrep "{_standing(sight, successor)}"'
    else:
        page = _page_first(sight, [person for person in others if person not in sight.here])
        yield from once(said, f"relief {len(had)} {page}", page)


def _successor(sight: Sight, others: list[str], last_call: int) -> str:
    """Who on the call takes over: whoever is rested, and from the last call on whoever is here."""
    here = [person for person in others if person in sight.here]
    rested = [person for person in here if not sight.tired(person, RESTED)]
    return next(iter(rested or (here if sight.now >= last_call else [])), "")


def rest(sight: Sight, said: set[str]) -> Iterator[str]:
    """In an outage of days, whoever is free after a shift is relieved by a colleague.

    Who let the page ring is paged again, after those who did not.
    """
    for person in sight.here if sight.scenario.boss else ():
        if sight.tired(person) and not sight.busy(person):
            others = [one for one in sight.colleagues(person) if one not in sight.here]
            missed = {one: _missed(sight, one) for one in others}
            fresh = min(others, key=lambda one: missed[one], default="")
            page = f"page {sight.name(fresh)}" if fresh else ""
            yield from once(said, f"rest {person} {sight.joined[person]} {missed.get(fresh)}", page)


def _missed(sight: Sight, person: str) -> int:
    """How many pages somebody has let ring."""
    return sum(1 for _, fact in each(sight.seen, PageUnanswered) if fact.person == person)


def _commanders(sight: Sight) -> list[str]:
    return [person.id for person in sight.organisation.people.values() if person.role == COMMANDS]


def _last(had: list[str], person: str) -> int:
    """When someone last had command, as the number of the hand-over; before all for whoever never had."""
    return max((number for number, each_had in enumerate(had) if each_had == person), default=-1)


def _reported(said: set[str], number: int) -> bool:
    return f"report {number}" in said


def _page_first(sight: Sight, people: list[str]) -> str:
    """A page for the first who has not missed one, unless one of them is here or on the way."""
    known = {person: sight.board.people.get(person) for person in people}
    if any(state in HAD for state in known.values()):
        return ""
    return next((f"page {sight.name(person)}" for person in people if known[person] != "unanswered"), "")


def _standing(sight: Sight, successor: str) -> str:
    name = sight.organisation.people[successor].first_name
    under_way = [attempt.change for attempt in still_open(sight.board.changes)]
    return (
        f"Under way: {', '.join(under_way) or 'nothing'}. Everyone hears by their clock. {name} takes over."
    )
