"""One outage: what may be wrong, how it shows, what each change does about it, and who reacts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from simulator.domain.drill import Drill
from simulator.domain.duration import Spread
from simulator.domain.history import UNTOLD, History
from simulator.domain.organisation import STATES, Organisation
from simulator.domain.origin import NOWHERE, Origin
from simulator.domain.severity import Warrant
from simulator.domain.value import Value

EffectKind: TypeAlias = Literal[
    "errors", "slow", "load", "capacity", "lost", "shed", "cost", "loses", "strands"
]


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that happens to a service, `at` seconds after its cause or change sets in.

    Below zero it had begun before the exercise did (causes only).

    What `amount` means depends on the kind: `errors` the share of requests that fail; `slow` a factor
    on latency; `load` and `capacity` relative changes (0.8 is +80 %); `lost` the share of a cache that
    goes cold; `shed` the share of requests turned away (shares add up, so a negative one lets them in
    again); `cost` a relative change of the work each request makes the service do; `loses` the share of work
    that is lost though the request succeeds, `strands` the share that only one side of a split has. It grows
    over `ramp` seconds and goes after `lasts` seconds (None: stays). With `every` it comes back after so many
    seconds, again and again.
    """

    at: int
    to: str
    part: int | None
    kind: EffectKind
    amount: float
    ramp: int = 0
    lasts: int | None = None
    every: int | None = None
    origin: Origin = field(default=NOWHERE, compare=False)

    @property
    def ends(self) -> int | None:
        """The second at which it has gone by itself; None when it stays, or comes again."""
        stays = self.lasts is None or self.every is not None or self.kind == "lost"
        return None if stays else self.at + self.ramp + (self.lasts or 0)


@dataclass(frozen=True, slots=True)
class Cause:
    """A hidden truth the seed may draw, with its relative weight; some heal by themselves after a while."""

    name: str
    weight: int
    truth: str
    effects: tuple[Effect, ...]
    heals: Spread | None = None
    origin: Origin = field(default=NOWHERE, compare=False)

    @property
    def passes(self) -> bool:
        """Whether it is over by itself one day, whatever is done."""
        return self.heals is not None or all(effect.ends is not None for effect in self.effects)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change does under one cause.

    With probability `chance` it works: it may end the cause's effects (`cures`), keep further ones from
    coming while those present stay (`stops`), or take away a share of them for some seconds (`relieves`).
    `does` are effects of the change itself that come with it, while it is in place. It may take away what
    other changes have harmed (`mends`), and bring the two sides of a split together (`merges`). All of it
    counts only when the changes in `after` are in place; for `does`, those of them that do something
    themselves are enough (a throttle can be lifted too early). `harms` are effects that come with it in any
    case, and it may lose the work that is stranded (`discards`). The default outcome does nothing at all.
    """

    chance: float = 1.0
    cures: bool = False
    stops: bool = False
    relieves: tuple[float, int] | None = None
    does: tuple[Effect, ...] = ()
    harms: tuple[Effect, ...] = ()
    after: tuple[str, ...] = ()
    says: str = ""
    mends: tuple[str, ...] = ()
    merges: bool = False
    discards: bool = False
    fails: bool = False
    origin: Origin = field(default=NOWHERE, compare=False)

    @property
    def works(self) -> bool:
        """Whether it can change anything for the better."""
        acts = self.cures or self.stops or self.relieves is not None or bool(self.does)
        return acts or bool(self.mends) or self.merges

    @property
    def wears_off(self) -> bool:
        """Whether all the good that it can do is a relief that passes after a while."""
        return self.relieves is not None and not (self.cures or self.stops)


NOTHING = Outcome()


@dataclass(frozen=True, slots=True)
class Clue:
    """Something an investigation of a place may say; `odds` are its likelihoods under each cause.

    The clues of one place exclude each other; what their odds leave over is an inconclusive answer.
    With `only`, nobody but these people can tell it; to all others the place is inconclusive then.
    """

    place: str
    says: str
    odds: Mapping[str, float]
    origin: Origin = field(default=NOWHERE, compare=False)
    only: tuple[str, ...] = ()

    def told_by(self, person: str) -> bool:
        """Whether someone who looks could tell it."""
        return not self.only or person in self.only


@dataclass(frozen=True, slots=True)
class Danger:
    """How likely a runbook hazard is true under each cause, and what the change does then."""

    change: str
    hazard: str
    odds: Mapping[str, float]
    harms: tuple[Effect, ...]
    origin: Origin = field(default=NOWHERE, compare=False)


Trigger: TypeAlias = Literal[
    "time", "silence", "change", "helped", "impact", "in place", "declared", "regraded", "mitigated", "told",
    "unled", "real",
]  # fmt: skip


class Condition(Value):
    """One thing that an inject waits for.

    `time`: `seconds` into the exercise; `silence`: `subject` (an audience) has heard nothing for
    `seconds`; `change`: `subject` took effect, `seconds` later; `helped`: it did, and for the better;
    `impact`: customers have been affected for `seconds`; `in place`: a change has been in place for
    `seconds`; `declared`, `regraded` and `mitigated`: it was, `seconds` ago; `told`: `subject` (an audience)
    was first told, `seconds` ago; `unled`: nobody has been in command for `seconds`; `real`: the hazard
    `subject` is real today, whoever knows it.
    """

    trigger: Trigger
    subject: str = ""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Inject:
    """Something said or done when its first condition and all `also` hold, unless one of `unless` does.

    It happens once, or again `every` so many seconds while its conditions hold. A `freezable` one is another
    team's deploy or a machine's doing: a freeze keeps it from happening. `means` is what it makes known, such
    as a loss of data, from which a legal clock may run. `offers` is a change that somebody proposes with it:
    they do so only while nobody is at it, and do not object to it afterwards.
    """

    trigger: Trigger
    subject: str
    seconds: int
    who: str
    says: str
    swoops: bool = False
    effects: tuple[Effect, ...] = ()
    freezable: bool = False
    also: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    every: int = 0
    means: str = ""
    offers: str = ""
    origin: Origin = field(default=NOWHERE, compare=False)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Everything that must hold, in the order of the file."""
        return (Condition(self.trigger, self.subject, self.seconds), *self.also)


