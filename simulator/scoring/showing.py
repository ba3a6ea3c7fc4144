"""Which signals can show a change (doctrine, guard 5: causally downstream).

Those that the wiring puts behind it; those of the place whose signal is its own, for what loads a place less
shows in its times and errors too; those of a place that a cause acts on which the change takes away, for as
long as that cause is not ruled out: the symptom is downstream of its cure; and, of a throttle, the hits of
the caches behind, which it lets fill.
"""

from simulator.domain.attempt import Attempt, Verification, premature
from simulator.domain.interaction import can_show, domain_of
from simulator.domain.organisation import Change
from simulator.scoring.case import Case
from simulator.scoring.outlook import not_ruled_out


def shows(case: Case, change: Change, signal: str, before: int) -> bool:
    """Whether a signal of the company can show a change, by what was known before a line."""
    company = case.organisation
    beside = company.signals[signal].of == company.signals[change.signal].of
    wired = beside or can_show(change, signal, company) or _lets_fill(case, change, signal)
    return wired or _of_what_it_cures(case, change, company.signals[signal].of, before)


def _lets_fill(case: Case, change: Change, signal: str) -> bool:
    """Whether it is of a cache behind a throttle, which cools while what it shields is overloaded."""
    watched = case.organisation.signals[signal]
    behind = change.kind == "throttle" and watched.shows == "hit rate"
    return behind and watched.of in domain_of(change, case.organisation)


def _of_what_it_cures(case: Case, change: Change, place: str, before: int) -> bool:
    """Whether a cause that may be the one acts on a place, and a change takes it away or eases it."""
    for cause in not_ruled_out(case, before):
        outcome = case.scenario.outcome(change.name, cause)
        helps = outcome.cures or outcome.stops or outcome.relieves is not None
        if helps and any(effect.to == place for effect in case.scenario.causes[cause].effects):
            return True
    return False


def blind(case: Case, change: Change, watch: Verification) -> bool:
    """Whether a watch was of a signal of the company that cannot show a change, by what was known then."""
    known = watch.signal in case.organisation.signals
    return known and not shows(case, change, watch.signal, case.sighted.by(watch.began, case.beyond))


def telling(case: Case, attempt: Attempt) -> tuple[Verification, ...]:
    """The watches that told what a change did, on a signal that can show it, by when they ended."""
    change = case.change(attempt)
    ended = (watch for watch in attempt.verifications if _told(watch))
    seeing = (watch for watch in ended if change is None or not blind(case, change, watch))
    return tuple(sorted(seeing, key=lambda watch: watch.at or 0))


def result(case: Case, attempt: Attempt) -> str | None:
    """What the last of them said, None when there was none."""
    told = telling(case, attempt)
    return told[-1].fact.result if told and told[-1].fact else None


def _told(watch: Verification) -> bool:
    return watch.fact is not None and watch.fact.result != "unclear" and not premature(watch.fact)
