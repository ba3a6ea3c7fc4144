"""The pivotal decisions of a case: orders, looks that everything waited for, undoings, and doing nothing."""

from collections.abc import Iterable, Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import (
    AlertCleared,
    AlertFired,
    ChangeDone,
    ChangeFailed,
    ChangeHung,
    ChangeOrdered,
    CustomersReported,
    Ended,
    HazardChecked,
    Joined,
    Resolved,
    StakeholderAsked,
    TaskEnded,
    TaskGiven,
    Verified,
)
from simulator.domain.value import replace
from simulator.scoring.at_stake import harmed
from simulator.scoring.case import Case
from simulator.scoring.easy import slow
from simulator.scoring.hands import beginnable
from simulator.scoring.idle import Stretch, idle
from simulator.scoring.large import TURNS_AWAY
from simulator.scoring.looks import waited_for
from simulator.scoring.mark import cited
from simulator.scoring.mending import mends
from simulator.scoring.outlook import Outlook, outlook
from simulator.scoring.refill import beside_filling, refilled
from simulator.scoring.rows import by_themselves
from simulator.scoring.sighted import once
from simulator.scoring.standing_harm import mender, since_seen
from simulator.scoring.undoing import undone
from simulator.scoring.waiting import fewest_and_most, lost
from simulator.scoring.weighing import (
    Decision,
    Option,
    as_good_to_go_slow,
    at_stake,
    beside_others,
    best_option,
    mending_option,
    told_before,
    weighed,
)
from simulator.scoring.window import in_window
from simulator.scoring.work import overrun, preparing, untaken, watched_on

WORK = (
    AlertFired, CustomersReported, StakeholderAsked, Joined, TaskGiven, TaskEnded, ChangeOrdered, ChangeDone,
    ChangeFailed, ChangeHung, Verified, AlertCleared, Resolved, Ended,
)  # fmt: skip
"""Lines on which work or the reason for it began or ended."""
SETTLED = 2 * MINUTE
"""Where a pre-check of the best choice has just come back clean there is nothing left to decide, and so long
to say it (assumption)."""
ANEW = 15 * MINUTE
"""So often whoever does nothing decides that again, and may take the time for it (assumption)."""


def decisions(case: Case) -> tuple[Decision, ...]:
    """Every decision there was to judge, each beside the other choices there were, and each wait by itself.

    Those of somebody who led on after a hand-over are not judged.
    """
    tolerated = case.doctrine.threshold("tolerated regret")
    told = by_themselves(in_window(case, taken), tolerated)
    return tuple(beside_others(case, decision) for decision in told)


@once
def taken(case: Case) -> tuple[Decision, ...]:
    """Every order, every look that everything waited for, every idle stretch and undoing of what helped.

    By time. The other choices are left out: a mark needs none but the best.
    """
    found = [*orders(case), *waited_for(case), *_waits(case), *undone(case)]
    return tuple(sorted(found, key=lambda decision: (decision.at, decision.entries)))


def costliest(made: Iterable[Decision], most: int, tolerated: float = 0.0) -> tuple[Decision, ...]:
    """The decisions with the highest regret, the worst first.

    Those whose regret is no more than a tolerated share of the best cost are left out: they were as good.
    """
    bad = [decision for decision in made if decision.regret > 0 and decision.share > tolerated]
    return tuple(sorted(bad, key=lambda decision: (-decision.regret, decision.at))[:most])


def orders(case: Case) -> Iterator[Decision]:
    """Every change ordered while customers were known to be failing, weighed."""
    for attempt in case.attempts:
        seen = outlook(case, attempt.ordered, attempt.order)
        choice = seen.of("change", attempt.change) if seen else None
        if seen and choice and not (_against_harm(case, attempt) or beside_filling(case, attempt)):
            yield beginnable(case, seen, weighed(case, seen, choice, attempt.ordered, attempt.order))


def _against_harm(case: Case, attempt: Attempt) -> bool:
    """Whether it is meant against what a change has harmed, which the causes have no part in.

    It takes that away, or it turns customers away while that goes on: so one ends an overload.
    """
    change = case.change(attempt)
    if change is not None and change.kind in TURNS_AWAY and harmed(case, attempt.ordered):
        return True
    return mends(case, attempt)


def _waits(case: Case) -> Iterator[Decision]:
    """The waits, each with those before it since something was ordered or made: in a row they add up."""
    earlier, since = 0.0, 0
    for one in _single_waits(case):
        tried = [at for each in case.attempts for at in (each.ordered, each.done) if at is not None]
        if any(since <= at <= one.at for at in tried):
            earlier = 0.0
        regret, since = one.regret + earlier, one.at
        chosen = replace(one.chosen, cost=one.best.cost + regret)
        yield replace(one, regret=regret, chosen=chosen, earlier=earlier)
        earlier = regret


def _single_waits(case: Case) -> Iterator[Decision]:
    """Idle stretches longer than one may take to decide, while something was still worth trying.

    So long one may take in a quarter of an hour, not at every turn of it.
    """
    spent: list[tuple[int, int]] = []
    for stretch in idle(case):
        begins = since_seen(case, stretch)
        if begins < stretch.until:
            yield from _judged(case, replace(stretch, since=begins), spent)


