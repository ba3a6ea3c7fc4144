"""The scope: who is said to be affected, against the journeys that fail and were known to."""

from collections.abc import Iterable, Mapping, Sequence

from simulator.domain.doctrine import ALL_CLEAR
from simulator.domain.duration import MINUTE
from simulator.domain.organisation import Organisation
from simulator.domain.scope_in_text import scope_of
from simulator.domain.update import Update
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.claims.briefed import briefed
from simulator.scoring.claims.claim import Claim, Told, Verdict, claim
from simulator.scoring.claims.looks_well import looks_well
from simulator.scoring.falling import falling
from simulator.scoring.ledger import customers
from simulator.scoring.ledger.late import late
from simulator.scoring.words import listed, percent

ENOUGH = 0.8
"""Who names the journeys of so many of the failing customers, and not more, is right (assumption)."""
LEFT_OUT = percent(1 - ENOUGH)
LITTLE = 0.4
"""Who gets no more than this right might as well have said nothing (assumption)."""
HALF = 0.5
LONG_AGO = 20 * MINUTE
"""What was so this long ago and no longer is makes a claim stale; before that it is plainly wrong."""


class Measure(Value):
    """Shares of customers: rightly named, named though their journey works, and failing without a word.

    `slow` is whether something is rightly named that only came late, `heard` what a briefing alone named.
    """

    hit: float
    invented: float
    missed: float
    extra: tuple[str, ...]
    lacking: tuple[str, ...]
    slow: bool = False
    heard: tuple[str, ...] = ()

    @property
    def overlap(self) -> float:
        """Jaccard's index: what is both, of what is either."""
        either = self.hit + self.invented + self.missed
        return self.hit / either if either else 1.0

    @property
    def left_out(self) -> float:
        """How much of what failed was left out."""
        return self.missed / (self.hit + self.missed) if self.missed else 0.0


def named(case: Case, update: Update) -> tuple[str, ...]:
    """What an update names as affected, in its text as well; what a real text named is on its timeline."""
    return update.scope if case.records.real else scope_of(update, case.organisation)


def scope(case: Case, told: Told) -> Claim | None:
    """The scope that an update names; None when it names none."""
    who = named(case, told.sent.fact.update)
    if not who:
        return None
    verdict, earned, because = _found(case, told, who) if customers.told(case) else _unmeasured()
    fresh = told.before is None or set(named(case, told.before.fact.update)) != set(who)
    lines = _lines(case, told, who)
    return claim(told, "scope", listed(who), verdict, earned, because, *lines, fresh=fresh)


def _lines(case: Case, told: Told, who: tuple[str, ...]) -> tuple[int, ...]:
    """The last line that showed who is hurt; once it is over, the last that showed them hurt."""
    update, before = told.sent.fact.update, told.sent.entry
    hurt = customers.last_hurt(case, before, who) if update.state in ALL_CLEAR else ()
    return hurt or customers.last_shown(case, before)


def _unmeasured() -> tuple[Verdict, float | None, str]:
    return "not checked", None, "the timeline does not tell who was failing"


def _found(case: Case, told: Told, who: tuple[str, ...]) -> tuple[Verdict, float | None, str]:
    at = told.sent.at
    since = at - round(case.doctrine.threshold("facts fresh for"))
    ended = told.sent.fact.update.state in ALL_CLEAR
    now = measure(case, who, since, at, ended=ended)
    if now.overlap >= ENOUGH:
        return "true", 1.0, _so(now, ended)
    if now.hit == 0 and measure(case, who, at - LONG_AGO, since).overlap >= HALF:
        return "stale", HALF, "that was so some minutes before, and no longer"
    earned = falling(1 - now.overlap, 1 - ENOUGH, 1 - LITTLE)
    if now.invented >= now.missed:
        return "over-claimed", earned, f"{listed(now.extra)} worked, or nearly"
    much = f", more than {LEFT_OUT} of what failed in all" if now.left_out > 1 - ENOUGH else ""
    shown = _shown(case, now.lacking, told)
    return "under-claimed", earned, f"{listed(now.lacking)} failed too{much}, {shown}"


def _so(now: Measure, ended: bool) -> str:
    """Why a scope is right, with what of it was not, and what was left out."""
    these = f"these {'had been' if ended else 'were'} failing{' or late' if now.slow else ''}"
    extra = f" but for {listed(now.extra)}" if now.extra else ""
    left = f", and less than {LEFT_OUT} of what failed was left out" if now.lacking else ""
    heard = f" ({listed(now.heard)} by the briefing)" if now.heard else ""
    return f"{these}{heard}{extra}, as far as could be known{left}"


def _shown(case: Case, lacking: Sequence[str], told: Told) -> str:
    """Where it could be seen that journeys failed."""
    signals = (name for journey in lacking for name in customers.shown_by(case, journey, told.sent.entry))
    names = tuple(dict.fromkeys(signals))
    return f"as {listed(names)} showed" if names else "and that was known"


def measure(case: Case, scope: tuple[str, ...], since: int, until: int, *, ended: bool = False) -> Measure:
    """A scope against what could be known from one second to another; once it is over, against all of it."""
    must = {} if ended else _must(case, since, until)
    begun = 0 if ended else since
    failed = _may(case, begun, until)
    queued, told = late(case, begun, until), briefed(case, until)
    may = _may_be_said(failed, queued | told)
    company = case.organisation
    named = claimed(company, scope, may)
    usual = _usual(company, failed)
    hit = _failing(company, may, (j for j in named if may.get(j, 0.0) >= customers.HARDLY))
    extra = tuple(j for j in named if may.get(j, 0.0) < customers.HARDLY)
    lacking = tuple(j for j, share in must.items() if share >= customers.SURELY and j not in named)
    invented = sum(company.journeys[j].share * usual for j in extra)
    excused = [j for j in named if failed.get(j, 0.0) < customers.HARDLY <= may.get(j, 0.0)]
    heard = tuple(j for j in excused if j not in queued)
    slow = len(heard) < len(excused)
    return Measure(hit, invented, _failing(company, must, lacking), extra, lacking, slow, heard)


def _must(case: Case, since: int, until: int) -> Mapping[str, float]:
    """What has to be said: the least that could be known, but of what seemed well to whoever led."""
    known = customers.least_known(case, since, until)
    return {name: share for name, share in known.items() if not looks_well(case, name, since)}


def _may(case: Case, since: int, until: int) -> Mapping[str, float]:
    """What may be said: the most that could be known, or what was really so when it was said."""
    known, truth = customers.most_known(case, since, until), customers.really(case, until)
    return {name: max(share, truth.get(name, 0.0)) for name, share in known.items()}


def _may_be_said(failed: Mapping[str, float], besides: frozenset[str]) -> Mapping[str, float]:
    """With what came late or was heard in a briefing: that may be named as well, and counts for little."""
    return {name: max(share, customers.HARDLY * (name in besides)) for name, share in failed.items()}


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