class Inspiration(Value):
    """The real outage a scenario learns from, and where it is described."""

    what: str
    source: str


class Scenario(Value, eq=False, dict=True):
    """An outage of an organisation, ready to be played.

    `starts` is the moment of the week (seconds since Monday 00:00 UTC); `length` a playing time to expect;
    `limit` the seconds after which the exercise ends by itself. `outcomes` maps change, then cause
    (`always` applies under every cause not named), to what the change does. `history` is what was done in
    the real outage, counted from the exercise's first second. `here` are the people who are on the call at
    the first second. With a `drill` it is taken over in the middle. A `boss` is one of the notorious outages
    that last for many hours or days. `severity` says which is right from when; the last one due holds.
    """

    id: str
    title: str
    organisation: Organisation
    doctrine: str
    difficulty: int
    length: int
    limit: int
    starts: int
    teaches: tuple[str, ...]
    inspired_by: Inspiration
    briefing: str
    first_steps: tuple[str, ...]
    causes: Mapping[str, Cause]
    outcomes: Mapping[str, Mapping[str, Outcome]]
    dangers: tuple[Danger, ...]
    clues: Mapping[str, tuple[Clue, ...]]
    injects: tuple[Inject, ...]
    facilitator: str
    history: History = UNTOLD
    here: tuple[str, ...] = ()
    drill: Drill | None = None
    boss: bool = False
    severity: tuple[Warrant, ...] = ()

    def outcome(self, change: str, cause: str) -> Outcome:
        """What a change does under a cause; `NOTHING` when the scenario is silent."""
        under = self.outcomes.get(change, {})
        return under.get(cause) or under.get("always") or NOTHING

    def mends(self, change: str) -> frozenset[str]:
        """The changes whose harm a change takes away, under one cause or another."""
        under = self.outcomes.get(change, {}).values()
        return frozenset(name for outcome in under for name in outcome.mends)

    def may_come_first(self, change: str, cause: str) -> bool:
        """Whether a change that needs others works as soon as the last of them comes, made before it.

        So does a state that ends the cause, or its growth: what is off is off. What is done once (a restart),
        is eased for a while or acts by itself counts from when it is made.
        """
        outcome, made = self.outcome(change, cause), self.organisation.runbook.get(change)
        if not outcome.after or made is None or made.kind not in STATES:
            return False
        at_once = outcome.does or outcome.mends or outcome.merges or outcome.relieves is not None
        return (outcome.cures or outcome.stops) and not at_once

    def completes(self, change: str) -> bool:
        """Whether a change only ever completes another, as lifting a throttle does."""
        under = self.outcomes.get(change, {}).values()
        return bool(under) and all(outcome.after for outcome in under)

    def dangers_of(self, change: str) -> tuple[Danger, ...]:
        """The hazards of a change that this scenario gives odds for."""
        return tuple(danger for danger in self.dangers if danger.change == change)

    @cached_property
    def prior(self) -> Mapping[str, float]:
        """The probability of each cause before anything is heard."""
        total = sum(cause.weight for cause in self.causes.values())
        return {name: cause.weight / total for name, cause in self.causes.items()}

    @cached_property
    def places(self) -> tuple[str, ...]:
        """What can be investigated: services first, then the scenario's other questions."""
        services = tuple(self.organisation.services)
        return services + tuple(place for place in self.clues if place not in services)