def _judged(case: Case, stretch: Stretch, spent: list[tuple[int, int]]) -> Iterator[Decision]:
    """An idle stretch; one in which the slow way was rightly made ready is judged from when it was."""
    grace = _grace(case, stretch, spent)
    if stretch.seconds <= grace:
        spent.append((stretch.since, stretch.seconds))
        return
    at = max(stretch.since + grace, refilled(case, stretch.since))
    if at >= stretch.until:
        return
    before = next((entry.number for entry in case.seen if entry.at > at), case.beyond)
    seen = outlook(case, at, before)
    ready = _readying(case, seen, at) if seen else None
    if ready is not None:
        if ready < stretch.until:
            yield from _judged(case, Stretch(ready, stretch.until), spent)
    elif seen and (mender(case, seen, at) or (seen.advice.worth_it and not _in_place(seen))):
        spent.append((stretch.since, grace))
        yield _wait(case, seen, stretch, at, before)


def _grace(case: Case, stretch: Stretch, spent: list[tuple[int, int]]) -> int:
    """Seconds that one may still take to decide, less those taken in the last quarter of an hour.

    A minute is always free: so long it takes to say it.
    """
    free = round(case.doctrine.threshold("decide within"))
    left = max(
        min(free, MINUTE), free - sum(seconds for since, seconds in spent if since > stretch.since - ANEW)
    )
    return min(left, SETTLED) if _settled(case, stretch) else left


def _settled(case: Case, stretch: Stretch) -> bool:
    """Whether it began with a clean pre-check of what was best to do: only the word is left."""
    told = [(e, fact) for e, fact in each(case.seen, HazardChecked) if e.at <= stretch.since]
    if not told or told[-1][0].at < stretch.since - MINUTE or told[-1][1].holds:
        return False
    seen = outlook(case, stretch.since, told[-1][0].number + 1)
    return seen is not None and seen.advice.best.name == told[-1][1].change


def _in_place(seen: Outlook) -> bool:
    """Whether the best there was to do had been done: it only had to show."""
    return seen.advice.best.kind == "change" and seen.advice.best.name in seen.in_place


def _readying(case: Case, seen: Outlook, at: int) -> int | None:
    """Until when something slow was being made ready, where nothing quick was noticeably better than that."""
    if not _slow_is_best(case, seen):
        return None
    runbook = case.organisation.runbook
    ready = (work for work in preparing(case) if work.at(at) and work.about in runbook)
    return max((work.until for work in ready if slow(case, runbook[work.about])), default=None)


def _slow_is_best(case: Case, seen: Outlook) -> bool:
    """Whether the best thing to do was slow, or cost no less than the slow way as far as anyone can tell."""
    best = seen.advice.best
    if best.kind == "change" and slow(case, case.organisation.runbook[best.name]):
        return True
    return as_good_to_go_slow(case, seen)


def _wait(case: Case, seen: Outlook, stretch: Stretch, at: int, before: int) -> Decision:
    found = mender(case, seen, at)
    best = mending_option(case, seen, found) if found else best_option(case, seen)
    best = replace(best, absent=not _within_reach(case, best, before))
    regret = lost(case, seen, stretch, at - stretch.since)
    chosen = _waiting(case, stretch, best.cost + regret)
    known, ranked = told_before(case, before), seen.advice.belief.ranked
    lines = _around(case, stretch)
    times = max(1.0, (stretch.until - at) / ANEW) * at_stake(case, seen)
    rates = fewest_and_most(case, stretch)
    judged = Decision(at, stretch.since, chosen, best, regret, seen.rate, lines, known, ranked, before=before)
    return replace(judged, times=times, rates=rates)


def _waiting(case: Case, stretch: Stretch, cost: float) -> Option:
    """A wait, with what went on meanwhile and brought nothing."""
    begins, wait = stretch.since, Option("wait", "", cost, stretch.seconds)
    hung = next((attempt.change for attempt in case.attempts if attempt.hung_at(begins)), "")
    if hung:
        return replace(wait, name=hung)
    over, watched = overrun(case, begins), watched_on(case, begins)
    if over:
        return replace(wait, name=over, overran=True)
    if watched is not None:
        return replace(wait, name=watched[0], told_in=watched[1])
    readied = (work.about for work in preparing(case) if work.since < stretch.until and begins < work.until)
    name = next(readied, "")
    if name:
        return replace(wait, name=name, readied=True)
    name = untaken(case, begins)
    return replace(wait, name=name, untaken=bool(name))


def _within_reach(case: Case, option: Option, before: int) -> bool:
    """Whether somebody on the call could do what an option takes; nobody alone takes the slow way."""
    if option.kind == "slow way":
        return True
    change = case.organisation.runbook.get(option.name)
    place = change.on if change else option.name
    return any(case.can_work(person, place) for person in case.present(before))


def _around(case: Case, stretch: Stretch) -> tuple[int, ...]:
    """The lines of work between which nothing was under way."""
    lines = [entry for entry in case.seen if isinstance(entry.fact, WORK)]
    begun = [entry.number for entry in lines if entry.at <= stretch.since][-1:]
    ended = [entry.number for entry in lines if entry.at >= stretch.until][:1]
    return cited(*begun, *ended) or (case.entries[-1].number,)
