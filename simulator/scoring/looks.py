"""Looks and pre-checks that everything waited for. Those in a row, with nothing tried in between, add up.

Only what really waited is charged, and no longer than it waited: a quick answer costs less. An order that
came before the answer did not wait for it: such a look counts for the time until that order, and not at all
when both were said in one breath. Nor does it while somebody is on the way without whom the best choice could
not be made, or while a pre-check goes on that is heeded: what is found out meanwhile takes no time. Nothing
waits for a look either where the one that was best, or the pre-check of the change that was, is given out in
the same breath; whoever waits on for it after that pre-check is answered is judged from then on.

A pre-check adds up with other pre-checks alone: what was looked at too long before it is no fault of the
question whether a change is safe. That costs its own minute, and is not held against anyone where the change
was then made or left alone for it: `check-hazards` asks for it. Of the slow way it is, while something quick
was better.
"""

from collections.abc import Iterator

from simulator.domain.duration import DAY, MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import HazardChecked
from simulator.domain.value import Value, replace
from simulator.domain.what_changed import asks_what_changed
from simulator.reasoning import ChoiceKind
from simulator.scoring.calls import called
from simulator.scoring.case import Case
from simulator.scoring.easy import slow
from simulator.scoring.outlook import outlook
from simulator.scoring.passing import to_act_on
from simulator.scoring.sighted import once
from simulator.scoring.weighing import Decision, Option, weighed
from simulator.scoring.work import Work, asked, changing

A_LITTLE = 0.25
"""A look of whose time less than this share was waited for went on beside another one (assumption)."""
ONE_BREATH = MINUTE
"""An order so soon after a look was given out waited for nothing: each takes half a minute to say
(assumption)."""


class Look(Value):
    """An investigation or a pre-check that was given out."""

    kind: ChoiceKind
    work: Work


def waited_for(case: Case) -> Iterator[Decision]:
    """The looks given out while no change was under way, each weighed with those before it in a row."""
    tolerated, free = case.doctrine.threshold("tolerated regret"), _free(case)
    for row in _rows(case):
        waited, until = {"look": 0.0, "check": 0.0}, 0
        for look, one in row:
            if one.chosen.kind == "check" and _heeded(case, one):
                if one.share <= tolerated:  # else well asked all the same, and held against nobody
                    yield one
                continue
            ends = min(one.at + _kept_waiting(case, one), _answered(case, look))
            kept = _outside(free, max(until, one.at), ends)
            more = kept / one.chosen.seconds
            until = max(until, ends)
            waited[one.chosen.kind] += more * one.regret
            if kept and kept >= A_LITTLE * (ends - one.at):
                regret, own = waited[one.chosen.kind], more * one.regret
                chosen = replace(one.chosen, cost=one.best.cost + regret)
                yield replace(one, regret=regret, chosen=chosen, times=more * one.times, earlier=regret - own)


def _free(case: Case) -> list[tuple[int, int]]:
    """Stretches that a look adds nothing to: somebody needed was on the way, or a pre-check went on."""
    coming = [(one.since, one.until) for one in called(case)]
    return sorted((*coming, *_prechecked(case)))


def _prechecked(case: Case) -> Iterator[tuple[int, int]]:
    """From when a pre-check was asked for to its answer, where that was heeded."""
    for look in _idle_looks(case):
        one = _weighed(case, look) if look.kind == "check" else None
        if one is not None and _heeded(case, one):
            answers = (e.at for e, fact in each(case.seen, HazardChecked) if fact.change == one.chosen.name)
            yield one.at, next(at for at in answers if at >= one.at)


def _outside(free: list[tuple[int, int]], since: int, until: int) -> int:
    """The seconds of a stretch that are in none of some others, which are sorted."""
    left = 0
    for begins, ends in free:
        left += max(0, min(begins, until) - since)
        since = max(since, ends)
    return left + max(0, until - since)


def _answered(case: Case, look: Look) -> int:
    """The second at which it was over; long after all else, where it never was."""
    return look.work.until if look.work.until <= case.end else case.end + DAY


