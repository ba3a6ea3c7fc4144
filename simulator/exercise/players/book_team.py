"""By the book: everybody on the call has a reason to be there, and knows how things stand."""

from collections.abc import Iterator
from functools import lru_cache

from simulator.domain.duration import MINUTE, show_clock
from simulator.domain.entry import about, each
from simulator.domain.fact import ActedAlone, Answered, PageUnanswered, Said, Warned
from simulator.domain.organisation import Organisation
from simulator.exercise.board import HAD
from simulator.exercise.players.book_muddle import still_open
from simulator.exercise.players.book_people import once
from simulator.exercise.sight import Sight
from simulator.exercise.sitreps import is_long, sitrep_due, sitrep_every
from simulator.exercise.standing_by import free, idle_since, is_lead

ANSWERS = 3 * MINUTE
"""A question is given so long to be answered."""
AHEAD = 3 * MINUTE
"""What is due is seen to so long before: one may be busy with something else when it is."""
UNRULY: frozenset[type] = frozenset({ActedAlone, Said})
"""What tells of somebody who acted alone, or fights the room."""


def team(sight: Sight, said: set[str]) -> Iterator[str]:
    """What the people on the call need from whoever leads, the most urgent first."""
    if not sight.board.severity or sight.board.resolved is not None:
        return
    yield from _reins(sight)
    if sight.board.mitigated is None:
        yield from _missed(sight, said)
        yield from _come_back(sight)
    yield from sitrep(sight)
    if sight.board.mitigated is None:
        yield from _idle(sight, said)


def kept_at_work(sight: Sight, said: set[str]) -> Iterator[str]:
    """What the outage needs from the people on the call: that they do as agreed, come, and report."""
    if not sight.board.severity or sight.board.mitigated is not None:
        return
    yield from _reins(sight)
    yield from _missed(sight, said)
    yield from _come_back(sight)


def _reins(sight: Sight) -> Iterator[str]:
    """Whoever acted alone or fights the room hears it once, plainly; who goes on leaves."""
    warned = {fact.person for _, fact in each(sight.seen, Warned)}
    fighters = _belligerent(sight.organisation)
    for entry in about(sight.seen, UNRULY if fighters else frozenset({ActedAlone})):
        match entry.fact:
            case ActedAlone(person=person):
                pass
            case Said(who=person) if person in fighters and not entry.because and not entry.source:
                pass
            case _:
                continue
        if person in sight.here and person not in warned:
            yield f"warn {sight.name(person)}"


@lru_cache(maxsize=32)
def _belligerent(organisation: Organisation) -> frozenset[str]:
    return frozenset(one.id for one in organisation.people.values() if one.temper == "belligerent")


def _missed(sight: Sight, said: set[str]) -> Iterator[str]:
    """A page that was missed goes on to a colleague, unless one is here or on the way."""
    for entry, missed in each(sight.seen, PageUnanswered):
        if sight.board.people.get(missed.person) != "unanswered":
            continue
        colleagues = _stand_ins(sight.organisation, missed.person)
        states = {one: sight.board.people.get(one) for one in colleagues}
        if any(state in HAD for state in states.values()):
            continue
        fresh = [one for one, state in states.items() if state is None] or [missed.person]
        mates = sight.colleagues(missed.person)
        fresh.sort(key=lambda one: (not sight.awake(one), one not in mates))
        yield from once(said, f"next after {entry.number}", f"page {sight.name(fresh[0])}")


@lru_cache(maxsize=256)
def _stand_ins(organisation: Organisation, missed: str) -> tuple[str, ...]:
    """Who can stand in for somebody: their team, and whoever knows something that they know."""
    people = organisation.people
    there = people[missed]
    return tuple(
        one for one, here in people.items()
        if one != missed and (here.team == there.team or not set(here.knows).isdisjoint(there.knows))
    )  # fmt: skip


