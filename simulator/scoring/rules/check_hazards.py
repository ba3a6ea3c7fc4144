"""Check hazards: what makes a quick fix dangerous is asked before the fix is ordered.

It earns when the pre-check was answered before the order and the answer was heeded; of a change left alone
for its answer, where it could have helped. An order without the check loses as the harm to be expected (odds
by what was known then, times what it would do) grows from half of what the check itself would have cost in
impact to twice of it. An objection that names the hazard is a warning and no check, and whoever orders in
spite of it is told so. Nor is it a check when nobody objects: not everybody who knows speaks up.

Why: each easy change has hurt somebody: rollback (Stripe 2019, Knight 2012), cache (Slack 2022), failover
(GitHub 2018), restart, scale-out, flags (E4). Asking "is it safe now?" costs a minute.

Exception: a hazard not worth the minute it takes to check; a change that was the best choice although its
hazard was real, or would have been had it been asked about; hazards for which the scenario gives no odds.

Pass:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:05:00 hazard-checked change="fail over a shard" hazard="replica is behind" holds=no
    0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana

Fail:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
    0:06:00 change-ordered id=c1 change="clear cache" owner=ana
"""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Objected
from simulator.domain.organisation import Change
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.hazards import Answer, Exposure, answers, exposures
from simulator.scoring.mark import Mark
from simulator.scoring.outlook import likely_a_part, likely_to_help, outlook
from simulator.scoring.words import clock, listed, name, percent

NAME = "check-hazards"
AXIS: Axis = "easy fix first"
WORTH_FROM, WORTH_AT = 0.5, 2.0
"""Expected harm as a multiple of the price of a check: from here on a check is due, from there on a must."""


TEMPTING = 0.1
"""With a smaller chance to help nobody would make a change, and asking whether it is safe proves nothing
(assumption)."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every order of a change with hazards, and for every change left alone because of one."""
    for attempt in case.attempts:
        change = case.change(attempt)
        if change is not None and case.scenario.dangers_of(change.name):
            yield from _ordered(case, attempt, change)
    yield from _left_alone(case)


def _ordered(case: Case, attempt: Attempt, change: Change) -> Iterator[Mark]:
    known = answers(case, change.name, attempt.order)
    real = [answer for answer in known.values() if answer.holds]
    unchecked = exposures(case, change, attempt.ordered, attempt.order)
    risky = [each for each in unchecked if each.harm > WORTH_FROM * each.price]
    if real:
        yield _in_spite(case, attempt, real)
    elif risky:
        best = _best_in_any_case(case, attempt, sum(each.price for each in unchecked))
        yield _blind(case, attempt, max(risky, key=lambda exposure: exposure.harm), best)
    elif known:
        summary = f"{name(attempt)} was ordered at {clock(attempt.ordered)} after a check that it was safe."
        yield _mark(1.0, summary, (*(told.entry for told in known.values()), attempt.order), attempt.ordered)


def _in_spite(case: Case, attempt: Attempt, real: list[Answer]) -> Mark:
    seen = outlook(case, attempt.ordered, attempt.order)
    choice = seen.of("change", attempt.change) if seen else None
    tolerated = case.doctrine.threshold("tolerated regret")
    best = bool(seen and choice and choice.cost - seen.least <= tolerated * seen.least)
    hazards = listed(f"'{each.hazard}'" for each in real)
    told = f"{name(attempt)} was ordered at {clock(attempt.ordered)} although the check had said {hazards}"
    summary = f"{told}; it was still the best choice." if best else f"{told}."
    return _mark(float(best), summary, (*(each.entry for each in real), attempt.order), attempt.ordered)


def _best_in_any_case(case: Case, attempt: Attempt, price: float) -> bool:
    """Whether no answer to a pre-check would have spoken for anything better.

    Then to ask first costs the whole price of asking more than to order: the answer is worth nothing.
    """
    seen = outlook(case, attempt.ordered, attempt.order)
    order, asked = (seen.of(kind, attempt.change) for kind in ("change", "check")) if seen else (None, None)
    return bool(order and asked and order.cost + price <= asked.cost)


def _blind(case: Case, attempt: Attempt, worst: Exposure, best: bool) -> Mark:
    earned = 1.0 if best else falling(worst.harm, WORTH_FROM * worst.price, WORTH_AT * worst.price)
    also = ": no answer would have spoken for anything better." if best else "."
    warned = _warned(case, attempt, worst.hazard)
    if warned is None:
        told = f"without asking whether '{worst.hazard}', which was {percent(worst.chance)} likely"
        lines: tuple[int, ...] = (attempt.order,)
    else:
        entry, who = warned
        told = (
            f"although {who} had said at {clock(entry.at)} that '{worst.hazard}', and nobody had checked it"
        )
        lines = (entry.number, attempt.order)
    summary = f"{name(attempt)} was ordered at {clock(attempt.ordered)} {told}{also}"
    return _mark(earned, summary, lines, attempt.ordered)


def _warned(case: Case, attempt: Attempt, hazard: str) -> tuple[Entry, str] | None:
    """The first objection to a change before its order that named a hazard, and who made it."""
    for entry, objected in each(case.known_until(attempt.order), Objected):
        if objected.change == attempt.change and hazard.casefold() in objected.says.casefold():
            return entry, case.organisation.called(objected.person)
    return None


def _left_alone(case: Case) -> Iterator[Mark]:
    """Changes that a check showed to be dangerous, and that were not ordered, begun or made after that."""
    for change in case.organisation.runbook:
        if not case.scenario.dangers_of(change):
            continue
        real = [each for each in answers(case, change, case.beyond).values() if each.holds]
        told = real[-1] if real else None
        if told is None or any(a.change == change and _went_on(a, told) for a in case.attempts):
            continue
        if _tempting(case, change, told):
            summary = (
                f"'{change}' was left alone after the check at {clock(told.at)} had said '{told.hazard}'."
            )
            yield _mark(1.0, summary, (told.entry,), told.at)


def _went_on(attempt: Attempt, told: Answer) -> bool:
    """Whether it was ordered, begun or made after an answer; an earlier order may still be called off."""
    times = (attempt.started, attempt.done)
    return attempt.order > told.entry or any(at is not None and at >= told.at for at in times)


def _tempting(case: Case, change: str, told: Answer) -> bool:
    """Whether a change could have helped by what was known, so that to leave it alone was a decision."""
    seen = outlook(case, told.at, told.entry)
    if seen is None:
        return True
    return max(likely_to_help(case, seen, change), likely_a_part(case, seen, change)) >= TEMPTING


def _mark(earned: float, summary: str, evidence: tuple[int, ...], at: int) -> Mark:
    return Mark(NAME, AXIS, earned, 1.0, summary, evidence, at)
