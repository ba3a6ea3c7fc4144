"""The vocabulary of one exercise: everything that can be named in it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from string import ascii_letters

from simulator.domain.audiences import audiences_of
from simulator.domain.command import View
from simulator.domain.doctrine import STATES, Doctrine
from simulator.domain.duration import show_minutes
from simulator.domain.organisation import Organisation, Person
from simulator.domain.prose.runbook import cautions, in_numbers
from simulator.domain.scenario import Scenario
from simulator.domain.update import DATA
from simulator.domain.value import Value, field, replace
from simulator.grammar.names import Name, Names
from simulator.grammar.synonyms import common
from simulator.grammar.topics import TOPICS
from simulator.grammar.words import key_of, words_of

ME = "commander"
"""The person who is meant by `me`: whoever commands."""

VIEWS: Mapping[View, tuple[str, tuple[str, ...]]] = {
    "board": ("the incident at a glance", ("status", "state", "overview")),
    "timeline": ("what happened, in order", ("history", "entries")),
    "people": ("who is here, who can come", ("who", "responders", "on call", "roster")),
    "services": ("what depends on what", ("journeys", "map", "architecture")),
    "runbook": ("changes you may order", ("changes", "playbook")),
    "signals": ("what the gauges read", ("metrics", "graphs", "charts", "dashboards", "gauges")),
    "severities": ("what each level means", ("levels", "priorities")),
    "clocks": ("who waits for news", ("audiences", "deadlines", "promises")),
}
"""What can be looked at: what it shows, and its other names."""

_STATES = {
    "investigating": ("we see it and look into it", ("looking", "looking into it")),
    "identified": ("we know where it is and work on it", ("found", "known")),
    "monitoring": (
        "a fix is in; we watch whether it holds",
        ("watching", "mitigated", "fix applied", "fix deployed"),
    ),
    "resolved": ("it is over", ("fixed", "over", "closed")),
}
_A_FIX_IS_IN = (("a fix is in", "monitoring"), ("a fix is in place", "monitoring"))
"""Said of a state, but not looked for by the beginnings of its small words: `i` is `investigating`."""
_DATA = {
    "safe": ("nothing of customers' is lost", ("not lost", "intact", "ok")),
    "lost": ("something is lost, or wrong", ("damaged", "partly lost")),
    "unknown": ("we do not know yet", ("not known", "unclear")),
}
_TASKS = {
    "look": ("into a part of the system", ("investigation", "looking", "look at", "look into", "look on")),
    "check": ("of the hazards of a change", ("checks", "checking", "precheck", "hazard check")),
    "preparation": ("of a change", ("prepare", "prep", "preparing")),
    "watch": ("of what a change does", ("verify", "verification", "watching")),
}
"""What can be withdrawn, as people call it."""
_PUBLIC_READERS = frozenset({"customer", "customers", "users", "public"})
_STATUS_PAGE = "status page"


class Vocabulary(Value, eq=False):
    """Names by the kind of slot they fill.

    `journeys` are what `everything` means in a scope; `public` are the audiences outside the company,
    `teams` those that can be paged, each with the services that it runs.
    """

    kinds: Mapping[str, Names]
    journeys: tuple[str, ...]
    public: frozenset[str]
    teams: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    @lru_cache(maxsize=32)
    def of(cls, scenario: Scenario, doctrine: Doctrine) -> "Vocabulary":
        """Everything that can be named in a scenario that is played under a doctrine."""
        company = scenario.organisation
        kinds = {
            "CHANGE": Names.of(_changes(company)),
            "PERSON": Names.of((*_people(company), *_providers(company), _ME), _belonging(company)),
            "WHO": Names.of((*_teams(company), *_people(company), *_providers(company))),
            "PLACE": Names.of(_places(scenario)),
            "SIGNAL": Names.of(_signals(company)),
            "SEVERITY": Names.of(_severities(doctrine)),
            "ROLE": Names.of(_roles(doctrine)),
            "AUDIENCE": Names.of(_audiences(company, doctrine)),
            "SCOPE": Names.of(_scopes(company), _watched(company)),
            "STATE": Names.of((Name(state, state, *_STATES[state]) for state in STATES), _A_FIX_IS_IN),
            "DATA": Names.of(Name(word, word, *_DATA[word]) for word in DATA),
            "VIEW": Names.of(Name(view, view, *about) for view, about in VIEWS.items()),
            "TASK": Names.of(Name(task, task, *about) for task, about in _TASKS.items()),
            "WORK": Names.of((*_places(scenario), *_changes(company), *_people(company), _ME)),
            "TOPIC": Names.of(Name(topic, topic, meaning) for topic, meaning in TOPICS.items()),
        }
        return cls(kinds, tuple(company.journeys), _public(company, doctrine), _running(company))

    def narrowed(self, kind: str, values: Iterable[str]) -> "Vocabulary":
        """This vocabulary where only some values of a kind can be meant."""
        known = self.kinds[kind].by_value
        return replace(self, kinds={**self.kinds, kind: Names.of(known[value] for value in values)})

    def spoken(self, kind: str, value: str) -> str:
        """The usual way to call a value of a kind, which is read as nothing else."""
        return self.kinds[kind].spoken(value)


_ME = Name(ME, "me", "you, who command", ("myself", "commander", "incident commander", "ic"))


def _changes(company: Organisation) -> Iterator[Name]:
    for name, change in company.runbook.items():
        about = change.about or f"{change.kind} on {change.on}"
        yield Name(name, name, about, more=(in_numbers(change), *cautions(change)))


def _people(company: Organisation) -> Iterator[Name]:
    for id_, person in company.people.items():
        knows = (f"knows {', '.join(person.knows)}",) if person.knows else ()
        yield Name(id_, person.name, _about(person), (id_,), person.first_name.lower(), knows)


def _providers(company: Organisation) -> Iterator[Name]:
    for name, provider in company.providers.items():
        yield Name(name, name, f"outside, runs {provider.provides}")


def _about(person: Person) -> str:
    return f"{person.team}, {person.role}" if person.role else person.team


def _belonging(company: Organisation) -> Iterator[tuple[str, str]]:
    for id_, person in company.people.items():
        yield person.team, id_
        if person.role:
            yield person.role, id_


def _teams(company: Organisation) -> Iterator[Name]:
    for team in company.teams:
        yield Name(team, team, "its on-call", (f"{team} team", f"{team} on call"))


def _running(company: Organisation) -> Mapping[str, tuple[str, ...]]:
    services = company.services.values()
    return {team: tuple(each.name for each in services if each.team == team) for team in company.teams}


def _places(scenario: Scenario) -> Iterator[Name]:
    services = scenario.organisation.services
    for place in scenario.places:
        yield Name(place, place, services[place].about if place in services else "", _turned_round(place))


def _turned_round(place: str) -> tuple[str, ...]:
    """How people say the name of a database: `db-main` is the main database."""
    words = words_of(place)
    kind, *which = common(words)
    return (" ".join((*which, kind)),) if len(words) > 1 and kind != words[0] else ()


def _signals(company: Organisation) -> Iterator[Name]:
    for name, signal in company.signals.items():
        behind = f"{show_minutes(signal.lag)} behind" if signal.lag else "shown at once"
        yield Name(name, name, f"{signal.shows} of {signal.of}", more=(behind,))


def _watched(company: Organisation) -> Iterator[tuple[str, str]]:
    """What customers do and services, by the name of a signal of theirs: who reads `live updates` says so.

    A signal that is called like a team may be meant for what that team runs.
    """
    signals = company.signals.items()
    return ((name, one.of) for name, one in signals if name not in company.teams)


def _severities(doctrine: Doctrine) -> Iterator[Name]:
    """`sev1` is P1 where the doctrine says nothing else; another process may count differently."""
    levels = doctrine.severities.values()
    given = {key_of(words_of(name)) for level in levels for name in (level.name, *level.aliases)}
    for level in levels:
        ways = (way for way in _counted(level.name) if key_of(words_of(way)) not in given)
        yield Name(level.name, level.name, level.means, (*level.aliases, *ways))


def _counted(name: str) -> tuple[str, ...]:
    number = name.lstrip(f"{ascii_letters}- ")
    ways = ("{}", "p{}", "s{}", "sev{}", "severity {}", "priority {}") if number else ()
    return tuple(way.format(number) for way in ways)


def _roles(doctrine: Doctrine) -> Iterator[Name]:
    others = {
        "commander": ("incident commander", "ic"),
        "business lead": ("comms lead", "communications lead", "comms", "communications"),
    }
    for name, role in doctrine.roles.items():
        yield Name(name, name, role.owns, others.get(name.replace("-", " "), ()))


def _audiences(company: Organisation, doctrine: Doctrine) -> Iterator[Name]:
    """Each is also called by the name of whoever hears it: who asks as `compliance` is answered so."""
    audiences = audiences_of(company, doctrine)
    for audience in audiences:
        readers = [who.name for who in company.stakeholders.values() if who.hears == audience]
        known = ("statuspage", "public", "customers") if audience == _STATUS_PAGE else ()
        others = (name for name in readers if name not in (*audiences, *known))
        yield Name(audience, audience, ", ".join(readers), (*known, *others))


def _public(company: Organisation, doctrine: Doctrine) -> frozenset[str]:
    heard = {who.hears for who in company.stakeholders.values() if who.name.lower() in _PUBLIC_READERS}
    return frozenset(heard | ({_STATUS_PAGE} & set(doctrine.clocks)))


def _scopes(company: Organisation) -> Iterator[Name]:
    for name in company.journeys:
        yield Name(name, name, "what customers do")
    for name, service in company.services.items():
        if name not in company.journeys:
            yield Name(name, name, service.about or f"a service of {service.team}")