def _come_back(sight: Sight) -> Iterator[str]:
    """Whoever has not reported when their time is over is asked how it goes, and again a while later."""
    again = sight.doctrine.threshold("ask again after") + MINUTE
    boxed = [work for work in sight.board.work.values() if work.what == "investigate" and work.within]
    asked = _asked(sight) if boxed else {}
    for work in boxed:
        began = work.began
        over = sight.now >= began + work.within
        if over and work.owner in sight.here and sight.now - asked.get(work.owner, -again) >= again:
            yield f"ask {sight.name(work.owner)} for progress"


def _asked(sight: Sight) -> dict[str, int]:
    """When each person was last asked how it goes."""
    return {fact.person: entry.at for entry, fact in each(sight.seen, Answered) if fact.topic == "progress"}


def sitrep(sight: Sight) -> Iterator[str]:
    """A situation report, when the last one is about to be too old."""
    due = sitrep_due(sight, AHEAD)
    if due is not None and sight.now >= due:
        every = round(sitrep_every(sight))
        yield f'sitrep "{standing(sight)} Next at {show_clock(sight.now + every)}."'


def standing(sight: Sight) -> str:
    """How things stand, in a few sentences that name who does what."""
    board = sight.board
    tasks = [work for work in board.work.values() if work.owner in sight.organisation.people]
    doing = [f"{_first(sight, work.owner)} has {work.subject}." for work in tasks if work.what != "write"]
    begun = still_open(board.changes)
    changed = [f"'{each.change}' {'hangs' if each.hangs else 'is under way'}." for each in begun]
    felt = f"Customers are hit in: {', '.join(sight.affected)}." if sight.affected else ""
    return " ".join(part for part in (felt, *changed, *doing) if part) or "Nothing is under way."


def _first(sight: Sight, person: str) -> str:
    return sight.organisation.people[person].first_name


def _idle(sight: Sight, said: set[str]) -> Iterator[str]:
    """Whoever stands by is asked what they think; who still has nothing to do a while later may go.

    In a long one they go once they have answered. The relief of somebody whose shift is over stays.
    """
    for person in free(sight):
        key, question = f"theory {person} {sight.joined[person]}", f"ask {sight.name(person)} for a theory"
        asked = sight.spoken(question, sight.now - ANSWERS)
        answered = asked and sight.now - idle_since(sight, person) < ANSWERS
        if sight.now < _due(sight, person) and not (answered and is_long(sight)):
            continue
        may_go = _spare(sight, person) or (is_long(sight) and asked == answered)
        if key in said and may_go and not _relieves(sight, person):
            yield f"release {sight.name(person)}"
        elif not asked:
            said.add(key)
            yield question


def next_due(sight: Sight) -> int | None:
    """The next second at which the call is owed a situation report, or somebody has stood by for too long."""
    if not sight.board.severity or sight.board.resolved is not None:
        return None
    report = sitrep_due(sight, AHEAD)
    idle = [] if sight.board.mitigated is not None else [_due(sight, person) for person in free(sight)]
    return min([*idle, *([] if report is None else [report])], default=None)


def _due(sight: Sight, person: str) -> int:
    return idle_since(sight, person) + round(sight.doctrine.threshold("idle at most")) - AHEAD


def _relieves(sight: Sight, person: str) -> bool:
    """Whether they are rested, and do the work of somebody here whose shift is over."""
    if sight.tired(person):
        return False
    fresh = sight.organisation.people[person]
    tired = (sight.organisation.people[one] for one in sight.led if one != person and sight.tired(one))
    return any(one.team == fresh.team or (one.knows and set(one.knows) <= set(fresh.knows)) for one in tired)


def _spare(sight: Sight, person: str) -> bool:
    """Whether nobody else is missed when they go: others here know all that they know."""
    others = [one for one in sight.led if one != person and not is_lead(sight, one)]
    knows = sight.organisation.people[person].knows
    return bool(others) and all(any(sight.knows(one, place) for one in others) for place in knows)
