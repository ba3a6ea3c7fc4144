"""What a change broke by itself, and the change that takes that away.

Where what was wrong has likely ended and customers fail all the same, a change in place is the likeliest
reason: that is what there is to see to, and no further cure.
"""

from collections.abc import Iterable, Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import HazardChecked
from simulator.domain.losing import LOSES, STRANDS
from simulator.domain.scenario import Effect
from simulator.scoring.case import Case
from simulator.scoring.idle import Stretch
from simulator.scoring.outlook import Outlook, outlook

FEWER = 0.1
"""By this share fewer customers fail than when a change was made, where it seems to work (assumption)."""
UNSEEN = (LOSES, STRANDS)
"""Harm of which no customer knows by failing."""


def mender(case: Case, seen: Outlook, at: int) -> str:
    """The change that takes away what one in place may have broken, where what was wrong has likely ended.

    So it has as far as can be known, and fewer customers fail than when that change was made.
    """
    fewer = (case.known_failing(at) or 0.0) / (1 - FEWER)
    hurt = _hurtful(case, seen, at)
    broke = {one.change for one in hurt if fewer < (case.known_failing(one.done or 0) or 0.0)}
    return next((name for name in _menders(case, broke) if name not in seen.in_place), "")


def since_seen(case: Case, stretch: Stretch) -> int:
    """The second of a wait from which what fails could be seen to be what a change broke.

    Until then the slowest dashboards show what it was like before that change. Where that is not what fails
    the wait is as it was.
    """
    began = stretch.since
    line = next((entry.number for entry in case.seen if entry.at > began), case.beyond)
    made_at_all = {one.change for one in case.attempts if one.done is not None}
    seen = outlook(case, began, line) if _menders(case, made_at_all) else None
    hurtful = _hurtful(case, seen, began) if seen else []
    if not hurtful:
        return began
    acts = max(_acts(case, one) for one in hurtful)
    shown = (at for at in range(began, stretch.until, MINUTE) if _shows(case, at, acts))
    return next(shown, stretch.until)


def _hurtful(case: Case, seen: Outlook, at: int) -> list[Attempt]:
    """The changes by which customers may fail who are not likely to fail of what was wrong."""
    if not seen.advice.likelier_over:
        return []
    return [one for one in case.attempts if _may_break(case, one, at) and _menders(case, [one.change])]


def _shows(case: Case, at: int, acts: int) -> bool:
    then = at - case.lag_at(at)
    return then > acts and case.suffering(then)


def _acts(case: Case, attempt: Attempt) -> int:
    """The second from which a change that was made can do harm."""
    return (attempt.done or 0) + min(effect.at for effect in _harms(case, attempt.change))


def _menders(case: Case, broke: Iterable[str]) -> list[str]:
    """The changes that can take away what some others broke, in the order of the file."""
    hurt = frozenset(broke)
    return [name for name in case.scenario.outcomes if hurt & case.scenario.mends(name)]


def _may_break(case: Case, attempt: Attempt, at: int) -> bool:
    """Whether customers may fail by a change at a second, for all that was told of its hazards."""
    if attempt.done is None or not attempt.in_place(at):
        return False
    since = attempt.done
    return any(one.ends is None or at <= since + one.ends for one in _harms(case, attempt.change))


def _harms(case: Case, change: str) -> Iterator[Effect]:
    denied = {fact.hazard for _, fact in each(case.seen, HazardChecked) if _denies(fact, change)}
    under = case.scenario.outcomes.get(change, {}).values()
    by_chance = (one.harms for one in case.scenario.dangers_of(change) if one.hazard not in denied)
    for harms in (*(outcome.harms for outcome in under), *by_chance):
        yield from (effect for effect in harms if effect.kind not in UNSEEN)


def _denies(told: HazardChecked, change: str) -> bool:
    return told.change == change and not told.holds
