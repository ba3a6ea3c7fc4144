"""A real incident as a case: its facts in a company made of what it names, and what it records at all.

The company has the components and people that the timeline names, and nothing else: no causes, no runbook, no
customers. So whatever needs more than the timeline shows finds nothing to judge.
"""

from collections.abc import Iterator, Sequence

from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import HOUR
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Declared, Posted, SeverityChanged
from simulator.domain.history import EVENT_KINDS, Event, History
from simulator.domain.organisation import Organisation, Person, Service
from simulator.domain.records import Aspect, Records
from simulator.domain.scenario import Inspiration, Scenario
from simulator.domain.stakes import PUBLIC
from simulator.domain.week import WEEK
from simulator.scoring.case import Case
from simulator.scoring.real.facts import Telling

NO_IMPACT = "none"
"""What status pages call an incident that affects no component."""
_SHOWN: tuple[Aspect, ...] = ("post", "resolved")
"""What every status page shows."""
_HOURS = WEEK // HOUR


def case_of(history: History, doctrine: Doctrine) -> Case:
    """The case of a real incident. Planned work has no lines: it is no incident."""
    told = () if history.planned else tuple(told_by(history, doctrine))
    entries = tuple(entry for _, several in told for entry in several)
    unread = frozenset(entry.number for event, several in told if event.unclear for entry in several)
    posts = [(event, entry) for event, several in told if event.kind == "post" for entry in several]
    records = Records(
        frozenset(_aspects(history, entries, doctrine)),
        _audiences(history, entries),
        "unknown" if history.page else "words",
        unread,
        frozenset(entry.number for event, entry in posts if not event.state),
    )
    return Case(_scenario(history, doctrine), doctrine, entries, records=records)


def told_by(history: History, doctrine: Doctrine) -> Iterator[tuple[Event, tuple[Entry, ...]]]:
    """Every event with the entries that it became; some become none."""
    telling, number = Telling(history, doctrine), 1
    for event in history.events:
        facts = enumerate(telling.facts(event), number)
        entries = tuple(Entry(at, event.at, fact) for at, fact in facts)
        number += len(entries)
        yield event, entries


def _aspects(history: History, entries: Sequence[Entry], doctrine: Doctrine) -> Iterator[Aspect]:
    """What its writer says is in it, what is in it, and what a status page always shows.

    A severity counts only if the doctrine knows it; so does what posts named, if the first one tells.
    """
    told = {event.kind for event in history.events} if not history.page else set(_SHOWN)
    named = (fact.severity for _, fact in each(entries, Declared))
    changed = (fact.severity for _, fact in each(entries, SeverityChanged))
    ranked = any(severity in doctrine.severities for severity in (*named, *changed))
    yield from (kind for kind in EVENT_KINDS if kind != "severity" and kind in {*history.records, *told})
    if ranked:
        yield "severity"
    first = history.first_post
    if first is not None and first.scope is not None:
        yield "scope"


def _audiences(history: History, entries: Sequence[Entry]) -> frozenset[str] | None:
    """Those whose updates are in view: all, if its writer says that every post is in it.

    Of an incident that the page calls one without impact nobody was owed any.
    """
    if "post" in history.records:
        return None
    if history.page and history.impact == NO_IMPACT:
        return frozenset()
    heard = {fact.update.audience for _, fact in each(entries, Posted)}
    return frozenset({PUBLIC} if history.page else heard)


def _scenario(history: History, doctrine: Doctrine) -> Scenario:
    return Scenario(
        id=history.id or "incident", title=history.title, organisation=_company(history, doctrine),
        doctrine=doctrine.id, difficulty=0, length=history.end, limit=history.end, starts=history.moment or 0,
        teaches=(), inspired_by=Inspiration(history.title, history.source), briefing="", first_steps=(),
        causes={}, outcomes={}, dangers=(), clues={}, injects=(), facilitator="", history=history,
    )  # fmt: skip


def _company(history: History, doctrine: Doctrine) -> Organisation:
    named = (*history.places, *(name for event in history.events for name in event.scope or ()))
    people = dict.fromkeys(event.who for event in history.events if event.who)
    return Organisation(
        id="", title="", doctrine=doctrine.id, about="", customers=0, rhythm=(1.0,) * _HOURS, sites={},
        services={name: Service(name, "") for name in named}, journeys={}, signals={}, alerts=(), runbook={},
        people={who: Person(who, who, "", "") for who in people}, rotas={}, stakeholders={}, tools={},
    )  # fmt: skip
