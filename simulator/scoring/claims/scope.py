"""The scope: who is said to be affected, against the journeys that fail and were known to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.domain.duration import MINUTE
from simulator.domain.organisation import Organisation
from simulator.scoring.case import Case
from simulator.scoring.claims.claim import Claim, Told, Verdict, claim
from simulator.scoring.falling import falling
from simulator.scoring.ledger import customers
from simulator.scoring.over import OVER
from simulator.scoring.words import listed

ENOUGH = 0.8
"""Who names the journeys of so many of the failing customers, and not more, is right (assumption)."""
LITTLE = 0.4
"""Who gets no more than this right might as well have said nothing (assumption)."""
HALF = 0.5
LONG_AGO = 20 * MINUTE
"""What was so this long ago and no longer is makes a claim stale; before that it is plainly wrong."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Shares of customers: rightly named, named though their journey works, and failing without a word."""

    hit: float
    invented: float
    missed: float
    extra: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def overlap(self) -> float:
        """Jaccard's index: what is both, of what is either."""
        either = self.hit + self.invented + self.missed
        return self.hit / either if either else 1.0


def scope(case: Case, told: Told) -> Claim | None:
    """The scope that an update names; None when it names none."""
    named = told.sent.fact.update.scope
    if not named:
        return None
    verdict, earned, because = _found(case, told) if customers.told(case) else _unmeasured()
    fresh = told.before is None or set(told.before.fact.update.scope) != set(named)
    lines = customers.last_shown(case, told.sent.entry)
    return claim(told, "scope", listed(named), verdict, earned, because, *lines, fresh=fresh)


def _unmeasured() -> tuple[Verdict, float | None, str]:
    return "not checked", None, "the timeline does not tell who was failing"


def _found(case: Case, told: Told) -> tuple[Verdict, float | None, str]:
    at = told.sent.at
    since = at - round(case.doctrine.threshold("facts fresh for"))
    now = measure(case, told.sent.fact.update.scope, since, at, ended=told.sent.fact.update.state in OVER)
    if now.overlap >= ENOUGH:
        return "true", 1.0, "these were failing, as far as could be known"
    if now.hit == 0 and measure(case, told.sent.fact.update.scope, at - LONG_AGO, since).overlap >= HALF:
        return "stale", HALF, "that was so some minutes before, and no longer"
    earned = falling(1 - now.overlap, 1 - ENOUGH, 1 - LITTLE)
    if now.invented >= now.missed:
        return "over-claimed", earned, f"{listed(now.extra)} worked, or nearly"
    return "under-claimed", earned, f"{listed(now.lacking)} failed too, {_shown(case, now.lacking, told)}"


def _shown(case: Case, lacking: Sequence[str], told: Told) -> str:
    """Where it could be seen that journeys failed."""
    signals = (name for journey in lacking for name in customers.shown_by(case, journey, told.sent.entry))
    names = tuple(dict.fromkeys(signals))
    return f"as {listed(names)} showed" if names else "and that was known"


def measure(case: Case, scope: tuple[str, ...], since: int, until: int, *, ended: bool = False) -> Measure:
    """A scope against what could be known from one second to another; once it is over, against all of it."""
    must = {} if ended else customers.least_known(case, since, until)
    may = _may(case, 0 if ended else since, until)
    company = case.organisation
    named = claimed(company, scope, may)
    usual = _usual(company, may)
    hit = _failing(company, may, (j for j in named if may.get(j, 0.0) >= customers.HARDLY))
    extra = tuple(j for j in named if may.get(j, 0.0) < customers.HARDLY)
    lacking = tuple(j for j, share in must.items() if share >= customers.SURELY and j not in named)
    invented = sum(company.journeys[j].share * usual for j in extra)
    return Measure(hit, invented, _failing(company, must, lacking), extra, lacking)


def _may(case: Case, since: int, until: int) -> Mapping[str, float]:
    """What may be said: the most that could be known, or what was really so when it was said."""
    known, truth = customers.most_known(case, since, until), customers.really(case, until)
    return {name: max(share, truth.get(name, 0.0)) for name, share in known.items()}


def claimed(company: Organisation, scope: tuple[str, ...], may: Mapping[str, float]) -> tuple[str, ...]:
    """The journeys that a scope stands for. A service stands for those that need it.

    Where at least half of them fail, by customers, it stands for those; else it is said of all of them.
    """
    found: dict[str, None] = {}
    for name in scope:
        found |= dict.fromkeys((name,) if name in company.journeys else _reached(company, name, may))
    return tuple(found)


def _reached(company: Organisation, service: str, may: Mapping[str, float]) -> tuple[str, ...]:
    needing = [
        journey.name for journey in company.journeys.values()
        if any(service in company.closures.get(need, ()) for need in journey.needs)
    ]  # fmt: skip
    hurt = [name for name in needing if may.get(name, 0.0) >= customers.HARDLY]
    share = sum(company.journeys[name].share for name in hurt)
    return tuple(hurt if share >= HALF * sum(company.journeys[name].share for name in needing) else needing)


def _failing(company: Organisation, shares: Mapping[str, float], names: Iterable[str]) -> float:
    return sum(company.journeys[name].share * shares.get(name, 0.0) for name in names)


def _usual(company: Organisation, may: Mapping[str, float]) -> float:
    """How much of a failing journey fails, in the mean; all of it where none does."""
    hurt = [name for name, share in may.items() if share >= customers.HARDLY]
    weight = sum(company.journeys[name].share for name in hurt)
    return _failing(company, may, hurt) / weight if weight else 1.0
