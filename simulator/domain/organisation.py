"""A company as the simulator knows it: services, journeys, signals, runbook, people, stakeholders."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from simulator.domain.duration import MINUTE, Spread
from simulator.domain.origin import NOWHERE, Origin
from simulator.domain.tide import TURN, steady, tide
from simulator.domain.value import Value
from simulator.domain.week import Site

Shows: TypeAlias = Literal["errors", "success", "latency", "load", "hit rate", "waiting", "lost work"]
Temper: TypeAlias = Literal["steady", "eager", "cautious", "stubborn", "new", "belligerent"]
ChangeKind: TypeAlias = Literal[
    "rollback", "failover", "flag", "cache", "restart", "scale", "throttle",
    "config", "job", "block", "hotfix", "infrastructure", "restore",
]  # fmt: skip

STATES: tuple[ChangeKind, ...] = ("flag", "throttle", "block", "rollback", "hotfix")
"""Kinds of change that are in place or not; a restart, say, can be meant again."""

WIPING: tuple[ChangeKind, ...] = ("restart", "cache", "restore")
"""Kinds of change that wipe what a part holds in memory or on its disks, and with it what it could tell."""

Tool: TypeAlias = Literal["dashboards", "status page", "sign-on"]
"""What the response works with: to see signals, to tell customers, to get in."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service or datastore.

    `needs` are called for every request; `calls` only for the journeys that name them.
    `capacity` is a share of the load of the busiest hour (1.4 is 140 %); None is ample.
    `retries` is the extra load, as a share, that callers add while it is overloaded.
    A cache `shields` another service: with `hit_rate` of the reads answered from it, a lost cache
    takes `refill` seconds to warm, and cools at the same pace while what it shields is overloaded.
    Requests to a `queue` wait instead of being refused; it is the seconds of waiting that customers bear.
    """

    name: str
    team: str
    needs: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    capacity: float | None = None
    retries: float = 0.0
    parts: int = 1
    shields: str | None = None
    hit_rate: float = 0.0
    refill: int = 0
    outside: bool = False
    about: str = ""
    queue: int = 0
    origin: Origin = field(default=NOWHERE, compare=False)


class Journey(Value):
    """Something customers do: the share of active customers doing it, and the services it needs."""

    name: str
    share: float
    needs: tuple[str, ...]


class Signal(Value):
    """Something that can be watched: `of` a service or journey, `lag` seconds old, with relative noise."""

    name: str
    of: str
    shows: Shows
    lag: int
    noise: float


@dataclass(frozen=True, slots=True)
class Alert:
    """Fires once a signal has read beyond the threshold for `hold` seconds; pages a team."""

    name: str
    signal: str
    beyond: Literal["above", "below"]
    threshold: float
    hold: int
    pages: str
    origin: Origin = field(default=NOWHERE, compare=False)


class Hazard(Value):
    """Something that makes a change dangerous and that a pre-check of `check` seconds reveals."""

    name: str
    check: int


PREPARED_AT_LEAST = 0.2
"""However well prepared, applying takes at least this share of the whole (assumption)."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that may be ordered on production, from the runbook.

    `takes` is execution until it can act (seconds); `undo` the seconds a revert takes, None when it cannot be
    undone. `signal` is the one that shows its effect. `staged` names the small first form, if any.
    `prepares` is what can be done beforehand without touching production (seconds). `hands` people are
    needed. It is made `through` a tool, a service like any other, and fails while that does. With odds of
    `sticks` it hangs half-way and takes `stuck` seconds longer.
    """

    name: str
    kind: ChangeKind
    on: str
    takes: Spread
    undo: int | None
    signal: str
    hazards: tuple[Hazard, ...] = ()
    staged: str | None = None
    prepares: int = 0
    about: str = ""
    hands: int = 1
    through: str = ""
    sticks: float = 0.0
    stuck: Spread | None = None
    origin: Origin = field(default=NOWHERE, compare=False)

    @property
    def mean(self) -> float:
        """Expected seconds until it can act, the odds that it hangs half-way included."""
        return self.takes.mean + (self.sticks * self.stuck.mean if self.stuck else 0)

    @property
    def beforehand(self) -> int:
        """Seconds of it that can be done beforehand: a quarter if the runbook does not say (assumption)."""
        return self.prepares or max(MINUTE, self.takes.median // 4)

    def left(self, seconds: float) -> float:
        """What is left of some seconds that making it takes once it was made ready."""
        return max(seconds * PREPARED_AT_LEAST, seconds - self.beforehand)


class Person(Value):
    """Someone who can be paged. `knows` are the places they can read; `role` a role they are trained for."""

    id: str
    name: str
    site: str
    team: str
    knows: tuple[str, ...] = ()
    temper: Temper = "steady"
    role: str | None = None

    @property
    def first_name(self) -> str:
        """What colleagues call them on the call."""
        return self.name.split()[0]


class Rota(Value):
    """Who is on call for a team: by site while that office is open, else `otherwise`, in order of paging."""

    team: str
    by_site: tuple[tuple[str, tuple[str, ...]], ...]
    otherwise: tuple[str, ...]


class Stakeholder(Value):
    """Someone outside the response who waits for news.

    `hears` is the audience whose updates reach them, `patience` the seconds of silence they bear
    before they ask, 0 when they never do. `tickets` is reports per 1000 affected customers an hour
    (support only); `swoops` is whether they step into the response when silence goes on. A key customer
    has a `worth`, in words. One with a legal clock (`notice`) must have heard within so many seconds of
    something. Whoever `provides` an outside service answers calls at their own pace.
    """

    name: str
    hears: str = ""
    patience: int = 0
    tickets: float = 0.0
    swoops: bool = False
    worth: str = ""
    notice: "Notice | None" = None
    provides: str = ""
    pace: Spread | None = None


class Notice(Value):
    """A legal clock: they must have heard `within` seconds `of` the declaration, or of something known."""

    within: int
    of: str


class Organisation(Value, eq=False, dict=True):
    """A company. Mappings keep the order of the file; names inside refer to keys of the others.

    `rhythm` is the active share of `customers` in the middle of each hour of the week (168 values, UTC),
    `demand` the one of any moment. `tools` are the services that the response itself works with, and so may
    lose. `automation` names what acts by itself: an autoscaler, a deploy bot.
    """

    id: str
    title: str
    doctrine: str
    about: str
    customers: int
    rhythm: tuple[float, ...]
    sites: Mapping[str, Site]
    services: Mapping[str, Service]
    journeys: Mapping[str, Journey]
    signals: Mapping[str, Signal]
    alerts: tuple[Alert, ...]
    runbook: Mapping[str, Change]
    people: Mapping[str, Person]
    rotas: Mapping[str, Rota]
    stakeholders: Mapping[str, Stakeholder]
    tools: Mapping[Tool, str]
    automation: tuple[str, ...] = ()

    def called(self, person: str) -> str:
        """What colleagues call someone on the call; a stranger by the name that was said."""
        known = self.people.get(person)
        return known.first_name if known else person

    def can_work(self, person: str, place: str) -> bool:
        """Whether someone knows a place or is of the team that runs it; strangers are taken to."""
        known, service = self.people.get(person), self.services.get(place)
        return known is None or service is None or place in known.knows or service.team == known.team

    def lag_of(self, change: Change) -> int:
        """The seconds that a change's own signal is behind: so much later its effect shows."""
        return self.signals[change.signal].lag

    def on_call(self, team: str, moment: int) -> tuple[str, ...]:
        """Ids of the people on call for a team at a moment of the week, first to be paged first."""
        rota = self.rotas.get(team)
        if rota is None:
            return ()
        for site, people in rota.by_site:
            if people and self.sites[site].open_at(moment):
                return people
        return rota.otherwise

    def demand(self, moment: int) -> float:
        """The share of `customers` that is active at a moment of the week."""
        return self._tide[moment // TURN % len(self._tide)]

    def steady(self, moment: int) -> int:
        """The seconds from a moment of the week for which the demand stays as it is."""
        return self._steady[moment // TURN % len(self._steady)] * TURN - moment % TURN

    @cached_property
    def _tide(self) -> tuple[float, ...]:
        return tide(self.rhythm)

    @cached_property
    def _steady(self) -> tuple[int, ...]:
        return steady(self._tide)

    @cached_property
    def providers(self) -> Mapping[str, Stakeholder]:
        """Outside providers who can be called, by their name."""
        return {name: who for name, who in self.stakeholders.items() if who.provides}

    @cached_property
    def contacts(self) -> Mapping[str, Stakeholder]:
        """The provider who can be called about each outside service that has one, by the service's name."""
        return {who.provides: who for who in self.providers.values()}

    @cached_property
    def teams(self) -> tuple[str, ...]:
        """Teams that can be paged, in the order of the rota."""
        return tuple(self.rotas)

    @cached_property
    def closures(self) -> Mapping[str, frozenset[str]]:
        """For each service: itself and everything it needs, directly or through others."""
        return {name: self._reach(name, lambda service: service.needs) for name in self.services}

    @cached_property
    def reaches(self) -> Mapping[str, frozenset[str]]:
        """For each service: itself and everything it needs, calls or shields, directly or through others."""
        return {
            name: self._reach(name, lambda s: s.needs + s.calls + ((s.shields,) if s.shields else ()))
            for name in self.services
        }

    def _reach(self, start: str, step: Callable[[Service], tuple[str, ...]]) -> frozenset[str]:
        found, queue = {start}, [start]
        while queue:
            for name in step(self.services[queue.pop()]):
                if name not in found:
                    found.add(name)
                    queue.append(name)
        return frozenset(found)