def _kept_waiting(case: Case, look: Decision) -> int:
    """The seconds that everything waited for an answer: until it was due, or an order did not wait for it."""
    after = (each.ordered - look.at for each in case.attempts if each.order > look.entries[0])
    ordered = next(after, look.chosen.seconds)
    if ordered >= look.chosen.seconds:
        return look.chosen.seconds
    return 0 if ordered <= ONE_BREATH else ordered


def _rows(case: Case) -> list[list[tuple[Look, Decision]]]:
    """Weighed looks, parted by the orders between them. Looks at the same time take the time of one."""
    orders = [attempt.order for attempt in case.attempts]
    rows: dict[int, list[tuple[Look, Decision]]] = {}
    for look in _idle_looks(case):
        one = _weighed(case, look)
        if one is not None:
            tried = sum(1 for order in orders if order < look.work.entry)
            rows.setdefault(tried, []).append((look, one))
    return list(rows.values())


@once
def _idle_looks(case: Case) -> tuple[Look, ...]:
    """Looks while nothing was being changed, but for the question of what changed: it is worth its minute."""
    return tuple(_looks(case))


def _looks(case: Case) -> Iterator[Look]:
    looks = [Look("look", work) for work in asked(case, "investigate") if not asks_what_changed(work.about)]
    checks = [Look("check", work) for work in asked(case, "check")]
    changes = list(changing(case))
    for look in sorted((*looks, *checks), key=lambda look: look.work.entry):
        given = look.work
        if not any(change.at(given.since) and change.entry < given.entry for change in changes):
            yield look


def _heeded(case: Case, check: Decision) -> bool:
    """Whether a pre-check was answered and heeded: safe and then ordered, or dangerous and then left alone.

    Asking again before the answer, or after it, is no part of that; nor is a question about the slow way.
    """
    if _slow_first(case, check):
        return False
    change, line = check.chosen.name, check.entries[0]
    told = [(e.number, fact.holds) for e, fact in each(case.seen, HazardChecked) if fact.change == change]
    earlier = [one.entry for one in asked(case, "check") if one.about == change and one.entry < line]
    if earlier or not told or told[0][0] < line:
        return False
    answered, holds = told[0]
    return holds != any(one.change == change and one.order > answered for one in case.attempts)


def _slow_first(case: Case, check: Decision) -> bool:
    """Whether what was checked is the slow way, and the best choice was something quick, or its check."""
    checked, best = (case.organisation.runbook.get(one.name) for one in (check.chosen, check.best))
    return bool(checked and best and slow(case, checked) and not slow(case, best))


@once
def _weighed(case: Case, look: Look) -> Decision | None:
    one = _from(case, look, look.work.since, look.work.entry)
    better = _in_one_breath(case, look, one.best) if one else None
    if better is None or one is None:
        return one
    if better.kind == "look" or look.work.until <= better.work.until:
        return _beside(one)
    at = better.work.until
    return _from(case, look, at, next((entry.number for entry in case.seen if entry.at > at), case.beyond))


def _from(case: Case, look: Look, at: int, before: int) -> Decision | None:
    """What it was worth from a second on to wait for a look, by the lines before one."""
    seen = outlook(case, at, before)
    choice = seen.of(look.kind, look.work.about) if seen else None
    if not (seen and choice):
        return None
    one = replace(weighed(case, seen, choice, at, before), entries=(look.work.entry,))
    return _beside(one) if one.best.in_hand else replace(one, regret=one.regret * to_act_on(case, seen))


def _beside(one: Decision) -> Decision:
    """A look beside a better one, which takes its time anyway."""
    return replace(one, best=one.chosen, regret=0.0)


def _in_one_breath(case: Case, look: Look, best: Option) -> Look | None:
    """The look that was best, or the pre-check of the change that was, given out right after this one."""
    if look.kind != "look" or best.kind not in ("look", "check", "change"):
        return None
    kind: ChoiceKind = "look" if best.kind == "look" else "check"
    asked_for = asked(case, "investigate" if kind == "look" else "check")
    begins, line = look.work.since, look.work.entry
    given = (one for one in asked_for if one.about == best.name and line < one.entry)
    return next((Look(kind, one) for one in given if one.since <= begins + ONE_BREATH), None)
